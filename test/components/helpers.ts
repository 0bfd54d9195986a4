/** What the tests of the elements have in common: a stage, a clock that stands still, a console that must stay silent. */
import { expect } from 'chai';
import type { DogearedList } from '../../components/list.ts';
import { now } from '../fixtures/blog.ts';
import type { Hit } from '../server.ts';

export { now };
Date.now = () => now;

const { setTimeout: later } = window;
const { error, info, warn } = console;
const stage = document.createElement('main');
let said: string[] = [];

beforeEach(() => {
  said = [];
  const hear = (...words: unknown[]): void => void said.push(words.map(String).join(' '));
  Object.assign(console, { error: hear, info: hear, warn: hear });
  document.body.append(stage);
});

afterEach(() => {
  stage.replaceChildren();
  Object.assign(console, { error, info, warn });
  expect(said, 'the console').to.deep.equal([]);
});

/** What was said in the console since the last look; a test that does not look expects silence. */
export const told = (): string[] => said.splice(0);

/** A key for an address that no other test has asked for. */
export const unique = (): string => crypto.randomUUID();

/** An address at the test server: `/serve/feed.xml?delay=100`, its requests counted under `key`. */
export const at = (path: string, query: Record<string, string | number> = {}, key = unique()): string =>
  `/serve/${path}?${new URLSearchParams({ hit: key, ...query } as Record<string, string>).toString()}`;

/** JSON at the test server. */
export const json = (value: unknown, query: Record<string, string | number> = {}): string =>
  at('posts.json', { type: 'application/json', body: JSON.stringify(value), ...query });

/** What the test server was asked for under a key. */
export const hits = async (key: string): Promise<Hit[]> =>
  (await (await fetch(`/serve/hits?key=${key}`)).json()) as Hit[];

/** Waits until something is so; says what it waited for when it never is. */
export async function until(what: string, so: () => unknown, most = 8000): Promise<void> {
  const end = performance.now() + most;
  while (!so()) {
    if (performance.now() > end) expect.fail(`waited in vain: ${what}`);
    await new Promise((done) => later(done, 4));
  }
}

/** Time for something that should not happen to happen after all. */
export const moment = (ms = 60): Promise<void> => new Promise((done) => later(done, ms));

/** The frame after next: all that was asked for has been laid out. */
export const frame = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

export const TAGS = ['dogeared-recent', 'dogeared-featured', 'dogeared-favorites'] as const;
export type Tag = (typeof TAGS)[number];

/** What can be set on a list, right and wrong. */
export type Properties = Record<string, unknown>;

/** Puts HTML on the stage. */
export const put = (html: string): void => void (stage.innerHTML = html);

/** Puts HTML on the stage; the properties are for its first list, which is returned. */
export function show(html: string, properties: Properties = {}): DogearedList {
  put(html);
  const list = stage.querySelector<DogearedList>(TAGS.join())!;
  return Object.assign(list, properties);
}

export const $ = <E extends Element = HTMLElement>(selector: string): E => stage.querySelector<E>(selector)!;

/** Waits until a list has come to rest. */
export async function settled(list: DogearedList, state?: string): Promise<DogearedList> {
  const wanted = state ? [state] : ['ready', 'empty', 'failed'];
  await until(
    `<${list.localName}> is ${wanted.join(' or ')}, it is ${list.state}`,
    () => wanted.includes(list.state) && !list.isUpdatePending,
  );
  return list;
}

/** Shows a list and waits for it. */
export const shown = (html: string, properties?: Properties): Promise<DogearedList> => settled(show(html, properties));

const root = (list: Element): ShadowRoot => list.shadowRoot!;
export const part = <E extends Element = HTMLElement>(list: Element, name: string): E | null =>
  root(list).querySelector<E>(`[part='${name}']`);
export const parts = <E extends Element = HTMLElement>(list: Element, name: string): E[] => [
  ...root(list).querySelectorAll<E>(`[part='${name}']`),
];
export const texts = (list: Element, name: string): string[] => parts(list, name).map((node) => node.textContent ?? '');
export const titles = (list: Element): string[] => texts(list, 'title');

/** Whether readers see it. */
export const seen = (element: Element | null): boolean =>
  Boolean(element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }));

/** A few posts, newest first: `A`, `B`, … of the days before now, with as many views as they are old. */
export const few = (count = 3, more: object = {}): { url: string; title: string; published: string }[] =>
  Array.from({ length: count }, (_, at) => ({
    url: `https://blog.example/${String.fromCharCode(97 + at)}/`,
    title: String.fromCharCode(65 + at),
    published: new Date(now - at * 864e5).toISOString(),
    counts: { views: 10 * (at + 1) },
    ...more,
  }));

/** A page at the test server in a frame of its own, once it has been loaded. */
export async function open(path: string): Promise<Window & typeof globalThis> {
  const page = document.createElement('iframe');
  page.width = '800';
  page.height = '600';
  const loaded = new Promise((done) => page.addEventListener('load', done, { once: true }));
  page.src = path;
  stage.append(page);
  await loaded;
  return page.contentWindow as Window & typeof globalThis;
}
