/** The order in which comments are read. */
import { readTime } from '../posts/date.ts';
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
  const [x, y] = [a.thread.comment.id, b.thread.comment.id];
  return b.pin - a.pin || b.score - a.score || a.age - b.age || (x < y ? -1 : +(x > y));
}

/**
 * Comments, no two of them with one id, as threads: each before the answers to it. What `threadComments` says of them
 * holds here. Linear but for sorting, and without recursion.
 *
 * @param score what `best` is by
 */
export function orderComments<C extends BlogComment>(
  comments: Iterable<C>,
  sort: Sort,
  pinnedFirst: boolean,
  maxDepth: number,
  score?: (comment: C) => number,
): Thread<C>[] {
  const entries = Array.from(comments, (comment): Entry<C> => {
    const time = readTime(comment.published);
    return {
      thread: { comment, depth: 1, replies: [] },
      pin: +(pinnedFirst && !!comment.pinned),
      score: (sort === 'best' && score?.(comment)) || 0,
      // Undated comments come last.
      age: time === undefined ? Infinity : sort === 'oldest' ? time : -time,
    };
  });
  const sorted = entries.sort(compare).map(({ thread }) => thread);
  const threads = new Map(sorted.map((thread) => [thread.comment.id, thread]));
  const ranks = new Map(sorted.map((thread, at) => [thread, at]));
  const parentOf = ({ comment: { parentId } }: Thread<C>): Thread<C> | undefined =>
    parentId === undefined ? undefined : threads.get(parentId);

  // A circle is opened at the first of its members. Each way up ends where another has been.
  const seen = new Map<Thread<C>, number>();
  const opened = new Set<Thread<C>>();
  sorted.forEach((thread, nth) => {
    let up: Thread<C> | undefined = thread;
    for (; up && !seen.has(up); up = parentOf(up)) seen.set(up, nth);
    if (!up || seen.get(up) !== nth) return;
    let first = up;
    for (let next = parentOf(up)!; next !== up; next = parentOf(next)!)
      if (ranks.get(next)! < ranks.get(first)!) first = next;
    opened.add(first);
  });

  type Place = [thread: Thread<C>, depth: number, parent?: Thread<C>];
  const open: Place[] = [];
  for (const thread of sorted.reverse()) {
    const parent = opened.has(thread) ? undefined : parentOf(thread);
    if (parent) parent.replies.push(thread);
    else open.push([thread, 1]);
  }
  const places: Place[] = [];
  for (let next = open.pop(); next; next = open.pop()) {
    places.push(next);
    const [parent, depth] = next;
    for (const reply of parent.replies) open.push([reply, depth + 1, parent]);
  }
  // Deleted comments stay where somebody has answered them.
  const kept = new Set<Thread<C> | undefined>();
  for (const [thread, , parent] of [...places].reverse())
    if (kept.has(thread) || thread.comment.status !== 'deleted') kept.add(thread).add(parent);
  // What is deeper than the last level is put into it.
  const lists: Thread<C>[][] = [[]];
  return places.flatMap(([thread, depth, parent]) => {
    if (!kept.has(thread)) return [];
    thread.depth = Math.min(depth, maxDepth);
    if (depth > maxDepth) thread.inReplyTo = parent!.comment;
    lists[thread.depth - 1]!.push(thread);
    lists[thread.depth] = thread.replies = [];
    return thread;
  });
}
