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

/** A body, and where it stands. */
interface Each {
  text: string;
  isHtml: boolean;
  places: number[];
}

const isMarkdown = (each: Each): boolean => !each.isHtml;

/** What only bodies in Markdown need, and only those with tags that somebody typed. One that fails is tried again. */
let markdown: typeof import('./markdown.ts') | undefined;
const parts: Parts = {};
/** What few bodies need, of whatever kind. */
let rare: Rare | undefined;

/** Whether there may be a typed tag in Markdown. */
const isTyped = (body: string): boolean => /<\/?[a-z]/i.test(body);

/**
 * Draws each distinct body once and hands out its nodes: well-formed Markdown together, an engine's HTML one by one.
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
  // Equal bodies are drawn once.
  const same = new Map<string, Each>();
  bodies.forEach(({ body = '', html }, at) => {
    const isHtml = html !== undefined;
    const text = html ?? body;
    const key = isHtml + text;
    const each = same.get(key) ?? { text, isHtml, places: [] };
    each.places.push(at);
    same.set(key, each);
  });
  const all = [...same.values()];
  const written = all.filter(isMarkdown);
  if (written[0]) {
    const typed = written.some(({ text }) => isTyped(text));
    [markdown, parts.raw] = await Promise.all([import('./markdown.ts'), typed ? import('./raw.ts') : parts.raw]);
  }
  signal?.throwIfAborted();

  const tags = tagsWith(images);
  const give = ({ places }: Each, nodes: DocumentFragment): void =>
    places.forEach((at) => place(at, nodes.cloneNode(true) as DocumentFragment));
  const failed: [each: Each, error: unknown][] = [];
  /** What takes more than is there. */
  const special: Each[] = [];
  const settle = ([each, draw]: Drawing<Each>): void => {
    try {
      give(each, draw());
    } catch (error) {
      if (error === RARE) special.push(each);
      else failed.push([each, error]);
    }
  };
  const read = ({ text, isHtml }: Each): string => {
    checkLength(text, isHtml, MAX_LENGTH);
    return text;
  };
  const htmlOf = (each: Each): string => markdown!.markdownToHtml(read(each), tags, words, parts);
  function* drawings(list: readonly Each[]): Generator<Drawing<Each>[]> {
    for (const each of list) if (each.isHtml) yield [[each, () => toFragment(read(each), tags, words, window, rare)]];
    yield* drawTogether(list.filter(isMarkdown), htmlOf, tags, words, window, rare);
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
  for (const [each, error] of failed)
    give(each, fallbackFragment(each.text, reasonOf(error), MAX_LENGTH, words, document));
}
