import { timeOf } from './date.ts';
import type { Accessors, PostLike } from './post.ts';
import { extended, isObject, own } from './view.ts';

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

/** What all lists are made of: posts by their place in the input. */
export interface Table<T> {
  /** The caller's own objects. */
  readonly posts: readonly T[];
  /** What is read of each: the post itself, or what accessors made of it. */
  readonly views: readonly PostLike[];
  /** When each was published, as `timeOf` has it, where that was found out before. */
  readonly times?: Float64Array;
}

const INDEX = Symbol();

/** The posts of a call: nothing is copied where they are an array of posts; each accessor is called once a post. */
export function tableOf<T>(posts: Posts<T>, get?: Accessors<T>): Table<T> {
  const table = (posts as { [INDEX]?: Table<T> })[INDEX];
  if (table) return table;
  const all = Array.isArray(posts) ? (posts as T[]) : [...(posts as Iterable<T>)];
  const view = (post: T): unknown =>
    get ? Object.fromEntries(Object.entries(get).map(([name, read]) => [name, read(post)])) : own(post);
  const views = get || extended() ? all.map((post) => isObject(post) && view(post)) : all;
  return { posts: all, views: views as PostLike[] };
}

/**
 * Reads posts once, for several lists over the same posts.
 *
 * The index is a snapshot: posts added to the array later are not in it. Every ranking function takes it in place of
 * the posts and gives the same list. Accessors belong here, not to the functions that take the index. Beside the posts it
 * keeps 8 bytes a post, for the moment of publication.
 *
 * @example
 * const index = indexPosts(posts);
 * const recent = recentPosts(index);
 * const favorites = favoritePosts(index);
 */
export function indexPosts<T extends PostLike>(posts: Iterable<T>): PostIndex<T>;
export function indexPosts<T>(posts: Iterable<T>, options: Get<T>): PostIndex<T>;
export function indexPosts<T>(posts: Iterable<T>, options?: Get<T>): PostIndex<T> {
  const table = tableOf([...posts], own(options)?.get);
  const times = Float64Array.from(table.views, (view) => timeOf(Object(view)));
  return { [INDEX]: { ...table, times } } as unknown as PostIndex<T>;
}
