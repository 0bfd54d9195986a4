/** Many bodies at once: what the elements draw with. Comes with DOMPurify; marked is loaded only where there is Markdown. */
import { inSlices } from '../slices.ts';
import { type CommentWords, fallbackFragment } from './fallback.ts';
import { MAX_LENGTH } from './limits.ts';
import { type Tags, tagsWith } from './policy.ts';
import { checkLength, reasonOf } from './refusal.ts';
import { toFragment, toFragments } from './sanitize.ts';

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

/** Whether there may be a typed tag in Markdown. */
const isTyped = (body = ''): boolean => /<\/?[a-z]/i.test(body);

/** Draws bodies with one set of words, by one policy. */
export class Drawer {
  readonly #words: CommentWords;
  readonly #tags: Tags;

  constructor(words: CommentWords, images = false) {
    this.#words = words;
    this.#tags = tagsWith(images);
  }

  /**
   * Draws each distinct body once and hands out its nodes: well-formed Markdown together, an engine's HTML one by one.
   *
   * @param place gets the nodes of the body with this number
   * @throws where marked could not be loaded; what is on the page stays as it is
   */
  async draw(bodies: readonly Body[], place: (at: number, nodes: DocumentFragment) => void, signal?: AbortSignal) {
    // Equal bodies are drawn once.
    const same = new Map<string, number[]>();
    bodies.forEach(({ body, html }, at) => {
      const key = html === undefined ? `m${body}` : `h${html}`;
      const places = same.get(key);
      if (places) places.push(at);
      else same.set(key, [at]);
    });
    const distinct = [...same.values()];
    const written = bodies.filter(({ html }) => html === undefined);
    if (written.length) {
      const typed = written.some(({ body }) => isTyped(body));
      [markdown, raw] = await Promise.all([
        markdown ?? import('./markdown.ts'),
        raw ?? (typed ? import('./raw.ts') : raw),
      ]);
    }
    signal?.throwIfAborted();

    const give = (places: readonly number[], nodes: DocumentFragment): void => {
      places.forEach((at, nth) =>
        place(at, nth < places.length - 1 ? (nodes.cloneNode(true) as DocumentFragment) : nodes),
      );
    };
    const one = (html: string): DocumentFragment => toFragment(html, this.#tags, this.#words, window as never);
    const plain = (text: string, error: unknown): DocumentFragment =>
      fallbackFragment(text, reasonOf(error), MAX_LENGTH, this.#words, document);
    /** Markdown that waits for company. */
    let waiting: [places: number[], html: string, text: string][] = [];
    const flush = (): void => {
      const [list, htmls] = [waiting, waiting.map(([, html]) => html)];
      waiting = [];
      let drawn: DocumentFragment[] | undefined;
      try {
        drawn = list.length > 1 ? toFragments(htmls, this.#tags, this.#words, window as never) : undefined;
      } catch {
        // One of them; each on its own, then.
      }
      list.forEach(([places, html, text], nth) => {
        try {
          give(places, drawn?.[nth] ?? one(html));
        } catch (error) {
          give(places, plain(text, error));
        }
      });
    };

    await inSlices(
      distinct,
      (places) => {
        const { body = '', html } = bodies[places[0]!]!;
        const text = html ?? body;
        try {
          checkLength(text, html !== undefined, MAX_LENGTH);
          if (html !== undefined) return give(places, one(html));
          waiting.push([places, markdown!.markdownToHtml(body, this.#tags, this.#words, raw), body]);
          // Together they are not longer than one of them may be.
          if (waiting.length >= TOGETHER || waiting.reduce((sum, [, html]) => sum + html.length, 0) > MAX_LENGTH)
            flush();
        } catch (error) {
          give(places, plain(text, error));
        }
      },
      signal,
    );
    if (waiting.length) flush();
  }
}
