/** Comments that are kept in several places, one `<dogeared-source>` each. Loaded when a tag names some. */
import type { CommentSource } from '../src/comments/source.ts';
import type { commentsAt } from '../src/sources/comments.ts';
import { mergeSources } from '../src/sources/merge.ts';
import type { DogearedComments } from './comments.ts';
import { here } from './here.ts';

/**
 * One of several places where the comments of a post are kept. It stands inside `<dogeared-comments>`, which reads its
 * attributes and draws the comments of all places as one thread; it draws nothing itself, and no class is registered for it.
 *
 * @element dogeared-source
 */
export interface DogearedSource {
  /** The address of comments, as JSON or as an engine keeps them; http(s), relative to the page. */
  src?: string;
  /** The engine, where the address does not say it: `wordpress`, `waline`, `ghost`, … */
  engine?: string;
  /**
   * The post, for engines that keep the comments of a whole blog: address, path or number.
   *
   * @default that of `<dogeared-comments>`, else the page
   */
  post?: string;
  /**
   * What readers see beside each comment from there.
   *
   * @default the host of the address
   */
  name?: string;
}

/** A name for a place that has none of its own: whose it is. */
const hostOf = (src: string): string => new URL(src, document.baseURI).hostname.replace(/^www\./, '');

/** @param at the reader of an address, which whoever draws comments has already */
export function placesOf(host: DogearedComments, at: typeof commentsAt): CommentSource {
  const places = [...host.querySelectorAll(':scope > dogeared-source')].map((element) => {
    const given = (name: keyof DogearedSource): string | undefined => element.getAttribute(name) ?? undefined;
    const src = given('src') ?? '';
    const source = at(src, { engine: given('engine'), post: given('post') ?? host.post ?? here() });
    return { name: given('name') ?? (URL.canParse(src, document.baseURI) ? hostOf(src) : src), source };
  });
  return mergeSources(places, (error, name) => host.warn(error, `going on without ${name}`));
}
