/** The order in which comments are read. */
import type { BlogComment } from './comment.ts';
import type { Sort } from './sorts.ts';

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

/** A comment with what it is sorted by, so that this is worked out once. */
interface Entry<C extends BlogComment> {
  thread: Thread<C>;
  pin: number;
  score: number;
  age: number;
}

/** The one order of a sort: total, so that shuffled comments make the same threads. */
function compare<C extends BlogComment>(a: Entry<C>, b: Entry<C>): number {
  const order = b.pin - a.pin || b.score - a.score || a.age - b.age;
  if (order) return order;
  const [x, y] = [a.thread.comment.id, b.thread.comment.id];
  return x < y ? -1 : +(x > y);
}

/** The place in the list of what each answers; none for what begins a thread. */
function parentsOf(comments: readonly BlogComment[]): (number | undefined)[] {
  // Where nobody answers, nobody has to be found.
  const answers = comments.some(({ parentId }) => parentId !== undefined);
  const places = new Map(answers ? comments.map(({ id }, at) => [id, at]) : []);
  const parents = comments.map(({ parentId }) => places.get(parentId!));
  // A circle is opened at the first of its members. Each way up ends where another has been.
  const passed: number[] = [];
  comments.forEach((_, at) => {
    let up: number | undefined = at;
    for (; up !== undefined && passed[up] === undefined; up = parents[up]) passed[up] = at;
    if (up === undefined || passed[up] !== at) return;
    let first = up;
    for (let next = parents[up]!; next !== up; next = parents[next]!) first = Math.min(first, next);
    parents[first] = undefined;
  });
  return parents;
}

/**
 * Comments, no two of them with one id, as threads: each before the answers to it. What `threadComments` says of them
 * holds here. Linear but for sorting, and without recursion.
 *
 * @param timeOf reads a date; undefined or NaN for one that cannot be read
 * @param scoreOf what `best` is by
 */
export function orderComments<C extends BlogComment>(
  comments: Iterable<C>,
  sort: Sort,
  pinnedFirst: boolean,
  maxDepth: number,
  timeOf: (published: string) => number | undefined,
  scoreOf?: (comment: C) => number,
): Thread<C>[] {
  const sorted = Array.from(comments, (comment): Entry<C> => {
    const time = timeOf(comment.published!)!;
    return {
      thread: { comment, depth: 1, replies: [] },
      pin: +(pinnedFirst && !!comment.pinned),
      score: sort === 'best' ? (scoreOf?.(comment) ?? 0) : 0,
      // Undated comments come last.
      age: time < Infinity ? (sort === 'oldest' ? time : -time) : Infinity,
    };
  }).sort(compare);
  const threads = sorted.map(({ thread }) => thread);
  const parents = parentsOf(threads.map(({ comment }) => comment));

  // Deleted comments stay where somebody has answered them.
  const kept: boolean[] = [];
  threads.forEach(({ comment }, at) => {
    if (comment.status !== 'deleted')
      for (let up: number | undefined = at; up !== undefined && !kept[up]; up = parents[up]) kept[up] = true;
  });
  const open: Thread<C>[] = [];
  for (let at = threads.length; at--;) if (kept[at]) (threads[parents[at]!]?.replies ?? open).push(threads[at]!);

  const order: Thread<C>[] = [];
  const lists: Thread<C>[][] = [[]];
  for (let next = open.pop(); next; next = open.pop()) {
    const { comment, depth, replies } = next;
    order.push(next);
    for (const reply of replies) {
      reply.depth = Math.min(depth + 1, maxDepth);
      // What is deeper than the last level is put into it.
      if (depth === maxDepth) reply.inReplyTo = comment;
      open.push(reply);
    }
    lists[depth - 1]!.push(next);
    lists[depth] = next.replies = [];
  }
  return order;
}
