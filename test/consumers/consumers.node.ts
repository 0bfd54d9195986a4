/**
 * The elements as others use them: drawn on a server by `@lit-labs/ssr`, and as typed tags in React, Vue and Svelte. The
 * others are the real ones; they are installed here, beside this file, with a copy of the built package.
 */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { install } from '../install.ts';
import { elementsOf, isPlain, type Manifest } from '../manifest/survey.ts';
import { run } from '../run-steps.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HERE = join(ROOT, 'test/consumers');
const INSTALLED = join(HERE, 'node_modules');
const manifest = (): Manifest => JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as Manifest;
const TAGS = elementsOf(manifest())
  .filter((element) => !isPlain(element))
  .map(({ tagName }) => tagName);

before(async () => {
  await install(HERE);
  const copy = join(INSTALLED, 'dogeared');
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(ROOT, 'package.json'), join(copy, 'package.json'));
  for (const folder of ['src', 'components', 'types'])
    cpSync(join(ROOT, 'dist', folder), join(copy, 'dist', folder), { recursive: true });
});

it('tags are typed in React, Vue and Svelte, and what is wrong in them is an error', async () => {
  const { code, output } = await run('tsc', ['-p', join(HERE, 'types')]);
  assert.equal(code, 0, output);
});

describe('drawn on a server without a DOM', () => {
  let drawn = '';
  let browser: Browser;
  let address = '';
  const loader = '<script type="module" src="/dist/cdn/dogeared.all.js"></script>';
  const server = createServer(({ url = '' }, response) => {
    const isCode = url.startsWith('/dist/');
    response.writeHead(200, { 'content-type': isCode ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isCode ? readFileSync(join(ROOT, url)) : `<!doctype html><html lang="en">${drawn}${loader}`);
  });

  before(async () => {
    const { code, output } = await run('node', [join(HERE, 'render.js'), ...TAGS]);
    assert.equal(code, 0, output);
    drawn = output;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
    browser = await puppeteer.launch({ executablePath: await chromium(), args: CHROMIUM_ARGS });
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('each element has a shadow root with its styles, and shows the fallback when JavaScript is off', async () => {
    const tab = await browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(address);
    for (const tag of TAGS) {
      const [found] = await tab.$$eval(tag, (elements) =>
        elements.map((element) => ({
          slots: element.shadowRoot?.querySelectorAll('slot:not([name])').length,
          seen: element.querySelector('p')!.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
          height: element.querySelector('p')!.offsetHeight,
        })),
      );
      assert.equal(found?.slots, 1, tag);
      assert.ok(found.seen && found.height > 10, tag);
    }
  });

  it('becomes in a browser what it is without a server: nothing is there twice', async () => {
    const tab = await browser.newPage();
    await tab.goto(address);
    await tab.waitForSelector('dogeared-recent[state=ready]');
    await tab.$eval('dogeared-comments', (element) => element.scrollIntoView());
    for (const tag of TAGS) {
      const [headings, slots] = await tab.$eval(tag, (element) =>
        ['[part=heading]', 'slot:not([name])'].map((part) => element.shadowRoot!.querySelectorAll(part).length),
      );
      assert.ok(headings! <= 1, `${tag} has ${headings} headings`);
      assert.ok(slots! <= 1, `${tag} has ${slots} slots`);
    }
    const titles = "document.querySelector('dogeared-recent').shadowRoot.querySelector('[part=list]').innerText";
    assert.equal(await tab.evaluate(titles), 'Soup for fog');
  });
});
