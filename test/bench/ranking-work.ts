/** What is measured of ranking, in Node and in Chromium alike: each list beside other ways to the same list. */
import { greatest, quickselect } from 'd3-array';
import {
  bayesianAverage,
  favoritePosts,
  featuredPosts,
  halfLifeDecay,
  indexPosts,
  recentPosts,
  wilsonLowerBound,
} from 'dogeared';
import { sort as fastSort } from 'fast-sort';
import { orderBy, take } from 'lodash-es';
import { type BenchPost, makePosts, NOW, type Order } from './posts.ts';
import { race, ratio } from './rounds.ts';

type Score = (post: BenchPost) => number;
type List = (posts: BenchPost[], k: number) => BenchPost[];

/** One list, and the score it goes by, for those who sort. */
interface Ranking {
  ours: List;
  /** Called once for all posts; what it returns is called for each comparison, as people write it. */
  score: (posts: BenchPost[]) => Score;
}

const MONTH = 30 * 864e5;
const nearestRank = (values: number[]): number => values.sort((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1]!;

function prior(posts: BenchPost[]): { priorMean: number; priorWeight: number } {
  let [rated, votes, sum] = [0, 0, 0];
  for (const { counts } of posts)
    if (counts.rating.count) {
      rated++;
      votes += counts.rating.count;
      sum += counts.rating.count * counts.rating.average;
    }
  return { priorMean: sum / votes, priorWeight: votes / rated };
}

const bayes = (mean: number, count: number, of: { priorMean: number; priorWeight: number }): number =>
  count ? bayesianAverage(mean, count, of) : 0;

export const RANKINGS: Readonly<Record<string, Ranking>> = {
  newest: {
    ours: (posts, k) => recentPosts(posts, { limit: k, now: NOW }),
    score: () => (post) => Date.parse(post.published),
  },
  decay: {
    ours: (posts, k) => favoritePosts(posts, { limit: k, now: NOW, by: 'views', halfLife: '30d' }),
    score: (posts) => {
      const cap = nearestRank(posts.map(({ counts }) => counts.views));
      return (post) => halfLifeDecay(Math.min(post.counts.views, cap), NOW - Date.parse(post.published), MONTH);
    },
  },
  Bayesian: {
    ours: (posts, k) => favoritePosts(posts, { limit: k, now: NOW, by: 'rating' }),
    score: (posts) => {
      const of = prior(posts);
      return ({ counts }) => bayes(counts.rating.average, counts.rating.count, of);
    },
  },
  Wilson: {
    ours: (posts, k) =>
      favoritePosts(posts, {
        limit: k,
        now: NOW,
        by: ({ up, down }) => wilsonLowerBound(up, down),
      }),
    score: () => (post) => wilsonLowerBound(post.up, post.down),
  },
};

/** Other ways to the best k, as their users write them. */
const PEERS: Readonly<Record<string, (score: Score) => List>> = {
  sort: (score) => (posts, k) => [...posts].sort((a, b) => score(b) - score(a)).slice(0, k),
  lodash: (score) => (posts, k) => take(orderBy(posts, [score], ['desc']), k) as BenchPost[],
  'fast-sort': (score) => (posts, k) => (fastSort(posts).desc(score) as BenchPost[]).slice(0, k),
  'd3-array': (score) => (posts, k) => {
    const scores = Float64Array.from(posts, score);
    const order = Uint32Array.from(posts, (_, place) => place);
    quickselect(order, k - 1, 0, posts.length - 1, (a: number, b: number) => scores[b]! - scores[a]!);
    return Array.from(order.subarray(0, k))
      .sort((a, b) => scores[b]! - scores[a]!)
      .map((place) => posts[place]!);
  },
};

/** The least that anybody must do: one loop that computes the score and keeps the greatest. */
const LOOPS: Readonly<Record<string, (score: Score) => (posts: BenchPost[]) => unknown>> = {
  newest: () => (posts) => {
    let newest = posts[0]!;
    for (const post of posts) if (post.published > newest.published) newest = post;
    return newest;
  },
};
const loop =
  (score: Score) =>
  (posts: BenchPost[]): unknown => {
    let [best, most] = [posts[0], -Infinity];
    for (const post of posts) {
      const value = score(post);
      if (value > most) [best, most] = [post, value];
    }
    return best;
  };

export interface Measured {
  list: string;
  n: number;
  k: number;
  order: Order;
  /** How many times as long each other way takes. */
  slower: Record<string, number>;
  /** How many times as long ours takes as the one loop. */
  loop: number;
}

const urls = (posts: BenchPost[]): string => posts.map(({ id }) => id).join('\n');

function measure(list: string, posts: BenchPost[], k: number, order: Order, rounds: number): Measured {
  const { ours, score } = RANKINGS[list]!;
  const of = score(posts);
  const sorted = [...posts]
    .sort(
      (a, b) => of(b) - of(a) || Date.parse(b.published) - Date.parse(a.published) || (`${a.id}` < `${b.id}` ? -1 : 1),
    )
    .slice(0, k);
  for (const [name, peer] of [['dogeared', () => ours] as const, ...Object.entries(PEERS)])
    if (
      name === 'dogeared'
        ? urls(peer(of)(posts, k)) !== urls(sorted)
        : String(peer(of)(posts, k).map(of)) !== String(sorted.map(of))
    )
      throw new Error(`${list}: ${name} has another list than the plain sort, of ${posts.length} posts in ${order}`);
  const known = score(posts);
  const least = (LOOPS[list] ?? loop)(known);
  const times = race(
    {
      ours: () => ours(posts, k),
      loop: () => least(posts),
      ...Object.fromEntries(Object.entries(PEERS).map(([name, peer]) => [name, () => peer(score(posts))(posts, k)])),
    },
    { rounds, turn: 40 },
  );
  if ((globalThis as any).ABS)
    console.log(
      Object.entries(times)
        .map(([k, v]) => k + ' ' + (([...v].sort((a, b) => a - b)[v.length >> 1]! / posts.length) * 1e6).toFixed(1))
        .join('  '),
    );
  return {
    list,
    n: posts.length,
    k,
    order,
    slower: Object.fromEntries(Object.keys(PEERS).map((name) => [name, ratio(times, name, 'ours')])),
    loop: ratio(times, 'ours', 'loop'),
  };
}
export { greatest, indexPosts, featuredPosts, measure, makePosts };
