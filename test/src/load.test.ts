import { expect } from 'chai';
import { loadPosts, type LoadPostsOptions } from '../../src/sources/posts.ts';
import { loadCounts } from '../../src/sources/counts.ts';
import { MAX_PAGES } from '../../src/sources/pages.ts';
import type { SourceError, SourceErrorKind } from '../../src/sources/error.ts';
import type { Hit } from '../server.ts';

let key = '';
const hits = async (): Promise<Hit[]> => (await (await fetch(`/serve/hits?key=${key}`)).json()) as Hit[];

/** An address at the test server, whose requests are counted. */
const at = (path: string, query: Record<string, string | number> = {}): string =>
  `/serve/${path}?${new URLSearchParams({ hit: key, ...query } as Record<string, string>).toString()}`;

/** No time is lost by the shortest pauses. */
const quick = { random: () => 0 };

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  return promise.then(
    () => expect.fail('was loaded'),
    (error: unknown) => error as SourceError,
  );
}

async function expectFailure(
  src: string,
  kind: SourceErrorKind,
  options: LoadPostsOptions = quick,
): Promise<SourceError> {
  const error = await failure(loadPosts(src, options));
  expect([error.name, error.kind]).to.deep.equal(['SourceError', kind]);
  expect(error.message.length).to.be.lessThan(250);
  expect(error.message).not.to.contain(key);
  return error;
}

/** Engines of other hosts, at the test server. */
const rehosted: typeof fetch = (input, init) => {
  const { pathname, search } = new URL(String(input));
  return fetch(`/serve${pathname}${search}`, init);
};

beforeEach(() => {
  key = crypto.randomUUID();
});

describe('loadPosts', () => {
  it('loads a feed: posts in document order, and it may not be the whole blog', async () => {
    const { posts, complete, more } = await loadPosts(at('feed.xml'));
    expect(posts.map(({ title }) => title)).to.deep.equal(['Post 1', 'Post 2', 'Post 3']);
    expect([complete, more]).to.deep.equal([false, false]);
    expect(await hits()).to.have.length(1);
  });

  it('resolves addresses against where the feed was found in the end', async () => {
    const { posts } = await loadPosts(
      `/serve/old/feed?redirect=${encodeURIComponent('/serve/middle?redirect=/serve/new/blog/feed.xml')}`,
    );
    expect(posts[0]?.url).to.equal(`${location.origin}/serve/new/blog/posts/1/`);
  });

  it('takes a relative address for one relative to the page, or to `base`', async () => {
    const { posts } = await loadPosts('blog/feed.xml', { base: `${location.origin}/serve/` });
    expect(posts[0]?.url).to.equal(`${location.origin}/serve/blog/posts/1/`);
  });

  it('sends no cookies, and takes none', async () => {
    await fetch('/serve/?cookie=secret=1;path=/');
    expect(document.cookie).to.contain('secret=1');
    await loadPosts(at('feed.xml', { cookie: 'other=1;path=/' }));
    document.cookie = 'secret=; max-age=0; path=/';
    expect((await hits())[0]?.headers).not.to.have.property('cookie');
    expect(document.cookie).not.to.contain('other');
  });

  it('passes charset and content type on: HTTP says ISO 8859-1', async () => {
    const { posts } = await loadPosts(
      at('fixtures/samples/broken/windows-1252.xml', { type: 'text/xml; charset=windows-1251' }),
    );
    const { posts: right } = await loadPosts(at('fixtures/samples/broken/windows-1252.xml'));
    expect(posts[0]?.title).not.to.equal(right[0]?.title);
  });

  // Known defect of src/load.ts.
  it('takes as many posts as fit into 10 MB', async () => {
    const feed = `<rss><channel>${'<item><title>A</title></item>'.repeat(300_000)}</channel></rss>`;
    const send: typeof fetch = () => Promise.resolve(new Response(feed));
    expect((await loadPosts('https://blog.example/feed', { fetch: send })).posts).to.have.length(300_000);
  });

  it('does not care what a feed is called', async () => {
    for (const type of ['text/html', 'application/octet-stream', 'nonsense', 'application/json'])
      expect((await loadPosts(at('feed', { type }))).posts, type).to.have.length(3);
  });
});

describe('loadPosts, when the answer is wrong:', () => {
  it('HTML that is called RSS is not-a-feed', async () => {
    const { message } = await expectFailure(
      at('feed', { body: '<!doctype html><p>needle', type: 'application/rss+xml' }),
      'not-a-feed',
    );
    expect(message)
      .to.match(/^\/serve\/feed is a web page/)
      .and.not.match(/needle/);
  });

  for (const status of [400, 401, 403, 404, 410, 418, 501])
    it(`${status} is an error at once`, async () => {
      const error = await expectFailure(at('feed', { status }), 'http');
      expect([error.status, error.message]).to.deep.equal([status, `/serve/feed answered ${status}`]);
      expect(await hits()).to.have.length(1);
    });

  it('304 without a question for it is an error', async () => {
    expect((await expectFailure(at('feed', { status: 304 }), 'http')).status).to.equal(304);
  });

  it('204 is empty', async () => {
    expect((await expectFailure(at('feed', { status: 204 }), 'not-a-feed')).message).to.contain('is empty');
  });

  for (const status of [429, 500, 503])
    it(`${status} is asked again, twice at most`, async () => {
      const error = await expectFailure(at('feed', { status }), 'http');
      expect(error.status).to.equal(status);
      expect(await hits()).to.have.length(3);
    });

  it('503 twice, then the posts', async () => {
    expect((await loadPosts(at('feed', { status: '503,503,200' }), quick)).posts).to.have.length(3);
    expect(await hits()).to.have.length(3);
  });

  it('between the tries it waits a quarter of a second, then half, and by chance up to twice as long', async () => {
    const waited = async (random: () => number): Promise<number> => {
      key = crypto.randomUUID();
      const start = performance.now();
      await loadPosts(at('feed', { status: '503,503,200' }), { random });
      return performance.now() - start;
    };
    const [least, most] = await Promise.all([waited(() => 0), waited(() => 0.999)]);
    expect(least).to.be.within(740, 1300);
    expect(most).to.be.within(1480, 2200);
  });

  it('Retry-After in seconds is kept', async () => {
    const start = performance.now();
    await loadPosts(at('feed', { status: '429,200', 'retry-after': 1 }), quick);
    expect(performance.now() - start).to.be.within(990, 1800);
  });

  it('Retry-After as a date is kept', async () => {
    const start = performance.now();
    await loadPosts(at('feed', { status: '503,200', 'retry-after': new Date(Date.now() + 2500).toUTCString() }), quick);
    expect(performance.now() - start).to.be.within(1000, 4000);
  });

  it('Retry-After that is longer than anybody waits: no second try', async () => {
    for (const after of ['120', new Date(Date.now() + 3_600_000).toUTCString()]) {
      key = crypto.randomUUID();
      await expectFailure(at('feed', { status: '503,200', 'retry-after': after }), 'http');
      expect(await hits(), after).to.have.length(1);
    }
  });

  it('Retry-After that says nothing: as if there were none', async () => {
    for (const after of ['soon', '-1', '0']) {
      key = crypto.randomUUID();
      await loadPosts(at('feed', { status: '503,200', 'retry-after': after }), quick);
    }
  });

  it('no answer in time is a timeout, and is not asked again', async () => {
    const start = performance.now();
    const error = await expectFailure(at('feed', { delay: 3000 }), 'timeout', { timeout: 300 });
    expect(performance.now() - start).to.be.lessThan(1500);
    expect(error.message).to.match(/\/serve\/feed /);
    expect(await hits()).to.have.length(1);
  });

  it('an answer that drips is a timeout as well', async () => {
    const start = performance.now();
    await expectFailure(at('feed', { drip: 400, posts: 100 }), 'timeout', { timeout: 600 });
    expect(performance.now() - start).to.be.lessThan(2000);
  });

  it('an answer that drips, but in time, is read', async () => {
    expect((await loadPosts(at('feed', { drip: 20, posts: 100 }))).posts).to.have.length(100);
  });

  it('more than 10 MB by its own word is refused before it comes', async () => {
    const error = await expectFailure(at('feed', { size: 11, length: 11_000_000, drip: 2000 }), 'too-large');
    expect(error.message).to.contain('10 MB');
    expect(await hits()).to.have.length(1);
  });

  it('more than 10 MB without a word is cut off while it comes', async () => {
    await expectFailure(at('feed', { size: 60 }), 'too-large');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [hit] = await hits();
    expect(hit?.aborted).to.equal(true);
  });

  it('a connection that dies in the middle is network, after two more tries', async () => {
    const died = await loadPosts(at('feed', { cut: 400, posts: 100 }), quick).catch(
      (error: unknown) => error as SourceError,
    );
    // WebKitGTK takes the end of the connection for the end of the document: then that is read as far as it can be.
    if ('posts' in died) expect(died.posts.map(({ title }) => title)).to.deep.equal(['Post 1', 'Post 2', 'Post 3']);
    else {
      expect(died.kind).to.equal('network');
      expect((await hits()).length).to.be.at.least(3); // browsers try again by themselves as well
    }
  });

  it('less than it promised is network; more than it promised, as much as it promised', async () => {
    const short = await loadPosts(at('feed', { length: 100_000 }), quick).catch(
      (error: unknown) => error as SourceError,
    );
    // Engines differ: what came is a whole feed, and only the length is wrong.
    if ('posts' in short) expect(short.posts).to.have.length(3);
    else expect(short.kind).to.equal('network');
    const { posts } = await loadPosts(at('feed', { length: 250 }), quick);
    expect(posts.map(({ title }) => title)).to.deep.equal(['Post 1']);
  });

  it('a dead port is network, and the message names both causes', async () => {
    const start = performance.now();
    const { message } = await expectFailure('http://localhost:49999/feed?x', 'network');
    expect(message).to.match(/^http:\/\/localhost:49999\/feed /);
    expect(message)
      .to.match(/connection/)
      .and.match(/CORS/);
    expect(performance.now() - start, 'not asked again').to.be.lessThan(700);
  });

  it('an address that is none, or of another kind, is refused without a request', async () => {
    for (const src of [
      'javascript:alert(1)',
      'data:text/xml,<rss/>',
      'file:///etc/passwd',
      'blob:https://a.example/1',
      'ftp://a.example/',
      'http://',
      'https://[',
      'about:blank',
    ])
      await expectFailure(src, 'address');
  });

  it('query and fragment are not shown, and the fragment is not sent', async () => {
    const seen: string[] = [];
    const spy: typeof fetch = (input) => {
      seen.push(String(input));
      return Promise.resolve(new Response('', { status: 404 }));
    };
    const { message } = await expectFailure('https://blog.example/feed?key=1#x', 'http', { fetch: spy });
    expect(seen).to.deep.equal(['https://blog.example/feed?key=1']);
    expect(message).to.equal('https://blog.example/feed answered 404');
  });
});

describe('loadPosts, across origins', function () {
  const other = location.origin.replace('localhost', '127.0.0.1');

  before(async function () {
    const alive = await fetch(`${other}/serve/feed?cors=*`).then(
      () => true,
      () => false,
    );
    if (!alive) this.skip();
  });

  it('reads what the other site lets it read', async () => {
    expect((await loadPosts(`${other}/serve/feed?cors=*`)).posts).to.have.length(3);
  });

  it('is refused otherwise, once, and the message names CORS and the network', async () => {
    const { message } = await expectFailure(other + at('feed'), 'network');
    expect(message)
      .to.match(/connection/)
      .and.match(/CORS/);
    expect(await hits()).to.have.length(1);
  });

  it('is refused where a redirect leads to a site that does not let it read', async () => {
    await expectFailure(at('feed', { redirect: `${other}/serve/feed` }), 'network');
  });
});

describe('loadPosts with a signal', () => {
  const reason = new Error('gone');

  it('that is aborted already asks for nothing', async () => {
    expect(await failure(loadPosts(at('feed'), { signal: AbortSignal.abort(reason) }))).to.equal(reason);
    expect(await hits()).to.have.length(0);
  });

  it('ends while it waits for the answer', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    const start = performance.now();
    expect(await failure(loadPosts(at('feed', { delay: 3000 }), { signal: controller.signal }))).to.equal(reason);
    expect(performance.now() - start).to.be.lessThan(1000);
  });

  it('ends in the middle of the body, and the request with it', async () => {
    const controller = new AbortController();
    const loading = failure(loadPosts(at('feed', { drip: 500, posts: 1000 }), { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    controller.abort(reason);
    expect(await loading).to.equal(reason);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await hits()).map(({ aborted }) => aborted)).to.deep.equal([true]);
  });

  it('ends in a pause between tries', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 400);
    const start = performance.now();
    const options = { signal: controller.signal };
    expect(await failure(loadPosts(at('feed', { status: 503, 'retry-after': 5 }), options))).to.equal(reason);
    expect(performance.now() - start).to.be.lessThan(1500);
    expect(await hits()).to.have.length(1);
  });

  it('leaves no listener behind, ended or not', async () => {
    const { signal } = new AbortController();
    const listening = new Set<unknown>();
    const { addEventListener: add, removeEventListener: remove } = signal;
    signal.addEventListener = (...[type, listener, options]: Parameters<AbortSignal['addEventListener']>) => {
      listening.add(listener);
      add.call(signal, type, listener, options);
    };
    signal.removeEventListener = (...[type, listener, options]: Parameters<AbortSignal['removeEventListener']>) => {
      listening.delete(listener);
      remove.call(signal, type, listener, options);
    };
    await loadPosts(at('feed', { status: '503,200' }), { ...quick, signal });
    expect(listening.size).to.equal(0);
  });
});

describe('loadPosts asks an engine for no more than a list needs:', () => {
  const WORDPRESS = 'wp-json/wp/v2/posts';
  const query = async (): Promise<Record<string, string>[]> => (await hits()).map((hit) => hit.query);

  it('WordPress: one page of a few posts, few fields, nothing embedded', async () => {
    const { posts, complete, more } = await loadPosts(at(WORDPRESS), { need: { limit: 5, fields: [] } });
    expect([posts.length, complete, more]).to.deep.equal([15, false, true]);
    const [asked] = await query();
    expect(asked).to.deep.equal({ hit: key, per_page: '15', _fields: 'id,link,title,date_gmt,modified_gmt,sticky' });
  });

  it('WordPress: what is shown is embedded', async () => {
    const { posts } = await loadPosts(at(WORDPRESS), { need: { limit: 5, fields: ['author'] } });
    expect((await query())[0]).to.include({ _embed: 'author' });
    expect(posts[0]?.author).to.deep.equal({ name: 'Ines' });
  });

  it('WordPress: by the date of the last change', async () => {
    await loadPosts(at(WORDPRESS), { need: { order: 'updated' } });
    expect((await query())[0]).to.include({ orderby: 'modified' });
  });

  it("WordPress: the owner's own parameters stay", async () => {
    const { posts } = await loadPosts(at(WORDPRESS, { per_page: 3, categories: 7 }), { need: { limit: 5 } });
    expect(posts).to.have.length(3);
    expect((await query())[0]).to.include({ per_page: '3', categories: '7' });
  });

  it('WordPress: the whole blog in pages of 100, and then it is complete', async () => {
    const { posts, complete, more } = await loadPosts(at(WORDPRESS, { total: 250 }), { need: { all: true } });
    expect([posts.length, complete, more]).to.deep.equal([250, true, false]);
    expect(posts[249]?.title).to.equal('Post 250');
    expect((await query()).map(({ page, per_page }) => [page, per_page])).to.deep.equal([
      [undefined, '100'],
      ['2', '100'],
      ['3', '100'],
    ]);
  });

  it('WordPress: a blog that fits on a page is complete by one request', async () => {
    const { posts, complete } = await loadPosts(at(WORDPRESS, { total: 7 }), { need: { limit: 5 } });
    expect([posts.length, complete]).to.deep.equal([7, true]);
    expect(await hits()).to.have.length(1);
  });

  it('WordPress: where the number of pages cannot be read, until a page is not full', async () => {
    const { posts, complete } = await loadPosts(at(WORDPRESS, { total: 250, silent: 1 }), { need: { all: true } });
    expect([posts.length, complete]).to.deep.equal([250, true]);
  });

  // Known defect of src/load.ts.
  it('WordPress: where the number of pages cannot be read and the last page is full, what came is kept', async () => {
    const { posts } = await loadPosts(at(WORDPRESS, { total: 200, silent: 1 }), { need: { all: true } });
    expect(posts).to.have.length(200);
  });

  // Known defect of src/load.ts.
  it('any: a page that fails after others came does not take these away, but the blog is not complete', async () => {
    const { posts, complete } = await loadPosts(at(WORDPRESS, { total: 250, status: '200,404' }), {
      need: { all: true },
    });
    expect([posts.length, complete]).to.deep.equal([100, false]);
  });

  it(`any: ${MAX_PAGES} pages at most, and then it is not complete`, async () => {
    const { posts, complete } = await loadPosts(at(WORDPRESS, { total: 50, per_page: 2 }), { need: { all: true } });
    expect([posts.length, complete]).to.deep.equal([20, false]);
    expect(await hits()).to.have.length(MAX_PAGES);
  });

  it('Ghost: pages by the number it names', async () => {
    const { posts, complete } = await loadPosts(at('ghost/api/content/posts/', { key: 'abc', total: 230 }), {
      need: { all: true },
    });
    expect([posts.length, complete]).to.deep.equal([230, true]);
    expect((await query()).map(({ page, limit, key: secret }) => [page, limit, secret])).to.deep.equal([
      [undefined, '100', 'abc'],
      ['2', '100', 'abc'],
      ['3', '100', 'abc'],
    ]);
  });

  it('Blogger: pages by the number of the first post, however many come', async () => {
    const src = at('feeds/posts/default', { alt: 'json', total: 400, 'max-results': 150 });
    const { posts, complete } = await loadPosts(src, { need: { all: true } });
    expect([posts.length, complete]).to.deep.equal([400, true]);
    expect((await query()).map((asked) => asked['start-index'])).to.deep.equal([undefined, '151', '301']);
  });

  it('WordPress.com: pages by the handle it names', async () => {
    const src = `https://public-api.wordpress.com/rest/v1.1/sites/blog.example/posts/?hit=${key}&total=250`;
    const { posts, complete } = await loadPosts(src, { need: { all: true, fields: [] }, fetch: rehosted });
    expect([posts.length, complete]).to.deep.equal([250, true]);
    expect(posts[0]?.counts).to.deep.equal({ likes: 1 });
    expect((await query()).map(({ page_handle }) => page_handle)).to.deep.equal([undefined, '100', '200']);
  });

  it('JSON Feed: the next page it names, where all are wanted', async () => {
    const { posts } = await loadPosts(at('feed.json'), { need: { all: true } });
    expect(posts).to.have.length(25);
    expect(await hits()).to.have.length(3);
  });

  it('JSON Feed: one page where few are wanted, and there is more', async () => {
    const { posts, complete, more } = await loadPosts(at('feed.json'), { need: { limit: 5 } });
    expect([posts.length, complete, more]).to.deep.equal([10, false, true]);
  });

  it('a feed whose next page is itself is read once', async () => {
    const body =
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href=""/><entry><title>A</title></entry></feed>';
    const { posts } = await loadPosts(at('feed', { body }), { need: { all: true } });
    expect([posts.length, (await hits()).length]).to.deep.equal([1, 1]);
  });

  // Known defect of src/load.ts.
  it('a feed whose next page is no address of the web ends there', async () => {
    const body =
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="javascript:alert(1)"/><entry><title>A</title></entry></feed>';
    const { posts } = await loadPosts(at('feed', { body }), { need: { all: true } });
    expect(posts).to.have.length(1);
  });

  // Known defect of src/load.ts.
  it('a feed whose next page is on another site ends there: that site was not named by the page', async () => {
    const elsewhere = `http://127.0.0.1:49999${at('next')}`.replaceAll('&', '&amp;');
    const body = `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="${elsewhere}"/><entry><title>A</title></entry></feed>`;
    const { posts, complete } = await loadPosts(at('feed', { body }), { need: { all: true } });
    expect([posts.length, complete]).to.deep.equal([1, false]);
  });

  // Known defect of src/load.ts.
  it('a feed whose next page cannot be an address ends there', async () => {
    const body = '{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"A"}],"next_url":"http://["}';
    const { posts } = await loadPosts(at('feed.txt', { body }), { need: { all: true } });
    expect(posts).to.have.length(1);
  });

  it('our own JSON is the whole blog', async () => {
    const { posts, complete, more } = await loadPosts(
      at('posts', { body: '{"posts":[{"title":"A"}]}', type: 'application/json' }),
    );
    expect([posts.length, complete, more]).to.deep.equal([1, true, false]);
  });

  it('WordPress by name: the address of the blog is enough', async () => {
    await loadPosts(at(''), { format: 'wordpress', need: { limit: 5 } });
    expect((await hits()).map(({ path }) => path)).to.deep.equal(['/serve/wp-json/wp/v2/posts']);
  });
});

describe('loadCounts', () => {
  it('loads numbers by address', async () => {
    const body = '{"/a/":120,"/b/":{"views":7,"likes":1}}';
    expect(await loadCounts(at('counts', { body, type: 'application/json' }))).to.deep.equal(JSON.parse(body));
  });

  for (const body of ['[1,2]', 'null', '12', '"x"', '<html>', '', '{"/a/":'])
    it(`refuses ${body || 'nothing'}`, async () => {
      const error = await failure(loadCounts(at('counts', { body })));
      expect([error.name, error.kind]).to.deep.equal(['SourceError', 'not-a-feed']);
      expect(error.message).to.contain('/serve/counts');
    });

  it('fails as loadPosts does', async () => {
    expect((await failure(loadCounts(at('counts', { status: 404 })))).kind).to.equal('http');
    expect((await failure(loadCounts('javascript:1'))).kind).to.equal('address');
  });
});
