import type { Post } from '../posts/post.ts';
import { field } from '../posts/view.ts';
import { toText } from './bytes.ts';
import { SourceError } from './error.ts';
import { detect, type FormatName, FORMATS, type Page } from './formats.ts';

/** 10 MB: more than any feed that a reader would want to wait for. */
export const MAX_BYTES = 10_000_000;

export interface ReadOptions {
  /** Where the document was found, for relative addresses and messages. */
  url?: string;
  /** The `Content-Type` it came with; its charset wins over what the document says of itself. */
  contentType?: string;
  /** The format, where it is not to be found out. */
  format?: FormatName;
}

function reject(kind: 'not-a-feed' | 'malformed', url: string | undefined, problem: string): never {
  throw new SourceError(kind, url ?? '', problem);
}

function readJson(text: string, { url }: ReadOptions): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return reject('malformed', url, 'looks like JSON, but is broken or cut off.');
  }
}

/** Reads a document of any known kind, with what it says about further pages. */
export async function readPage(body: unknown, options: ReadOptions = {}): Promise<Page> {
  const { url } = options;
  const bytes = body instanceof ArrayBuffer ? new Uint8Array(body) : body;
  const text = bytes instanceof Uint8Array ? bytes.length <= MAX_BYTES && toText(bytes, options.contentType) : bytes;
  if (text === false || (typeof text === 'string' && text.length > MAX_BYTES))
    throw new SourceError('too-large', url ?? '', 'is larger than 10 MB, which is more than is read of a feed.');

  let json: unknown = text;
  if (typeof text === 'string') {
    const trimmed = text.replace(/^[\s\ufeff]+/, '');
    if (!trimmed) reject('not-a-feed', url, 'is empty.');
    if (!/^[[{]/.test(trimmed)) return (await import('./document.ts')).readDocument(trimmed, url);
    json = readJson(trimmed, options);
  }
  const { format: named = '' } = options;
  const format = named in FORMATS ? (named as keyof typeof FORMATS) : detect(json);
  if (format) return FORMATS[format](json, url);
  const failed = field(json, 'errors') ?? field(json, 'error') ?? field(json, 'code');
  return reject('not-a-feed', url, failed ? 'answered with an error instead of posts.' : 'is JSON, but not a list of posts.');
}

/**
 * Reads what a blog publishes, and finds out by itself what it is: RSS 0.91, 0.92, 1.0, 2.0, Atom 0.3, 1.0, JSON Feed,
 * the JSON of WordPress, WordPress.com, Ghost and Blogger, and our own.
 *
 * @param body bytes, text, or parsed JSON
 * @returns the posts in document order: titles and summaries as plain text, addresses absolute, moments in UTC
 * @throws {SourceError} with `kind` `not-a-feed`, `malformed` or `too-large`; never with text of the document
 * @example
 * const posts = await readPosts(await readFile('feed.xml'), { url: 'https://example.org/feed.xml' });
 */
export async function readPosts(body: unknown, options?: ReadOptions): Promise<Post[]> {
  return (await readPage(body, options)).posts;
}
