import { type Duration, toMs } from './duration.ts';
import { authorOf, type Filters, passes, tagsOf } from './filters.ts';
import { type Get, type PostIndex, type Posts, toIndex } from './index-posts.ts';
import { check, clock, count, own, span } from './options.ts';
import type { PostLike } from './post.ts';
import { bayesianAverage } from './scores.ts';
import { type Candidate, Top } from './top.ts';
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
  post: T;
  /** Its place, from 1. */
  rank: number;
  /** The sum of the counts in `parts` times `parts.decay`; 0 when the place was filled by recency. */
  score: number;
  signal: Signal;
  /** What each signal adds, weighted and capped, and the factor of age (1: none). */
  parts: { readonly [part in CountSignal | 'decay']?: number };
}

const DAY = 864e5;

/** A count that makes sense, else 0. */
const amount = (counts: unknown, signal: string): number => {
  const value = field(counts, signal);
  return typeof value === 'number' && value > 0 && value < Infinity ? value : 0;
};

/** The counts a post carries for a window of `ms`, whatever it is called: `'7d'` and `'1w'` are the same. */
const windowOf = (view: PostLike, ms: number): unknown => {
  const key = Object.keys(view.windows ?? {}).find((name) => toMs(name) === ms);
  return key && field(view.windows, key);
};

/** The value at which outliers are capped: the 95th percentile, nearest rank, of 20 values above zero or more. */
function capOf(values: Float64Array, rows: readonly number[]): number {
  const sorted = Float64Array.from(rows, (row) => values[row] ?? 0)
    .filter((value) => value > 0)
    .sort();
  return sorted.length < 20 ? Infinity : (sorted[Math.ceil(0.95 * sorted.length) - 1] ?? Infinity);
}

/** The blog's own rhythm: six times the median gap of its newest 20 posts, at least 7 and at most 180 days. */
function rhythm(times: Float64Array, now: number): number {
  const newest = times.filter((time) => time <= now && time > -Infinity).sort().slice(-20);
  const gaps = newest.slice(1).map((time, place) => time - (newest[place] ?? time)).sort();
  const middle = (gaps.length - 1) / 2;
  const median = ((gaps[Math.floor(middle)] ?? 0) + (gaps[Math.ceil(middle)] ?? 0)) / 2;
  return Math.min(Math.max(6 * median, 7 * DAY), 180 * DAY);
}

/** One number a post for a signal, in totals or within a window; for ratings the Bayesian average over `rows`. */
function column(index: PostIndex<unknown>, rows: readonly number[], signal: CountSignal, window: number): Float64Array {
  const values = new Float64Array(index.views.length);
  let [votes, sum, rated] = [0, 0, 0];
  for (const row of rows) {
    const view = index.views[row] as PostLike;
    const counts = !window ? view.counts : windowOf(view, window);
    const rating = signal === 'rating' ? field(counts, 'rating') : undefined;
    values[row] = rating ? amount(rating, 'average') : amount(counts, signal);
    const weight = rating && values[row] ? amount(rating, 'count') : 0;
    votes += weight;
    sum += weight * (values[row] ?? 0);
    rated += weight && 1;
  }
  if (signal !== 'rating') return values;
  const prior = { priorMean: sum / votes, priorWeight: votes / rated };
  for (const row of rows) {
    const view = index.views[row] as PostLike;
    const rating = field(!window ? view.counts : windowOf(view, window), 'rating');
    const weight = amount(rating, 'count');
    values[row] = weight && values[row] ? bayesianAverage(values[row] ?? 0, weight, prior) : 0;
  }
  return values;
}

/** The weights of the signals that `by` names; none for `'auto'`. */
function weightsOf(who: string, by: unknown): [CountSignal, number][] {
  if (by === 'auto') return [];
  const weights = Object.entries(typeof by === 'object' && by ? by : { [String(by)]: 1 }) as [CountSignal, number][];
  const fine = weights.every(([signal, weight]) => SIGNALS.includes(signal) && weight >= 0 && weight < Infinity);
  return check(fine && weights.length, who, 'by', by, `auto, ${SIGNALS.join(', ')}, weights such as { views: 1, comments: 50 }`, weights);
}

/** The best first, but nobody more often than allowed; asks for more candidates until the places are filled. */
function spread<T>(
  best: (k: number) => Candidate<T>[],
  wanted: number,
  perTag: number,
  perAuthor: number,
): Candidate<T>[] {
  if (perTag === Infinity && perAuthor === Infinity) return best(wanted);
  for (let k = wanted * 4; ; k *= 4) {
    const candidates = best(k);
    const used = new Map<string, number>();
    const taken = candidates.filter(({ view }) => {
      const names = [
        ...[...new Set(tagsOf(view))].map((tag) => [`tag ${tag}`, perTag] as const),
        ...authorOf(view).filter(Boolean).map((name) => [`author ${name}`, perAuthor] as const),
      ];
      if (names.some(([name, most]) => (used.get(name) ?? 0) >= most)) return false;
      for (const [name] of names) used.set(name, (used.get(name) ?? 0) + 1);
      return true;
    });
    if (taken.length >= wanted || candidates.length < k) return taken.slice(0, wanted);
  }
}

/** The candidates of a favorites list, best first, and how to explain one of them. */
export function rankFavorites<T>(
  who: string,
  posts: Posts<T>,
  options?: FavoriteOptions & Partial<Get<T>>,
): { list: Candidate<T>[]; explain: (candidate: Candidate<T>, place: number) => Explanation<T> } {
  const { get, limit = 5, offset = 0, perTag = Infinity, perAuthor = Infinity, by = 'auto', ...given } = own(options);
  const places = count(who, 'limit', limit);
  const from = count(who, 'offset', offset);
  count(who, 'perTag', perTag);
  count(who, 'perAuthor', perAuthor);
  const now = clock(who, given.now);
  const within = given.within === undefined ? 0 : span(who, 'within', given.within, 0);
  const auto = given.halfLife === 'auto';
  const fixed = auto || given.halfLife === undefined ? 0 : span(who, 'halfLife', given.halfLife, 0);
  check(!within || given.halfLife === undefined, who, 'halfLife', given.halfLife, 'only one of within and halfLife');
  const keep = passes(who, given, now);
  let weights = weightsOf(who, by);

  const index = toIndex(posts, get);
  const rows = index.views.flatMap((view, row) => (keep(view, index.times[row] ?? -Infinity) ? [row] : []));
  const have = (signal: CountSignal, window: number, need: number): boolean => {
    const values = column(index, rows, signal, window);
    return rows.some((row) => (values[row] ?? 0) > 0 && --need <= 0);
  };

  // The ladder: counts of the window, totals that fade, recency.
  let window = within;
  if (weights.length === 0) {
    const need = Math.max(3, Math.min(places, rows.length));
    let signal = window ? SIGNALS.find((name) => have(name, window, need)) : undefined;
    if (!signal) {
      window = 0;
      signal = SIGNALS.find((name) => have(name, 0, need));
    }
    if (signal) weights = [[signal, 1]];
  } else if (!weights.some(([signal]) => have(signal, window, 1))) window = 0;

  const half = window ? 0 : within / 2 || fixed || (auto ? rhythm(index.times, now) : 0);
  const columns = weights.map(([signal, weight]) => {
    const values = column(index, rows, signal, window);
    return { signal, weight, values, cap: half && signal !== 'rating' ? capOf(values, rows) : Infinity };
  });
  const decay = (time: number): number => (half ? 2 ** (-Math.max(0, now - time) / half) : 1);
  const total = (row: number): number =>
    columns.reduce((sum, { weight, values, cap }) => sum + weight * Math.min(values[row] ?? 0, cap), 0);

  const best = (k: number): Candidate<T>[] => {
    const top = new Top<T>(k);
    for (const row of rows) {
      const time = index.times[row] ?? -Infinity;
      const weight = total(row);
      const least = top.cut?.score ?? 0;
      if (weight < least) continue; // age only takes away
      const score = weight && weight * decay(time);
      if (top.cut && (score < least || (score === least && time < top.cut.time))) continue;
      top.add({ post: index.posts[row] as T, view: index.views[row] as PostLike, score, time, row });
    }
    return top.take();
  };

  const suffix = window ? ':window' : half ? ':decay' : '';
  const name = `${weights.length === 1 ? (weights[0]?.[0] ?? 'mixed') : 'mixed'}${suffix}` as Signal;
  const list = spread(best, from + places, perTag, perAuthor).slice(from);
  const parts = (row: number, time: number): Explanation<T>['parts'] =>
    Object.fromEntries([
      ...columns.map(({ signal, weight, values, cap }) => [signal, weight * Math.min(values[row] ?? 0, cap)]),
      ['decay', decay(time)],
    ]);
  const explain = ({ post, score, time, row }: Candidate<T>, place: number): Explanation<T> => ({
    post,
    rank: from + place + 1,
    score,
    signal: score > 0 ? name : 'recency',
    parts: score > 0 ? parts(row, time) : {},
  });
  return { list, explain };
}

/**
 * The same list as `favoritePosts`, each post with the reason why it is there.
 *
 * @example
 * explainFavorites(posts, { within: '30d' })[0];
 * // { post, rank: 1, score: 41.2, signal: 'views:decay', parts: { views: 130, decay: 0.317 } }
 */
export function explainFavorites<T extends PostLike>(posts: Posts<T>, options?: FavoriteOptions): Explanation<T>[];
export function explainFavorites<T>(posts: Posts<T>, options: FavoriteOptions & Get<T>): Explanation<T>[];
export function explainFavorites<T>(
  posts: Posts<T>,
  options?: FavoriteOptions & Partial<Get<T>>,
): Explanation<T>[] {
  const { list, explain } = rankFavorites('explainFavorites', posts, options);
  return list.map(explain);
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
export function favoritePosts<T>(posts: Posts<T>, options: FavoriteOptions & Get<T>): T[];
export function favoritePosts<T>(posts: Posts<T>, options?: FavoriteOptions & Partial<Get<T>>): T[] {
  return rankFavorites('favoritePosts', posts, options).list.map(({ post }) => post);
}
