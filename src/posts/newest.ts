import { earlier, readTime, timeOf } from './date.ts';
import type { Keep } from './filters.ts';
import { type Posts, type Table, tableOf } from './index-posts.ts';
import type { Accessors } from './post.ts';
import { best, type Candidate } from './top.ts';

/** The newest of a table, newest first. */
export const newestOf = ({ times, ...table }: Table<unknown>, k: number, now: number, keep: Keep, updated?: unknown) =>
  best<Candidate>(table, k, (view, place, last, before) => {
    if (earlier(view, before)) return;
    const published = times?.[place] ?? timeOf(view);
    const time = updated ? (readTime(view.updated) ?? published) : published;
    return !(time < last?.time!) && time <= now && keep(view, published) && { view, place, time };
  });

/**
 * The newest posts, newest first: the rule of `recentPosts`, for those who need none of its options.
 *
 * @param now the present, in epoch milliseconds
 * @param keep which posts may be in the list
 * @param updated whether the date of the update counts
 * @param get how to read another shape
 */
export function newest<T>(
  posts: Posts<T>,
  k: number,
  now: number,
  keep: Keep,
  updated?: unknown,
  get?: Accessors<T>,
): T[] {
  const table = tableOf(posts, get);
  return newestOf(table, k, now, keep, updated).map(({ place }) => table.posts[place]!);
}
