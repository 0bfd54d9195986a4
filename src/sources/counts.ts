/** Counts from an address: what `posts.ts` does for posts. */
import { address, get, type LoadOptions } from '../load.ts';
import type { Duration } from '../posts/duration.ts';
import type { PageCounts, PostLike } from '../posts/post.ts';
import { field } from '../posts/view.ts';
import { guard } from '../private.ts';
import type { CountEngineName } from './counts/engines.ts';
import { SourceError } from './error.ts';
import { toJson } from './read.ts';

/** How counts are loaded, and of which posts. */
export interface CountOptions extends LoadOptions {
  /**
   * The posts whose counts are wanted, with `url`, and `id` for Ghost and WordPress; or a function that is called only
   * where they are needed: by engines that are asked about posts. These are asked about the newest, 60 at most, or 300 where
   * one request is enough for fifty.
   */
  posts?: Iterable<PostLike> | (() => Iterable<PostLike> | Promise<Iterable<PostLike>>) | undefined;
  /**
   * Windows to ask for beside the totals, such as `'30d'`, or a function that is called only where they are needed;
   * engines that know only totals are not asked.
   */
  within?: Duration | readonly Duration[] | (() => readonly Duration[]) | undefined;
  /** The engine, where the address does not say it. */
  engine?: CountEngineName | undefined;
  /** The present, for windows: epoch milliseconds, a `Date` or ISO 8601. Default `Date.now()`. */
  now?: number | Date | string | undefined;
}

/** Counts by address or path. */
export type LoadedCounts = Record<string, number | PageCounts>;

/** The counts of the engine that an address is one of; undefined where it is none's. Files are what they are. */
export async function engineCounts(src: string, options: CountOptions = {}): Promise<LoadedCounts | undefined> {
  await guard(src, options.base);
  const home = address(src, options.base);
  if (!options.engine && home.pathname.endsWith('.json')) return undefined;
  const counts = await (await import('./counts/engines.ts')).countsAt(home, options);
  return counts && Object.fromEntries(counts);
}

/**
 * Loads counts by address: `{ "/a-post/": 1204, … }`, or several counts an address as `joinCounts` takes them; a report of
 * GoAccess; or what an engine counts: GoatCounter, Waline, WordPress Popular Posts, WordPress.com, Ghost, WordPress.
 *
 * Engines that are asked about posts are asked about the newest, in batches where they take any, in at most 60 requests for
 * totals and 60 for each window, four at a time.
 *
 * @param src an http(s) address, absolute or relative to the page
 * @returns a table for `joinCounts`
 * @throws {SourceError} as `loadPosts` does
 * @throws {TypeError | RangeError} for an option that makes no sense
 * @example
 * joinCounts(posts, await loadCounts('https://example.goatcounter.com/counter/', { posts, within: '30d' }));
 */
export async function loadCounts(src: string, options: CountOptions = {}): Promise<LoadedCounts> {
  const found = await engineCounts(src, options);
  if (found) return found;
  const { href } = address(src, options.base);
  const counts = toJson((await get(href, options)).bytes);
  if (!counts || typeof counts !== 'object' || Array.isArray(counts))
    throw new SourceError('not-a-feed', href, 'is not a list of counts such as { "/a-post/": 120 }');
  if (!Array.isArray(field(field(counts, 'requests'), 'data'))) return counts as LoadedCounts;
  const { countsIn } = await (await import('./counts/engines.ts')).COUNT_ENGINES.goaccess.load();
  return Object.fromEntries(countsIn(counts, href));
}
