/** What the tests of comments have in common: comments, places where they are kept, and looks at what is on the page. */
import { expect } from 'chai';
import type { DogearedComments } from '../../components/comments.ts';
import type { BlogComment } from '../../src/comments/comment.ts';
import type { CommentPage, CommentRequest, CommentSource, Draft } from '../../src/comments/source.ts';
import { $, now, part, parts, put, until } from './helpers.ts';

/** A comment; `at` is in minutes before now. */
export const said = (id: string, more: Partial<BlogComment> = {}, at = 60): BlogComment => ({
  id,
  author: { name: `Reader ${id}` },
  body: `Comment ${id}`,
  published: new Date(now - at * 60_000).toISOString(),
  ...more,
});

/** Comments `1`, `2`, … in this order. */
export const several = (count: number, more: (nth: number) => Partial<BlogComment> = () => ({})): BlogComment[] =>
  Array.from({ length: count }, (_, at) => said(String(at + 1), more(at + 1), 2 * count - at));

/** Each answers the one before. */
export const chain = (count: number): BlogComment[] =>
  several(count, (nth) => (nth > 1 ? { parentId: String(nth - 1) } : {}));

/** A place for comments in memory, which remembers what it was asked. */
export class Shelf implements CommentSource {
  comments: BlogComment[];
  /** How many come at once; all by default. */
  size: number;
  more: Partial<CommentPage>;
  /** What is wrong at the moment. */
  broken: Error | undefined;
  /** What comments have to wait for. */
  wait: Promise<unknown> | undefined;
  asked: CommentRequest[] = [];
  sent: Draft[] = [];
  signals: AbortSignal[] = [];

  constructor(comments: BlogComment[], { size = Infinity, ...more }: Partial<CommentPage> & { size?: number } = {}) {
    this.comments = comments;
    this.size = size;
    this.more = more;
  }

  async load(request: CommentRequest): Promise<CommentPage> {
    this.asked.push(request);
    await this.wait;
    if (this.broken) throw this.broken;
    const start = Number(request.after ?? 0);
    const end = start + this.size;
    return {
      comments: this.comments.slice(start, end),
      total: this.comments.length,
      next: end < this.comments.length ? String(end) : undefined,
      ...this.more,
    };
  }
}

/** One that takes comments. */
export class Desk extends Shelf {
  held = false;
  mine: string[] = [];

  constructor(comments: BlogComment[] = [], more: Partial<CommentPage> & { size?: number } = {}) {
    super(comments, { canPost: true, ...more });
  }

  async post(draft: Draft, signal: AbortSignal): Promise<BlogComment> {
    this.sent.push(draft);
    this.signals.push(signal);
    await this.wait;
    if (this.broken) throw this.broken;
    const { name, body, parentId, url } = draft;
    const comment = said(`new${this.sent.length}`, { author: { name, ...(url && { url }) }, body }, 0);
    if (parentId !== undefined) comment.parentId = parentId;
    if (this.held) return { ...comment, status: 'pending' };
    this.comments = [...this.comments, comment];
    return comment;
  }
}

/** One whose comments can be changed by whoever wrote them. */
export class Diary extends Desk {
  canEdit({ id }: BlogComment): boolean {
    return this.mine.includes(id);
  }

  async edit(comment: BlogComment, body: string): Promise<BlogComment> {
    if (this.broken) throw this.broken;
    return { ...comment, body };
  }

  async remove({ id }: BlogComment): Promise<void> {
    if (this.broken) throw this.broken;
    this.comments = this.comments.filter((comment) => comment.id !== id);
  }
}

export type Thread = DogearedComments;

/** Puts comments on the page; the properties are for the element. */
export function putThread(html: string, properties: object = {}): Thread {
  put(html);
  return Object.assign($<Thread>('dogeared-comments'), properties);
}

/** Waits until comments have come to rest. */
export async function atRest(thread: Thread, state?: string): Promise<Thread> {
  const wanted = state ? [state] : ['ready', 'empty', 'failed'];
  await until(
    `<dogeared-comments> is ${wanted.join(' or ')}, it is ${thread.state}`,
    () => wanted.includes(thread.state) && !thread.isUpdatePending,
  );
  return thread;
}

/** Shows comments and waits for them. */
export const read = (
  html = '<dogeared-comments lang="en"></dogeared-comments>',
  properties?: object,
): Promise<Thread> => atRest(putThread(html, properties));

/** Shows these comments. */
export const readAll = (comments: readonly unknown[], attributes = ''): Promise<Thread> =>
  read(`<dogeared-comments lang="en" ${attributes}></dogeared-comments>`, { comments });

/** Shows what a source keeps. */
export const readFrom = (source: CommentSource, attributes = ''): Promise<Thread> =>
  read(`<dogeared-comments lang="en" ${attributes}></dogeared-comments>`, { source });

export const $$ = <E extends Element = HTMLElement>(thread: Element, selector: string): E[] => [
  ...thread.shadowRoot!.querySelectorAll<E>(selector),
];

/** A text with single spaces. */
export const plain = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** The comment by a reader, by its id in `said`. */
export const article = (thread: Element, id: string): HTMLElement =>
  parts(thread, 'comment').find((node) => plain(node.querySelector('[part=author]')) === `Reader ${id}`)!;

/** Who has written what is on the page, from top to bottom: `1 2 3`. */
export const writers = (thread: Element): string =>
  parts(thread, 'author')
    .map((node) => plain(node).replace('Reader ', ''))
    .join(' ');

/** The lists one in another: `1(2(3) 4)`. */
export function shape(list: Element | null | undefined): string {
  return [...(list?.children ?? [])]
    .map((item) => {
      const replies = shape(item.querySelector(':scope > [part=replies]'));
      return plain(item.querySelector('[part=author]')).replace('Reader ', '') + (replies && `(${replies})`);
    })
    .join(' ');
}
export const outline = (thread: Element): string => shape(part(thread, 'list'));

export const bodies = (thread: Element): string[] => $$(thread, 'article .body').map(plain);

/** A button or link by what it says, in a comment or anywhere. */
export function button(where: ParentNode | Element, text: string): HTMLElement {
  const root = 'shadowRoot' in where && where.shadowRoot ? where.shadowRoot : where;
  const found = [...root.querySelectorAll<HTMLElement>('button, a')].find((node) => plain(node) === text);
  return (
    found ??
    expect.fail(`there is no "${text}"; there are ${[...root.querySelectorAll('button, a')].map(plain).join(' | ')}`)
  );
}

/** What somebody hears who does not see the page. */
export const heard = (thread: Element): string => plain($$(thread, '.hidden[role=status]').at(-1));

/** What has the focus: its part, and in which comment it is. */
export function focused(thread: Element): string {
  const element = thread.shadowRoot!.activeElement;
  return `${element?.getAttribute('part') ?? element?.getAttribute('name') ?? element?.localName ?? 'nothing'} ${plain(
    element?.closest('article')?.querySelector('[part=author]'),
  )}`.trim();
}

/** The requests for modules that a page has sent so far, by name: `sanitize`, `marked`. */
export const modules = (page: Window = window): string[] =>
  page.performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .flatMap((path) => /node_modules\/(dompurify|marked)\//.exec(path)?.[1] ?? /([\w-]+)\.ts$/.exec(path)?.[1] ?? []);

const listeners: (() => void)[] = [];
afterEach(() => listeners.splice(0).forEach((leave) => leave()));

/** The details of the events of a type that reach the document, until the test is over. */
export function eventsOf<T>(type: string): T[] {
  const details: T[] = [];
  const hear = (event: Event): unknown => details.push((event as CustomEvent<T>).detail);
  document.addEventListener(type, hear);
  listeners.push(() => document.removeEventListener(type, hear));
  return details;
}
