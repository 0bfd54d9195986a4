/** README's examples do what README says, on the built package. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { engineLines } from '../engines-table.ts';
import { blocks, elementTables, engines, readme, statedEngines } from '../readme.ts';
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

describe('the tags of README, pasted into an empty page', () => {
  const [tag = '', ...others] = blocks('html');
  const conversation = others.find((block) => block.includes('<dogeared-comments')) ?? '';
  const asked: string[] = [];
  let browser: Browser;
  let address = '';
  const [, path = ''] = /src="https:\/\/cdn\.jsdelivr\.net\/npm\/dogeared@\d+\.\d+\.\d+\/([^"]+)"/.exec(tag) ?? [];
  const page = (html: string): string =>
    `<!doctype html><html lang="en"><title>Empty</title>${html.replace(/src="https:[^"]+"/, `src="/${path}"`)}`;
  const [thread = '{}'] = blocks('json').filter((block) => block.includes('"comments"'));
  const files: Readonly<Record<string, () => [type: string, body: string | Buffer]>> = {
    '/': () => ['text/html', page(tag)],
    '/comments.html': () => ['text/html', page(conversation)],
    '/comments/soup-for-fog.json': () => ['application/json', thread],
    '/comments.json': () => [
      'application/json',
      thread.replaceAll('"author"', '"post": { "url": "/soup-for-fog/", "title": "Soup for fog" }, "author"'),
    ],
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

  it('shows a thread, a count and the latest comments', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${address}comments.html`);
    await tab.waitForSelector('dogeared-comments[state=ready]');
    const text = (selector: string, inner: string): Promise<unknown> =>
      tab
        .waitForFunction(
          `document.querySelector('${selector}').shadowRoot.querySelector('${inner}')?.innerText.replace(/\\s+/g, ' ')`,
        )
        .then((found) => found.jsonValue());
    assert.equal(await text('dogeared-comments', '[part=heading]'), '2 comments');
    assert.equal(await text('dogeared-comments', '[part=list] [part=body] strong'), 'Thick');
    assert.equal(await text('dogeared-comments', '[part=post]'), 'Post a comment');
    assert.equal(await text('dogeared-comment-count', '[part=count]'), '2 comments');
    assert.match(String(await text('dogeared-latest-comments', '[part=item]')), /Mara on Soup for fog Thick as fog\./);
  });

  it('shows the comments of the server when JavaScript is off', async () => {
    const tab = await browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(`${address}comments.html`);
    const shown = await tab.$eval('dogeared-comments', (element) => (element as HTMLElement).innerText);
    assert.match(shown, /Mara: The second helping/);
  });
});

it('README names an attribute or option for each that the elements have', async () => {
  const { FILTERS, kebab } = await import('../../components/options.ts');
  const text = readme();
  const { DogearedComments } = await import('../../components/comments.ts');
  const named = Object.values(DogearedComments.properties).map(
    (property) => (property as { attribute: unknown }).attribute,
  );
  const attributes = [...Object.keys(FILTERS).map(kebab), ...named.filter((name) => typeof name === 'string')];
  for (const name of attributes) assert.ok(text.includes(`\`${name}\``), name);
});

it('README has the table of engines that their files make: node test/readme.ts writes it', () => {
  assert.equal(statedEngines(), engines());
});

it('every engine that comments can be read from says so in its file', async () => {
  const { COMMENT_ENGINES } = await import('../../src/sources/comments/engines.ts');
  const said = engineLines().filter(({ use }) => use === 'comments');
  assert.deepEqual(
    said.map(({ file }) => file).sort(),
    Object.keys(COMMENT_ENGINES)
      .map((name) => `comments/${name}.ts`)
      .sort(),
  );
});

for (const { name, stated, actual } of elementTables())
  it(`README has the tables of "${name}" that the elements' source makes: node test/readme.ts writes them`, () => {
    assert.equal(stated, actual);
  });
