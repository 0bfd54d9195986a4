/** Posts from an address. */
import { address, get, type LoadOptions } from '../load.ts';
import type { Post } from '../posts/post.ts';
import type { Need } from './engines.ts';
import type { Part } from './pages.ts';
import { readPage } from './read.ts';

/**
 * What the addresses of engines have in common that feeds and files have not, and what may be a private key in one: `engines.ts`
 * takes a closer look when one comes.
 */
const ENGINE = /wp-json|rest_route|feeds\/posts|[/-]api[/.]|@|key|token|secret|pass|pwd|auth|jwt/i;

/** How posts are loaded, and how many of them. */
export interface LoadPostsOptions extends LoadOptions {
  /** What the list needs, or each of several lists, so that no more is asked for. */
  need?: Need | readonly Need[];
}

/** What was loaded. */
export interface Loaded {
  /** In document order. */
  posts: Post[];
  /** Whether these are known to be all posts of the blog, not just the latest. */
  complete: boolean;
  /** Whether asking for more (`need.all`, a larger `need.limit`, or more `need.fields`) may bring more. */
  more: boolean;
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
export function loadPosts(src: string, options: LoadPostsOptions = {}): Promise<Loaded> {
  return postsFrom(src, options, () => [options.need ?? {}].flat());
}

/** The same for those who know what is needed only when it has to be known: files and feeds are asked for at once. */
export async function postsFrom(src: string, options: LoadOptions, needed: () => readonly Need[]): Promise<Loaded> {
  const { format, signal } = options;
  const home = address(src, options.base);
  const engine = format ?? ENGINE.test(src);
  // Most sources are feeds; their reader comes while the feed does.
  if (!engine && !/json/.test(home.href)) import('./document.ts').catch(() => 0);
  const plan = engine ? await (await import('./engines.ts')).planOf(src, home, options, needed) : undefined;

  const load = async (asked: string): Promise<Part> => {
    const answer = await get(asked, options);
    const url = answer.response.url || asked;
    const contentType = answer.response.headers.get('content-type') ?? '';
    const page = await readPage(answer.bytes, { url, contentType, format });
    return { complete: false, ...page, ...plan?.after(answer, page, asked), url, asked };
  };
  const first = await load(plan?.first ?? home.href);
  if (first.next && needed().some(({ all }) => all))
    return (await import('./pages.ts')).readOn(first, load, !!plan?.partial, signal);
  return { posts: first.posts, complete: first.complete, more: !!first.next || !!plan?.partial };
}
