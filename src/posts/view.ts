import type { Posts } from './index-posts.ts';
import type { Accessors, PostLike } from './post.ts';

/** Where a stand-in keeps its post: what `get` made of a post of another shape, or what an index keeps of one. */
export const POST = Symbol();

/** A field of an object, `undefined` where there is none: nothing that somebody put on `Object.prototype`. */
export const field = (object: unknown, key: string): unknown =>
  key in {} && !Object.hasOwn(Object(object), key) ? undefined : (object as Record<string, unknown> | undefined)?.[key];

/** A text or number as text; '' for anything else. */
export const text = (value: unknown): string => (typeof value === 'string' || Number.isFinite(value) ? value + '' : '');

/** The items of anything iterable; of a text or anything else, a list of one. */
export const list = (value: any): unknown[] => (value?.[Symbol.iterator] && !value.trim ? [...value] : [value]);

/**
 * Visits every post once, with a view of it: the post itself, or what `get` reads, each accessor called exactly once.
 * What is not an object is no post.
 */
export function each<T>(
  posts: Posts<T>,
  get: Accessors<T> | undefined,
  visit: (view: PostLike, post: T) => void,
): void {
  for (const post of posts as Iterable<any>) {
    let view = Object(post);
    if (view !== post) continue;
    if (get && !view[POST]) {
      view = {};
      for (const name of Object.keys(get)) view[name] = get[name as 'id']?.(post);
    }
    visit(view, post[POST] ?? post);
  }
}
