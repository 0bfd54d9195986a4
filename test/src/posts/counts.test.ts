import { expect } from 'chai';
import { joinCounts } from '../../../src/posts/counts.ts';
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
});
