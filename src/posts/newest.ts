import { earlier, readTime, timeOf } from './date.ts';
import type { Keep } from './filters.ts';
import type { Table } from './index-posts.ts';
import { best, type Candidate } from './top.ts';

/**
 * The newest posts, newest first: the rule of `recentPosts`, for those who need none of its options.
 *
 * @param now the present, in epoch milliseconds
 * @param keep which posts may be in the list
 * @param updated whether the date of the update counts
 */
export const newest = (table: Table<unknown>, k: number, now: number, keep: Keep, updated?: unknown): Candidate[] =>
  best<Candidate>(table, k, (view, place, last, before) => {
    if (earlier(view, before)) return;
    const published = table.times?.[place] ?? timeOf(view);
    const time = updated ? (readTime(view.updated) ?? published) : published;
    return !(time < last?.time!) && time <= now && keep(view, published) && { view, place, time };
  });
