export { DogearedFavorites } from './favorites.ts';
export { DogearedFeatured } from './featured.ts';
export { DogearedRecent } from './recent.ts';
export { ErrorEvent, LoadEvent } from './events.ts';
export type { LoadDetail } from './events.ts';
export type { Item } from './item.ts';
export type { Words } from './words.ts';
