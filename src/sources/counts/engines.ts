/** The engines that count: how an address of each looks, and which file knows the rest. Growing is adding a row. */
import { readTime, timeOf } from '../../posts/date.ts';
import { type Duration, toMs } from '../../posts/duration.ts';
import type { PageCounts, PostLike, Windows } from '../../posts/post.ts';
import { field, text } from '../../posts/view.ts';
import type { CountOptions } from '../counts.ts';
import { SourceError } from '../error.ts';
import { run } from '../steps.ts';
import type { CountedPost, CountEngine, Span } from './engine.ts';

interface Row {
  /** Whether an address is one of this engine's; where that cannot be seen, the owner names the engine. */
  is(url: URL): boolean;
  /** How many posts it is asked about at most, the newest; nothing where it is asked for all that it has. */
  most?: number;
  load(): Promise<{ engine: CountEngine<any> }>;
}

/** The path of an address, or of a WordPress without pretty permalinks what stands for it. */
const routeOf = ({ pathname, searchParams }: URL): string => searchParams.get('rest_route') ?? pathname;

/** One request a post, or fifty posts a request: a page asks no more of a site than some dozen requests. */
const ONE_BY_ONE = 60;
const IN_BATCHES = 300;

/** In the order in which they are tried. */
export const COUNT_ENGINES = {
  goatcounter: {
    is: ({ hostname, pathname }) => /\.goatcounter\.com$/.test(hostname) || /\/counter\/?$/.test(pathname),
    most: ONE_BY_ONE,
    load: () => import('./goatcounter.ts'),
  },
  waline: {
    is: ({ pathname }) => /\/api\/(article|comment)\/?$/.test(pathname),
    most: IN_BATCHES,
    load: () => import('./waline.ts'),
  },
  'popular-posts': {
    is: (url) => /\/wordpress-popular-posts\/v\d\/popular-posts\/?$/.test(routeOf(url)),
    load: () => import('./popular-posts.ts'),
  },
  'wordpress-com': {
    is: ({ hostname, pathname }) =>
      hostname === 'public-api.wordpress.com' && /\/sites\/[^/]+(\/posts)?\/?$/.test(pathname),
    load: () => import('./wordpress-com.ts'),
  },
  ghost: {
    is: ({ pathname }) => pathname.includes('/members/api/comments/'),
    most: IN_BATCHES,
    load: () => import('./ghost.ts'),
  },
  wordpress: {
    is: (url) => /\/wp-json\/?$|\/wp\/v2\/(comments|posts)\/?$/.test(routeOf(url)),
    most: ONE_BY_ONE,
    load: () => import('./wordpress.ts'),
  },
  // Its reports are files, told by what is in them.
  goaccess: { is: () => false, load: () => import('./goaccess.ts') },
} as const satisfies Record<string, Row>;

/** An engine that counts, by name. */
export type CountEngineName = keyof typeof COUNT_ENGINES;

function newest(posts: Iterable<PostLike>, most: number): CountedPost[] {
  const known = Array.from(posts, (post) => ({
    id: text(field(post, 'id')),
    url: text(field(post, 'url')),
    time: timeOf(post),
  })).filter(({ url }) => URL.canParse(url, 'http://-'));
  return known.sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0)).slice(0, most);
}

function spanOf(within: Duration): Span {
  const ms = toMs(within);
  if (ms > 0 && ms < Infinity)
    return { name: (typeof within === 'number' ? `${ms / 864e5}d` : within) as keyof Windows, ms };
  throw new RangeError(
    `loadCounts: within is ${String(within)} (${typeof within}); allowed: numbers, strings like "7d"`,
  );
}

/** The counts of an engine at an address; undefined for an address that is none's. */
export async function countsAt(url: URL, options: CountOptions): Promise<Map<string, PageCounts> | undefined> {
  const rows: Readonly<Record<string, Row>> = COUNT_ENGINES;
  const { engine: name, posts, within = [], now = Date.now() } = options;
  if (name && !Object.hasOwn(rows, name))
    throw new RangeError(`loadCounts: engine is ${name}; allowed: ${Object.keys(rows).join(', ')}`);
  const row = name ? rows[name] : Object.values(rows).find(({ is }) => is(url));
  if (!row) return undefined;
  const windows = [typeof within === 'function' ? within() : within].flat().map((one) => spanOf(one as Duration));
  const [{ engine }, asked] = await Promise.all([
    row.load(),
    row.most && (typeof posts === 'function' ? posts() : posts),
  ]);
  if (row.most && !asked) throw new TypeError('loadCounts: posts is missing; this engine is asked post by post');
  const wanted = { url, posts: newest(asked || [], row.most ?? 0), windows, now: readTime(now) ?? Date.now() };
  try {
    const { counts } = await run(engine.start(wanted), engine.read.bind(engine), options);
    return new Map(counts);
  } catch (error) {
    const advice = error instanceof SourceError && engine.advice?.(error);
    throw advice ? new SourceError(error.kind, error.url, advice, error.status) : error;
  }
}
