/** Comments from an address: what `posts.ts` does for posts. */
import { type BlogComment, parseComment } from '../comments/comment.ts';
import type { CommentPage, CommentRequest, CommentSource } from '../comments/source.ts';
import { address, get, type LoadOptions, MAX_BYTES, TOO_LARGE } from '../load.ts';
import { field } from '../posts/view.ts';
import { guard } from '../private.ts';
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

/** What is known of a document beside its text. */
export interface ReadCommentsOptions {
  /** Where the document was found, for relative addresses and messages. */
  url?: string;
  /** What relative addresses are relative to, if that is something else. */
  base?: string;
  /** Ends the reading of a long list; the promise is rejected with the signal's reason. */
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

/** How comments are loaded. */
export interface CommentOptions extends LoadOptions {
  /** The engine, where the address does not say it. */
  engine?: string | undefined;
  /** The post, for engines that keep the comments of a whole blog: its address, path or number. */
  post?: string | undefined;
}

/** Comments in our own JSON at an address. */
const documentAt = (home: URL, options: LoadOptions): CommentSource => ({
  async load({ after, signal }: CommentRequest): Promise<CommentPage> {
    const { href, origin } = home;
    const asked = after === undefined ? href : URL.canParse(after, href) ? new URL(after, href).href : after;
    // A document has no say in which other sites are asked.
    if (!asked.startsWith(`${origin}/`)) throw new SourceError('address', asked, `is not on ${origin}`);
    const { bytes, response } = await get(asked, { ...options, signal });
    return readCommentPage(bytes, { url: response.url || asked, signal });
  },
});

/** The comments at an address as a source: the elements ask it for a page when a reader wants one. */
export function commentsAt(src: string, options: CommentOptions = {}): CommentSource {
  let source: Promise<CommentSource> | undefined;
  const find = async (): Promise<CommentSource> => {
    await guard(src, options.base);
    const home = address(src, options.base);
    // A file is what it is; whose any other address is says a table that such pages need not load.
    const isFile = !options.engine && home.pathname.endsWith('.json');
    const engine = isFile ? undefined : await (await import('./comments/engines.ts')).engineAt(home, options);
    return engine ?? documentAt(home, options);
  };
  // What could not be loaded is tried again by the next who asks.
  const found = (): Promise<CommentSource> =>
    (source ??= find().catch((error: unknown) => {
      source = undefined;
      throw error;
    }));
  return {
    load: async (request) => (await found()).load(request),
    async post(draft, signal) {
      const source = await found();
      if (!source.post) throw new SourceError('closed', src, 'takes no comments here');
      return source.post(draft, signal);
    },
  };
}

/** What was loaded. */
export interface LoadedComments {
  /** Those that were read, each once. */
  comments: BlogComment[];
  /** How many there are in all, where that is known. */
  total?: number;
  /** Whether these are all comments there are. */
  complete: boolean;
  /** Whether a new comment may be sent. */
  canPost: boolean;
  /** Why there are none to read or to send: the thread is closed, or the post is not for everybody. */
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
export async function loadComments(src: string, options: CommentOptions = {}): Promise<LoadedComments> {
  const source = commentsAt(src, options);
  const signal = options.signal ?? new AbortController().signal;
  let page = await source.load({ sort: 'oldest', signal });
  const { total, closed, canPost = false } = page;
  const comments = new Map(page.comments.map((comment) => [comment.id, comment]));
  // A server that gives the same page again and again has nothing more.
  for (let had = 0, pages = 1; page.next !== undefined && had < comments.size && pages < MAX_PAGES; pages++) {
    had = comments.size;
    page = await source.load({ after: page.next, sort: 'oldest', signal });
    for (const comment of page.comments) if (!comments.has(comment.id)) comments.set(comment.id, comment);
  }
  return {
    comments: [...comments.values()],
    complete: page.next === undefined,
    canPost,
    ...(total !== undefined && { total }),
    ...(closed && { closed }),
  };
}
