/** The demo blog as a reader has it, with JavaScript and without. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';

/** Worked out by hand from demo/_source: dates of the posts, `pick`, counts.json, and counts halved every 15 days. */
const LISTS = {
  recent: [
    'last-orders-before-christmas',
    'twenty-four-tiny-books',
    'wrap-a-book-without-tape',
    'six-new-bookcloths',
    'the-library-van-gets-its-books-back',
  ],
  featured: ['what-we-can-mend-and-what-it-costs'],
  allTime: [
    'wheat-paste-that-keeps',
    'grain-direction',
    'choosing-a-bone-folder',
    'what-a-dog-ear-does-to-a-page',
    'how-to-open-a-new-book',
  ],
  recentFavorites: [
    'the-library-van-gets-its-books-back',
    'wrap-a-book-without-tape',
    'what-fell-out-of-books-this-year',
    'walnut-ink-from-the-churchyard',
    'paste-on-your-sleeves',
  ],
};
const EXPECTED = Object.values(LISTS).map((slugs) => slugs.map((slug) => `/blog/posts/${slug}/`));
const TAGS = 'dogeared-recent, dogeared-featured, dogeared-favorites';

describe('the demo blog', () => {
  let server: ViteDevServer;
  let browser: Browser;
  let address = '';

  before(async () => {
    server = await createServer({
      configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
      server: { port: 0, host: '127.0.0.1' },
      logLevel: 'error',
    });
    await server.listen();
    address = `${server.resolvedUrls?.local[0]}blog/`;
    browser = await puppeteer.launch({ executablePath: await chromium(), args: CHROMIUM_ARGS });
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  it('shows four different lists from one request for the feed', async () => {
    const tab = await browser.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await tab.goto(address);
    await tab.waitForFunction(`[...document.querySelectorAll('${TAGS}')].every(({ state }) => state === 'ready')`);
    const shown = await tab.$$eval(TAGS, (lists) =>
      lists.map((list) => (list as unknown as { shown: string[] }).shown.map((url) => new URL(url).pathname)),
    );
    assert.deepEqual(shown, EXPECTED);
    assert.equal(asked.filter((path) => path === '/blog/feed.xml').length, 1);
    assert.equal(asked.filter((path) => path === '/blog/counts.json').length, 1);
  });

  it('shows the same four lists when JavaScript is off', async () => {
    const tab = await browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(address);
    const links = await tab.$$eval(TAGS, (lists) =>
      lists.map((list) => [...new Set(Array.from(list.querySelectorAll('a'), (link) => link.getAttribute('href')))]),
    );
    assert.deepEqual(links, EXPECTED);
  });

  it('shows its comments when JavaScript is off, as the text they are', async () => {
    const tab = await browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(address);
    const items = await tab.$$eval('dogeared-comments > ol > li', (found) => found.map((item) => item.innerText));
    assert.equal(items.length, 11);
    assert.ok(items.some((text) => text.includes("<script>document.body.innerHTML = 'You have won!'</script>")));
  });

  it('keeps a comment in this browser: written, previewed, sent, there after a reload, changed, deleted', async () => {
    const tab = await browser.newPage();
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).origin));
    const dialogs: string[] = [];
    tab.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await tab.goto(`${address}#comments`);
    const inside = (selector: string): string => `dogeared-comments >>> ${selector}`;
    const text = (selector: string): Promise<string> =>
      tab.$eval(inside(selector), (element) => element.textContent!.replace(/\s+/g, ' ').trim());
    await tab.waitForSelector(inside('form'));
    assert.equal(await text('[part=heading]'), '11 comments');

    await tab.locator(inside('form input[name=name]')).fill('A reader');
    await tab.locator(inside('form textarea')).fill('It is **good** to know. <script>alert(1)</script>');
    await tab.locator(inside('form [role=tab]:last-child')).click();
    await tab.waitForSelector(inside('.preview strong'));
    assert.equal(await text('.preview'), 'It is good to know. <script>alert(1)</script>');
    await tab.locator(inside('form [type=submit]')).click();
    const mine = '[part=list] > :last-child';
    await tab.waitForSelector(inside(`${mine} [part=edit]`));
    assert.equal(await text('[part=heading]'), '12 comments');

    await tab.reload();
    await tab.waitForSelector(inside(`${mine} [part=edit]`));
    assert.match(await text(mine), /A reader Only you see this/);
    await tab.locator(inside(`${mine} [part=edit]`)).click();
    await tab.locator(inside(`${mine} form textarea`)).fill('It is good.');
    await tab.locator(inside(`${mine} form [type=submit]`)).click();
    await tab.waitForFunction(
      "document.querySelector('dogeared-comments').shadowRoot.querySelector('[part=list]').innerText.includes('It is good.')",
    );
    await tab.locator(inside(`${mine} [part=delete]`)).click();
    await tab.locator(inside(`${mine} [part=delete]`)).click();
    await tab.waitForFunction(
      "document.querySelector('dogeared-comments').shadowRoot.querySelector('[part=heading]').innerText.trim() === '11 comments'",
    );
    assert.deepEqual(dialogs, []);
    assert.deepEqual([...new Set(asked)], [new URL(address).origin]);
  });
});
