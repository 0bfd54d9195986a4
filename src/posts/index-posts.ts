import { toTime } from './date.ts';
import type { Accessors, PostLike } from './post.ts';
import { viewer } from './view.ts';

/** Options of a function over objects of another shape. */
export interface Get<T> {
  get: Accessors<T>;
}

/** What the ranking functions take: any iterable of posts, or an index of them. */
export type Posts<T> = Iterable<T> | PostIndex<T>;

/** The moment of a post: `published`, or what a document has instead. -Infinity when unknown. */
export const timeOf = (view: PostLike, updated?: boolean): number => {
  const [first, second] = updated ? [view.updated, view.published] : [view.published, view.updated];
  const time = toTime(first);
  return time === time ? time : (toTime(second) || -Infinity);
};

/** Posts read once for several lists: made by `indexPosts`, taken by every ranking function in place of posts. */
export class PostIndex<T> {
  readonly posts: T[] = [];
  readonly views: PostLike[] = [];
  /** Publication in epoch milliseconds, -Infinity when unknown. */
  readonly times: Float64Array;

  constructor(posts: Iterable<T>, get?: Accessors<T>) {
    const view = viewer(get);
    for (const post of posts) {
      const seen = view(post);
      if (seen) this.views.push(seen) && this.posts.push(post);
    }
    this.times = Float64Array.from(this.views, (seen) => timeOf(seen));
  }

  [Symbol.iterator](): Iterator<T> {
    return this.posts.values();
  }
}

/**
 * Reads posts once, for several lists over the same posts.
 *
 * The index is a snapshot: posts added to the array later are not in it. Every ranking function takes it in place of
 * the posts and gives the same list.
 *
 * @example
 * const index = indexPosts(posts);
 * const recent = recentPosts(index);
 * const favorites = favoritePosts(index);
 */
export function indexPosts<T extends PostLike>(posts: Iterable<T>): PostIndex<T>;
export function indexPosts<T>(posts: Iterable<T>, options: Get<T>): PostIndex<T>;
export function indexPosts<T>(posts: Iterable<T>, options?: Get<T>): PostIndex<T> {
  return new PostIndex(posts, options?.get);
}

export function toIndex<T>(posts: Posts<T>, get?: Accessors<T>): PostIndex<T> {
  return posts instanceof PostIndex ? posts : new PostIndex(posts, get);
}
