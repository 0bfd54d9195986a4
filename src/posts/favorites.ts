import { timeOf } from './date.ts';
import { type Duration, toMs } from './duration.ts';
import { type Filters, filter, names } from './filters.ts';
import type { Get, PostIndex, Posts } from './index-posts.ts';
import { COUNT, type Kind, MOMENT, reader } from './options.ts';
import type { PostLike } from './post.ts';
import { bayesianAverage, halfLifeDecay } from './scores.ts';
import { best, type Candidate } from './top.ts';
import { field } from './view.ts';

/** What readers leave behind, in the order in which `by: 'auto'` asks for it. */
export const SIGNALS = ['views', 'likes', 'comments', 'rating', 'shares'] as const;

/** One thing that can be counted. */
export type CountSignal = (typeof SIGNALS)[number];

/**
 * Why a post is in a list: a count (`views`), a count within the window (`views:window`), a total that fades with age
 * (`views:decay`), `mixed` for weights over several, or `recency` for a place that no count could fill.
 */
export type Signal = `${CountSignal | 'mixed'}${'' | ':window' | ':decay'}` | 'recency';

/** Which posts are in a list of favorites, and what counts. */
export interface FavoriteOptions extends Filters {
  /** How many posts at most. Default 5. */
  limit?: number;
  /** How many posts to leave out from the top. Default 0. */
  offset?: number;
  /**
   * One signal, weights over several such as `{ views: 1, comments: 50 }`, or `'auto'`: the first signal that at least
   * max(3, limit) eligible posts have (all of them, where there are fewer than `limit`). Default `'auto'`.
   */
  by?: CountSignal | 'auto' | { readonly [signal in CountSignal]?: number };
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
  parts: { readonly [part in CountSignal | 'decay']?: number };
}

/** A post that passes the filters, and its place among them. */
interface Row<T> extends Candidate<T> {
  readonly place: number;
}

type Weights = readonly (readonly [signal: CountSignal, weight: number])[];

const DAY = 864e5;

const WITHIN: Kind<number> = ['numbers, strings like "7d"', (value) => toMs(value) || NaN];
/** `'auto'` reads as 0. */
const HALF_LIFE: Kind<number> = [
  'numbers, strings like "7d", "auto"',
  (value) => (value === 'auto' ? 0 : toMs(value) || NaN),
];
const NONE: Kind<number> = ['numbers, strings without within', () => NaN];
const BY: Kind<Map<CountSignal, number>> = [
  `strings auto, ${SIGNALS.join(', ')}; objects like { views: 1 }`,
  (value) => {
    if (value === 'auto') return new Map();
    const weights = Object.entries(typeof value === 'string' ? { [value]: 1 } : value) as [CountSignal, number][];
    const fine = weights.every(
      ([signal, weight]) => SIGNALS.includes(signal) && weight >= 0 && Number.isFinite(weight),
    );
    return fine && weights.length ? new Map(weights) : (NaN as never);
  },
];

/** A count that makes sense, else 0. */
const amount = (counts: unknown, signal: string): number => {
  const value = field(counts, signal) as number;
  return Number.isFinite(value) && value > 0 ? value : 0;
};

/** The counts of a post, or those it has for a window, whatever that is called: `'7d'` and `'1w'` are the same. */
function countsOf(view: PostLike, window: number): unknown {
  if (!window) return field(view, 'counts');
  const windows = field(view, 'windows');
  return field(windows, Object.keys(Object(windows)).find((name) => toMs(name) === window) ?? '');
}

/** Smallest first, so that neither a sum nor a median depends on the order of the posts. */
const sorted = (values: Iterable<number>): Float64Array => Float64Array.from(values).sort();

const sum = (values: Iterable<number>): number => sorted(values).reduce((total, value) => total + value, 0);

/** The averages of ratings, pulled towards the mean of all, each weighing as much as a post has votes in the mean. */
function shrunk(ratings: readonly unknown[]): number[] {
  const pairs = ratings.map((rating) => [amount(rating, 'average'), amount(rating, 'count')] as const);
  const rated = pairs.filter(([average, votes]) => average && votes);
  const votes = sum(rated.map((pair) => pair[1]));
  const prior = { priorMean: sum(rated.map((pair) => pair[0] * pair[1])) / votes, priorWeight: votes / rated.length };
  return pairs.map(([average, count]) => average && count && bayesianAverage(average, count, prior));
}

/** The value at which outliers are capped: the 95th percentile, nearest rank, of 20 values above zero or more. */
function capOf(values: readonly number[]): number {
  const counted = sorted(values.filter(Boolean));
  return counted.length < 20 ? Infinity : counted[Math.ceil(0.95 * counted.length) - 1]!;
}

/** The blog's own rhythm: six times the median gap of its newest 20 posts, at least 7 and at most 180 days. */
function rhythm(times: readonly number[]): number {
  const newest = sorted(times).slice(-20);
  const gaps = sorted(newest.slice(1).map((time, place) => time - newest[place]!));
  const middle = gaps.length / 2;
  const median = ((gaps[Math.ceil(middle) - 1] ?? 0) + (gaps[Math.floor(middle)] ?? 0)) / 2;
  return Math.min(Math.max(6 * median, 7 * DAY), 180 * DAY);
}

/** The best first, but nobody more often than allowed; asks for more candidates until the places are filled. */
function spread<C extends { view: PostLike }>(
  top: (k: number) => C[],
  wanted: number,
  most: readonly (readonly [key: string, most: number])[],
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

/** A favorites list, each post with the reasons for its place. */
export function rankFavorites<T>(
  who: string,
  posts: Posts<T>,
  options?: FavoriteOptions & Partial<Get<T>>,
): (Explanation<T> & { view: PostLike })[] {
  const option = reader(who, options);
  const offset = option('offset', COUNT, 0);
  const limit = option('limit', COUNT, 5);
  const perTag = option('perTag', COUNT, Infinity);
  const perAuthor = option('perAuthor', COUNT, Infinity);
  const now = option('now', MOMENT, Date.now()) as number;
  const within = option('within', WITHIN, 0);
  const halfLife = option('halfLife', within ? NONE : HALF_LIFE);
  const by = option('by', BY);
  const keep = filter(option, now);

  const rows: Row<T>[] = [];
  const times: number[] = [];
  best(posts, field(options, 'get'), 0, (view, post) => {
    const time = timeOf(view);
    if (time <= now && time > -Infinity) times.push(time);
    if (keep(view, time)) rows.push({ post, view, time, place: rows.length });
  });

  // The ladder: counts of the window, totals that fade, recency.
  let window = within;
  const read = (signal: CountSignal): number[] => {
    const counts = rows.map(({ view }) => countsOf(view, window));
    return signal === 'rating'
      ? shrunk(counts.map((taken) => field(taken, signal)))
      : counts.map((taken) => amount(taken, signal));
  };
  const have = (signal: CountSignal, need: number): boolean => read(signal).filter(Boolean).length >= need;
  const choose = (): Weights => {
    if (by?.size) return [...by];
    const signal = SIGNALS.find((name) => have(name, Math.max(3, Math.min(limit, rows.length))));
    return signal ? [[signal, 1]] : [];
  };
  let weights = choose();
  if (window && !weights.some(([signal]) => have(signal, 1))) {
    window = 0;
    weights = choose();
  }

  const half = window ? 0 : within / 2 || (halfLife === 0 ? rhythm(times) : halfLife);
  const fade = (time: number): number => (half ? halfLifeDecay(1, now - time, half) || 0 : 1);
  const columns = weights.map(([signal, weight]) => {
    const values = read(signal);
    const cap = half && signal !== 'rating' ? capOf(values) : Infinity;
    return [signal, values.map((value) => weight * Math.min(value, cap))] as const;
  });

  const top = (k: number) =>
    best<Row<T>, Row<T>>(rows, undefined, k, (_, row, last) => {
      let score = 0;
      for (const [, values] of columns) score += values[row.place]!;
      // Age only takes away, so the power is for those that could win.
      if (score < last?.score!) return false;
      score &&= score * fade(row.time);
      return !(score < last?.score!) && { ...row, score };
    });

  const name =
    `${weights.length > 1 ? 'mixed' : weights[0]?.[0]}${window ? ':window' : half ? ':decay' : ''}` as Signal;
  return spread(top, offset + limit, [
    ['tags', perTag],
    ['author', perAuthor],
  ])
    .slice(offset)
    .map(({ post, view, score = 0, time, place }, index) => ({
      post,
      view,
      rank: offset + index + 1,
      score,
      signal: score ? name : 'recency',
      parts: Object.fromEntries(
        score ? [...columns.map(([signal, values]) => [signal, values[place]!]), ['decay', fade(time)]] : [],
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
export function explainFavorites<T extends PostLike>(posts: Posts<T>, options?: FavoriteOptions): Explanation<T>[];
export function explainFavorites<T>(posts: PostIndex<T>, options?: FavoriteOptions): Explanation<T>[];
export function explainFavorites<T>(posts: Iterable<T>, options: FavoriteOptions & Get<T>): Explanation<T>[];
export function explainFavorites<T>(posts: Posts<T>, options?: FavoriteOptions & Partial<Get<T>>): Explanation<T>[] {
  return rankFavorites('explainFavorites', posts, options).map(({ view, ...explanation }) => explanation);
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
export function favoritePosts<T extends PostLike>(posts: Posts<T>, options?: FavoriteOptions): T[];
export function favoritePosts<T>(posts: PostIndex<T>, options?: FavoriteOptions): T[];
export function favoritePosts<T>(posts: Iterable<T>, options: FavoriteOptions & Get<T>): T[];
export function favoritePosts<T>(posts: Posts<T>, options?: FavoriteOptions & Partial<Get<T>>): T[] {
  return rankFavorites('favoritePosts', posts, options).map(({ post }) => post);
}
