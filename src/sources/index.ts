export { loadCounts, loadPosts, MAX_PAGES } from '../load.ts';
export type { LoadOptions, LoadPostsOptions } from '../load.ts';
export { readPosts } from './read.ts';
export type { ReadOptions } from './read.ts';
export { SourceError } from './error.ts';
export type { SourceErrorKind } from './error.ts';
export type { Need } from './engines.ts';
export type { FormatName } from './formats.ts';
