/** The JSON that posts are published in: how each is recognised, and which reader knows it. Growing is adding a row. */
import { parsePosts } from '../posts/parse.ts';
import type { Post } from '../posts/post.ts';
import { field } from '../posts/view.ts';
import { parserHere } from './parser.ts';
import type { Parser } from './xml.ts';

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
  parser: Parser;
}

export type Reader<Document = unknown> = (document: Document, context: Context) => Page;

const first = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined);

/** A reader that is loaded when it is needed, with the parser for the HTML in its fields. */
const lazy = (load: () => Promise<{ read: Reader }>) => async (json: unknown, url: string | undefined) => {
  const [{ read }, parser] = await Promise.all([load(), parserHere()]);
  return read(json, { url, parser });
};

export const FORMATS = {
  'json-feed': lazy(() => import('./json-feed.ts')),
  wordpress: lazy(() => import('./wordpress.ts')),
  'wordpress-com': lazy(() => import('./wordpress-com.ts')),
  ghost: lazy(() => import('./ghost.ts')),
  blogger: lazy(() => import('./blogger.ts')),
  dogeared: async (json: unknown, url: string | undefined): Promise<Page> => ({
    posts: parsePosts(json, url === undefined ? {} : { url }),
    complete: field(json, 'complete') !== false,
  }),
};

/** What a source may be said to be. RSS and Atom are told apart by themselves. */
export type FormatName = keyof typeof FORMATS | 'rss' | 'atom';

/** How each format is recognised. Our own comes last: it takes any list of records. */
const SIGNS: Readonly<Record<keyof typeof FORMATS, (json: unknown, post: unknown) => unknown>> = {
  'json-feed': (json) => String(field(json, 'version')).includes('jsonfeed.org/version'),
  wordpress: (_, post) => field(field(post, 'title'), 'rendered') !== undefined,
  'wordpress-com': (json, post) => field(post, 'URL') ?? field(json, 'found') === 0,
  ghost: (json, post) => field(field(json, 'meta'), 'pagination') ?? field(post, 'comment_id'),
  blogger: (json) => field(field(json, 'feed'), 'xmlns') ?? String(field(json, 'kind')).startsWith('blogger#post'),
  dogeared: (json) => Array.isArray(json) || Array.isArray(field(json, 'posts')),
};

/** The name of the format of parsed JSON, undefined for anything else. */
export function detect(json: unknown): keyof typeof FORMATS | undefined {
  const post = first(json) ?? first(field(json, 'posts')) ?? json;
  return (Object.keys(SIGNS) as (keyof typeof FORMATS)[]).find((name) => SIGNS[name](json, post));
}
