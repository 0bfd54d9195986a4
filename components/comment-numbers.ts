/** How many comments the posts of a blog have, and how that is said. Loaded while the numbers are. */
import { commentCountLabel } from '../src/comments/count.ts';
import { address, get } from '../src/load.ts';
import { countsFor } from '../src/posts/counts.ts';
import type { Counts } from '../src/posts/post.ts';
import { normalizeUrl } from '../src/posts/url.ts';
import { field } from '../src/posts/view.ts';
import { readCommentPage } from '../src/sources/comments.ts';
import { engineCounts } from '../src/sources/counts.ts';
import { SourceError } from '../src/sources/error.ts';
import { toJson } from '../src/sources/read.ts';

export interface Numbers {
  /** Undefined where nobody knows: the list is not all there is. */
  countOf(url: string): number | undefined;
  label: typeof commentCountLabel;
  /** The posts that an engine was asked about, where it was asked post by post. */
  about?: ReadonlySet<string> | undefined;
}

/** What an engine says of these posts; undefined for an address that is none's. */
async function engineNumbers(
  src: string,
  signal: AbortSignal,
  posts: ReadonlyMap<string, string>,
): Promise<Numbers | undefined> {
  let about: Set<string> | undefined;
  const counts = await engineCounts(src, {
    signal,
    posts: () => {
      about = new Set(posts.keys());
      // One page in several spellings is asked about once.
      return new Map(Array.from(posts, ([url, id]) => [normalizeUrl(url), { url, id }])).values();
    },
  });
  const find = counts && countsFor(counts);
  return find && { countOf: (url) => find(url)?.comments, label: commentCountLabel, about };
}

/**
 * Numbers by address, `{ "/a-post/": 12 }` or `{ "/a-post/": { "comments": 12 } }`, or comments, which are counted by the
 * post that they are about; or what an engine says of the posts that are wanted.
 */
export async function loadNumbers(
  src: string,
  signal: AbortSignal,
  posts: ReadonlyMap<string, string>,
): Promise<Numbers> {
  const known = await engineNumbers(src, signal, posts);
  if (known) return known;
  const { href } = address(src);
  const { bytes } = await get(href, { signal });
  const json = toJson(bytes);
  if (!json || typeof json !== 'object')
    throw new SourceError('not-a-feed', href, 'is not a list of numbers such as { "/a-post/": 12 }');
  const count = (comments: unknown): Counts => ({ comments: typeof comments === 'number' ? comments : NaN });
  let pairs: (readonly [string, Counts])[];
  let isPart = false;
  if (Array.isArray(json) || Array.isArray(field(json, 'comments'))) {
    const { comments, next } = await readCommentPage(json, { url: href, signal });
    isPart = next !== undefined;
    const alive = comments.filter(({ status }) => !status);
    pairs = alive.flatMap(({ post }) => (post ? [[post.url, count(1)] as const] : []));
  } else
    pairs = Object.entries(json).map(([url, value]: [string, unknown]) => [
      url,
      count(typeof value === 'object' ? field(value, 'comments') : value),
    ]);
  const find = countsFor(pairs);
  const countOf = (url: string): number | undefined => (isPart ? undefined : (find(url)?.comments ?? 0));
  return { countOf, label: commentCountLabel };
}
