import { readTime } from './date.ts';
import type { Accessors, PostLike } from './post.ts';
import { best } from './top.ts';
import { field, POST } from './view.ts';

/** Options of a function over objects of another shape. */
export interface Get<T> {
  /** How to read each field that is called something else. */
  get: Accessors<T>;
}

declare const POSTS: unique symbol;

/** Posts read once for several lists: made by `indexPosts`, taken by every ranking function in place of posts. */
export interface PostIndex<T> {
  /** @internal */
  readonly [POSTS]: T;
}

/** What the ranking functions take: any iterable of posts, or an index of them. */
export type Posts<T> = Iterable<T> | PostIndex<T>;

/**
 * Reads posts once, for several lists over the same posts.
 *
 * The index is a snapshot: posts added to the array later are not in it. Every ranking function takes it in place of
 * the posts and gives the same list. Accessors belong here, not to the functions that take the index.
 *
 * @example
 * const index = indexPosts(posts);
 * const recent = recentPosts(index);
 * const favorites = favoritePosts(index);
 */
export function indexPosts<T extends PostLike>(posts: Iterable<T>): PostIndex<T>;
export function indexPosts<T>(posts: Iterable<T>, options: Get<T>): PostIndex<T>;
export function indexPosts<T>(posts: Iterable<T>, options?: Get<T>): PostIndex<T> {
  return readAll(posts, options) as unknown as PostIndex<T>;
}

/** Views that stand in for the posts: each field read, and each date parsed, once. */
export function readAll<T>(posts: Posts<T>, options?: Partial<Get<T>>): PostLike[] {
  const views: PostLike[] = [];
  best(posts, field(options, 'get'), 0, (view, post) => {
    views.push({
      [POST]: post,
      published: readTime(field(view, 'published')),
      updated: readTime(field(view, 'updated')),
      id: field(view, 'id'),
      url: field(view, 'url'),
      tags: field(view, 'tags'),
      author: field(view, 'author'),
      featured: field(view, 'featured'),
      counts: field(view, 'counts'),
      windows: field(view, 'windows'),
    } as PostLike);
  });
  return views;
}
