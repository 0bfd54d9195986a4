import { daysBefore, earlier, timeOf } from './date.ts';
import { type Duration, toMs } from './duration.ts';
import { type Filters, filter, names } from './filters.ts';
import { type Get, type PostIndex, type Posts, type Table, tableOf } from './index-posts.ts';
import { newest } from './newest.ts';
import { COUNT, type Kind, MOMENT, reader } from './options.ts';
import type { Counts, PostLike, Windows } from './post.ts';
import { bayesianAverage, halfLifeDecay } from './scores.ts';
import { best, type Candidate, type Judge } from './top.ts';
import { extended, isObject, own } from './view.ts';

/** What readers leave behind, in the order in which `by: 'auto'` asks for it. */
export const SIGNALS = ['views', 'likes', 'comments', 'rating', 'shares'] as const;

/** One thing that can be counted. */
export type CountSignal = (typeof SIGNALS)[number];

/**
 * Why a post is in a list: a count (`views`), a count within the window (`views:window`), a total that fades with age
 * (`views:decay`), `mixed` for weights over several, `custom` for a function, or `recency` for a place that no count could fill.
 */
export type Signal = `${CountSignal | 'mixed' | 'custom'}${'' | ':window' | ':decay'}` | 'recency';

/** Which posts are in a list of favorites, and what counts. */
export interface FavoriteOptions<T = any> extends Filters {
  /** How many posts at most. Default 5. */
  limit?: number;
  /** How many posts to leave out from the top. Default 0. */
  offset?: number;
  /**
   * One signal, weights over several such as `{ views: 1, comments: 50 }`, or `'auto'`: the first signal that at least
   * max(3, limit) eligible posts have (all of them, where there are fewer than `limit`). Or a function that gives a post's
   * score, such as `(post) => wilsonLowerBound(post.up, post.down)`; 0, or what is no number, is none. Default `'auto'`.
   */
  by?: CountSignal | 'auto' | { readonly [signal in CountSignal]?: number } | ((post: T) => number);
  /**
   * The window in which counts are taken, such as `'30d'`: a recent-favorites list. Where posts carry counts of that
   * window they are used, else totals that fade with half the window as half-life.
   */
  within?: Duration;
  /** Totals fade by half in this time; `'auto'` follows the blog's own rhythm. Not together with `within`. */
  halfLife?: Duration | 'auto';
  /** The present: epoch milliseconds, a `Date` or ISO 8601. Default `Date.now()`, read once. */
  now?: number | Date | string;
  /** At most so many posts with the same tag. */
  perTag?: number;
  /** At most so many posts by the same author. */
  perAuthor?: number;
}

/** A post of a favorites list, and why it is there. */
export interface Explanation<T> {
  /** The caller's own object. */
  post: T;
  /** Its place, from 1. */
  rank: number;
  /** The sum of the counts in `parts` times `parts.decay`; 0 when the place was filled by recency. */
  score: number;
  /** What it is in the list for. */
  signal: Signal;
  /** What each signal adds, weighted and capped, and the factor of age (1: none). */
  parts: { readonly [part in CountSignal | 'custom' | 'decay']?: number };
}

/** A signal, or the function that the caller gave for one. */
type Column = CountSignal | 'custom';

/** What each post has of a signal, and how much that weighs. */
interface Weighed {
  signal: Column;
  weight: number;
  values: Float64Array;
}

const DAY = 864e5;

const WITHIN: Kind<number> = ['numbers, strings like "7d"', (value) => toMs(value) || NaN];
/** `'auto'` reads as 0. */
const HALF_LIFE: Kind<number> = [
  'numbers, strings like "7d", "auto"',
  (value) => (value === 'auto' ? 0 : toMs(value) || NaN),
];
const NONE: Kind<number> = ['numbers, strings without within', () => NaN];
const BY: Kind<Map<Column, number>> = [
  `strings auto, ${SIGNALS.join(', ')}; objects like { views: 1 }; functions`,
  (value) => {
    if (typeof value === 'function') return new Map([['custom', 1]]);
    if (value === 'auto') return new Map();
    const weights = Object.entries(typeof value === 'string' ? { [value]: 1 } : value) as [CountSignal, number][];
    const fine = weights.every(
      ([signal, weight]) => SIGNALS.includes(signal) && weight >= 0 && Number.isFinite(weight),
    );
    return fine && weights.length ? new Map(weights) : (NaN as never);
  },
];

/** A count that makes sense, else 0. */
const amount = (value: unknown): number => (typeof value === 'number' && value > 0 && value < Infinity ? value : 0);

/** The counts of a post, or those it has for a window, whatever that is called: `'7d'` and `'1w'` are the same. */
function countsOf(view: PostLike, window: number): Counts | null | undefined {
  if (!window) return view.counts;
  const windows = Object(view.windows) as Windows;
  return windows[Object.keys(windows).find((name) => toMs(name) === window) as keyof Windows];
}

/** How many of the values are above zero. */
function counted(values: Float64Array): number {
  let count = 0;
  for (const value of values) if (value) count++;
  return count;
}

/** A sum in which the order makes no difference: high parts add up without rounding, and of the low ones nobody can tell. */
function sum(values: Float64Array, weights?: Float64Array): number {
  let [high, low] = [0, 0];
  for (let place = 0; place < values.length; place++) {
    const value = values[place]! * (weights ? weights[place]! : 1);
    const part = value + 6e9 - 6e9; // rounded to 2^-20
    high += part;
    low += value - part;
  }
  return high + low;
}

/** Averages of ratings pulled towards the mean of the blog, each weighing as much as a post has votes in the mean. */
function shrink(averages: Float64Array, votes: Float64Array): void {
  const all = sum(votes);
  const prior = { priorMean: sum(averages, votes) / all, priorWeight: all / counted(votes) };
  for (let place = 0; place < votes.length; place++)
    averages[place] = votes[place]! && bayesianAverage(averages[place]!, votes[place]!, prior);
}

/** What each post has of a signal, from 0: 8 bytes a post. */
function column<T>(
  { posts, views }: Table<T>,
  signal: Column,
  window: number,
  custom: (post: T) => number,
  eligible: (place: number) => boolean,
): Float64Array {
  const rated = signal === 'rating';
  const values = new Float64Array(views.length);
  const votes = new Float64Array(rated ? views.length : 0);
  const read = extended() ? own : <V>(value: V): V => value;
  for (let place = 0; place < values.length; place++) {
    const view = views[place];
    if (!isObject(view)) continue;
    if (signal === 'custom') values[place] = window ? 0 : amount(custom(posts[place]!));
    else if (rated) {
      const rating = read(read(countsOf(view, window))?.rating);
      const average = amount(rating?.average);
      if (!average || !eligible(place)) continue;
      votes[place] = amount(rating!.count);
      values[place] = average;
    } else values[place] = amount(read(countsOf(view, window))?.[signal]);
  }
  if (rated) shrink(values, votes);
  return values;
}

/** What would stand at a place if the values were sorted, without sorting them. Source: C. A. R. Hoare, "Find", 1961. */
function nth(values: Float64Array, place: number): number {
  for (let [left, right] = [0, values.length - 1]; left < right;) {
    const pivot = values[(left + right) >> 1]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const value = values[i]!;
        values[i++] = values[j]!;
        values[j--] = value;
      }
    }
    if (j < place) left = i;
    if (i > place) right = j;
  }
  return values[place]!;
}

/** The value at which outliers are capped: the 95th percentile, nearest rank, of 20 values above zero or more. */
function capOf(values: Float64Array): number {
  const count = counted(values);
  return count < 20 ? Infinity : nth(values.slice(), values.length - count + Math.ceil(0.95 * count) - 1);
}

/** The blog's own rhythm: six times the median gap of its newest 20 posts, at least 7 and at most 180 days. */
function rhythm(table: Table<unknown>, now: number): number {
  const list = newest(table, 20, now, (_, time) => time > -Infinity);
  const gaps = list.slice(1).map(({ time }, place) => list[place]!.time - time);
  gaps.sort((a, b) => a - b);
  const middle = gaps.length / 2;
  const median = ((gaps[Math.ceil(middle) - 1] ?? 0) + (gaps[Math.floor(middle)] ?? 0)) / 2;
  return Math.min(Math.max(6 * median, 7 * DAY), 180 * DAY);
}

/** The best first, but nobody more often than allowed; asks for more candidates until the places are filled. */
function spread<C extends { view: PostLike }>(
  top: (k: number) => C[],
  wanted: number,
  most: readonly (readonly [key: 'tags' | 'author', most: number])[],
): C[] {
  if (most.every((pair) => pair[1] === Infinity)) return top(wanted);
  for (let k = 4 * wanted; ; k *= 4) {
    const candidates = top(k);
    const used = new Map<string, number>();
    const taken = candidates.filter(({ view }) => {
      const labels = most.flatMap(([key, limit]) =>
        [...new Set(names(view, key))].map((name) => [key + name, limit] as const),
      );
      const fits = labels.every(([label, limit]) => (used.get(label) ?? 0) < limit);
      if (fits) for (const [label] of labels) used.set(label, (used.get(label) ?? 0) + 1);
      return fits;
    });
    if (taken.length >= wanted || candidates.length < k) return taken.slice(0, wanted);
  }
}

/** A favorites list, each post with the reasons for its place; `also`: which posts may be in it, beside the filters. */
export function rankFavorites<T>(
  who: string,
  table: Table<T>,
  options?: FavoriteOptions<T>,
  also?: (view: PostLike) => boolean,
): Explanation<T>[] {
  const { posts, views, times } = table;
  const option = reader(who, options);
  const offset = option('offset', COUNT, 0);
  const limit = option('limit', COUNT, 5);
  const perTag = option('perTag', COUNT, Infinity);
  const perAuthor = option('perAuthor', COUNT, Infinity);
  const now = option('now', MOMENT, Date.now()) as number;
  const within = option('within', WITHIN, 0);
  const halfLife = option('halfLife', within ? NONE : HALF_LIFE);
  const by = option('by', BY);
  const today = daysBefore(now);
  let free = !also; // whether nothing is asked for but that posts are not dated after now
  const keep = filter((name: string, kind: Kind<any>, fallback?: unknown) => {
    const value = option(name, kind, fallback);
    free &&= value === fallback;
    return value;
  }, now);
  const timeAt = (view: PostLike, place: number): number => times?.[place] ?? timeOf(view);
  const fits = (view: PostLike, time: number): boolean => keep(view, time) && (!also || also(view));
  /** Whether the post at a place may be in the list. */
  const eligible = (place: number): boolean => {
    const view = views[place];
    return isObject(view) && ((free && earlier(view, today)) || fits(view, timeAt(view, place)));
  };

  // The ladder: counts of the window, totals that fade, recency.
  let window = within && views.some((view) => isObject(view?.windows)) ? within : 0;
  /** Whether `few` of the posts have a count, or else `enough`, or all of them where that is less. */
  const have = (values: Float64Array, few: number, enough: number): boolean => {
    let [all, having] = [0, 0];
    views.some((_, place) => {
      // Who has no count is asked for a date only while it is open whether there are enough posts.
      if ((values[place] || all < enough) && eligible(place)) {
        all++;
        if (values[place]) having++;
      }
      return having >= Math.max(few, enough);
    });
    return having >= Math.max(few, Math.min(enough, all));
  };
  const columnOf = (signal: Column): Float64Array =>
    column(table, signal, window, own(options ?? {}).by as any, eligible);
  const choose = (): Weighed[] => {
    if (by?.size) return [...by].map(([signal, weight]) => ({ signal, weight, values: columnOf(signal) }));
    for (const signal of SIGNALS) {
      const values = columnOf(signal);
      if (have(values, 3, limit)) return [{ signal, weight: 1, values }];
    }
    return [];
  };
  let columns = choose();
  if (window && !columns.some(({ values }) => have(values, 1, 0))) {
    window = 0;
    columns = choose();
  }

  const half = window ? 0 : within / 2 || (halfLife === 0 ? rhythm(table, now) : (halfLife ?? 0));
  const fade = (time: number): number => (half ? halfLifeDecay(1, now - time, half) || 0 : 1);
  const scores = columns.length === 1 ? columns[0]!.values : new Float64Array(views.length);
  let most = 0; // what a post can have at best
  for (const { signal, weight, values } of columns) {
    let cap = Infinity;
    if (half && signal !== 'rating') {
      // It depends on the others, so only on those that may be in the list.
      for (let place = 0; place < values.length; place++) if (values[place]) values[place]! *= +eligible(place);
      cap = capOf(values);
    }
    most += weight * cap;
    for (let place = 0; place < values.length; place++) {
      values[place] = weight * Math.min(values[place]!, cap);
      if (values !== scores) scores[place]! += values[place]!;
    }
  }

  let known: Candidate | undefined;
  let bound: string | null | undefined;
  const judge: Judge<Candidate> = (view, place, last, before) => {
    let score = scores[place]!;
    // Age only takes away: what is too old to win is known by the first characters of its date.
    if (half && last !== known) bound = daysBefore(now - half * Math.log2(most / (known = last)?.score!));
    if (earlier(view, half ? bound : score === last?.score ? before : null)) return;
    const time = timeAt(view, place);
    score &&= score * fade(time);
    return !(score < last?.score!) && fits(view, time) && { view, place, time, score };
  };
  const name =
    `${columns.length > 1 ? 'mixed' : columns[0]?.signal}${window ? ':window' : half ? ':decay' : ''}` as Signal;
  return spread((k) => ((known = bound = undefined), best(table, k, judge, scores)), offset + limit, [
    ['tags', perTag],
    ['author', perAuthor],
  ])
    .slice(offset)
    .map(({ place, score, time }, index) => ({
      post: posts[place]!,
      rank: offset + index + 1,
      score: score!,
      signal: score ? name : 'recency',
      parts: Object.fromEntries(
        score ? [...columns.map(({ signal, values }) => [signal, values[place]!]), ['decay', fade(time)]] : [],
      ),
    }));
}

/**
 * The same list as `favoritePosts`, each post with the reason why it is there.
 *
 * @example
 * explainFavorites(posts, { within: '30d' })[0];
 * // { post, rank: 1, score: 41.2, signal: 'views:decay', parts: { views: 130, decay: 0.317 } }
 */
export function explainFavorites<T extends PostLike>(posts: Posts<T>, options?: FavoriteOptions<T>): Explanation<T>[];
export function explainFavorites<T>(posts: PostIndex<T>, options?: FavoriteOptions<T>): Explanation<T>[];
export function explainFavorites<T>(posts: Iterable<T>, options: FavoriteOptions<T> & Get<T>): Explanation<T>[];
export function explainFavorites<T>(posts: Posts<T>, options?: FavoriteOptions<T> & Partial<Get<T>>): Explanation<T>[] {
  return rankFavorites('explainFavorites', tableOf(posts, own(options)?.get), options);
}

/**
 * The posts that readers like best.
 *
 * The rule: by a count of what readers did (`by`), all-time in plain totals (ratings as a Bayesian average over the
 * blog), within a window by the counts of that window, or else by totals that fade with age: `total · 2^(−age/halfLife)`,
 * outliers capped at the 95th percentile once 20 posts have a count. Places that no count can fill go to the newest
 * posts, so the list is never empty while there are posts. `explainFavorites` says why each post is there.
 *
 * Posts dated after `now` are left out. Ties: the newer, then id, then URL, by code unit. Of several posts with one id
 * the better is kept.
 *
 * @param posts posts, or an index of them
 * @returns a fresh array of at most `limit` of the caller's own objects
 * @throws {TypeError | RangeError} for an option that makes no sense; never for bad data
 * @example
 * favoritePosts(posts);                      // all-time favorites
 * favoritePosts(posts, { within: '30d' });   // recent favorites
 */
export function favoritePosts<T extends PostLike>(posts: Posts<T>, options?: FavoriteOptions<T>): T[];
export function favoritePosts<T>(posts: PostIndex<T>, options?: FavoriteOptions<T>): T[];
export function favoritePosts<T>(posts: Iterable<T>, options: FavoriteOptions<T> & Get<T>): T[];
export function favoritePosts<T>(posts: Posts<T>, options?: FavoriteOptions<T> & Partial<Get<T>>): T[] {
  return rankFavorites('favoritePosts', tableOf(posts, own(options)?.get), options).map(({ post }) => post);
}
