/** Many bodies at once: what the elements draw with. Comes with DOMPurify; marked is loaded only where there is Markdown. */
import { inSlices } from '../slices.ts';
import type { CommentWords } from './fallback.ts';
import { MAX_LENGTH } from './limits.ts';
import { tagsWith } from './policy.ts';
import { attempt, checkLength, Failure, reasonOf } from './refusal.ts';
import { RARE, type Rare, toFragment } from './sanitize.ts';
import { drawTogether } from './together.ts';

/** What a comment says, in one of two ways. */
export interface Body {
  body?: string | undefined;
  html?: string | undefined;
}

/** Where one body is wanted. */
type Places = readonly number[];

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
  const textOf = ([at = 0]: Places): string => bodies[at]!.html ?? bodies[at]!.body ?? '';
  const give = ([first = 0, ...others]: Places, nodes: DocumentFragment): void => {
    for (const at of others) place(at, nodes.cloneNode(true) as DocumentFragment);
    place(first, nodes);
  };
  const failed: [places: Places, error: unknown][] = [];
  /** What takes more than is there. */
  const special: Places[] = [];
  const settle = ([places, drawn]: [Places, DocumentFragment | Failure]): void => {
    if (!(drawn instanceof Failure)) give(places, drawn);
    else if (drawn.error === RARE) special.push(places);
    else failed.push([places, drawn.error]);
  };
  const drawEach = async (all: readonly Places[]): Promise<void> => {
    const isHtml = ([at = 0]: Places): boolean => bodies[at]!.html !== undefined;
    const read = (places: Places): string => {
      checkLength(textOf(places), isHtml(places), MAX_LENGTH);
      return textOf(places);
    };
    const alone = (places: Places): DocumentFragment => toFragment(read(places), tags, words, window, rare);
    await inSlices(all.filter(isHtml), (places) => settle([places, attempt(() => alone(places))]), signal);
    const typeset = (places: Places): string => markdown!.markdownToHtml(read(places), tags, words, raw);
    const typed = all.filter((places) => !isHtml(places));
    const groups = drawTogether(typed, typeset, tags, words, window, rare);
    await inSlices(groups, (group) => group.forEach(settle), signal);
  };
  await drawEach([...same.values()]);
  if (special[0]) {
    rare ??= await import('./rare.ts');
    signal?.throwIfAborted();
    await drawEach(special.splice(0));
  }
  if (!failed[0]) return;
  const { fallbackFragment } = await import('./fallback.ts');
  signal?.throwIfAborted();
  for (const [places, error] of failed)
    give(places, fallbackFragment(textOf(places), reasonOf(error), MAX_LENGTH, words, document));
}
