/** What readers do with comments, beyond reading the first of them. Loaded when one does. */
import type { BlogComment } from '../src/comments/comment.ts';
import { type Sort, SORTS } from '../src/comments/thread.ts';
import { breathe } from '../src/slices.ts';
import type { View } from './comment-thread.ts';
import { names } from './options.ts';

/** Comments that are drawn at once on the way to one that is far down. */
const STRIDE = 50;

/** Redraws, and waits until that is done. */
async function redraw(view: View): Promise<void> {
  view.host.requestUpdate();
  await view.host.updateComplete;
}

/** Why a comment is folded; undefined for most. */
export function folded({ host, unfolded, words }: View, comment?: BlogComment): string | undefined {
  if (!comment || unfolded.has(comment.id)) return undefined;
  const { author, votes } = comment;
  const muted = names(host.muted ?? '').map((name) => name.toLowerCase());
  if (author.name && muted.includes(author.name.toLowerCase())) return words.muted;
  const score = (votes?.up ?? 0) - (votes?.down ?? 0);
  return (host.foldBelow ?? '') !== '' && score < Number(host.foldBelow) ? words.lowScore : undefined;
}

/** Shows a comment that was folded. */
export async function unfold(view: View, id: string): Promise<void> {
  view.unfolded.add(id);
  await redraw(view);
  view.focus(id);
}

/** Hides the answers to a comment, or shows them again. */
export function toggle(view: View, id: string): void {
  if (!view.collapsed.delete(id)) view.collapsed.add(id);
  view.host.requestUpdate();
}

/** Shows more, loading more where all that is there is shown. */
export async function more(view: View): Promise<void> {
  const before = view.shown;
  view.shown = Math.min(before, view.order.length) + view.limit;
  if (view.shown > view.order.length) await loadMore(view);
  await view.drawBodies();
  await redraw(view);
  const arrived = Math.min(view.shown, view.order.length) - before;
  if (arrived > 0) view.say(view.plural(view.words.arrived, arrived));
  // The button is gone with the last page; the first of the new comments is where a reader goes on.
  if (!view.host.shadowRoot!.activeElement) view.focus(view.order[before]?.comment.id);
}

/** Asks for the next page; whether there was one. */
async function loadMore(view: View): Promise<boolean> {
  const { signal, page, sort } = view;
  if (page.next === undefined) return false;
  try {
    const more = await view.source!.load({ after: page.next, sort, signal });
    if (signal.aborted) return false;
    view.take(more);
    return view.page.next !== page.next;
  } catch (error) {
    if (signal.aborted) return false;
    view.host.warn(error as Error, 'keeping what is there');
    view.say(view.words.failed);
    return false;
  }
}

/** Another order. A source that has more is asked again: it may know the order of all. */
export async function resort(view: View, sort: Sort): Promise<void> {
  if (!SORTS.includes(sort)) {
    view.host.warn(new RangeError(`sort is ${String(sort)}; allowed: ${SORTS.join(', ')}`), 'using the default');
    sort = 'oldest';
  }
  if (sort === view.sort) return;
  view.sort = sort;
  view.shown = view.limit;
  if (view.page.next !== undefined) return view.load();
  view.arrange();
  await view.drawBodies();
  view.host.requestUpdate();
}

/** What a comment stands under. In a circle of answers, the way up leads down again. */
function parentOf({ comments, places }: View, { id, parentId = '' }: BlogComment): BlogComment | undefined {
  const parent = comments.get(parentId);
  return parent && places.get(parentId)! < places.get(id)! ? parent : undefined;
}

/** Goes to a comment, wherever it is: loads up to it, opens what it is in, says where that is. */
export async function reveal(view: View, id: string): Promise<boolean> {
  await view.started;
  while (!view.places.has(id)) if (!(await loadMore(view))) return false;
  const comment = view.comments.get(id)!;
  for (let up: BlogComment | undefined = comment; up; up = parentOf(view, up)) {
    view.collapsed.delete(up.id);
    view.unfolded.add(up.id);
  }
  const end = view.places.get(id)! + 1;
  // What is before it comes in pieces: it may be thousands.
  while (view.shown < end) {
    view.shown = Math.min(view.shown + STRIDE, Math.max(end, view.limit));
    await redraw(view);
    await breathe();
  }
  await view.drawBodies(true);
  await redraw(view);
  view.focus(id);
  view.say(view.titleOf(comment));
  return true;
}

/** Opens the form for an answer or a change. */
export async function write(
  view: View,
  key: string,
  about: { parent?: BlogComment; edited?: BlogComment },
): Promise<void> {
  const form = view.form(key, about);
  await redraw(view);
  form.focus();
}

/** Closes a form; with `id` the keyboard goes back to the comment it was about. */
export async function close(view: View, key: string, id?: string): Promise<void> {
  view.open.delete(key);
  await redraw(view);
  if (id !== undefined) view.focus(id);
}

/** Puts a comment that was sent, or changed, where it belongs, and goes there. */
export async function add(view: View, comment: BlogComment, isNew: boolean): Promise<void> {
  view.comments.set(comment.id, comment);
  if (isNew) view.own++;
  view.arrange();
  view.shown = Math.max(view.shown, view.places.get(comment.id)! + 1);
  for (let up = parentOf(view, comment); up; up = parentOf(view, up)) view.collapsed.delete(up.id);
  await view.drawBodies(true);
  view.settle();
  await redraw(view);
  view.focus(comment.id);
}

/** Deletes a comment at the second click. */
export async function remove(view: View, comment: BlogComment): Promise<void> {
  const { id, parentId, published } = comment;
  if (view.deleting !== id) {
    view.deleting = id;
    return redraw(view);
  }
  view.deleting = undefined;
  try {
    await view.source!.remove!(comment, view.signal);
  } catch (error) {
    return view.say(`${view.words.sendFailed} ${(error as Error).message}`);
  }
  view.comments.set(id, {
    id,
    author: { name: '' },
    status: 'deleted',
    ...(parentId !== undefined && { parentId }),
    ...(published !== undefined && { published }),
  });
  view.arrange();
  view.settle();
  view.say(view.words.removed);
  await redraw(view);
  view.host.shadowRoot!.querySelector<HTMLElement>('[part=heading]')?.focus();
}
