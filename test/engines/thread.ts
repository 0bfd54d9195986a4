/** Comments on a page, and the form below them, as a reader meets them. */
import type { Tab } from './tab.ts';

export interface Comment {
  author: string;
  /** What it says, with single spaces. */
  text: string;
  /** The elements its body is made of: `p strong a`. */
  tags: string[];
  /** How many comments it stands below. */
  depth: number;
  date: string;
  /** Where its links lead. */
  links: string[];
}

/** What the console says by itself when a server has refused something. */
const REFUSED = 'Failed to load resource';

function read(selector: string): Comment[] {
  const root = document.querySelector(selector)!.shadowRoot!;
  const text = (node: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return [...root.querySelectorAll('[part=comment]')].map((article) => {
    const body = article.querySelector('.body');
    let depth = 0;
    for (
      let at = article.parentElement?.closest('[part=replies]');
      at;
      at = at.parentElement?.closest('[part=replies]')
    )
      depth++;
    return {
      author: text(article.querySelector('[part=author]')),
      text: text(body),
      tags: [...(body?.querySelectorAll('*') ?? [])].map(({ localName }) => localName),
      depth,
      date: article.querySelector('time')?.dateTime ?? '',
      links: [...(body?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])].map(({ href }) => href),
    };
  });
}

/** All that is said beside the comments: the heading, notes, and what went wrong with the form. */
const words = (selector: string): string[] =>
  [...document.querySelector(selector)!.shadowRoot!.querySelectorAll('[part=heading], [part=note], .problem')]
    .map((node) => node.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    .filter(Boolean);

export class Thread {
  readonly #tab: Tab;
  readonly #selector: string;

  constructor(tab: Tab, selector = 'dogeared-comments') {
    this.#tab = tab;
    this.#selector = selector;
  }

  /** The comments once they are there; going to them is what loads them. */
  async comments(): Promise<Comment[]> {
    const { page } = this.#tab;
    await this.#tab.list(this.#selector);
    await this.#tab.until(
      (selector) => !document.querySelector(selector)!.shadowRoot!.querySelector('[part=comment] .body:empty'),
      this.#selector,
    );
    return page.evaluate(read, this.#selector);
  }

  words = (): Promise<string[]> => this.#tab.page.evaluate(words, this.#selector);

  has = async (selector: string): Promise<boolean> => (await this.#tab.page.$(this.#inside(selector))) !== null;

  /** Waits until so many comments are on the page. */
  async many(count: number): Promise<Comment[]> {
    await this.#tab.until(
      (selector, wanted) =>
        document.querySelector(selector)!.shadowRoot!.querySelectorAll('[part=comment]').length === wanted,
      this.#selector,
      count,
    );
    return this.comments();
  }

  click = (selector: string): Promise<void> =>
    this.#tab.page.$eval(this.#inside(selector), (element) => (element as HTMLElement).click());

  /** Changes an attribute of the element, such as what it reads. */
  set = (name: string, value: string): Promise<void> =>
    this.#tab.page.$eval(this.#selector, (element, key, text) => element.setAttribute(key, text), name, value);

  /** Types into the form; `within` is for a form below a comment. */
  async fill(fields: Record<string, string>, within = 'section > form'): Promise<void> {
    await this.#tab.page.waitForSelector(this.#inside(within));
    for (const [name, value] of Object.entries(fields))
      await this.#tab.page.$eval(
        this.#inside(`${within} [name=${name}]`),
        (field, text) => {
          (field as HTMLInputElement).value = text;
          field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        },
        value,
      );
  }

  value = (name: string): Promise<string> =>
    this.#tab.page.$eval(this.#inside(`section > form [name=${name}]`), (field) => (field as HTMLInputElement).value);

  /** Sends the form; resolves to what is said about it, or to '' once it is taken. */
  async send(within = 'section > form'): Promise<string> {
    await this.click(`${within} [part=send]`);
    await this.#tab.until(
      (selector, form) => {
        const found = document.querySelector(selector)!.shadowRoot!.querySelector(form);
        const isDone = found?.querySelector('[part=send]')?.getAttribute('aria-disabled') === 'false';
        const body = found?.querySelector<HTMLTextAreaElement>('[name=body]')?.value;
        // A form below a comment goes when its comment has been taken.
        return !found || (isDone && (found.querySelector('.problem')?.textContent?.trim() || !body));
      },
      this.#selector,
      within,
    );
    const form = await this.#tab.page.$(this.#inside(within));
    return (await form?.$eval('.problem', (problem) => problem.textContent?.trim() ?? '')) ?? '';
  }

  /** What the console has said of its own accord; that a server refused something is no news. */
  told = (): string[] => this.#tab.told().filter((line) => !line.startsWith(REFUSED));

  #inside = (selector: string): string => `${this.#selector} >>> ${selector}`;
}

/** A thread in short: `Mara(Jonas(Mara)) Fog`. */
export function outline(comments: readonly Comment[]): string {
  let [text, at] = ['', 0];
  for (const { author, depth } of comments) {
    text += depth > at ? `(${author}` : `${')'.repeat(at - depth)}${text && ' '}${author}`;
    at = depth;
  }
  return text + ')'.repeat(at);
}
