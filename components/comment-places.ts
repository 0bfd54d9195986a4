/** Comments that are kept in several places, one `<dogeared-source>` each. Loaded when a tag names some. */
import type { CommentSource } from '../src/comments/source.ts';
import type { commentsAt } from '../src/sources/comments.ts';
import { mergeSources } from '../src/sources/merge.ts';
import type { DogearedComments } from './comments.ts';
import { here } from './here.ts';

/** A name for a place that has none of its own: whose it is. */
const hostOf = (src: string): string => new URL(src, document.baseURI).hostname.replace(/^www\./, '');

/** @param at the reader of an address, which whoever draws comments has already */
export function placesOf(host: DogearedComments, at: typeof commentsAt): CommentSource {
  const places = [...host.querySelectorAll(':scope > dogeared-source')].map((element) => {
    const given = (name: string): string | undefined => element.getAttribute(name) ?? undefined;
    const src = given('src') ?? '';
    const source = at(src, { engine: given('engine'), post: given('post') ?? host.post ?? here() });
    return { name: given('name') ?? (URL.canParse(src, document.baseURI) ? hostOf(src) : src), source };
  });
  return mergeSources(places, (error, name) => host.warn(error, `going on without ${name}`));
}
