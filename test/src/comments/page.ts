/** Pages for comments to be put into, and what somebody who watches such a page sees. */
import { NAMES } from '../../fixtures/attacks.ts';

export type Page = Window & typeof globalThis & { runs: number };

const HEAD = `<!doctype html><html lang="en"><title>A page</title>
<style>body { margin: 0 } header { height: 40px }</style>
<script>runs = 0; Object.defineProperty(globalThis, '__ran', { value: () => void runs++ });</script>
<header>A page</header>`;

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A page in a frame. `left` turns true when it goes elsewhere. */
export async function openPage(): Promise<{ page: Page; left: () => boolean; close: () => void }> {
  const frame = document.createElement('iframe');
  let loads = 0;
  const loaded = new Promise<void>((done) => frame.addEventListener('load', () => (loads++, done())));
  frame.srcdoc = `${HEAD}<main></main>`;
  document.body.append(frame);
  await loaded;
  return { page: frame.contentWindow as Page, left: () => loads > 1, close: () => frame.remove() };
}

/** A page whose comments come with it, written by a server. */
export async function writtenPage(comments: readonly string[]): Promise<Awaited<ReturnType<typeof openPage>>> {
  const opened = await openPage();
  const { document: written } = opened.page;
  const sections = comments.map((html) => `<section>${html}</section>`).join('');
  written.open();
  written.write(`${HEAD}<main>${sections}</main>`);
  written.close();
  return { ...opened, left: () => false };
}

/** What a page has asked the test server for that only an attack asks for. */
export const requests = ({ performance }: Page): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/test-attack/'));

/** What a page looks like to its scripts and its readers. */
export function look(page: Page): Readonly<Record<string, unknown>> {
  const { document: doc } = page;
  const header = doc.querySelector('header')!;
  const { color, visibility } = page.getComputedStyle(header);
  const get = (holder: object, names: readonly string[], where: string): [string, unknown][] =>
    names.map((name) => [`${where}.${name}`, Reflect.get(holder, name)]);
  return {
    head: doc.head.innerHTML,
    body: [...doc.body.children].map(({ localName }) => localName).join(' '),
    header: header.outerHTML,
    color,
    visibility,
    base: doc.baseURI,
    covered: doc.elementFromPoint(5, 5) !== header,
    'names of all objects': Object.getOwnPropertyNames(page.Object.prototype).join(' '),
    ...Object.fromEntries([...get(page, NAMES.window, 'window'), ...get(doc, NAMES.document, 'document')]),
  };
}

/** What is not as it was. When a script cannot even look, nothing is. */
export function changes(before: Readonly<Record<string, unknown>>, page: Page): string[] {
  try {
    const after = look(page);
    return Object.keys(before)
      .filter((name) => !Object.is(before[name], after[name]))
      .map((name) => `${name} changed`);
  } catch (error) {
    return [`the page is broken: ${String(error)}`];
  }
}
