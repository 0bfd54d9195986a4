/** What is measured of ranking, in Node and in Chromium alike: each list beside other ways to the same list. */
import { quickselect } from 'd3-array';
import {
  bayesianAverage,
  favoritePosts,
  featuredPosts,
  halfLifeDecay,
  indexPosts,
  type PostIndex,
  recentPosts,
  wilsonLowerBound,
} from '../../src/index.ts';
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

const RANKINGS: Readonly<Record<string, Ranking>> = {
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
  for (const [name, peer] of [['dogeared', () => ours] as const, ...(posts.length > 1e5 ? [] : Object.entries(PEERS))])
    if (
      name === 'dogeared'
        ? urls(peer(of)(posts, k)) !== urls(sorted)
        : String(peer(of)(posts, k).map(of)) !== String(sorted.map(of))
    )
      throw new Error(`${list}: ${name} has another list than the plain sort, of ${posts.length} posts in ${order}`);
  const known = score(posts);
  const least = (LOOPS[list] ?? loop)(known);
  // Of a million, once is long enough.
  const peers = posts.length > 1e5 ? ['sort', 'd3-array'] : Object.keys(PEERS);
  const times = race(
    {
      ours: () => ours(posts, k),
      loop: () => least(posts),
      ...Object.fromEntries(peers.map((name) => [name, () => PEERS[name]!(score(posts))(posts, k)])),
    },
    { rounds },
  );
  return {
    list,
    n: posts.length,
    k,
    order,
    slower: Object.fromEntries(peers.map((name) => [name, ratio(times, name, 'ours')])),
    loop: ratio(times, 'ours', 'loop'),
  };
}
/** n, k, order and how many rounds; the plain sort of a million takes seconds. */
export const CASES: readonly (readonly [list: string, n: number, k: number, order: Order, rounds: number])[] = [
  ['newest', 1e5, 10, 'random order', 5],
  ['newest', 1e5, 10, 'newest first', 7],
  ['newest', 1e5, 10, 'oldest first', 5],
  ['newest', 1e5, 5, 'random order', 2],
  ['newest', 1e5, 100, 'random order', 2],
  ['newest', 1e3, 5, 'random order', 15],
  ['newest', 1e3, 10, 'random order', 15],
  ['newest', 1e3, 100, 'random order', 15],
  ['newest', 1e6, 10, 'random order', 1],
  ['decay', 1e5, 10, 'random order', 5],
  ['decay', 1e3, 10, 'random order', 15],
  ['Bayesian', 1e5, 10, 'random order', 9],
  ['Bayesian', 1e3, 10, 'random order', 15],
  ['Wilson', 1e5, 10, 'random order', 9],
  ['Wilson', 1e3, 10, 'random order', 15],
];

/** The four lists of a blog of 1,000 posts over one index, beside four sorts: how many times as long these take. */
function four(): { ready: number; built: number } {
  const posts = makePosts(1000, 'random order');
  const lists = (index: PostIndex<BenchPost>): unknown => [
    recentPosts(index, { now: NOW }),
    featuredPosts(index, { now: NOW }),
    favoritePosts(index, { now: NOW }),
    favoritePosts(index, { now: NOW, within: '30d' }),
  ];
  const sort = PEERS['sort']!;
  const views: Score = ({ counts }) => counts.views;
  const index = indexPosts(posts);
  const times = race({
    ready: () => lists(index),
    built: () => lists(indexPosts(posts)),
    sorts: () => [
      sort((post) => Date.parse(post.published))(posts, 5),
      sort(views)(posts, 1),
      sort(views)(posts, 5),
      sort((post) => halfLifeDecay(post.counts.views, NOW - Date.parse(post.published), MONTH / 2))(posts, 5),
    ],
  });
  return { ready: ratio(times, 'sorts', 'ready'), built: ratio(times, 'sorts', 'built') };
}

/** How many times as long ten times as many posts take. */
function growth(list: string): number {
  const [few, many] = [makePosts(1e5, 'random order'), makePosts(1e6, 'random order')];
  const { ours } = RANKINGS[list]!;
  return ratio(race({ few: () => ours(few, 10), many: () => ours(many, 10) }, { rounds: 5 }), 'many', 'few');
}

export interface Results {
  measured: Measured[];
  four: { ready: number; built: number };
  growth: Record<string, number>;
}

export default function work(): Results {
  const posts = new Map<string, BenchPost[]>();
  const measured = CASES.map(([list, n, k, order, rounds]) => {
    const key = `${n} ${order}`;
    if (!posts.has(key)) posts.set(key, makePosts(n, order));
    return measure(list, posts.get(key)!, k, order, rounds);
  });
  posts.clear();
  return {
    measured,
    four: four(),
    growth: Object.fromEntries(Object.keys(RANKINGS).map((list) => [list, growth(list)])),
  };
}

/** What lists and an index of 100,000 posts take up, in bytes a post; `used` says how much is in use after collecting garbage. */
export function memory(used: (collect: boolean) => number): Record<string, number> {
  const n = 1e5;
  const posts = makePosts(n, 'random order');
  const held: unknown[] = [];
  const during = (list: string): number => {
    const { ours } = RANKINGS[list]!;
    for (let i = 0; i < 20; i++) ours(posts, 10);
    const before = used(true);
    held.push(ours(posts, 10));
    return (used(false) - before) / n;
  };
  const lists = Object.fromEntries(Object.keys(RANKINGS).map((list) => [list, during(list)]));
  const before = used(true);
  held.push(indexPosts(posts));
  return { ...lists, index: (used(true) - before) / n };
}
