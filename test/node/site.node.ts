/** The site as it is published: built, served with a strict policy, in windows of two widths, and by keyboard alone. */
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { PARTS, PROPERTIES } from '../../demo/site/looks.ts';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { POLICY } from '../components/pages.ts';
import { ROOT } from '../manifest/source.ts';
import { elementsOf, type Manifest } from '../manifest/survey.ts';
import { DEMO, wanted } from '../site/pages.ts';

const files = await wanted();
const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as Manifest;

describe('what is written about the elements', () => {
  for (const [path, text] of files)
    it(`demo/${path} is of today: node test/site/pages.ts writes it`, () => {
      assert.equal(readFileSync(join(DEMO, path), 'utf8'), text);
    });

  it('every tag has a page, and no page is about a tag that is gone', () => {
    const tags = elementsOf(manifest).map(({ tagName }) => tagName.replace('dogeared-', ''));
    const pages = globSync('*/index.html', { cwd: join(DEMO, 'elements') }).map((file) => file.split(/[\\/]/)[0]);
    assert.deepEqual(pages.sort(), tags.sort());
  });

  it('the theming page has every part, with the elements that have it', () => {
    const parts = elementsOf(manifest).flatMap(({ tagName, cssParts }) =>
      cssParts.map(({ name }) => `${name} of ${tagName}`),
    );
    const told = PARTS.flatMap(({ name, of }) => of.map((tag) => `${name} of dogeared-${tag}`));
    assert.deepEqual(told.sort(), parts.sort());
  });

  it('the theming page has every custom property', () => {
    const properties = elementsOf(manifest).flatMap(({ cssProperties }) => cssProperties.map(({ name }) => name));
    assert.deepEqual(PROPERTIES.map(({ name }) => `--dogeared-${name}`).sort(), [...new Set(properties)].sort());
  });
});

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** What a page of the site has seen; frames tell the page they are in. */
type Watched = Window & { shifts: string[]; violations: string[] };

describe('the site, built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dogeared-site-'));
  let browser: Browser;
  let origin = '';
  const server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html');
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      // What is not text or its style comes late, so that a browser paints what there is before it.
      if (!/html|css/.test(type)) await sleep(60);
      const body = await readFile(join(folder, path)).catch(() => undefined);
      const policy = `${POLICY}; frame-src 'self'`;
      response.writeHead(body ? 200 : 404, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(body);
    })();
  });

  before(async () => {
    await build({
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await puppeteer.launch({ executablePath: await chromium(), args: CHROMIUM_ARGS });
    await browser
      .defaultBrowserContext()
      .overridePermissions(origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  });
  after(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  });

  async function open(path: string, width = 1280): Promise<Page> {
    const tab = await browser.newPage();
    await tab.setViewport({ width, height: 900 });
    await tab.evaluateOnNewDocument(() => {
      const seen = window.top as unknown as Watched;
      seen.shifts ??= [];
      seen.violations ??= [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        seen.violations.push(`${violatedDirective} ${blockedURI}`),
      );
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node?: Element }[];
        })[])
          seen.shifts.push(
            `${entry.value}: ${entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80)).join(', ')}`,
          );
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await tab.goto(`${origin}/${path}`);
    await tab.waitForNetworkIdle({ idleTime: 300 });
    return tab;
  }
  const seenBy = (tab: Page, what: 'shifts' | 'violations'): Promise<string[]> =>
    tab.evaluate((name) => (window as unknown as Watched)[name], what);

  it('what moves, and what the policy forbids, is seen by these tests', async () => {
    const tab = await open('accessibility/');
    await tab.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      document.querySelector('main')!.style.marginBlockStart = '200px';
    });
    await sleep(200);
    assert.match(String(await seenBy(tab, 'violations')), /^style-src-attr inline/);
    assert.match(String(await seenBy(tab, 'shifts')), /^0\.\d+: /);
    await tab.close();
  });

  for (const path of [...files.keys(), 'blog/index.html', 'blog/posts/torn-page/index.html'])
    for (const width of [375, 1280])
      it(`/${path.replace('index.html', '')}, ${width} pixels wide: nothing moves, and nothing is against its policy`, async () => {
        const tab = await open(path, width);
        assert.deepEqual(await seenBy(tab, 'shifts'), []);
        assert.deepEqual(await seenBy(tab, 'violations'), []);
        await tab.close();
      });

  it('a reader sees that the list of the ranking page could not be read', async () => {
    const tab = await browser.newPage();
    await tab.setRequestInterception(true);
    tab.on('request', (request) =>
      request.url().endsWith('/counts.json') ? void request.respond({ status: 500 }) : void request.continue(),
    );
    await tab.goto(`${origin}/ranking/`);
    const problem = await tab.waitForSelector('#problem', { visible: true });
    const said = await problem!.evaluate((element) => element.textContent);
    assert.match(said, /^The demo blog could not be read, so there is no list: .*counts\.json answered 500\.$/);
    await tab.close();
  });

  describe('by keyboard alone', () => {
    /** Presses Tab until something has the focus. */
    async function tabTo(tab: Page, selector: string): Promise<void> {
      for (let presses = 0; presses < 120; presses++) {
        await tab.keyboard.press('Tab');
        if (await tab.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      }
      assert.fail(`Tab never comes to ${selector}`);
    }
    const textOf = (tab: Page, selector: string): Promise<string> =>
      tab.$eval(selector, (element) => element.textContent.replace(/\s+/g, ' ').trim());

    it('a tag is built and copied: all-time favorites of a feed, three of them', async () => {
      const tab = await open('builder/');
      await tabTo(tab, '[name=widget]');
      await tab.keyboard.press('ArrowRight');
      await tab.keyboard.press('ArrowRight');
      await tabTo(tab, '#src');
      await tab.keyboard.type(`${origin}/blog/feed.xml`);
      await tab.waitForFunction("document.querySelector('#status').textContent.startsWith('The address can be read')");
      await tabTo(tab, '[id="favorites.limit"]');
      await tab.keyboard.press('Backspace');
      await tab.keyboard.type('3');
      await tab.waitForFunction("document.querySelector('#tag').textContent.split('<li>').length === 4");
      await tabTo(tab, '[data-copy=tag]');
      await tab.keyboard.press('Enter');
      await tab.waitForFunction("document.activeElement.textContent === 'Copied'");
      const copied = await tab.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /<dogeared-favorites src="\/blog\/feed.xml" limit="3" show="count">\n {2}<ol>\n/);
      await tab.close();
    });

    it('a property is set and taken back: the weight of titles', async () => {
      const tab = await open('theming/');
      await tabTo(tab, '#property-title-weight');
      await tab.keyboard.press('ArrowRight');
      assert.match(await textOf(tab, '#sheet'), /{ --dogeared-title-weight: 700; }$/);
      await tabTo(tab, '[data-reset=title-weight]');
      await tab.keyboard.press('Enter');
      await tab.waitForFunction("document.querySelector('#sheet').textContent === ''");
      // The button is gone; the focus is where it belonged.
      assert.equal(await tab.evaluate(() => document.activeElement?.id), 'property-title-weight');
      await tab.close();
    });

    it('a slider changes the list: a shorter half-life puts a newer post first', async () => {
      const tab = await open('ranking/');
      assert.match(await textOf(tab, '#list li:first-child'), /^Wheat paste that keeps for a week/);
      await tabTo(tab, '#half-life');
      for (let presses = 0; presses < 6; presses++) await tab.keyboard.press('ArrowLeft');
      assert.equal(await textOf(tab, '#half-life-value'), '30 days');
      assert.match(await textOf(tab, '#list li:first-child'), /^The library van gets its books back/);
      assert.match(await textOf(tab, '#tag'), / half-life="30d" /);
      await tab.close();
    });
  });
});
