import { type Filters, passes } from './filters.ts';
import { type Get, type PostIndex, type Posts, timeOf } from './index-posts.ts';
import { check, clock, count, own } from './options.ts';
import type { PostLike } from './post.ts';
import { Top } from './top.ts';
import { viewer } from './view.ts';

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
export function recentPosts<T>(posts: Posts<T>, options: RecentOptions & Get<T>): T[];
export function recentPosts<T>(posts: Posts<T>, options?: RecentOptions & Partial<Get<T>>): T[] {
  const who = 'recentPosts';
  const { get, limit = 5, offset = 0, now: present, order = 'published', ...filters } = own(options);
  const from = count(who, 'offset', offset);
  const top = new Top<T>(from + count(who, 'limit', limit));
  const now = clock(who, present);
  check(/^(publish|updat)ed$/.test(order), who, 'order', order, 'published, updated');
  const keep = passes(who, filters, now);
  const { views } = posts as Partial<PostIndex<T>>;
  const view = viewer(get);

  let row = -1;
  for (const post of posts) {
    row++;
    const seen = views ? views[row] : view(post);
    if (!seen) continue;
    const time = timeOf(seen, order > 'q');
    if (top.cut && time < top.cut.time) continue;
    if (keep(seen, time)) top.add({ post, view: seen, score: 0, time, row });
  }
  return top.take().slice(from).map(({ post }) => post);
}
