import { type Filters, filter } from './filters.ts';
import { type Get, type PostIndex, type Posts, type Table, tableOf } from './index-posts.ts';
import { newest } from './newest.ts';
import { COUNT, type Kind, MOMENT, reader } from './options.ts';
import type { PostLike } from './post.ts';
import { own } from './view.ts';

const ORDER: Kind<number> = [
  'strings published, updated',
  (value) => ({ published: 0, updated: 1 })[value as 'updated'],
];

/** Which posts are in a list of the newest. */
export interface RecentOptions extends Filters {
  /** How many posts at most. Default 5. */
  limit?: number;
  /** How many posts to leave out from the top. Default 0. */
  offset?: number;
  /** The present: epoch milliseconds, a `Date` or ISO 8601. Default `Date.now()`, read once. */
  now?: number | Date | string;
  /** By which date. Default `'published'`; each falls back to the other where a post has only that. */
  order?: 'published' | 'updated';
}

/** `recentPosts` for those who have a table. */
export function recentOf<T>(table: Table<T>, options?: RecentOptions): T[] {
  const option = reader('recentPosts', options);
  const offset = option('offset', COUNT, 0);
  const k = offset + option('limit', COUNT, 5);
  const updated = option('order', ORDER);
  const now = option('now', MOMENT, Date.now())!;
  const list = newest(table, k, now, filter(option, now), updated);
  return list.slice(offset).map(({ place }) => table.posts[place]!);
}

/**
 * The newest posts, newest first.
 *
 * Posts dated after `now` are left out, undated ones come last. Ties: id, then URL, by code unit. Of several posts
 * with one id (or, without ids, one URL) the newest is kept. One pass; the input is not changed.
 *
 * @param posts posts, or an index of them
 * @returns a fresh array of at most `limit` of the caller's own objects
 * @throws {TypeError | RangeError} for an option that makes no sense; never for bad data
 * @example
 * recentPosts(posts, { limit: 3, tags: ['recipes'] });
 */
export function recentPosts<T extends PostLike>(posts: Posts<T>, options?: RecentOptions): T[];
export function recentPosts<T>(posts: PostIndex<T>, options?: RecentOptions): T[];
export function recentPosts<T>(posts: Iterable<T>, options: RecentOptions & Get<T>): T[];
export function recentPosts<T>(posts: Posts<T>, options?: RecentOptions & Partial<Get<T>>): T[] {
  return recentOf(tableOf(posts, own(options)?.get), options);
}
