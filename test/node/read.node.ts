/** The readers without a DOM: every fixture, and what only Node can tell. Run by `node --test test/node/*.node.ts`. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parseTolerantly } from '../../src/sources/tolerant.ts';
import * as xml from '../../src/sources/xml.ts';
import { SourceError } from '../../src/sources/error.ts';
import { readPosts } from '../../src/sources/read.ts';
import { type ExpectedFiles, found, LISTS, wanted } from '../src/sources/expected.ts';

const file = (path: string): Promise<Buffer> => readFile(new URL(`../fixtures/${path}`, import.meta.url));

assert.equal(typeof DOMParser, 'undefined', 'there is no DOM here');

for (const [list, folder] of LISTS) {
  const files = JSON.parse((await file(list)).toString()) as ExpectedFiles;
  describe(`readPosts in Node, ${folder}`, () => {
    for (const [name, expected] of Object.entries(files))
      it(`reads ${name}: ${expected.posts.length} posts, every field as an independent reader found it`, async () => {
        const { url, contentType } = expected;
        const posts = await readPosts(await file(`${folder}/${name}`), { url, contentType });
        assert.deepEqual(found(posts, expected), wanted(expected));
      });
  });
}

describe('readPosts in Node', () => {
  const REFUSED = {
    'html-page.html': 'not-a-feed',
    'login-page.html': 'not-a-feed',
    'opml.xml': 'not-a-feed',
    'sitemap.xml': 'not-a-feed',
    'entity-bomb.xml': 'malformed',
    'external-entity.xml': 'malformed',
  };
  for (const [name, kind] of Object.entries(REFUSED))
    it(`refuses ${name}: ${kind}`, async () => {
      await assert.rejects(
        readPosts(await file(`samples/broken/${name}`), { url: 'https://blog.example/feed' }),
        (error) => {
          assert.ok(error instanceof SourceError);
          assert.equal(error.kind, kind);
          assert.match(error.message, /^https:\/\/blog\.example\/feed .{5,200}$/);
          return true;
        },
      );
    });

  it('knows the time whatever zone the machine is in', async () => {
    const { TZ } = process.env;
    const feed =
      '<rss><channel><item><title>A</title><pubDate>Tue, 05 Mar 2024 07:05:00</pubDate></item></channel></rss>';
    for (const zone of ['Pacific/Kiritimati', 'America/St_Johns', 'UTC']) {
      process.env['TZ'] = zone;
      assert.equal((await readPosts(feed))[0]?.published, '2024-03-05T07:05:00.000Z', zone);
    }
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  it('takes a document of 100,000 nested elements, tags without end and 50,000 namespaces in its stride', () => {
    const start = performance.now();
    parseTolerantly(`<rss>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</rss>`, xml);
    parseTolerantly(`<rss>${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}`, xml);
    parseTolerantly(Array.from({ length: 50_000 }, (_, at) => `<a xmlns:p${at}="u">`).join(''), xml);
    assert.ok(performance.now() - start < 3000);
  });
});
