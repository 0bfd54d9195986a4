import { readTime } from '../posts/date.ts';
import { wilsonLowerBound } from '../posts/scores.ts';
import type { BlogComment } from './comment.ts';

/** By what comments are in order. */
export const SORTS = ['oldest', 'newest', 'best'] as const;
/** In which order comments are: by date, or by votes. */
export type Sort = (typeof SORTS)[number];

/** In which order comments are, and how deep answers stand in one another. */
export interface ThreadOptions {
  /** `best` is by the Wilson lower bound of the votes. Default `oldest`. */
  sort?: Sort;
  /** Whether pinned comments come before the others. Default false. */
  pinnedFirst?: boolean;
  /** How many levels there are; deeper answers stand in the last one, in the order of the thread. Default all. */
  maxDepth?: number;
}

/** A comment and the answers to it. */
export interface Thread<C extends BlogComment = BlogComment> {
  /** The comment itself. */
  comment: C;
  /** 1 for a comment that begins a thread. */
  depth: number;
  /** What it answers, where that is not what it stands under. */
  inReplyTo?: C;
  /** The answers to it, in order. */
  replies: Thread<C>[];
}

const time = ({ published }: BlogComment): number => readTime(published) ?? -Infinity;
const wilson = ({ votes }: BlogComment): number => (votes ? wilsonLowerBound(votes.up, votes.down) : 0);

/** Whatever else tells two comments apart. */
const letters = (comment: BlogComment): string => {
  try {
    return JSON.stringify(comment);
  } catch {
    return '';
  }
};

/** A comment with what it is sorted by, so that this is worked out once. */
interface Entry<C> {
  comment: C;
  time: number;
  score: number;
}

/** The one order of a sort: total, so that shuffled comments make the same thread. Undated comments come last. */
function comparator(sort: Sort, pinnedFirst: boolean) {
  const byTime = (a: Entry<unknown>, b: Entry<unknown>): number =>
    a.time === b.time
      ? 0
      : (sort === 'oldest' && Number.isFinite(a.time) && Number.isFinite(b.time) ? 1 : -1) * (a.time < b.time ? -1 : 1);
  return (a: Entry<BlogComment>, b: Entry<BlogComment>): number => {
    const pins = pinnedFirst ? +!!b.comment.pinned - +!!a.comment.pinned : 0;
    const order = pins || (sort === 'best' ? b.score - a.score : 0) || byTime(a, b);
    if (order) return order;
    const [x, y] = [a.comment.id, b.comment.id];
    return x < y ? -1 : +(x > y);
  };
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

  const entries = new Map<string, Entry<C>>();
  for (const comment of comments) {
    const entry = { comment, time: time(comment), score: sort === 'best' ? wilson(comment) : 0 };
    const other = entries.get(comment.id);
    if (!other || isBetter(entry, other)) entries.set(comment.id, entry);
  }
  const sorted = [...entries.values()].sort(comparator(sort, pinnedFirst));
  const threads = new Map<string, Thread<C>>();
  for (const { comment } of sorted) threads.set(comment.id, { comment, depth: 1, replies: [] });

  const top: Thread<C>[] = [];
  const placed = findPlaces(sorted, threads);
  for (const { comment } of sorted) {
    const parent = placed.get(comment.id);
    (parent ? parent.replies : top).push(threads.get(comment.id)!);
  }
  return flatten(prune(top), maxDepth);
}

function isBetter(a: Entry<BlogComment>, b: Entry<BlogComment>): boolean {
  const alive = +(b.comment.status === 'deleted') - +(a.comment.status === 'deleted');
  if (alive || a.time !== b.time) return (alive || a.time - b.time) > 0;
  return letters(a.comment) > letters(b.comment);
}

/** What each comment stands under; a circle is opened at the first of its members. */
function findPlaces<C extends BlogComment>(
  sorted: readonly Entry<C>[],
  threads: ReadonlyMap<string, Thread<C>>,
): Map<string, Thread<C> | undefined> {
  const places = new Map<string, Thread<C> | undefined>();
  const parentOf = ({ parentId }: C): Thread<C> | undefined =>
    parentId === undefined ? undefined : threads.get(parentId);
  const rank = new Map(sorted.map(({ comment }, at) => [comment.id, at]));
  for (const { comment } of sorted) {
    // Up from here, until something that has its place.
    const path: C[] = [];
    const onPath = new Set<string>();
    let next: C | undefined = comment;
    while (next && !places.has(next.id) && !onPath.has(next.id)) {
      path.push(next);
      onPath.add(next.id);
      next = parentOf(next)?.comment;
    }
    let root: C | undefined;
    if (next && onPath.has(next.id)) {
      const circle = path.slice(path.indexOf(next));
      root = circle.reduce((first, other) => (rank.get(other.id)! < rank.get(first.id)! ? other : first));
    }
    for (const one of path) places.set(one.id, one === root ? undefined : parentOf(one));
  }
  return places;
}

/** All threads, each before the answers to it. */
function* walk<C extends BlogComment>(top: readonly Thread<C>[]): Generator<Thread<C>> {
  const open = [...top].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let at = next.replies.length; at--;) open.push(next.replies[at]!);
  }
}

/** Without deleted comments that nobody has answered, from the innermost out. */
function prune<C extends BlogComment>(top: Thread<C>[]): Thread<C>[] {
  const kept = ({ comment, replies }: Thread<C>): boolean => comment.status !== 'deleted' || replies.length > 0;
  for (const thread of [...walk(top)].reverse())
    if (!thread.replies.every(kept)) thread.replies = thread.replies.filter(kept);
  return top.every(kept) ? top : top.filter(kept);
}

/** Sets the depths, and puts what is deeper than the last level into it. */
function flatten<C extends BlogComment>(top: Thread<C>[], maxDepth: number): Thread<C>[] {
  const last = Math.floor(maxDepth);
  const open: [Thread<C>, depth: number, parent: Thread<C> | undefined, place: Thread<C>[]][] = [];
  const result: Thread<C>[] = [];
  for (const thread of [...top].reverse()) open.push([thread, 1, undefined, result]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [thread, depth, parent, place] = next;
    const { replies } = thread;
    thread.depth = Math.min(depth, last);
    if (depth > last && parent) thread.inReplyTo = parent.comment;
    thread.replies = [];
    place.push(thread);
    const inner = depth < last ? thread.replies : place;
    for (let at = replies.length; at--;) open.push([replies[at]!, depth + 1, thread, inner]);
  }
  return result;
}
