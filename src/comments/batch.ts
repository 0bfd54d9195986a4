/** Many bodies at once: what the elements draw with. Comes with DOMPurify; marked is loaded only where there is Markdown. */
import { inSlices } from '../slices.ts';
import type { CommentWords } from './fallback.ts';
import { MAX_LENGTH } from './limits.ts';
import { tagsWith } from './policy.ts';
import { checkLength, reasonOf } from './refusal.ts';
import { RARE, type Rare, toFragment, toFragments } from './sanitize.ts';

/** What a comment says, in one of two ways. */
export interface Body {
  body?: string | undefined;
  html?: string | undefined;
}

/** Bodies that DOMPurify parses with one call. */
const TOGETHER = 25;

/** What only bodies in Markdown need, and only those with tags that somebody typed. One that fails is tried again. */
let markdown: typeof import('./markdown.ts') | undefined;
let raw: typeof import('./raw.ts') | undefined;
/** What few bodies need, of whatever kind. */
let rare: Rare | undefined;

/** Whether there may be a typed tag in Markdown. */
const isTyped = (body = ''): boolean => /<\/?[a-z]/i.test(body);

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
  const same = new Map<string, number[]>();
  bodies.forEach(({ body, html }, at) => {
    const key = html === undefined ? `m${body}` : `h${html}`;
    const places = same.get(key);
    if (places) places.push(at);
    else same.set(key, [at]);
  });
  const written = bodies.filter(({ html }) => html === undefined);
  if (written.length) {
    const typed = written.some(({ body }) => isTyped(body));
    [markdown, raw] = await Promise.all([
      markdown ?? import('./markdown.ts'),
      raw ?? (typed ? import('./raw.ts') : raw),
    ]);
  }
  signal?.throwIfAborted();

  const tags = tagsWith(images);
  const give = (places: readonly number[], nodes: DocumentFragment): void => {
    for (const at of places) place(at, nodes.cloneNode(true) as DocumentFragment);
  };
  const failed: [places: readonly number[], text: string, error: unknown][] = [];
  /** What takes more than is there. */
  const special: (readonly number[])[] = [];
  const fail = (places: readonly number[], text: string, error: unknown): void =>
    void (error === RARE ? special.push(places) : failed.push([places, text, error]));
  /** Markdown that waits for company. */
  let waiting: [places: readonly number[], text: string, html: string][] = [];
  const flush = (): void => {
    const list = waiting;
    waiting = [];
    let drawn: DocumentFragment[] | undefined;
    try {
      if (list[1])
        drawn = toFragments(
          list.map(([, , html]) => html),
          tags,
          words,
          window,
          rare,
        );
    } catch (error) {
      if (error === RARE) return list.forEach(([places, text]) => fail(places, text, error));
      // One of them; each on its own, then.
    }
    list.forEach(([places, text, html], nth) => {
      try {
        give(places, drawn?.[nth] ?? toFragment(html, tags, words, window, rare));
      } catch (error) {
        fail(places, text, error);
      }
    });
  };

  const draw = (places: readonly number[]): void => {
    const { body = '', html } = bodies[places[0]!]!;
    const isHtml = html !== undefined;
    const text = html ?? body;
    try {
      checkLength(text, isHtml, MAX_LENGTH);
      if (isHtml) return give(places, toFragment(html, tags, words, window, rare));
      waiting.push([places, text, markdown!.markdownToHtml(text, tags, words, raw)]);
      // Together they are not longer than one of them may be.
      if (waiting.length >= TOGETHER || waiting.reduce((sum, [, , { length }]) => sum + length, 0) > MAX_LENGTH)
        flush();
    } catch (error) {
      fail(places, text, error);
    }
  };

  const drawEach = async (groups: Iterable<readonly number[]>): Promise<void> => {
    await inSlices(groups, draw, signal);
    flush();
  };
  await drawEach(same.values());
  if (special[0]) {
    rare ??= await import('./rare.ts');
    signal?.throwIfAborted();
    await drawEach(special);
  }
  if (!failed[0]) return;
  const { fallbackFragment } = await import('./fallback.ts');
  signal?.throwIfAborted();
  for (const [places, text, error] of failed)
    give(places, fallbackFragment(text, reasonOf(error), MAX_LENGTH, words, document));
}
