/** Posts as a blog would have them, always the same: nothing here asks the clock or chance. */

export interface BenchPost {
  id: number;
  published: string;
  counts: { views: number; rating: { average: number; count: number } };
  up: number;
  down: number;
}

export type Order = 'random order' | 'newest first' | 'oldest first';

/** The present of all lists. */
export const NOW = Date.parse('2026-06-01T12:00:00.000Z');

const DAY = 864e5;

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Posts of ten years, with counts as uneven as on real blogs: a few have most of the views. */
export function makePosts(n: number, order: Order): BenchPost[] {
  const chance = random(n);
  const posts = Array.from({ length: n }, (_, place): BenchPost => {
    const views = Math.floor(20 / (1 - chance()) ** 0.8);
    const count = Math.floor(views * chance() * 0.1);
    const up = Math.floor(count * chance());
    return {
      id: place,
      published: new Date(NOW - Math.floor(chance() * 3650 * DAY)).toISOString(),
      counts: {
        views,
        rating: { average: 1 + 4 * chance(), count },
      },
      up,
      down: count - up,
    };
  });
  const later = (a: BenchPost, b: BenchPost): number => (a.published < b.published ? 1 : -1);
  if (order !== 'random order') posts.sort(order === 'newest first' ? later : (a, b) => later(b, a));
  // As they come: parsed from JSON.
  return JSON.parse(JSON.stringify(posts)) as BenchPost[];
}
