/** Many comments in Markdown as nodes, a page of them at a time. */
import { MAX_LENGTH } from './limits.ts';
import type { Tags } from './policy.ts';
import { type BoxWords, guarded, parse, type Rare, tidy, toFragment, type WindowLike } from './sanitize.ts';

/** Holds one of them. No comment can have one: it is in no policy. */
const HOLDER = 'article';

/** Holders with comments in them; none where they did not come out as they went in. */
function parseHolders(bodies: readonly string[], window: WindowLike): ArrayLike<Element> {
  const fragment = parse(bodies.map((html) => `<${HOLDER}>${html}</${HOLDER}>`).join(''), window);
  const { childNodes } = fragment;
  const holders = fragment.querySelectorAll(HOLDER);
  const same = childNodes.length + holders.length === 2 * bodies.length;
  return same && bodies.every((_, nth) => childNodes[nth] === holders[nth]) ? holders : [];
}

/** A comment, and what draws it, or throws what is wrong with it. */
export type Drawing<T> = readonly [comment: T, draw: () => DocumentFragment];

/**
 * Comments in groups that are parsed together, and are not longer than one comment may be: DOMPurify takes as long for a
 * page of them as for one. What cannot be drawn comes at once, alone.
 *
 * @param htmlOf our Markdown as HTML: well formed by construction, so that no comment can reach into another
 */
export function* drawTogether<T>(
  comments: Iterable<T>,
  htmlOf: (comment: T) => string,
  tags: Tags,
  words: BoxWords,
  window: WindowLike,
  rare?: Rare,
): Generator<Drawing<T>[]> {
  let waiting: (readonly [comment: T, html: string])[] = [];
  let length = 0;
  const flush = (): Drawing<T>[] => {
    const group = waiting;
    waiting = [];
    length = 0;
    let holders: ArrayLike<Element> = [];
    try {
      holders = parseHolders(
        group.map(([, html]) => html),
        window,
      );
    } catch {
      // Each on its own, then.
    }
    return group.map(([comment, html], nth) => {
      const holder = holders[nth];
      const draw = (): DocumentFragment => {
        if (!holder) return toFragment(html, tags, words, window, rare);
        tidy(holder, tags, words, rare);
        const own = holder.ownerDocument.createDocumentFragment();
        own.append(...holder.childNodes);
        return own;
      };
      return [comment, draw];
    });
  };
  for (const comment of comments) {
    let html: string;
    try {
      html = guarded(htmlOf(comment), rare);
    } catch (error) {
      const draw = (): never => {
        throw error;
      };
      yield [[comment, draw]];
      continue;
    }
    if (length + html.length > MAX_LENGTH && waiting[0]) yield flush();
    waiting.push([comment, html]);
    length += html.length;
  }
  if (waiting[0]) yield flush();
}
