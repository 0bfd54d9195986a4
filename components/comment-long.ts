/**
 * Where comments stand, when there are many of them or something has changed: they come onto the page in pieces, and those
 * far down stand in boxes, which browsers lay out when a reader comes near.
 */
import { css } from 'lit';
import { breathe, inSlices } from '../src/slices.ts';
import type { View } from './comment-thread.ts';

/** Comments before the first box, and in each. Browsers look at every box in every frame, so not each has its own. */
const OPEN = 50;
const BOXED = 25;

/** Milliseconds that are more than anything takes. */
const EVER = 1e9;

const boxStyles = css`
  .box {
    contain-intrinsic-block-size: auto ${BOXED * 160}px;
    content-visibility: auto;
    display: inherit;
    gap: inherit;
    grid-template-columns: inherit;
    overflow-clip-margin: 8px;
  }
  @media print {
    .box {
      content-visibility: visible;
    }
  }
`;

/** The last time that everything was looked at, and when that is done. */
const passes = new WeakMap<View, object>();
const placing = new WeakMap<View, Promise<void>>();

/** Puts what is shown where it belongs, and draws what has changed: the first comments now, the others as time allows. */
export function place(view: View): void {
  const pass = {};
  const { signal } = view.request;
  if (!passes.has(view)) view.dress(boxStyles);
  passes.set(view, pass);
  placing.set(
    view,
    run(view, () => signal.aborted || passes.get(view) !== pass),
  );
}

/** Waits until all is where it belongs. */
export async function placed(view: View): Promise<void> {
  for (let last; last !== placing.get(view);) await (last = placing.get(view));
}

/** @param isOver whether everything is looked at again, or will be */
async function run(view: View, isOver: () => boolean): Promise<void> {
  await inSlices(steps(view, isOver), () => undefined);
  if (!isOver() && isGrowing(view)) void grow(view);
}

/** Whether there is more to show than is on the page. */
export const isGrowing = ({ until, shown, order }: View): boolean => until < Math.min(shown, order.length);

const growing = new WeakSet<View>();

/** Goes on with what is wanted and not there yet. */
async function grow(view: View): Promise<void> {
  if (growing.has(view)) return;
  const { signal } = view.request;
  growing.add(view);
  await breathe();
  if (!signal.aborted) await view.drawBodies(EVER);
  growing.delete(view);
  if (!signal.aborted) view.host.requestUpdate();
}

/** Places one comment after the other. Between two of them, others may have a turn. */
function* steps(view: View, isOver: () => boolean): Generator<void> {
  const threads = view.stretch(view.until);
  const homes = new Map<Node, Node | undefined>();
  const lists: (Node | undefined)[] = [view.list];
  for (const { comment, depth } of threads) {
    const drawn = view.nodes.get(comment.id);
    if (drawn) homes.set(drawn.item, lists[depth - 1]);
    lists[depth] = drawn?.replies;
  }
  const columns = [new Column(view.list, homes, OPEN - BOXED)];
  for (const [at, thread] of threads.entries()) {
    if (at >= OPEN) yield;
    if (isOver()) return;
    const { item, replies } = view.fill(thread, threads[at + 1]);
    for (const column of columns.splice(thread.depth)) column.end();
    const column = columns.at(-1)!;
    column.put(item, at);
    columns.push(new Column(replies, homes, column.start));
  }
  for (const column of columns) column.end();
}

/** A list on the page, gone through from top to bottom: what is elsewhere is moved, what is not wanted is taken out. */
class Column {
  readonly #list: Element;
  /** In which list each item belongs that is on the page already. */
  readonly #homes: ReadonlyMap<Node, Node | undefined>;
  /** What is being filled: the list, then one box after the other; and what comes next in it. */
  #into: Element;
  #next: ChildNode | null;
  /** How many comments are before what is being filled. */
  start: number;

  constructor(list: Element, homes: ReadonlyMap<Node, Node | undefined>, start: number) {
    this.#list = this.#into = list;
    this.#homes = homes;
    this.#next = list.firstChild;
    this.start = start;
  }

  /** @param at how many comments are before it */
  put(item: Element, at: number): void {
    if (item.parentNode !== this.#into) this.#turn(item, at);
    if (item !== this.#next) this.#skip();
    if (item === this.#next) this.#next = item.nextSibling;
    else this.#into.insertBefore(item, this.#next);
  }

  /** Takes out what is left. */
  end(): void {
    this.#clear();
    if (this.#into === this.#list) return;
    this.#next = this.#into.nextSibling;
    this.#clear();
  }

  /** Whether an item is to stay in this list, here or further down, or one in a box is. */
  #isWanted(node: Node): boolean {
    const isHere = (item: Node): boolean => this.#homes.get(item) === this.#list;
    return isHere(node) || [...node.childNodes].some(isHere);
  }

  #drop(): void {
    const gone = this.#next!;
    this.#next = gone.nextSibling;
    gone.remove();
  }

  #skip(): void {
    while (this.#next && !this.#isWanted(this.#next)) this.#drop();
  }

  #clear(): void {
    while (this.#next) this.#drop();
  }

  /** Goes on to the box where an item is, or to a new one if this is full. */
  #turn(item: Element, at: number): void {
    const { parentNode } = item;
    const next = this.#following();
    if (next && next === (parentNode as Node)) this.#enter(next as Element, at);
    else if (at - this.start >= BOXED) {
      const box = document.createElement('div');
      box.className = 'box';
      box.setAttribute('role', 'none');
      this.#enter(this.#list.insertBefore(box, next), at);
    }
    if (this.#into !== this.#list) item.setAttribute('role', 'listitem');
  }

  /** What comes next in the list itself. */
  #following(): ChildNode | null {
    if (this.#into === this.#list) {
      this.#skip();
      return this.#next;
    }
    for (let next; (next = this.#into.nextSibling) && !this.#isWanted(next);) next.remove();
    return this.#into.nextSibling;
  }

  #enter(box: Element, at: number): void {
    // What is left in the box before is wanted further down, or nowhere.
    if (this.#into !== this.#list)
      while (this.#next)
        if (this.#isWanted(this.#next)) this.#next = this.#next.nextSibling;
        else this.#drop();
    this.#into = box;
    this.#next = box.firstChild;
    this.start = at;
  }
}
