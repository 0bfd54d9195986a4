import { rankFavorites } from './favorites.ts';
import { bare, type Filters, passes } from './filters.ts';
import { type Get, type Posts, toIndex } from './index-posts.ts';
import { check, clock, count, own, strings } from './options.ts';
import type { PostLike } from './post.ts';
import { Top } from './top.ts';
import { identity } from './view.ts';

export interface FeaturedOptions extends Filters {
  /** How many posts at most. Default 1. */
  limit?: number;
  /** Ids or addresses of the posts to feature, in this order; the scheme, `www.` and a slash at the end do not matter. */
  pick?: Iterable<string> | string;
  /** Let another of the picked and flagged posts come first each day or week (in UTC, weeks from Monday). */
  rotate?: 'day' | 'week';
  /** The present: epoch milliseconds, a `Date` or ISO 8601. Default `Date.now()`, read once. */
  now?: number | Date | string;
}

/**
 * The posts that the owner wants to be seen.
 *
 * The rule: the posts of `pick`, in its order; then the posts flagged `featured`, newest first; then, where places are
 * left, the best all-time favorites. `rotate` turns the picked and flagged ones by a place a day or week. Posts dated
 * after `now` are left out. Ties: id, then URL, by code unit.
 *
 * @param posts posts, or an index of them
 * @returns a fresh array of at most `limit` of the caller's own objects
 * @throws {TypeError | RangeError} for an option that makes no sense; never for bad data
 * @example
 * featuredPosts(posts, { pick: ['https://example.org/our-story/'] });
 */
export function featuredPosts<T extends PostLike>(posts: Posts<T>, options?: FeaturedOptions): T[];
export function featuredPosts<T>(posts: Posts<T>, options: FeaturedOptions & Get<T>): T[];
export function featuredPosts<T>(posts: Posts<T>, options?: FeaturedOptions & Partial<Get<T>>): T[] {
  const who = 'featuredPosts';
  const { get, limit = 1, pick = [], rotate, ...given } = own(options);
  const wanted = count(who, 'limit', limit);
  const now = clock(who, given.now);
  const picks = strings(who, 'pick', pick).map(bare);
  const days = rotate === undefined ? 0 : { day: 1, week: 7 }[rotate];
  check(days !== undefined, who, 'rotate', rotate, 'day, week');
  const keep = passes(who, given, now);
  const index = toIndex(posts, get);

  const top = new Top<T>(days ? Infinity : wanted);
  index.views.forEach((view, row) => {
    const time = index.times[row] ?? -Infinity;
    const place = picks.findIndex((name) => name === bare(view.id) || name === bare(view.url));
    if ((place < 0 && view.featured !== true) || !keep(view, time)) return;
    top.add({ post: index.posts[row] as T, view, score: place < 0 ? 0 : picks.length - place, time, row });
  });

  const chosen = top.take();
  // 1970-01-01 was a Thursday, so weeks from Monday begin three days earlier.
  const turn = days ? Math.floor((now / 864e5 + (days > 1 ? 3 : 0)) / days) % (chosen.length || 1) : 0;
  const list = [...chosen.slice(turn), ...chosen.slice(0, turn)].slice(0, wanted);
  if (list.length < wanted) {
    const taken = new Set(list.map(({ view, row }) => identity(view) || row));
    const favorites = rankFavorites(who, index, { ...given, now, limit: wanted + list.length });
    list.push(...favorites.list.filter(({ view, row }) => !taken.has(identity(view) || row)));
  }
  return list.slice(0, wanted).map(({ post }) => post);
}
