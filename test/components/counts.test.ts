import { expect } from 'chai';
import '../../components/favorites.ts';
import '../../components/recent.ts';
import type { DogearedList } from '../../components/list.ts';
import { modules } from './threads.ts';
import { at, few, hits, json, open, put, settled, show, shown, texts, titles, told, unique, until } from './helpers.ts';

/** Waline at the test server: what it counts is in its address; it answers for as many posts as are in the test. */
const waline = (views: readonly number[], key = unique(), query: object = {}): string =>
  at(
    'api/article',
    { type: 'application/json', body: JSON.stringify({ errno: 0, data: views.map((time) => ({ time })) }), ...query },
    key,
  );

/** GoatCounter at the test server: the same number for every page. */
const goat = (count: string, key: string): string =>
  at('counter/', { type: 'application/json', body: JSON.stringify({ count }) }, key);

const lists = (): DogearedList[] => [...document.querySelectorAll<DogearedList>('dogeared-favorites, dogeared-recent')];

describe('counts of an engine', () => {
  it('are asked for when the posts are known', async () => {
    const key = unique();
    const list = await shown(
      `<dogeared-favorites counts-src="${waline([5, 90, 40], key)}" show="count"></dogeared-favorites>`,
      {
        posts: few(),
      },
    );
    expect(titles(list)).to.deep.equal(['B', 'C', 'A']);
    expect(texts(list, 'count')).to.deep.equal(['90 views', '40 views', '5 views']);
    expect((await hits(key)).map(({ query }) => query['path'])).to.deep.equal(['/a/,/b/,/c/']);
  });

  it('wait for a feed that takes its time', async () => {
    const key = unique();
    const tag = `<dogeared-favorites src="${at('feed.xml', { delay: 300 })}" counts-src="${waline([5, 90, 40], key)}"></dogeared-favorites>`;
    const list = await shown(tag);
    expect(titles(list)).to.deep.equal(['Post 2', 'Post 3', 'Post 1']);
    expect((await hits(key)).map(({ query }) => query['path'])).to.deep.equal([
      [1, 2, 3].map((nth) => `/serve/posts/${nth}/`).join(),
    ]);
  });

  it('are asked for once by all lists that want the same', async () => {
    const key = unique();
    const src = at('feed.xml');
    const tag = `<dogeared-favorites src="${src}" counts-src="${waline([5, 90, 40], key)}"></dogeared-favorites>`;
    put(tag + tag.replace('></', ' within="30d"></') + tag);
    await Promise.all(lists().map((list) => settled(list)));
    expect(lists().map((list) => titles(list)[0])).to.deep.equal(['Post 2', 'Post 2', 'Post 2']);
    expect(await hits(key)).to.have.length(1);
  });

  it('come with the windows of all lists that name them', async () => {
    const key = unique();
    const src = at('feed.xml');
    const tag = `<dogeared-favorites src="${src}" counts-src="${goat('3', key)}" show="reason"></dogeared-favorites>`;
    put(tag + tag.replace(' show', ' within="30d" show') + tag.replace(' show', ' within="7d" show'));
    await Promise.all(lists().map((list) => settled(list)));
    expect(new Set((await hits(key)).map(({ path, query }) => path + (query['start'] ?? ''))).size).to.equal(9);
    expect(await hits(key)).to.have.length(9);
    expect(lists().map((list) => texts(list, 'reason')[0])).to.deep.equal([
      '3 views',
      '3 views in the last 30 days',
      '3 views in the last 7 days',
    ]);
  });

  it('are asked for again about posts of another list', async () => {
    const key = unique();
    const counts = goat('3', key);
    const tag = (posts: number): string =>
      `<dogeared-favorites src="${at('feed.xml', { posts })}" counts-src="${counts}" show="count"></dogeared-favorites>`;
    put(tag(1));
    await settled(lists()[0]!);
    lists()[0]!.insertAdjacentHTML('afterend', tag(2));
    await settled(lists()[1]!);
    await until('both counts', () => texts(lists()[1]!, 'count').join() === '3 views,3 views');
    const paths = (await hits(key)).map(({ path }) => decodeURIComponent(path).replace('/serve/counter/', ''));
    expect(paths).to.deep.equal(['/serve/posts/1/.json', '/serve/posts/1/.json', '/serve/posts/2/.json']);
  });

  it('that cannot be read are gone without, and that is said once', async () => {
    const list = await shown(
      `<dogeared-favorites counts-src="${waline([1], unique(), { status: 404 })}"></dogeared-favorites>`,
      {
        posts: few(),
      },
    );
    expect(titles(list)).to.deep.equal(['C', 'B', 'A']);
    expect(told()).to.deep.equal(['<dogeared-favorites>: /serve/api/article answered 404; going on without counts.']);
  });

  it('with a private key are not asked for at all', async () => {
    const key = unique();
    const counts = `${waline([1], key)}&token=abcdef`;
    const list = await shown(`<dogeared-favorites counts-src="${counts}"></dogeared-favorites>`, { posts: few() });
    expect(list.state).to.equal('ready');
    const [said = ''] = told();
    expect(said).to.match(/^<dogeared-favorites>: .*holds a private key \(token\).*; going on without counts\.$/);
    expect(said).not.to.contain('abcdef');
    expect(await hits(key)).to.deep.equal([]);
  });

  it('leave nothing behind: a list that goes before its posts came, and one that comes later', async () => {
    const key = unique();
    const counts = waline([5, 90, 40], key);
    const tag = (delay: number): string =>
      `<dogeared-favorites src="${at('feed.xml', { delay })}" counts-src="${counts}"></dogeared-favorites>`;
    const list = show(tag(5000));
    await until('the request', () => list.state === 'loading');
    await new Promise((done) => setTimeout(done, 100));
    list.remove();
    await new Promise((done) => setTimeout(done, 100));
    expect(titles(await shown(tag(0)))).to.deep.equal(['Post 2', 'Post 3', 'Post 1']);
    expect(await hits(key)).to.have.length(1);
  });

  it('are asked for anew by refresh()', async () => {
    const key = unique();
    const list = await shown(`<dogeared-favorites counts-src="${waline([5, 90, 40], key)}"></dogeared-favorites>`, {
      posts: few(),
    });
    await list.refresh();
    expect([list.state, (await hits(key)).length]).to.deep.equal(['ready', 2]);
  });
});

describe('counts of a file', () => {
  it('load beside the feed, by one request', async () => {
    const [feed, counts] = [unique(), unique()];
    const file = `${at('counts.json', { type: 'application/json', body: '{"/serve/posts/3/":9,"/serve/posts/2/":5,"/serve/posts/1/":1}' }, counts)}`;
    const list = show(
      `<dogeared-favorites src="${at('feed.xml', { delay: 400 }, feed)}" counts-src="${file}"></dogeared-favorites>`,
    );
    await until('the counts', () => performance.getEntriesByType('resource').some(({ name }) => name.includes(counts)));
    expect(list.state).to.equal('loading');
    await settled(list);
    expect(titles(list)).to.deep.equal(['Post 3', 'Post 2', 'Post 1']);
    expect(await hits(counts)).to.have.length(1);
  });

  it('make recent favorites where they know windows', async () => {
    const table = {
      '/a/': { views: 900, windows: { '30d': { views: 3 } } },
      '/b/': { views: 5, windows: { '30d': { views: 4 } } },
    };
    const file = json({ ...table, '/c/': { views: 7, windows: { '30d': { views: 1 } } } }).replace(
      'posts.json',
      'counts.json',
    );
    const tag = `<dogeared-favorites counts-src="${file}" within="30d" show="reason"></dogeared-favorites>`;
    const list = await shown(tag, { posts: few() });
    expect(titles(list)).to.deep.equal(['B', 'A', 'C']);
    expect(texts(list, 'reason')[0]).to.equal('4 views in the last 30 days');
  });

  it('may be a report of GoAccess', async () => {
    const posts = ['/winter-berths/', '/gulls-a-field-guide/', '/soup-for-fog/'].map((path) => ({
      url: `https://blog.example${path}`,
      title: path,
      published: '2026-01-01',
    }));
    const tag = `<dogeared-favorites counts-src="${at('fixtures/engines/goaccess-daily/2026-11-23.json')}" show="count"></dogeared-favorites>`;
    const list = await shown(tag, { posts });
    expect(texts(list, 'count')).to.deep.equal(['79 views', '36 views', '14 views']);
  });
});

describe('a page loads', () => {
  const COUNTS = /^(engines|goatcounter|waline|ghost|wordpress|wordpress-com|popular-posts|goaccess|secret|steps)$/;

  /** What a page of its own loads of counters for such a list. */
  async function loaded(countsSrc: string): Promise<string[]> {
    const page = await open('/test/pages/plain.html');
    page.document.querySelector('main')!.innerHTML =
      `<dogeared-favorites src="/test/pages/feed.xml" counts-src="${countsSrc}"></dogeared-favorites>`;
    const script = Object.assign(page.document.createElement('script'), {
      type: 'module',
      src: '/components/favorites.ts',
    });
    page.document.head.append(script);
    const list = page.document.querySelector<DogearedList>('dogeared-favorites')!;
    await until('the list', () => list.state === 'ready');
    return modules(page)
      .filter((name) => COUNTS.test(name))
      .sort();
  }

  it('nothing of any counter for a file', async () => {
    expect(await loaded('/test/pages/counts.json')).to.deep.equal([]);
  });

  it('for a counter the table, and that one', async () => {
    const src = waline([1, 2, 3]);
    expect(await loaded(src.replaceAll('&', '&amp;'))).to.deep.equal(['engines', 'steps', 'waline']);
  });

  it('for a report of GoAccess the table, and its reader', async () => {
    const report = at('fixtures/engines/goaccess-daily/2026-11-23.json');
    expect(await loaded(report))
      .to.include.members(['engines', 'goaccess'])
      .and.not.include('waline');
  });
});
