/** What readers do with comments, beyond reading the first of them, and what some owners want. Loaded when one does. */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { BlogComment } from '../src/comments/comment.ts';
import type { Thread } from '../src/comments/order.ts';
import { type Sort, SORTS } from '../src/comments/sorts.ts';
import type { CommentPage } from '../src/comments/source.ts';
import { breathe, inSlices } from '../src/slices.ts';
import { button, setRaw } from './comment-item.ts';
import { isGrowing, placed } from './comment-long.ts';
import type { View } from './comment-thread.ts';
import { names } from './names.ts';

export { place, placed } from './comment-long.ts';
export { scoreOf } from '../src/comments/best.ts';

/** How far down a comment may be for all that is before it to be drawn. */
const FAR = 500;

const MINUTE = 60_000;

/** Pages that are read on the way to a comment. */
const MAX_PAGES = 1000;

/** Says which attributes make no sense. */
export function complain({ host }: View): void {
  const odd = (name: string, value: unknown, allowed: string, isFine: boolean): void => {
    if ((value ?? '') !== '' && !isFine)
      host.warn(new RangeError(`${name} is ${String(value)}; allowed: ${allowed}`), 'using the default');
  };
  odd('sort', host.sort, SORTS.join(', '), SORTS.includes(host.sort!));
  odd('limit', host.limit, 'numbers from 1 up', Number(host.limit) >= 1);
  odd('heading-level', host.headingLevel, '1 to 6', /^[1-6]$/.test(String(host.headingLevel)));
  odd('fold-below', host.foldBelow, 'numbers', Number.isFinite(Number(host.foldBelow)));
}

/** What a comment stands under, from the outermost in; the first on the page by default. */
export function above({ from, order }: View, at = from): Thread[] {
  const threads: Thread[] = [];
  for (let first = order[at]; first && first.depth > 1;)
    if (order[--at]!.depth < first.depth) threads.unshift((first = order[at]!));
  return threads;
}

/** Where a comment stands in the order; -1 where it does not. */
const placeOf = ({ order }: View, id: string): number => order.findIndex(({ comment }) => comment.id === id);

/** The ids of a comment and of all that it stands under. */
const wayTo = (view: View, at: number): string[] =>
  [...above(view, at), view.order[at]!].map(({ comment }) => comment.id);

/** Shows bodies that could not be drawn as the text that they are. */
export function showRaw({ nodes, host }: View, error: Error): void {
  host.warn(error, 'showing comments as plain text');
  for (const { done, body, text } of nodes.values()) if (!done) setRaw(body, text);
}

/** Adds a page of comments to what is there. What only the first page says holds for all. */
function take(view: View, { comments, next, total, canPost, closed, ...more }: CommentPage): void {
  const { page } = view;
  view.page = {
    ...more,
    ...page,
    missing: more.missing,
    next,
    total: total ?? page.total,
    canPost: canPost ?? page.canPost,
    closed: closed ?? page.closed,
  };
  for (const comment of comments) view.keep(comment);
}

/** Puts comments into their threads and order anew, and forgets those that are gone. */
function rearrange(view: View): void {
  view.arrange();
  const ids = new Set(view.order.map(({ comment }) => comment.id));
  for (const [id, drawn] of view.nodes) {
    if (!ids.has(id)) {
      view.nodes.delete(id);
      continue;
    }
    const { html: markup, body = '' } = view.comments.get(id)!;
    const text = markup ?? body;
    if (drawn.text === text) continue;
    // Another body comes in the place of the one that is there.
    if (!text) setRaw(drawn.body, text);
    drawn.text = text;
    drawn.done = !text;
  }
  if (view.from >= view.order.length) view.from = 0;
}

/** Redraws, and waits until that is done. */
async function redraw(view: View): Promise<void> {
  view.host.requestUpdate();
  await view.host.updateComplete;
  await placed(view);
}

/** Tells those who do not see the page. The same words twice are heard once. */
const tell = (view: View, text: string): void => void (view.said = text === view.said ? text + '\u00a0' : text);

export function say(view: View, text: string): void {
  tell(view, text);
  view.host.requestUpdate();
}

/** Goes to a comment with the keyboard and the eye. */
function focus({ nodes }: View, id: string | undefined, block: ScrollLogicalPosition = 'nearest'): void {
  const { article } = nodes.get(id!) ?? {};
  article?.scrollIntoView({ block });
  article?.focus({ preventScroll: true });
}

/** Leaves the keyboard somewhere when the button it was on is gone. */
function refocus(view: View, id?: string): void {
  const { shadowRoot } = view.host;
  if (shadowRoot!.activeElement) return;
  if (id) focus(view, id);
  else shadowRoot!.querySelector<HTMLElement>('[part=heading]')?.focus();
}

/** Comments that a reader wants to see although they are folded. */
const unfolded = new WeakMap<View, Set<string>>();

function unfoldedIn(view: View): Set<string> {
  if (!unfolded.has(view)) unfolded.set(view, new Set());
  return unfolded.get(view)!;
}

/** What is shown in the place of a comment that is folded: why, and a button; undefined for most. */
export function curtain(view: View, comment: BlogComment): TemplateResult | undefined {
  const why = folded(view, comment);
  return why ? html`${why} ${button(view.words.show, () => view.act('unfold', comment.id))}` : undefined;
}

/** Why a comment is folded; undefined for most. */
function folded(view: View, comment: BlogComment): string | undefined {
  const { host, words } = view;
  if (unfoldedIn(view).has(comment.id)) return undefined;
  const { author, votes } = comment;
  const muted = names(host.muted ?? '').map((name) => name.toLowerCase());
  if (author.name && muted.includes(author.name.toLowerCase())) return words.muted;
  const score = (votes?.up ?? 0) - (votes?.down ?? 0);
  return (host.foldBelow ?? '') !== '' && score < Number(host.foldBelow) ? words.lowScore : undefined;
}

/** Shows a comment that was folded. */
export async function unfold(view: View, id: string): Promise<void> {
  unfoldedIn(view).add(id);
  await redraw(view);
  focus(view, id);
}

/** Hides the answers to a comment, or shows them again. */
export function toggle(view: View, id: string): void {
  if (!view.collapsed.delete(id)) view.collapsed.add(id);
  view.host.requestUpdate();
}

/** Shows more, loading more where all that is there is shown; or what is `above`. */
export async function more(view: View, above = false): Promise<void> {
  if (view.more === 'coming') return;
  view.more = 'coming';
  const { from, order, limit } = view;
  const before = Math.min(view.shown, order.length);
  let isThere = true;
  if (above) view.from = Math.max(0, from - limit);
  else {
    view.shown = before + limit;
    if (view.shown > order.length) {
      isThere = (await loadMore(view)) !== undefined;
      rearrange(view);
    }
  }
  view.more = isThere ? undefined : 'failed';
  await view.drawBodies();
  await redraw(view);
  const arrived = from - view.from + Math.min(view.shown, view.order.length) - before;
  if (!isThere) say(view, view.words.failed);
  else if (arrived > 0) say(view, view.plural(view.words.arrived, arrived));
  // The button is gone with the last page; the first of the new comments is where a reader goes on.
  refocus(view, view.order[above ? view.from : before]?.comment.id);
}

/** Asks for the next page; whether there was something new in it, undefined if it did not come. */
async function loadMore(view: View): Promise<boolean | undefined> {
  const { page, comments } = view;
  const { signal } = view.request;
  if (page.next === undefined) return false;
  try {
    const before = comments.size;
    const more = await view.ask(page.next);
    if (signal.aborted) return false;
    take(view, more);
    return comments.size > before;
  } catch (error) {
    if (!signal.aborted) view.host.warn(error as Error, 'keeping what is there');
    return undefined;
  }
}

/** Whether two values say the same. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    a !== null &&
    b !== null &&
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(a).every(([key, value]) => Object.hasOwn(b, key) && isSame(value, b[key as never])));

/** Takes what a source says by now: as many pages as a reader has read, and what was sent from here. */
export async function again(view: View, first: CommentPage): Promise<void> {
  const { signal } = view.request;
  const { words } = view;
  await view.speak();
  // The same words are the same object, so that nothing is drawn anew for them.
  if (isSame(words, view.words)) view.words = words;
  const pages = [first];
  let rest = Math.min(view.shown, view.comments.size);
  for (let last = first; last.next !== undefined && (rest -= last.comments.length || rest) > 0; pages.push(last))
    last = await view.ask(last.next);
  const known = view.comments;
  view.comments = new Map();
  view.page = {};
  for (const page of pages) take(view, page);
  // What the source has by now is the source's.
  for (const [id, comment] of view.sent)
    if (view.comments.has(id)) view.sent.delete(id);
    else view.keep(comment);
  // What says the same is the same, for a minute: nothing of it has to be drawn but how long ago it was.
  const isFresh = Date.now() - view.since < MINUTE;
  if (!isFresh) view.since = Date.now();
  await inSlices(
    view.comments,
    ([id, comment]) => {
      const old = known.get(id);
      if (isFresh && old && isSame(old, comment)) view.keep(old);
    },
    signal,
  );
  await breathe();
  if (signal.aborted) return;
  rearrange(view);
  const arrived = view.order.filter(({ comment }) => !known.has(comment.id)).length;
  if (arrived) tell(view, view.plural(view.words.arrived, arrived));
}

/** Asks again what could not be asked. */
export async function retry(view: View): Promise<void> {
  await view.load();
  await view.host.updateComplete;
  refocus(view);
}

/** Draws anew what an application has changed. */
export async function follow(view: View, changed: PropertyValues): Promise<void> {
  if (changed.has('words') || changed.has('images')) {
    await view.speak();
    for (const drawn of view.nodes.values()) drawn.done = !drawn.text;
    void view.drawBodies();
  }
  if (changed.has('avatars')) {
    for (const drawn of view.nodes.values()) drawn.from = undefined;
    await view.drawBodies();
  }
  if (changed.has('sort')) await resort(view, view.host.sort ?? 'oldest');
  view.host.requestUpdate();
}

/** Another order. A source that has more is asked again: it may know the order of all. */
export async function resort(view: View, sort: Sort): Promise<void> {
  if (!SORTS.includes(sort)) {
    complain(view);
    sort = 'oldest';
  }
  if (sort === view.sort) return;
  view.sort = sort;
  view.from = 0;
  view.shown = view.limit;
  rearrange(view);
  await view.drawBodies();
  view.host.requestUpdate();
  // It may know the order of all, or has not answered yet.
  if (view.page.next !== undefined || !view.comments.size) await view.load();
}

/** Puts a comment on the page. */
async function bring(view: View, at: number): Promise<void> {
  for (const id of wayTo(view, at)) view.collapsed.delete(id);
  if (at < view.from || at > view.until + FAR) {
    // What is between would be too much: around it is enough, and there are buttons for the rest.
    view.from = Math.max(0, at - view.limit);
    view.shown = at + view.limit;
  }
  view.shown = Math.max(view.shown, at + 1);
  do {
    await view.drawBodies();
    await redraw(view);
  } while (view.until <= at && isGrowing(view));
}

/** Goes to a comment, wherever it is: loads up to it, opens what it is in, says where that is. */
export async function reveal(view: View, id: string): Promise<boolean> {
  await view.started;
  const { size } = view.comments;
  for (let pages = 0; pages < MAX_PAGES && !view.comments.has(id) && (await loadMore(view)); pages++);
  if (view.comments.size > size) rearrange(view);
  const at = placeOf(view, id);
  if (at < 0) return false;
  for (const above of wayTo(view, at)) unfoldedIn(view).add(above);
  await bring(view, at);
  const comment = view.comments.get(id);
  // It may have gone meanwhile.
  if (!comment) return false;
  focus(view, id, 'start');
  say(view, view.titleOf(comment));
  return true;
}

const deskOf = (view: View) => view.forms!.deskOf(view);

/** Opens the form for an answer or a change. */
export async function write(
  view: View,
  key: string,
  about: { parent?: BlogComment; edited?: BlogComment },
): Promise<void> {
  const form = view.forms!.formAt(view, key, about);
  await redraw(view);
  form.focus();
}

/** Closes a form; with `id` the keyboard goes back to the comment it was about. */
export async function close(view: View, key: string, id?: string): Promise<void> {
  deskOf(view).open.delete(key);
  await redraw(view);
  if (id !== undefined) focus(view, id);
}

/** Puts a comment that was sent, or changed, where it belongs, and goes there. */
export async function add(view: View, sent: unknown, isNew: boolean): Promise<BlogComment | undefined> {
  const [comment] = (await view.read([sent])).comments;
  // Nobody knows what has become of it.
  if (!comment) {
    await view.load();
    await redraw(view);
    refocus(view);
    return undefined;
  }
  view.keep(comment);
  if (isNew || view.sent.has(comment.id)) view.sent.set(comment.id, comment);
  rearrange(view);
  view.settle();
  const at = placeOf(view, comment.id);
  if (at >= 0) await bring(view, at);
  focus(view, comment.id);
  return comment;
}

/** Leaves a comment where it is, after the first click. */
export async function spare(view: View, id: string): Promise<void> {
  deskOf(view).deleting = undefined;
  await redraw(view);
  focus(view, id);
}

/** Deletes a comment at the second click. */
export async function remove(view: View, comment: BlogComment): Promise<void> {
  const { id, parentId, published } = comment;
  const desk = deskOf(view);
  desk.trouble = undefined;
  if (desk.deleting !== id) {
    desk.deleting = id;
    return redraw(view);
  }
  desk.deleting = undefined;
  try {
    await view.source!.remove!(comment, view.life.signal);
  } catch (error) {
    desk.trouble = { id, why: String((error as Error).message ?? error) };
    return redraw(view);
  }
  view.sent.delete(id);
  view.keep({ id, parentId, published, author: { name: '' }, status: 'deleted' } as BlogComment);
  rearrange(view);
  view.settle();
  say(view, view.words.removed);
  await redraw(view);
  refocus(view);
}
