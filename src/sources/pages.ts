/** Reading on where a source has further pages. Loaded when a list is about the whole blog. */
import type { Loaded } from './posts.ts';
import type { Post } from '../posts/post.ts';

/** Pages that are read of a source at most, 100 posts each where the engine allows. */
export const MAX_PAGES = 10;

/** One page of a source. */
export interface Part {
  posts: Post[];
  complete: boolean;
  /** The next page, relative to `url`. */
  next?: string | undefined;
  /** Where it was found, after redirections. */
  url: string;
  /** What was asked for. */
  asked: string;
}

/** All pages from the first on. What came before an error is better than nothing, unless nobody wants it any more. */
export async function readOn(
  first: Part,
  load: (url: string) => Promise<Part>,
  more: boolean,
  signal?: AbortSignal,
): Promise<Loaded> {
  let posts = first.posts;
  let part = first;
  const seen = new Set([first.asked]);
  while (part.next !== undefined && seen.size < MAX_PAGES) {
    const { next, url, asked } = part;
    const address = URL.canParse(next, url) ? new URL(next, url) : new URL('about:blank');
    // A document has no say in which other sites are asked.
    const known = [url, asked].some((place) => new URL(place).origin === address.origin);
    if (!known || seen.has(address.href)) break;
    seen.add(address.href);
    try {
      part = await load(address.href);
    } catch (error) {
      if (signal?.aborted) throw error;
      return { posts, complete: false, more };
    }
    posts = posts.concat(part.posts);
  }
  return { posts, complete: part.complete, more };
}
