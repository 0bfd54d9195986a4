/** Many bodies at once: what the elements draw with. Comes with DOMPurify; marked is loaded only where there is Markdown. */
import { inSlices } from '../slices.ts';
import type { CommentWords } from './fallback.ts';
import { MAX_LENGTH } from './limits.ts';
import type { Parts } from './markdown.ts';
import { tagsWith } from './policy.ts';
import { checkLength, RARE, reasonOf } from './refusal.ts';
import { type Rare, toFragment } from './sanitize.ts';
import { type Drawing, drawTogether } from './together.ts';

/** What a comment says, in one of two ways. */
export interface Body {
  body?: string | undefined;
  html?: string | undefined;
}

/** What only bodies in Markdown need, and only those with tags that somebody typed. One that fails is tried again. */
let markdown: typeof import('./markdown.ts') | undefined;
const parts: Parts = {};
/** What few bodies need, of whatever kind. */
let rare: Rare | undefined;

/** Whether there may be a typed tag in Markdown. */
const isTyped = (body: string): boolean => /<\/?[a-z]/i.test(body);

/**
 * Draws bodies and hands out their nodes: well-formed Markdown together, an engine's HTML one by one.
 *
 * @param place gets the nodes of the body with this number
 * @param images whether pictures are drawn, instead of links to them
 * @throws where a part of what draws could not be loaded; what is on the page stays as it is
 */
export async function drawAll(
  bodies: readonly Body[],
  place: (at: number, nodes: DocumentFragment) => void,
  words: CommentWords,
  images = false,
  signal?: AbortSignal,
): Promise<void> {
  const all = bodies.map(({ body = '', html }, at) => ({ at, text: html ?? body, isHtml: html !== undefined }));
  const written = all.filter(({ isHtml }) => !isHtml);
  if (written[0]) {
    const typed = written.some(({ text }) => isTyped(text));
    [markdown, parts.raw] = await Promise.all([import('./markdown.ts'), typed ? import('./raw.ts') : parts.raw]);
  }
  signal?.throwIfAborted();

  const tags = tagsWith(images);
  type Each = (typeof all)[number];
  const failed: [each: Each, error: unknown][] = [];
  /** What takes more than is there. */
  const special: Each[] = [];
  const settle = ([each, draw]: Drawing<Each>): void => {
    let nodes: DocumentFragment;
    try {
      nodes = draw();
    } catch (error) {
      if (error === RARE) special.push(each);
      else failed.push([each, error]);
      return;
    }
    place(each.at, nodes);
  };
  const read = ({ text, isHtml }: Each): string => {
    checkLength(text, isHtml, MAX_LENGTH);
    return text;
  };
  const htmlOf = (each: Each): string => markdown!.markdownToHtml(read(each), tags, words, parts);
  function* drawings(list: readonly Each[]): Generator<Drawing<Each>[]> {
    for (const each of list) if (each.isHtml) yield [[each, () => toFragment(read(each), tags, words, window, rare)]];
    const typed = list.filter(({ isHtml }) => !isHtml);
    yield* drawTogether(typed, htmlOf, tags, words, window, rare);
  }
  const drawEach = (list: readonly Each[]): Promise<void> =>
    inSlices(drawings(list), (group) => group.forEach(settle), signal);
  await drawEach(all);
  if (special[0]) {
    [rare, parts.seldom] = await Promise.all([import('./rare.ts'), import('./seldom.ts')]);
    signal?.throwIfAborted();
    await drawEach(special.splice(0));
  }
  if (!failed[0]) return;
  const { fallbackFragment } = await import('./fallback.ts');
  signal?.throwIfAborted();
  for (const [{ at, text }, error] of failed)
    place(at, fallbackFragment(text, reasonOf(error), MAX_LENGTH, words, document));
}
