/** The one door to the network: limits, retries and errors are here and nowhere else. */
import { link } from './posts/parse.ts';
import type { Post } from './posts/post.ts';
import type { Need } from './sources/engines.ts';
import { SourceError } from './sources/error.ts';
import type { FormatName } from './sources/formats.ts';
import type { Part } from './sources/pages.ts';
import { MAX_BYTES, readPage } from './sources/read.ts';

/** What the addresses of engines have in common that feeds and files have not; they are told apart when one comes. */
const ENGINE = /wp-json|rest_route=|public-api\.|\/ghost\/api\/|\/feeds\/posts\//;

export interface LoadOptions {
  /** Ends the loading; the promise is rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Default the global one. */
  fetch?: typeof fetch;
  /** The format, where it is not to be found out. */
  format?: FormatName | undefined;
  /** What relative addresses are relative to. Default the page. */
  base?: string;
  /** Milliseconds for one answer, from request to last byte. Default 10,000. */
  timeout?: number;
  /** Chance, from 0 to 1, for the jitter of retries. Default `Math.random`. */
  random?: () => number;
}

export interface LoadPostsOptions extends LoadOptions {
  /** What the list needs, or each of several lists, so that no more is asked for. */
  need?: Need | readonly Need[];
}

/** What was loaded. */
export interface Loaded {
  posts: Post[];
  /** Whether these are known to be all posts of the blog, not just the latest. */
  complete: boolean;
  /** Whether asking for more (`need.all`, or a larger `need.limit`) would bring more. */
  more: boolean;
}

/** What a server answered. */
export interface Answer {
  bytes: Uint8Array;
  response: Response;
}

/** The bytes of an answer, undefined for too many. They are counted while they come: the header may be a lie. */
async function bytesOf(response: Response): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  const chunks: BlobPart[] = [];
  let length = 0;
  let most = Number(response.headers.get('content-length'));
  for (let chunk; most <= MAX_BYTES && (chunk = (await reader?.read())?.value); most = length) {
    chunks.push(chunk);
    length += chunk.length;
  }
  if (most <= MAX_BYTES) return new Uint8Array(await new Blob(chunks).arrayBuffer());
  return void (await reader?.cancel());
}

export async function get(url: string, options: LoadOptions, nth = 0): Promise<Answer> {
  const { signal, timeout = 1e4, fetch: send = fetch } = options;
  signal?.throwIfAborted();
  const limit = AbortSignal.timeout(timeout);
  let bad: Response | AbortSignal = limit;
  try {
    const response = await send(url, { credentials: 'omit', signal: AbortSignal.any([signal ?? limit, limit]) });
    const bytes = response.ok && (await bytesOf(response));
    if (bytes) return { response, bytes };
    bad = response;
  } catch {
    signal?.throwIfAborted();
  }
  const { beforeNext } = await import('./sources/retry.ts').catch(() => {
    throw new SourceError('network', url, 'cannot be reached');
  });
  await beforeNext(nth, url, bad, options);
  return get(url, options, nth + 1);
}

/** The address of a source, without what a server has no business to know. */
export function address(src: string, base = globalThis.document?.baseURI ?? globalThis.location?.href): URL {
  const found = link(src, base ?? 'x:');
  if (!found) throw new SourceError('address', src, 'is not an http(s) address');
  const url = new URL(found);
  url.hash = '';
  return url;
}

/**
 * Loads the posts of a blog from a feed, an engine's address, or JSON of our own.
 *
 * 10 seconds for an answer, 10 MB of it at most, two more tries with growing pauses for answers that may pass
 * (`Retry-After` is kept), no cookies. Engines that can page are asked for what `need` says, up to ten pages.
 *
 * @param src an http(s) address, absolute or relative to the page
 * @returns the posts in document order, and whether they are known to be the whole blog
 * @throws {SourceError} who, what, and what to do
 * @example
 * const { posts, complete } = await loadPosts('https://example.org/feed.xml');
 */
export async function loadPosts(src: string, options: LoadPostsOptions = {}): Promise<Loaded> {
  const { format, signal } = options;
  const needs: readonly Need[] = [options.need ?? {}].flat();
  const home = address(src, options.base);
  const engine = format ?? ENGINE.test(home.href);
  // Most sources are feeds; their reader comes while the feed does.
  if (!engine && !/json/.test(home.href)) import('./sources/document.ts').catch(() => 0);
  const plan = engine ? (await import('./sources/engines.ts')).planOf(home, format, needs) : undefined;

  const load = async (asked: string): Promise<Part> => {
    const answer = await get(asked, options);
    const url = answer.response.url || asked;
    const contentType = answer.response.headers.get('content-type') ?? '';
    const page = await readPage(answer.bytes, { url, contentType, format });
    return { complete: false, ...page, ...plan?.after(answer, page, asked), url, asked };
  };
  const first = await load(plan?.first ?? home.href);
  if (first.next && needs.some(({ all }) => all))
    return (await import('./sources/pages.ts')).readOn(first, load, signal);
  return { posts: first.posts, complete: first.complete, more: !!first.next };
}
