/** The JSON that posts are published in: how each is recognised, and which reader knows it. Growing is adding a row. */
import { toIso } from '../posts/date.ts';
import { plainText } from '../posts/plain.ts';
import type { Post } from '../posts/post.ts';
import { field } from '../posts/view.ts';
import { SourceError } from './error.ts';
import { parserHere } from './parser.ts';
import { ownPage, type ReadOptions } from './read.ts';
import { asIso } from './rfc822.ts';

/** What a reader makes of a document. */
export interface Page {
  posts: Post[];
  /** The address of the next page, where the document names one. */
  next?: string | undefined;
  /** Whether these are known to be all posts. */
  complete?: boolean;
}

export interface Context {
  /** The address of the document. */
  url: string | undefined;
  /** The text of a piece of HTML; '' for what is no text. */
  html(value: unknown): string;
  date: typeof feedDate;
}

export type Reader = (document: unknown, context: Context) => Page;

interface Format {
  /** Whether JSON is of this format; `post` is the first post in it, or the document where there is no list. */
  is(json: unknown, post: unknown): unknown;
  /** The reader, loaded when it is needed. */
  load(): Promise<{ read: Reader }>;
}

/** In the order in which they are tried. Our own comes last: it takes any list of records. */
const FORMATS = {
  'json-feed': {
    is: (json) => String(field(json, 'version')).includes('jsonfeed.org/version'),
    load: () => import('./json-feed.ts'),
  },
  wordpress: {
    is: (_, post) => field(field(post, 'title'), 'rendered') !== undefined,
    load: () => import('./wordpress.ts'),
  },
  'wordpress-com': {
    is: (json, post) => field(post, 'URL') ?? field(json, 'found') === 0,
    load: () => import('./wordpress-com.ts'),
  },
  ghost: {
    is: (json, post) => field(field(json, 'meta'), 'pagination') ?? field(post, 'comment_id'),
    load: () => import('./ghost.ts'),
  },
  blogger: {
    is: (json) => field(field(json, 'feed'), 'xmlns') ?? String(field(json, 'kind')).startsWith('blogger#post'),
    load: () => import('./blogger.ts'),
  },
  dogeared: {
    is: (json) => Array.isArray(json) || Array.isArray(field(json, 'posts')),
    load: () => Promise.resolve({ read: ownPage }),
  },
} as const satisfies Record<string, Format>;

/** A date as somebody wrote it, as ISO 8601 in UTC; undefined where it is none. */
export const feedDate = (value: unknown): string | undefined =>
  typeof value === 'string' ? toIso(asIso(value)) : undefined;

/** What a source may be said to be. RSS and Atom are told apart by themselves. */
export type FormatName = keyof typeof FORMATS | 'rss' | 'atom';

const first = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined);

/** Reads parsed JSON of any known format, undefined where that was none. */
export async function readJson(json: unknown, { url, format = 'rss' }: ReadOptions): Promise<Page> {
  if (json === undefined) throw new SourceError('malformed', url ?? '', 'is broken JSON');
  const post = first(json) ?? first(field(json, 'posts')) ?? json;
  const rows = Object.values(FORMATS) as Format[];
  const found = Object.hasOwn(FORMATS, format)
    ? FORMATS[format as keyof typeof FORMATS]
    : rows.find(({ is }) => is(json, post));
  if (!found) {
    const failed = field(json, 'errors') ?? field(json, 'error') ?? field(json, 'code');
    throw new SourceError(
      'not-a-feed',
      url ?? '',
      failed ? 'answered with an error instead of posts' : 'is JSON, but not a list of posts',
    );
  }
  const [{ read }, parser] = await Promise.all([found.load(), parserHere()]);
  const html = (value: unknown): string => (typeof value === 'string' ? plainText(value, parser.decode) : '');
  return read(json, { url, html, date: feedDate });
}
