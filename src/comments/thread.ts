import { readTime } from '../posts/date.ts';
import { scoreOf } from './best.ts';
import type { BlogComment } from './comment.ts';
import { orderComments, type Thread } from './order.ts';
import { type Sort, SORTS } from './sorts.ts';

export { type Sort, SORTS, type Thread };

/** In which order comments are, and how deep answers stand in one another. */
export interface ThreadOptions {
  /** `best` is by the Wilson lower bound of the votes. Default `oldest`. */
  sort?: Sort;
  /** Whether pinned comments come before the others. Default false. */
  pinnedFirst?: boolean;
  /** How many levels there are; deeper answers stand in the last one, in the order of the thread. Default all. */
  maxDepth?: number;
}

const time = ({ published }: BlogComment): number => readTime(published) ?? -Infinity;

/** Whatever else tells two comments apart. */
const letters = (comment: BlogComment): string => {
  try {
    return JSON.stringify(comment);
  } catch {
    return '';
  }
};

/** Which of two comments with one id is kept. */
function isBetter(a: BlogComment, b: BlogComment): boolean {
  const alive = +(b.status === 'deleted') - +(a.status === 'deleted');
  const newer = time(a) - time(b) || 0;
  return (alive || newer) > 0 || (!alive && !newer && letters(a) > letters(b));
}

/**
 * Comments as threads: each under what it answers.
 *
 * Order among the answers to one comment, and among those that begin a thread: pinned ones if they are to come first, then
 * by `sort`; ties: the newer (for `oldest` the older), then the id by code unit. Undated comments come last. Of several
 * comments with one id the one that is not deleted, then the newest, is kept. One whose parent is missing begins a thread;
 * so does the first of those that answer each other in a circle. Deleted comments stay where somebody has answered them.
 * Linear but for sorting, and without recursion: no depth and no number of comments is too much.
 *
 * @returns threads whose nested `replies` hold every comment exactly once
 * @throws {RangeError} for a `sort` or `maxDepth` that there is not
 * @example
 * threadComments(comments, { sort: 'newest', maxDepth: 3 });
 */
export function threadComments<C extends BlogComment>(
  comments: Iterable<C>,
  { sort = 'oldest', pinnedFirst = false, maxDepth = Infinity }: ThreadOptions = {},
): Thread<C>[] {
  if (!SORTS.includes(sort))
    throw new RangeError(`threadComments: sort is ${String(sort)}; allowed: ${SORTS.join(', ')}`);
  if (!(maxDepth >= 1)) throw new RangeError(`threadComments: maxDepth is ${maxDepth}; allowed: numbers from 1 up`);

  const unique = new Map<string, C>();
  for (const comment of comments) {
    const other = unique.get(comment.id);
    if (!other || isBetter(comment, other)) unique.set(comment.id, comment);
  }
  const order = orderComments(unique.values(), sort, pinnedFirst, Math.floor(maxDepth), readTime, scoreOf);
  return order.filter(({ depth }) => depth === 1);
}
