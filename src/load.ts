/** The one door to the network: limits, retries and errors are here and nowhere else. */
import { link } from './posts/parse.ts';
import { SourceError } from './sources/error.ts';
import type { FormatName } from './sources/formats.ts';

/** 10 MB: more than any feed that a reader would want to wait for. */
export const MAX_BYTES = 1e7;
export const TOO_LARGE = 'is larger than 10 MB';

/** How something is loaded: who may end it, how long it may take, and what is asked with. */
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

/** What engines need beyond that. */
export interface Sending extends LoadOptions {
  /** Method, body and headers; what has a body is never sent twice. */
  init?: RequestInit | undefined;
  /** Statuses beside the 200s whose answers are answers. */
  accept?: readonly number[] | undefined;
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
  for (let most = +response.headers.get('content-length')!; most <= MAX_BYTES; most = length) {
    const chunk = (await reader?.read())?.value;
    if (!chunk) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    chunks.push(chunk);
    length += chunk.length;
  }
  return void (await reader?.cancel());
}

export async function get(url: string, options: Sending, nth = 0): Promise<Answer> {
  const { signal, timeout = 1e4, fetch: send = fetch, init, accept } = options;
  signal?.throwIfAborted();
  const limit = AbortSignal.timeout(timeout);
  let bad: Response | AbortSignal = limit;
  try {
    const either = AbortSignal.any([signal ?? limit, limit]);
    const response = await send(url, { credentials: 'omit', signal: either, ...init });
    const bytes = (response.ok || accept?.includes(response.status)) && (await bytesOf(response));
    // In Safari, a body that was ended may look like one that has come.
    either.throwIfAborted();
    if (bytes) return { response, bytes };
    bad = response;
  } catch {
    signal?.throwIfAborted();
  }
  const { beforeNext } = await import('./sources/retry.ts').catch(() => {
    throw new SourceError('network', url, 'cannot be reached');
  });
  await beforeNext(nth, url, bad, options, SourceError, TOO_LARGE);
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
