/** Comments from an address: what `posts.ts` does for posts. */
import { type BlogComment, parseComment } from '../comments/comment.ts';
import type { CommentPage, CommentRequest, CommentSource } from '../comments/source.ts';
import { address, get, type LoadOptions, MAX_BYTES, TOO_LARGE } from '../load.ts';
import { field } from '../posts/view.ts';
import { inSlices } from '../slices.ts';
import { SourceError } from './error.ts';

/** Comments in our own JSON: a list of records, or an object with such a list and what is known about the rest. */
async function readOwn(
  json: unknown,
  url: string,
  base: string | undefined,
  signal?: AbortSignal,
): Promise<CommentPage> {
  const records = Array.isArray(json) ? (json as unknown[]) : field(json, 'comments');
  if (!Array.isArray(records)) {
    const failed = field(json, 'errors') ?? field(json, 'error') ?? field(json, 'code');
    throw new SourceError(
      'not-a-feed',
      url,
      failed ? 'answered with an error instead of comments' : 'is not a list of comments',
    );
  }
  const comments: BlogComment[] = [];
  const seen = new Map<string, number>();
  await inSlices(
    records,
    (record) => {
      const comment = parseComment(record, base, seen);
      if (comment) comments.push(comment);
    },
    signal,
  );
  const [total, closed, next] = ['total', 'closed', 'next'].map((name) => field(json, name));
  return {
    comments,
    total: typeof total === 'number' && total >= 0 ? total : undefined,
    next: typeof next === 'string' && next ? next : undefined,
    closed: closed === 'protected' ? closed : closed ? 'closed' : undefined,
  };
}

export interface ReadCommentsOptions {
  /** Where the document was found, for relative addresses and messages. */
  url?: string;
  /** What relative addresses are relative to, if that is something else. */
  base?: string;
  signal?: AbortSignal;
}

/** A document of any known kind, with what it says of the comments that are not in it. */
export async function readCommentPage(
  body: unknown,
  { url = '', base = url || undefined, signal }: ReadCommentsOptions,
): Promise<CommentPage> {
  const data = body instanceof ArrayBuffer ? new Uint8Array(body) : body;
  if (typeof data !== 'string' && !(data instanceof Uint8Array)) return readOwn(data, url, base, signal);
  if (data.length > MAX_BYTES) throw new SourceError('too-large', url, TOO_LARGE);
  let json: unknown;
  try {
    json = JSON.parse(typeof data === 'string' ? data.replace(/^\ufeff/, '') : new TextDecoder().decode(data));
  } catch {
    throw new SourceError('malformed', url, 'is not JSON');
  }
  return readOwn(json, url, base, signal);
}

/**
 * Reads comments: JSON of our own, `[{ "id", "parentId", "author": { "name" }, "body", "published" }, …]` or such a list as
 * `comments` of an object.
 *
 * @param body bytes, text, or parsed JSON
 * @returns the comments in document order; their bodies are as hostile as they were
 * @throws {SourceError} with `kind` `not-a-feed`, `malformed` or `too-large`
 */
export async function readComments(body: unknown, options: ReadCommentsOptions = {}): Promise<BlogComment[]> {
  return (await readCommentPage(body, options)).comments;
}

/** Pages that are read of a source at most. */
const MAX_PAGES = 100;

/** The comments at an address as a source: the elements ask it for a page when a reader wants one. */
export function commentsAt(src: string, options: LoadOptions = {}): CommentSource {
  return {
    async load({ after, signal }: CommentRequest): Promise<CommentPage> {
      const { href, origin } = address(src, options.base);
      const asked = after === undefined ? href : URL.canParse(after, href) ? new URL(after, href).href : after;
      // A document has no say in which other sites are asked.
      if (!asked.startsWith(`${origin}/`)) throw new SourceError('address', asked, `is not on ${origin}`);
      const { bytes, response } = await get(asked, { ...options, signal });
      return readCommentPage(bytes, { url: response.url || asked, signal });
    },
  };
}

/** What was loaded. */
export interface LoadedComments {
  comments: BlogComment[];
  total?: number;
  /** Whether these are all comments there are. */
  complete: boolean;
  canPost: boolean;
  closed?: 'closed' | 'protected';
}

/**
 * Loads the comments on a post from an address, page after page.
 *
 * @param src an http(s) address, absolute or relative to the page
 * @throws {SourceError} who, what, and what to do
 * @example
 * const { comments } = await loadComments('https://example.org/comments/a-post.json');
 */
export async function loadComments(src: string, options: LoadOptions = {}): Promise<LoadedComments> {
  const source = commentsAt(src, options);
  const signal = options.signal ?? new AbortController().signal;
  let page = await source.load({ sort: 'oldest', signal });
  const { total, closed, canPost = false } = page;
  const comments = page.comments;
  for (let pages = 1; page.next !== undefined && pages < MAX_PAGES; pages++) {
    page = await source.load({ after: page.next, sort: 'oldest', signal });
    for (const comment of page.comments) comments.push(comment);
  }
  return {
    comments,
    complete: page.next === undefined,
    canPost,
    ...(total !== undefined && { total }),
    ...(closed && { closed }),
  };
}
