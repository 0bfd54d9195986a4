/** The one door to the network: limits, retries and errors are here and nowhere else. */
import type { Counts, Post } from './posts/post.ts';
import type { Need } from './sources/engines.ts';
import { SourceError } from './sources/error.ts';
import type { FormatName, Page } from './sources/formats.ts';
import { MAX_BYTES, readPage } from './sources/read.ts';

/** Pages that are read of a source at most, 100 posts each where the engine allows. */
export const MAX_PAGES = 10;

const TIME_LIMIT = 10_000;
const RETRIES = 2;
/** Answers that may be different in a moment. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

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
  /** What the list needs, so that no more is asked for. */
  need?: Need;
}

/** What the addresses of engines have in common that feeds and files have not; they are told apart when one comes. */
const ENGINES = /wp-json|rest_route=|public-api\.wordpress\.com|\/ghost\/api\/|\/feeds\/posts\//;

/** What was loaded. */
export interface Loaded {
  posts: Post[];
  /** Whether these are known to be all posts of the blog, not just the latest. */
  complete: boolean;
  /** Whether asking for more (`need.all`, or a larger `need.limit`) would bring more. */
  more: boolean;
}

interface Body {
  bytes: Uint8Array;
  url: string;
  contentType: string;
  header: (name: string) => string | null;
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });

/** The bytes of an answer, counted while they come. */
async function bytesOf(response: Response, url: string): Promise<Uint8Array> {
  const tooLarge = (): SourceError => new SourceError('too-large', url, 'is larger than 10 MB, which is more than is read of a feed.');
  if (Number(response.headers.get('content-length')) > MAX_BYTES) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    length += read.value.length;
    if (length > MAX_BYTES) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Milliseconds that an answer asks to wait: seconds or a date; NaN when it does not say. */
function retryAfter(response: Response): number {
  const value = response.headers.get('retry-after') ?? '';
  return /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
}

interface Failure {
  error: SourceError;
  /** Milliseconds to wait before another try, undefined where that is no use. */
  wait?: number | undefined;
}

async function attempt(url: string, options: LoadOptions, nth: number): Promise<Body | Failure> {
  const { signal, timeout = TIME_LIMIT, random = Math.random } = options;
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal?.addEventListener('abort', abort, { once: true });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, timeout);
  const backoff = (250 << nth) * (1 + random());

  try {
    const send = options.fetch ?? fetch;
    const response = await send(url, { credentials: 'omit', signal: controller.signal });
    if (response.ok) {
      const bytes = await bytesOf(response, url);
      const header = (name: string): string | null => response.headers.get(name);
      return { bytes, url: response.url || url, contentType: header('content-type') ?? '', header };
    }
    await response.body?.cancel();
    const error = new SourceError('http', url, `answered ${response.status}.`, response.status);
    const asked = retryAfter(response);
    // Who asks for more time than a reader has gets no second try.
    const wait = asked > timeout ? undefined : Math.max(asked || 0, backoff);
    return { error, wait: PASSING.has(response.status) ? wait : undefined };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof SourceError) return { error: cause };
    if (late) return { error: new SourceError('timeout', url, `did not answer within ${timeout / 1000} seconds.`) };
    const problem =
      'could not be reached: there is no connection, no such server, or it does not let other sites read it (CORS).';
    // A refusal by CORS looks the same as a dead network, and asking again does not change it.
    const here = new URL(url).origin === (globalThis.location?.origin ?? new URL(url).origin);
    return { error: new SourceError('network', url, problem), wait: here ? backoff : undefined };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function get(url: string, options: LoadOptions): Promise<Body> {
  for (let nth = 0; ; nth++) {
    options.signal?.throwIfAborted();
    const result = await attempt(url, options, nth);
    if (!('error' in result)) return result;
    if (result.wait === undefined || nth >= RETRIES) throw result.error;
    await pause(result.wait, options.signal);
  }
}

function address(src: string, options: LoadOptions): URL {
  const base = options.base ?? globalThis.document?.baseURI ?? globalThis.location?.href;
  let url: URL | undefined;
  try {
    url = new URL(src, base);
  } catch {
    url = undefined;
  }
  if (url && /^https?:$/.test(url.protocol)) {
    url.hash = url.username = url.password = '';
    return url;
  }
  throw new SourceError('address', src, 'is not an http(s) address.');
}

const json = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
};

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
  const { need = {}, format } = options;
  const home = address(src, options);
  const named = format !== undefined || ENGINES.test(home.href);
  const engine = named ? (await import('./sources/engines.ts')).engineOf(home, format) : undefined;
  // Most sources are feeds; their reader comes while the feed does.
  if (!named && !/json/.test(src)) import('./sources/document.ts').catch(() => undefined);
  const seen = new Set<string>();
  const posts: Post[] = [];
  let next: string | undefined = (engine?.first(home, need) ?? home).href;
  let complete = false;

  for (let page = 0; next && page < MAX_PAGES && !seen.has(next); page++) {
    seen.add(next);
    const { bytes, url, contentType, header } = await get(next, options);
    const read: Page = await readPage(bytes, { url, contentType, ...(format && { format }) });
    posts.push(...read.posts);
    const asked: URL = new URL(next);
    next = engine ? engine.next({ url, header, json: json(bytes), page: read }, asked) : read.next && new URL(read.next, url).href;
    complete = read.complete ?? (engine ? !next : false);
    if (!need.all) break;
  }
  return { posts, complete, more: Boolean(next) && !need.all };
}

/**
 * Loads counts by address: `{ "/a-post/": 1204, … }`, or with several counts an address as `joinCounts` takes them.
 *
 * @throws {SourceError} as `loadPosts` does
 */
export async function loadCounts(src: string, options: LoadOptions = {}): Promise<Record<string, number | Counts>> {
  const { bytes, url } = await get(address(src, options).href, options);
  const counts = json(bytes);
  if (typeof counts === 'object' && counts && !Array.isArray(counts)) return counts as Record<string, number | Counts>;
  throw new SourceError('not-a-feed', url, 'is not a list of counts such as { "/a-post/": 120 }.');
}
