/** The one door to the network, in Node, against a server on this machine. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadPosts } from '../../src/sources/posts.ts';
import { loadCounts } from '../../src/sources/counts.ts';
import { SourceError, type SourceErrorKind } from '../../src/sources/error.ts';
import { type Hit, startServer } from '../server.ts';

let origin = '';
let close = (): void => undefined;
let key = '';

const at = (path: string, query: Record<string, string | number> = {}): string => {
  key = crypto.randomUUID();
  return `${origin}/serve/${path}?${new URLSearchParams({ hit: key, ...query } as Record<string, string>).toString()}`;
};
const hits = async (): Promise<Hit[]> => (await (await fetch(`${origin}/serve/hits?key=${key}`)).json()) as Hit[];
const quick = { random: () => 0 };

const fails = (promise: Promise<unknown>, kind: SourceErrorKind): Promise<void> =>
  assert.rejects(promise, (error) => error instanceof SourceError && error.kind === kind);

describe('loadPosts in Node', () => {
  before(async () => {
    ({ origin, close } = await startServer());
  });
  after(() => close());

  it('loads a feed, with addresses relative to where it was found', async () => {
    const { posts, complete } = await loadPosts(at('old/feed', { redirect: '/serve/new/feed.xml' }));
    assert.deepEqual([posts.length, posts[0]?.url, complete], [3, `${origin}/serve/new/posts/1/`, false]);
  });

  it('needs a base for a relative address', async () => {
    await fails(loadPosts('/feed.xml'), 'address');
    assert.equal((await loadPosts('feed.xml', { base: `${origin}/serve/` })).posts.length, 3);
  });

  it('sends no user name and no password, and shows none', async () => {
    const seen: string[] = [];
    const spy: typeof fetch = (input) => {
      seen.push(String(input));
      return Promise.resolve(new Response('', { status: 404 }));
    };
    const src = 'https://me:secret@blog.example/feed?token=abc';
    await assert.rejects(loadPosts(src, { fetch: spy }), { message: 'https://blog.example/feed answered 404' });
    assert.deepEqual(seen, ['https://blog.example/feed?token=abc']);
  });

  it('asks again after 503, twice at most, and not after 404', async () => {
    assert.equal((await loadPosts(at('feed', { status: '503,503,200' }), quick)).posts.length, 3);
    await fails(loadPosts(at('feed', { status: 500 }), quick), 'http');
    assert.equal((await hits()).length, 3);
    await fails(loadPosts(at('feed', { status: 404 }), quick), 'http');
    assert.equal((await hits()).length, 1);
  });

  it('gives up in time', async () => {
    await fails(loadPosts(at('feed', { delay: 2000 }), { timeout: 200 }), 'timeout');
    await fails(loadPosts(at('feed', { drip: 300, posts: 100 }), { timeout: 500 }), 'timeout');
  });

  it('takes no more than 10 MB, by the header or while it comes', async () => {
    await fails(loadPosts(at('feed', { size: 11, length: 11_000_000, drip: 2000 })), 'too-large');
    await fails(loadPosts(at('feed', { size: 60 })), 'too-large');
  });

  it('calls a connection that dies, and a port where nobody answers, network', async () => {
    await fails(loadPosts(at('feed', { cut: 200, posts: 100 }), quick), 'network');
    await fails(loadPosts('http://127.0.0.1:49999/feed', quick), 'network');
  });

  it('ends with the reason of its signal, and the request with it', async () => {
    const controller = new AbortController();
    const reason = new Error('gone');
    setTimeout(() => controller.abort(reason), 300);
    const src = at('feed', { drip: 300, posts: 1000 });
    await assert.rejects(loadPosts(src, { signal: controller.signal }), (error) => error === reason);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(
      (await hits()).map(({ aborted }) => aborted),
      [true],
    );
  });

  it('reads a whole WordPress, page by page', async () => {
    const { posts, complete } = await loadPosts(at('wp-json/wp/v2/posts', { total: 250 }), { need: { all: true } });
    assert.deepEqual([posts.length, complete, (await hits()).length], [250, true, 3]);
  });

  it('loads counts', async () => {
    assert.deepEqual(await loadCounts(at('counts', { body: '{"/a/":120}' })), { '/a/': 120 });
    await fails(loadCounts(at('counts', { body: '[1]' })), 'not-a-feed');
  });
});
