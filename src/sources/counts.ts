import { address, get, type LoadOptions } from '../load.ts';
import type { Counts } from '../posts/post.ts';
import { SourceError } from './error.ts';
import { toJson } from './read.ts';

/**
 * Loads counts by address: `{ "/a-post/": 1204, … }`, or with several counts an address as `joinCounts` takes them.
 *
 * @throws {SourceError} as `loadPosts` does
 */
export async function loadCounts(src: string, options: LoadOptions = {}): Promise<Record<string, number | Counts>> {
  const { href } = address(src, options.base);
  const counts = toJson((await get(href, options)).bytes);
  if (!counts || typeof counts !== 'object' || Array.isArray(counts))
    throw new SourceError('not-a-feed', href, 'is not a list of counts such as { "/a-post/": 120 }');
  return counts as Record<string, number | Counts>;
}
