/** Many comments in Markdown as nodes, a page of them at a time. */
import { MAX_LENGTH } from './limits.ts';
import type { Tags } from './policy.ts';
import { attempt, Failure } from './refusal.ts';
import { type BoxWords, guarded, type Rare, toFragments, type WindowLike } from './sanitize.ts';

/** Comments that DOMPurify parses with one call. */
const TOGETHER = 50;

/**
 * Draws what comes, in groups: together they are not longer than one of them may be.
 *
 * @param htmlOf our own Markdown as HTML, which is well formed by construction; whatever it throws is that item's failure
 */
export function* drawTogether<T>(
  items: Iterable<T>,
  htmlOf: (item: T) => string,
  tags: Tags,
  words: BoxWords,
  window: WindowLike,
  rare?: Rare,
): Generator<[T, DocumentFragment | Failure][]> {
  let waiting: [item: T, html: string | Failure][] = [];
  let length = 0;
  const draw = (): [T, DocumentFragment | Failure][] => {
    const html = waiting.map(([, html]) => html);
    const drawn = toFragments(html, tags, words, window, rare);
    return waiting.map(([item], nth) => [item, drawn[nth]!]);
  };
  for (const item of items) {
    const html = attempt(() => guarded(htmlOf(item), rare));
    const more = html instanceof Failure ? 0 : html.length;
    if (waiting[0] && (waiting.length === TOGETHER || length + more > MAX_LENGTH)) {
      yield draw();
      waiting = [];
      length = 0;
    }
    waiting.push([item, html]);
    length += more;
  }
  if (waiting[0]) yield draw();
}
