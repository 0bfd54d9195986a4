import { expect } from 'chai';
import '../../components/favorites.ts';
import { favoritePosts } from '../../src/posts/favorites.ts';
import { at, few, hits, part, parts, shown, texts, titles, told, unique } from './helpers.ts';
import { FILTERS, theyChangeTheList } from './options.ts';

describe('<dogeared-favorites>', () => {
  it('shows the all-time favorites', async () => {
    const list = await shown('<dogeared-favorites></dogeared-favorites>', { posts: few() });
    expect(titles(list)).to.deep.equal(['C', 'B', 'A']);
  });

  it('shows recent favorites with within="30d"', async () => {
    const posts = few().map((post, at) => ({ ...post, windows: { '30d': { views: [5, 9, 7][at] } } }));
    const list = await shown('<dogeared-favorites within="30d" show="reason"></dogeared-favorites>', { posts });
    expect(titles(list)).to.deep.equal(['B', 'C', 'A']);
    expect(texts(list, 'reason')[0]).to.equal('9 views in the last 30 days');
  });

  const rows = [
    ['offset', '2', { offset: 2 }],
    ['by', 'comments', { by: 'comments' }],
    ['by', 'views:1 comments:50', { by: { views: 1, comments: 50 } }],
    ['by', 'likes:2, shares:1', { by: { likes: 2, shares: 1 } }],
    ['by', 'rating', { by: 'rating' }],
    ['within', '30d', { within: '30d' }],
    ['within', '7d', { within: '7d' }],
    ['half-life', '14d', { halfLife: '14d' }],
    ['half-life', 'auto', { halfLife: 'auto' }],
    ['per-tag', '1', { perTag: 1 }],
    ['per-author', '1', { perAuthor: 1 }],
  ] as const;
  theyChangeTheList(
    'dogeared-favorites',
    [...FILTERS.filter(([name]) => name !== 'exclude'), ['exclude', 'p19', { exclude: ['p19'] }], ...rows],
    (posts, options) => favoritePosts(posts, options),
  );

  it('says of how many posts it knows, when these are only the latest', async () => {
    const src = at('fixtures/engines/wordpress/feed.rss2.xml');
    const list = await shown(`<dogeared-favorites src="${src}"></dogeared-favorites>`);
    expect(part(list, 'note')?.textContent).to.equal('of the latest 10');
  });

  it('says nothing of the kind when it knows all posts, or is about the recent ones', async () => {
    const all = await shown('<dogeared-favorites></dogeared-favorites>', { posts: few() });
    expect(part(all, 'note')?.textContent).to.equal('');
    const recent = await shown(`<dogeared-favorites src="${at('feed.xml')}" within="30d"></dogeared-favorites>`);
    expect(parts(recent, 'note')).to.have.length(0);
  });

  it('reads all pages of an engine that can page, and then it is complete', async () => {
    const key = unique();
    const src = at('wp-json/wp/v2/posts', { total: 120 }, key);
    const list = await shown(`<dogeared-favorites src="${src}"></dogeared-favorites>`);
    expect((await hits(key)).map(({ query }) => query['page'] ?? '1')).to.deep.equal(['1', '2']);
    expect(part(list, 'note')?.textContent).to.equal('');
  });

  it('joins the counts of counts-src', async () => {
    const counts = at('counts', { type: 'application/json', body: '{"/b/":900,"https://www.blog.example/a":1000}' });
    const list = await shown(`<dogeared-favorites counts-src="${counts}" show="count"></dogeared-favorites>`, {
      posts: few(),
    });
    expect(titles(list)).to.deep.equal(['A', 'B', 'C']);
    expect(texts(list, 'count')).to.deep.equal(['1K views', '900 views', '30 views']);
  });

  it('goes on without counts when they cannot be read, and says so once', async () => {
    const counts = at('counts', { status: 404 });
    const list = await shown(`<dogeared-favorites counts-src="${counts}"></dogeared-favorites>`, { posts: few() });
    expect(titles(list)).to.deep.equal(['C', 'B', 'A']);
    expect(told()).to.deep.equal(['<dogeared-favorites>: /serve/counts answered 404; going on without counts.']);
  });

  it('is an all-time list when `within` makes no sense', async () => {
    const src = at('feed.xml');
    const list = await shown(`<dogeared-favorites src="${src}" within="soon"></dogeared-favorites>`);
    expect(told()).to.deep.equal([
      '<dogeared-favorites>: within is soon (string); allowed: numbers, strings like "7d"; using the default.',
    ]);
    expect(part(list, 'note')?.textContent).to.equal('of the latest 3');
  });

  it('takes `half-life` for wrong beside `within`', async () => {
    await shown('<dogeared-favorites within="30d" half-life="14d"></dogeared-favorites>', { posts: few() });
    expect(told()).to.deep.equal([
      '<dogeared-favorites>: half-life is 14d (string); allowed: numbers, strings without within; using the default.',
    ]);
  });
});
