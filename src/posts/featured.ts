import { timeOf } from './date.ts';
import { rankFavorites } from './favorites.ts';
import { type Filters, filter, names } from './filters.ts';
import { type Get, type PostIndex, type Posts, tableOf } from './index-posts.ts';
import { COUNT, type Kind, LIST, MOMENT, reader } from './options.ts';
import type { PostLike } from './post.ts';
import { best, type Candidate, identity } from './top.ts';
import { own } from './view.ts';

const ROTATE: Kind<number> = ['strings day, week', (value) => ({ day: 1, week: 7 })[value as 'day']];

/** Which posts are featured, and in which order. */
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
export function featuredPosts<T>(posts: PostIndex<T>, options?: FeaturedOptions): T[];
export function featuredPosts<T>(posts: Iterable<T>, options: FeaturedOptions & Get<T>): T[];
export function featuredPosts<T>(posts: Posts<T>, options?: FeaturedOptions & Partial<Get<T>>): T[] {
  const who = 'featuredPosts';
  const option = reader(who, options);
  const limit = option('limit', COUNT, 1);
  const days = option('rotate', ROTATE);
  const now = option('now', MOMENT, Date.now()) as number;
  const picks = [...option('pick', LIST, new Set())];
  const keep = filter(option, now);
  const table = tableOf(posts, own(options)?.get);
  const chosen = best<Candidate>(table, days ? Infinity : limit, (view, place) => {
    const pick = picks.length
      ? picks.findIndex((pick) => [...names(view, 'id'), ...names(view, 'url')].includes(pick))
      : -1;
    const score = pick < 0 ? 0 : picks.length - pick;
    if (!score && view.featured !== true) return;
    const time = table.times?.[place] ?? timeOf(view);
    return keep(view, time) && { view, place, time, score };
  });
  // 1970-01-01 was a Thursday, so weeks from Monday begin three days earlier.
  if (days)
    chosen.unshift(...chosen.splice(Math.floor((now / 864e5 + (days > 1 ? 3 : 0)) / days) % (chosen.length || 1)));
  const taken = new Set(chosen.map(({ view }) => identity(view) || view));
  const list = chosen.slice(0, limit).map(({ place }) => table.posts[place]!);
  if (list.length === limit) return list;
  const rest = { ...options, now, limit: limit - list.length };
  const other = (view: PostLike): boolean => !taken.has(identity(view) || view);
  return [...list, ...rankFavorites(who, table, rest, other).map(({ post }) => post)];
}
