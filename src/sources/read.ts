import { MAX_BYTES, TOO_LARGE } from '../load.ts';
import { parsePosts, recordsOf } from '../posts/parse.ts';
import type { Post } from '../posts/post.ts';
import { field } from '../posts/view.ts';
import { SourceError } from './error.ts';
import type { FormatName, Page } from './formats.ts';

/** What is known of a document beside its text. */
export interface ReadOptions {
  /** Where the document was found, for relative addresses and messages. */
  url?: string | undefined;
  /** The `Content-Type` it came with; its charset wins over what the document says of itself. */
  contentType?: string;
  /** The format, where it is not to be found out. */
  format?: FormatName | undefined;
}

/** Bytes or text as text, for what is UTF-8 by definition: without a mark of that, and without white space around. */
const toText = (body: Uint8Array | string): string =>
  (typeof body === 'string' ? body : new TextDecoder().decode(body)).trim();

/** JSON of bytes or text, undefined where it is none. */
export function toJson(body: Uint8Array | string): unknown {
  try {
    return JSON.parse(toText(body));
  } catch {
    return undefined;
  }
}

/** Whether JSON is our own: a list of records with plain titles, and none of the fields that others mark theirs with. */
function isOwn(json: unknown): boolean {
  const posts = recordsOf(json);
  if (!posts || field(json, 'meta')) return false;
  const [first] = posts;
  return !first || (typeof field(first, 'title') === 'string' && !field(first, 'URL') && !field(first, 'comment_id'));
}

/** Posts in our own JSON: all there are, unless it says that there are more. */
export const ownPage = (json: unknown, { url = '' }: { url?: string | undefined }) => ({
  posts: parsePosts(json, { url }),
  complete: field(json, 'complete') !== false,
});

/** Reads parsed JSON of any known kind, undefined where that was none. */
export async function readValue(json: unknown, options: ReadOptions): Promise<Page> {
  const { format } = options;
  if (format ? format === 'dogeared' && json !== undefined : isOwn(json)) return ownPage(json, options);
  return (await import('./formats.ts')).readJson(json, options);
}

/** Reads a document of any known kind, with what it says about further pages. */
export async function readPage(body: Uint8Array | string, options: ReadOptions): Promise<Page> {
  // JSON is UTF-8; everything else has to be looked at more closely.
  const text = toText(body);
  if (!/^[[{]/.test(text)) return (await import('./document.ts')).readDocument(body, options, text);
  return readValue(toJson(text), options);
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
export async function readPosts(body: unknown, options: ReadOptions = {}): Promise<Post[]> {
  const data = body instanceof ArrayBuffer ? new Uint8Array(body) : body;
  if (typeof data !== 'string' && !(data instanceof Uint8Array)) return (await readValue(data ?? null, options)).posts;
  if (data.length > MAX_BYTES) throw new SourceError('too-large', options.url ?? '', TOO_LARGE);
  return (await readPage(data, options)).posts;
}
