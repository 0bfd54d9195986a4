import type { Accessors, PostLike } from './post.ts';

const FIELDS = 'id url published updated tags author featured counts windows'.split(' ');

/** A field of an object's own, `undefined` where there is none: nothing that somebody put on `Object.prototype`. */
export const field = (object: unknown, key: string): unknown =>
  object && Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;

/** A text, number or address as text; '' for anything else. */
export const text = (value: unknown): string =>
  /^[ns]/.test(typeof value) || value instanceof URL ? String(value) : '';

/** What makes two entries the same post: the id, or else the address. */
export const identity = (view: PostLike): string => text(view.id) || text(view.url);

/**
 * How the functions see a post: each accessor is called exactly once a post; without accessors the post is its own
 * view. What is not an object is no post.
 */
export function viewer<T>(get?: Accessors<T>): (post: T) => PostLike | undefined {
  const read = get && Object.entries(get);
  const polluted = FIELDS.some((name) => name in {});
  return (post) => {
    if (!post || typeof post !== 'object') return undefined;
    const view = read ? Object.fromEntries(read.map(([name, of]) => [name, of(post)])) : post;
    return polluted ? ({ __proto__: null, ...view } as PostLike) : view;
  };
}
