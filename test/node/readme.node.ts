/** README's examples do what README says, on the built package. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { engineLines } from '../engines-table.ts';
import { pin } from '../integrity.ts';
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

describe('the daily job of README, on the evenings of five days', () => {
  const [job = ''] = blocks('js daily-counts.mjs');
  const reports = join(ROOT, 'test/fixtures/engines/goaccess-daily');
  const days = ['2026-10-24', '2026-11-10', '2026-11-16', '2026-11-22', '2026-11-23'];
  let today = '';
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(readFileSync(join(reports, `${today}.json`)));
  });
  const folder = join(FOLDER, 'job');
  const evenings: { counts: Record<string, any>; reach: Record<string, { from: string; days: number }> }[] = [];

  before(async () => {
    mkdirSync(folder, { recursive: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    writeFileSync(
      join(folder, 'daily-counts.mjs'),
      job.replace('https://blog.example.org/report.json', `http://127.0.0.1:${port}/report.json`),
    );
    for (today of days) {
      // The job asks the clock which day it is.
      const clock = `const now = Date.parse('${today}T22:00Z'); globalThis.Date = class extends Date {
        constructor(...given) { super(...(given.length ? given : [now])); } };`;
      writeFileSync(join(folder, 'clock.mjs'), clock);
      const start = `process.chdir(${JSON.stringify(folder)}); await import('./clock.mjs'); await import('./daily-counts.mjs');`;
      writeFileSync(join(folder, 'start.mjs'), start);
      const { code, output } = await run('node', [join(folder, 'start.mjs')]);
      assert.equal(code, 0, output);
      const counts = JSON.parse(readFileSync(join(folder, 'counts.json'), 'utf8')) as Record<string, object>;
      evenings.push({ counts, reach: JSON.parse(output) as (typeof evenings)[0]['reach'] });
    }
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the log says, in all and in the last so many days before its last one: the job was not asked. */
  const inLog = (path: string, after = ''): number =>
    readFileSync(join(reports, 'access.log.txt'), 'utf8')
      .split('\n')
      .filter((line) => {
        const [, day, month, asked = ''] = /\[(\d+)\/(\w+)\/.*"GET (\S+)/.exec(line) ?? [];
        return asked.replace(/\?.*/, '').replace(/\/$/, '') === path && `${month === 'Nov' ? 11 : 10}-${day}` > after;
      }).length;

  it('keeps a small file a day', () => {
    assert.deepEqual(
      readdirSync(join(folder, 'snapshots')),
      days.map((day) => `${day}.json`),
    );
    for (const day of days) assert.ok(readFileSync(join(folder, 'snapshots', `${day}.json`)).length < 1000);
  });

  it('begins with totals, and has windows as soon as there is something old enough', () => {
    assert.deepEqual(evenings[0]!.counts['/a-lamp-for-the-pier'], { views: 3 });
    assert.deepEqual(
      evenings.map(({ reach }) => Object.entries(reach).map(([name, { days: length }]) => `${name}: ${length}`)),
      // 10 November: the only older one is of 24 October, 17 days ago. 16 November: the nearest one is 23 days old.
      [[], ['7d: 17'], ['7d: 23'], ['7d: 12'], ['7d: 7', '30d: 30']],
    );
  });

  it('counts what the log says', () => {
    const { counts } = evenings.at(-1)!;
    for (const path of ['/soup-for-fog', '/a-lamp-for-the-pier', '/gulls-a-field-guide', '/winter-berths'])
      assert.deepEqual(counts[path], {
        views: inLog(path),
        windows: { '7d': { views: inLog(path, '11-16') }, '30d': { views: inLog(path, '10-24') } },
      });
    // By `grep` and `wc -l`, for those who doubt the lines above.
    assert.deepEqual(counts['/soup-for-fog'], {
      views: 79,
      windows: { '7d': { views: 17 }, '30d': { views: 79 } },
    });
  });

  it('makes recent favorites that differ from those of all time', async () => {
    const { favoritePosts, joinCounts } = await import('../../src/index.ts');
    const { counts } = evenings.at(-1)!;
    const posts = Object.keys(counts)
      .filter((path) => !path.includes('.'))
      .map((url) => ({ id: url, url, published: '2026-10-01' }));
    const order = (options: object): string =>
      favoritePosts(joinCounts(posts, counts), { now: '2026-11-24', ...options })
        .map(({ url }) => url)
        .join(' ');
    assert.equal(order({}), '/soup-for-fog /a-lamp-for-the-pier /gulls-a-field-guide /winter-berths');
    assert.equal(order({ within: '7d' }), '/soup-for-fog /gulls-a-field-guide /winter-berths /a-lamp-for-the-pier');
  });
});

it('README tells how to count with every engine that counts', () => {
  const [, counts = ''] = /^## Counts$([^]*?)^## /m.exec(readme()) ?? [];
  for (const { engine } of engineLines().filter(({ use }) => use === 'counts'))
    assert.ok(counts.includes(engine), engine);
});

describe('the tags of README, pasted into an empty page', () => {
  const [tag = '', ...others] = blocks('html');
  const conversation = others.find((block) => block.includes('<dogeared-comments')) ?? '';
  const asked: string[] = [];
  let browser: Browser;
  let address = '';
  const [, path = ''] = /src="https:\/\/cdn\.jsdelivr\.net\/npm\/dogeared@\d+\.\d+\.\d+\/([^"]+)"/.exec(tag) ?? [];
  const page = (html: string): string =>
    `<!doctype html><html lang="en"><title>Empty</title>${pin(html).replace(/src="https:[^"]+"/, `src="/${path}"`)}`;
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
  const { kebab } = await import('../../components/attributes.ts');
  const { FILTERS } = await import('../../components/options.ts');
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
