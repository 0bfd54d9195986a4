/** What every engine that counts is written as. */
import type { PageCounts, Windows } from '../../posts/post.ts';
import { SourceError } from '../error.ts';
import type { Step, Told } from '../steps.ts';

/** A post whose counts are wanted. */
export interface CountedPost {
  /** What the engine calls it, where the source of the posts says so; else ''. */
  id: string;
  url: string;
}

/** A window that is wanted. */
export interface Span {
  name: keyof Windows;
  ms: number;
}

/** What somebody wants of an engine. */
export interface CountsWanted {
  /** The address that the owner gave. */
  url: URL;
  /** The posts, newest first, for engines that are asked by post; else none. */
  posts: readonly CountedPost[];
  /** Windows beside the totals, for engines that have them. */
  windows: readonly Span[];
  /** The present, in epoch milliseconds. */
  now: number;
}

/** Where the talk about counts stands: what is known, by address. */
export interface CountStep extends Step {
  counts: ReadonlyMap<string, PageCounts>;
}

/** An engine: one file, and one row in `engines.ts`. Everything in it is pure. */
export interface CountEngine<S extends CountStep = CountStep> {
  start(wanted: CountsWanted): S;
  read(told: readonly Told[], step: S): S;
  /** What is likely to be wrong, and what to do, where this engine knows more than the error does. */
  advice?(error: SourceError): string | undefined;
}

/** Digits in groups, as people write them: spaces of any width, commas, points or apostrophes between. */
const GROUPED = /^\d+$|^\d{1,3}([\s.,'’]\d{2,3})*[\s.,'’]\d{3}$/;

/** A count, written as a number or for people (`1 204`, `1,204`, `1.204`); undefined for anything else. */
export function countIn(value: unknown): number | undefined {
  const count = typeof value === 'string' && GROUPED.test(value.trim()) ? Number(value.replace(/\D/g, '')) : value;
  return typeof count === 'number' && count >= 0 && count < Infinity ? count : undefined;
}

/** What is known, and something more. */
export function know(
  known: ReadonlyMap<string, PageCounts>,
  more: Iterable<readonly [url: string, counts: PageCounts]>,
): Map<string, PageCounts> {
  const counts = new Map(known);
  for (const [url, found] of more) {
    const before = counts.get(url);
    const windows = found.windows ?? before?.windows;
    counts.set(url, { ...before, ...found, ...(windows && { windows: { ...before?.windows, ...windows } }) });
  }
  return counts;
}

/** A list that an engine should have answered with. */
export function listIn(value: unknown, { url }: Told): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw new SourceError('not-a-feed', url, 'answered with something else than counts');
}

/** Lists of at most so many, and of texts that are no longer together than an address may be. */
export function batches<T>(all: readonly T[], most: number, textOf: (one: T) => string): T[][] {
  const lists: T[][] = [];
  let length = 0;
  for (const one of all) {
    const last = lists.at(-1);
    length += encodeURIComponent(textOf(one)).length;
    if (last && last.length < most && length < 4000) last.push(one);
    else {
      lists.push([one]);
      length = encodeURIComponent(textOf(one)).length;
    }
  }
  return lists;
}

/** An address of a WordPress' REST interface, with or without pretty permalinks. `url` is any other of the same site. */
export function wordPressRoute(url: URL, path: string): URL {
  const route = new URL(url);
  if (url.searchParams.has('rest_route')) route.searchParams.set('rest_route', path);
  else route.pathname = `${url.pathname.replace(/(\/wp-json(\/.*)?)?\/*$/, '')}/wp-json${path}`;
  return route;
}

/** The path of a post, and its query where it has one. */
export function placeOf({ url }: CountedPost): { path: string; query: string } {
  const { pathname, search } = new URL(url, 'http://-');
  return { path: pathname, query: search };
}
