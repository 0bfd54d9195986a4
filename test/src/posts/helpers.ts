import { expect } from 'chai';
import fc from 'fast-check';
import { explainFavorites, favoritePosts } from '../../../src/posts/favorites.ts';
import { featuredPosts } from '../../../src/posts/featured.ts';
import { recentPosts } from '../../../src/posts/recent.ts';

export const DAY = 864e5;
export const now = Date.UTC(2026, 0, 31);

/** A moment so many days ago. */
export const ago = (days: number): number => now - days * DAY;

export const ids = (posts: readonly { id?: unknown }[]): unknown[] => posts.map(({ id }) => id);

export type Call = (posts: any, options?: any) => any[];

/** Every function that makes a list, under its name. */
export const functions: readonly (readonly [name: string, call: Call])[] = [
  ['recentPosts', recentPosts],
  ['featuredPosts', featuredPosts],
  ['favoritePosts', favoritePosts],
  ['explainFavorites', explainFavorites],
];

/** One call or more for everything that orders a list. */
export const calls: readonly (readonly [name: string, call: (posts: any) => any[]])[] = [
  ['recentPosts', (posts) => recentPosts(posts, { now })],
  ['recentPosts by update', (posts) => recentPosts(posts, { now, order: 'updated', offset: 1 })],
  [
    'recentPosts with filters',
    (posts) => recentPosts(posts, { now, tags: ['a', 'b', 'x'], excludeTags: 'c', minAge: '1d' }),
  ],
  ['featuredPosts', (posts) => featuredPosts(posts, { now, limit: 4, pick: ['b', '/c'] })],
  ['featuredPosts that rotate', (posts) => featuredPosts(posts, { now, limit: 3, rotate: 'day' })],
  ['favoritePosts', (posts) => favoritePosts(posts, { now })],
  ['favoritePosts within', (posts) => favoritePosts(posts, { now, within: '7d' })],
  ['favoritePosts that fade', (posts) => favoritePosts(posts, { now, halfLife: 'auto', by: { views: 1, likes: 2 } })],
  ['favoritePosts by rating', (posts) => favoritePosts(posts, { now, by: 'rating', perTag: 1, perAuthor: 2 })],
  ['explainFavorites', (posts) => explainFavorites(posts, { now, limit: 3 })],
];

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** Runs something while somebody has put values on `Object.prototype`, visible to `in` and, at will, to loops. */
export function polluted<T>(values: Record<string, unknown>, enumerable: boolean, run: () => T): T {
  try {
    for (const [name, value] of Object.entries(values))
      Object.defineProperty(Object.prototype, name, {
        __proto__: null,
        value,
        enumerable,
        configurable: true,
        writable: true,
      } as PropertyDescriptor);
    return run();
  } finally {
    for (const name of Object.keys(values)) delete (Object.prototype as any)[name];
  }
}

const often = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: fc.anything() });

const amounts = fc.constantFrom(0, 1, 2, 2, 50, -3, NaN, Infinity, '7', -0, null);
const counts = often(
  fc.record(
    {
      views: amounts,
      likes: amounts,
      comments: amounts,
      shares: amounts,
      rating: often(fc.record({ average: fc.constantFrom(0, 2.5, 4, 5, NaN), count: fc.constantFrom(0, 1, 7) })),
    },
    { requiredKeys: [] },
  ),
);
const dates = often(
  fc.oneof(
    fc.integer({ min: -2, max: 40 }).map((days) => new Date(ago(days)).toISOString()),
    fc.integer({ min: -1, max: 4 }).map(ago),
    fc.constantFrom('2026-01-02', '2026-01-02 10:00', '2025-02-30', 'soon', new Date(NaN), new Date(ago(3)), undefined),
  ),
);
const words = fc.constantFrom('a', 'B', 'b', 'c', '');

/** Posts as they come: ids and addresses twice, equal dates, missing fields, and anything in any field. */
export const posts = fc.array(
  fc.record(
    {
      // Every post says who it is: those with neither id nor address keep the order of the input.
      id: fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'), fc.integer({ min: 1, max: 40 })),
      url: often(fc.constantFrom('/a', '/b', '/c', 'https://example.org/c')),
      title: fc.anything(),
      published: dates,
      updated: dates,
      tags: often(fc.oneof(fc.array(words), words)),
      author: often(fc.oneof(words, fc.record({ name: words }))),
      featured: often(fc.boolean()),
      counts,
      windows: often(fc.record({ '7d': counts, '1d': counts }, { requiredKeys: [] })),
    },
    { requiredKeys: ['id'] },
  ),
  { maxLength: 90 },
);

/** The property that every list has: the order of the input makes no difference. */
export function expectSameWhenShuffled(call: (posts: any) => any[]): void {
  fc.assert(
    fc.property(
      posts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => void expect(call(shuffled)).to.deep.equal(call(list)),
    ),
    { numRuns: 150 },
  );
}
