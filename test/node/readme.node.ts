/** README's examples do what README says, on the built package. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { blocks, readme } from '../readme.ts';
import { run } from '../run-steps.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Inside the package, so that `dogeared` is this package by its own exports.
const FOLDER = join(ROOT, 'dist', 'readme');

describe('each example of README prints what its comments say', () => {
  before(() => mkdirSync(FOLDER, { recursive: true }));
  after(() => rmSync(FOLDER, { recursive: true, force: true }));

  for (const [place, code] of blocks('js').entries()) {
    it(`example ${place + 1}: ${/^(?:console\.log|show)\(.*$/m.exec(code)?.[0] ?? ''}`, async () => {
      const file = join(FOLDER, `example-${place}.mjs`);
      writeFileSync(file, code);
      const said = [...code.matchAll(/^(?:console\.log|show)\(.*; \/\/ (.*)$/gm)].map(([, text]) => text);
      const { code: status, output } = await run('node', [file]);
      assert.equal(status, 0, output);
      assert.ok(said.length > 0);
      assert.deepEqual(output.trim().split('\n'), said);
    });
  }
});

describe('the tag of README, pasted into an empty page', () => {
  const [tag = ''] = blocks('html');
  const asked: string[] = [];
  let browser: Browser;
  let address = '';
  const [, path = ''] = /src="https:\/\/cdn\.jsdelivr\.net\/npm\/dogeared@\d+\.\d+\.\d+\/([^"]+)"/.exec(tag) ?? [];
  const page = `<!doctype html><html lang="en"><title>Empty</title>${tag.replace(/src="https:[^"]+"/, `src="/${path}"`)}`;
  const files: Readonly<Record<string, () => [type: string, body: string | Buffer]>> = {
    '/': () => ['text/html', page],
    '/feed.xml': () => ['application/xml', readFileSync(join(ROOT, 'test/fixtures/engines/jekyll/feed.xml'))],
    '/counts.json': () => ['application/json', '{ "/2025/04/20/soup-for-fog.html": 480 }'],
  };
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const file =
      files[url] ?? (url.startsWith('/dist/') ? () => ['text/javascript', readFileSync(join(ROOT, url))] : undefined);
    if (!file) return void response.writeHead(404).end();
    const [type, body] = file();
    response.writeHead(200, { 'content-type': type }).end(body);
  });

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
    browser = await puppeteer.launch({ executablePath: await chromium(), args: CHROMIUM_ARGS });
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('shows four lists from one request for the feed', async () => {
    const tab = await browser.newPage();
    await tab.goto(address);
    await tab.waitForFunction("document.querySelectorAll('[state=ready]').length === 4");
    assert.equal(asked.filter((url) => url === '/feed.xml').length, 1);
    assert.equal(asked.filter((url) => url === '/counts.json').length, 1);
    const first = "document.querySelector('dogeared-recent').shadowRoot.querySelector('a').textContent";
    assert.equal(await tab.evaluate(first), 'Winter berths');
  });

  it('shows the fallback when JavaScript is off', async () => {
    const tab = await browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(address);
    const links = await tab.$$eval('dogeared-recent a', (found) => found.map((link) => link.textContent));
    assert.deepEqual(links, ['Winter berths', 'Soup for fog']);
  });
});

it('README names an attribute or option for each that the elements have', async () => {
  const { FILTERS } = await import('../../components/options.ts');
  const text = readme();
  for (const name of Object.keys(FILTERS))
    assert.ok(text.includes(name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())), name);
});
