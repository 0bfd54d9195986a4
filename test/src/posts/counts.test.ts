import { expect } from 'chai';
import { joinCounts } from '../../../src/posts/counts.ts';
import { explainFavorites } from '../../../src/posts/favorites.ts';
import { deepFreeze, polluted } from './helpers.ts';

const lamp = { id: 1, url: 'https://www.example.org/a-lamp/' };
const boat = { id: 2, url: 'https://example.org/a-boat?p=3', counts: { views: 1, likes: 2 } };

describe('joinCounts', () => {
  it('finds a page by its path, on any host', () => {
    expect(joinCounts([lamp, boat], { '/a-lamp': 1204 })).to.deep.equal([{ ...lamp, counts: { views: 1204 } }, boat]);
    expect(joinCounts([{ url: 'https://example.org/' }], { '/': 5 })[0]!.counts).to.deep.equal({ views: 5 });
  });

  it('finds a page by its address in any spelling', () => {
    expect(joinCounts([lamp], { 'http://example.org/a-lamp/index.html?utm_source=x': 5 })[0]!.counts).to.deep.equal({
      views: 5,
    });
    expect(joinCounts([lamp], { 'https://elsewhere.org/a-lamp': 5 })).to.deep.equal([lamp]);
  });

  it('adds up the spellings of one page', () => {
    expect(
      joinCounts([lamp], { '/a-lamp': 5, '/a-lamp/': { views: 7, likes: 1 }, '/a-lamp?fbclid=1': 3 })[0]!.counts,
    ).to.deep.equal({ views: 15, likes: 1 });
  });

  it('replaces counts of the same name and keeps the others', () => {
    expect(joinCounts([boat], { '/a-boat?p=3': { views: 9, shares: 4 } })[0]!.counts).to.deep.equal({
      views: 9,
      likes: 2,
      shares: 4,
    });
  });

  it('takes maps and lists of pairs', () => {
    for (const table of [new Map([['/a-lamp', 5]]), [['/a-lamp', 5]] as const])
      expect(joinCounts([lamp], table)[0]!.counts).to.deep.equal({ views: 5 });
  });

  it('ignores texts, NaN, infinite and negative numbers', () => {
    const odd = {
      '/a-lamp': '5',
      '/a-lamp/': NaN,
      'https://example.org/a-lamp': { views: -1, likes: Infinity, comments: 3, shares: null },
    };
    expect(joinCounts([lamp], odd as any)[0]!.counts).to.deep.equal({ comments: 3 });
    expect(joinCounts([lamp], { '/a-lamp': null, '/x': undefined } as any)[0]!.counts).to.deep.equal({});
  });

  it('is not fooled by __proto__ as a key, nor by a polluted Object.prototype', () => {
    const table = JSON.parse('{"__proto__": {"views": 5}, "/a-lamp": {"__proto__": {"views": 7}, "likes": 1}}');
    expect(joinCounts([lamp], table)[0]!.counts).to.deep.equal({ likes: 1 });
    expect(joinCounts([{ url: '__proto__' }], table)[0]!.counts).to.deep.equal({ views: 5 });
    const [joined] = polluted({ views: 100, likes: 9, url: '/a-lamp' }, false, () =>
      joinCounts([lamp], { '/a-lamp': 5 }),
    );
    expect(joined!.counts).to.deep.equal({ views: 5 });
    expect(polluted({ url: '/a-lamp' }, true, () => joinCounts([{ id: 1 }], { '/a-lamp': 5 }))).to.deep.equal([
      { id: 1 },
    ]);
  });

  it('leaves the posts alone, and gives back those without counts as they are', () => {
    const posts = deepFreeze([structuredClone(lamp), structuredClone(boat), { id: 3 }, { id: 4, url: 5 as any }]);
    const joined = joinCounts(posts, deepFreeze({ '/a-lamp': 5 }));
    expect(joined[0]).not.to.equal(posts[0]);
    for (const place of [1, 2, 3]) expect(joined[place]).to.equal(posts[place]);
  });

  it('takes counts within windows, and joins them with those that a post has', () => {
    const table = { '/a-lamp': { views: 50, windows: { '30d': { views: 9 }, '7d': { views: 2, likes: 1 } } } };
    expect(joinCounts([lamp], table)).to.deep.equal([
      { ...lamp, counts: { views: 50 }, windows: { '30d': { views: 9 }, '7d': { views: 2, likes: 1 } } },
    ]);
    const known = { ...lamp, windows: { '7d': { views: 100, comments: 3 }, '1d': { views: 1 } } } as const;
    expect(joinCounts([known], table)[0]!.windows).to.deep.equal({
      '30d': { views: 9 },
      '7d': { views: 2, likes: 1, comments: 3 },
      '1d': { views: 1 },
    });
  });

  it('makes recent favorites of them, also where the post calls the window otherwise', () => {
    const posts = ['a', 'b', 'c'].map((id) => ({ id, url: `/${id}/`, windows: { '1w': { views: 1 } } }) as const);
    const table = Object.fromEntries(
      [3, 9, 5].map((views, at) => [`/${posts[at]!.id}/`, { windows: { '7d': { views } } }]),
    );
    const [best] = explainFavorites(joinCounts(posts, table), { within: '7d' });
    expect([best!.post.id, best!.score, best!.signal]).to.deep.equal(['b', 9, 'views:window']);
  });

  it('adds up windows of one page in several spellings', () => {
    const table = {
      '/a-lamp': { windows: { '7d': { views: 2 } } },
      '/a-lamp/': { windows: { '7d': { views: 3 }, '30d': { views: 8 } } },
    };
    expect(joinCounts([lamp], table)[0]!.windows).to.deep.equal({ '7d': { views: 5 }, '30d': { views: 8 } });
  });

  it('ignores windows that are none, and what makes no sense in them', () => {
    const table = JSON.parse(
      '{"/a-lamp": {"views": 1, "windows": {"__proto__": {"views": 9}, "soon": {"views": 9}, "0d": {"views": 9}, "7d": ' +
        '{"views": "12", "likes": -1, "comments": 1e999, "shares": 2, "windows": {"1d": {"views": 9}}}, "1d": null}}}',
    );
    expect(joinCounts([lamp], table)).to.deep.equal([
      { ...lamp, counts: { views: 1 }, windows: { '7d': { shares: 2 }, '1d': {} } },
    ]);
    for (const windows of [null, 5, 'text', [1], true])
      expect(joinCounts([lamp], { '/a-lamp': { views: 1, windows } } as any)).to.deep.equal([
        { ...lamp, counts: { views: 1 } },
      ]);
  });

  it('never counts to infinity', () => {
    const huge = { '/a-lamp': 1.7e308, '/a-lamp/': 1.7e308 };
    expect(joinCounts([lamp], huge)[0]!.counts).to.deep.equal({ views: Number.MAX_VALUE });
  });
});
