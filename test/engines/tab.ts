/** A page in the browser, and what its lists show: read from the screen's side, through open shadow roots. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, EvaluateFunc, Page } from 'puppeteer-core';
import { NOW } from './content/expected.ts';

/** A row of a list, as it is drawn. */
export interface Item {
  title: string;
  url: string;
  date?: string;
  excerpt?: string;
  /** Whether there is a picture that could be drawn. */
  image?: boolean;
}

export interface List {
  state: string;
  items: Item[];
  note: string;
}

/** The clock goes on from `now`; content has fixed dates, and "within 30 days" is to mean the same for ever. */
function setClock(now: number): void {
  const Real = Date;
  const shift = now - Real.now();
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, as) => Reflect.construct(target, args.length ? args : [Real.now() + shift], as) as Date,
    get: (target, name) => (name === 'now' ? () => Real.now() + shift : (Reflect.get(target, name) as unknown)),
  });
}

const settled = (selector: string): boolean =>
  /^(ready|empty|failed)$/.test(document.querySelector(selector)?.getAttribute('state') ?? '');

async function read(selector: string): Promise<List> {
  const list = document.querySelector(selector)!;
  const root = list.shadowRoot!;
  const text = (within: ParentNode, part: string) => within.querySelector(`[part=${part}]`)?.textContent ?? '';
  const items = [...root.querySelectorAll('[part=item]')].map(async (row) => {
    const item: Item = { title: text(row, 'title'), url: row.querySelector('a')!.href };
    const date = row.querySelector('time')?.dateTime;
    if (date !== undefined) item.date = date;
    if (text(row, 'excerpt')) item.excerpt = text(row, 'excerpt');
    const image = row.querySelector('img');
    if (image) {
      image.loading = 'eager';
      item.image = await image.decode().then(
        () => image.naturalWidth > 0,
        () => false,
      );
    }
    return item;
  });
  return { state: list.getAttribute('state') ?? '', items: await Promise.all(items), note: text(root, 'note') };
}

export class Tab {
  /** What the console said, and what went wrong on the page, since the last look. */
  #said: string[] = [];
  readonly page: Page;
  /** How long to wait for something, in milliseconds. */
  patience = 20_000;

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (/^(error|warn)$/.test(message.type())) this.#said.push(message.text());
    });
    page.on('pageerror', (error) => this.#said.push(String(error)));
  }

  static async open(browser: Browser, url: string, now = NOW): Promise<Tab> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 900 });
    await page.evaluateOnNewDocument(setClock, now);
    const tab = new Tab(page);
    await page.goto(url, { waitUntil: 'load' });
    return tab;
  }

  /** A check that does not look expects silence. */
  told = (): string[] => this.#said.splice(0);

  /** What a list shows once it has settled. */
  async list(selector: string): Promise<List> {
    await this.until(settled, selector);
    return this.page.evaluate(read, selector);
  }

  /** Waits until something is so on the page. What throws is not so yet: an element may have no shadow root so early. */
  async until<A extends unknown[]>(so: EvaluateFunc<A>, ...args: A): Promise<void> {
    for (const end = Date.now() + this.patience; ; await sleep(30)) {
      if (await this.page.evaluate(so, ...args).catch(() => false)) return;
      if (Date.now() > end) throw new Error(`waited in vain: ${so.toString()} (${args.join(', ')})`);
    }
  }

  titles = async (selector: string): Promise<string[]> => (await this.list(selector)).items.map(({ title }) => title);

  /** Asks the source of a list again. */
  refresh = (selector: string): Promise<void> =>
    this.page.evaluate(
      (name) => (document.querySelector(name) as unknown as { refresh(): Promise<void> }).refresh(),
      selector,
    );

  /** Whether something that came as text ran as a script. */
  ran = (): Promise<boolean> => this.page.evaluate(() => '__ran' in window);

  /** With `SCREENSHOTS=folder`: a picture of the page, for people to look at. */
  async picture(name: string): Promise<void> {
    const folder = process.env['SCREENSHOTS'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png`, fullPage: true });
  }

  close = (): Promise<void> => this.page.close();
}
