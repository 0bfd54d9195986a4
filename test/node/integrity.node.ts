/** What is pinned is refused when a byte of it is another, and works when none is: README's tag and pinned.html. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { pin, pinned, version, wrongTags } from '../integrity.ts';
import { blocks, readme } from '../readme.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CDN = `https://cdn.jsdelivr.net/npm/dogeared@${version()}/`;
const PAGE = 'https://blog.example/';
const LIST = '<dogeared-recent src="/feed.json"><p>Our posts</p></dogeared-recent>';
const FEED = JSON.stringify({ posts: [{ url: '/soup/', title: 'Soup for fog', published: '2026-10-19' }] });

describe('a page that pins what it loads', () => {
  let browser: Browser;
  before(async () => {
    browser = await puppeteer.launch({ executablePath: await chromium(), args: CHROMIUM_ARGS });
  });
  after(() => browser.close());

  /** Opens a page whose CDN has today's build, but for one file; resolves to what it shows and what the console says. */
  async function open(head: string, tampered?: string): Promise<{ shown: string; said: string; asked: string[] }> {
    const tab = await browser.newPage();
    const [said, asked]: [string[], string[]] = [[], []];
    tab.on('console', (message) => said.push(message.text()));
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      const url = request.url();
      const headers = { 'access-control-allow-origin': '*' };
      const answer = (contentType: string, body: string): void => void request.respond({ contentType, body, headers });
      if (url === PAGE) return answer('text/html', `<!doctype html><html lang="en"><title>Blog</title>${head}${LIST}`);
      if (url === `${PAGE}feed.json`) return answer('application/json', FEED);
      if (!url.startsWith(`${CDN}dist/cdn/`)) return void request.respond({ status: 204 });
      const file = url.slice(`${CDN}dist/cdn/`.length);
      asked.push(file);
      const code = readFileSync(join(ROOT, 'dist/cdn', file), 'utf8');
      answer('text/javascript', file === tampered ? `${code}\ndocument.title = 'Not yours any more';` : code);
    });
    await tab.goto(PAGE);
    await tab.waitForNetworkIdle({ idleTime: 300 });
    const shown = await tab.evaluate(
      "document.title + ': ' + (document.querySelector('dogeared-recent').shadowRoot?.querySelector('li a')?.textContent ?? document.querySelector('dogeared-recent').textContent)",
    );
    await tab.close();
    return { shown: String(shown), said: said.join('\n'), asked };
  }

  const [first = ''] = blocks('html');
  const loader = /<script.*<\/script>/.exec(pin(first))?.[0] ?? '';

  it('shows its list', async () => {
    const { shown, said, asked } = await open(pinned());
    assert.equal(shown, 'Blog: Soup for fog', said);
    assert.ok(asked.includes('chunks/components/recent.js'));
  });

  it('does not run a chunk that is not the one, and keeps the fallback', async () => {
    for (const chunk of ['chunks/components/recent.js', 'chunks/components/list.js']) {
      const { shown, said } = await open(pinned(), chunk);
      assert.equal(shown, 'Blog: Our posts');
      assert.match(said, /integrity/i);
    }
  });

  it('runs it where only the loader is pinned: the hash is what refuses it', async () => {
    const { shown } = await open(loader, 'chunks/components/recent.js');
    assert.equal(shown, 'Not yours any more: Soup for fog');
  });

  it('does not run a loader that is not the one', async () => {
    const { shown, said } = await open(loader, 'dogeared.js');
    assert.equal(shown, 'Blog: Our posts');
    assert.match(said, /integrity/i);
  });

  it('has a hash for every chunk', () => {
    const { integrity } = JSON.parse(/>([^<]+)</.exec(pinned())?.[1] ?? '') as { integrity: Record<string, string> };
    const chunks = globSync('dist/cdn/chunks/**/*.js', { cwd: ROOT }).map((file) => CDN + file.replaceAll('\\', '/'));
    assert.deepEqual(Object.keys(integrity).sort(), chunks.sort());
    for (const hash of Object.values(integrity)) assert.match(hash, /^sha384-[\w+/]{64}$/);
  });

  it('has names for its chunks that say what is in them, and no numbers', () => {
    const sources = globSync('{src,components}/**/*.ts', { cwd: ROOT });
    const names = globSync('**/*.js', { cwd: join(ROOT, 'dist/cdn/chunks') });
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
    const isOfOthers = (name: string): boolean => Object.keys(dependencies).some((one) => name.startsWith(`${one}/`));
    const others = names.filter((name) => !sources.includes(name.replace(/\.js$/, '.ts')) && !isOfOthers(name));
    assert.deepEqual([names.length > 50, others], [true, []]);
  });
});

describe('the script tags of README', () => {
  it('are those of this build or of a published version', () => assert.equal(wrongTags(readme()), undefined));

  it('stay those of a published version, whatever is built today', () => {
    const published = readme().replaceAll(/sha384-..../g, 'sha384-then');
    assert.equal(wrongTags(published, published), undefined);
    assert.match(wrongTags(readme(), published) ?? '', /take them from there/);
  });

  it('are noticed when a hash or a version is another', () => {
    assert.match(wrongTags(readme().replace(/sha384-./, 'sha384-_')) ?? '', /node test\/readme\.ts|take them/);
    assert.match(wrongTags(readme().replace('dogeared@', 'dogeared@9')) ?? '', /node test\/readme\.ts|take them/);
  });
});
