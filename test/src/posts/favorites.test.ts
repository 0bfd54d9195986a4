import { expect } from 'chai';
import { explainFavorites, favoritePosts, type FavoriteOptions } from '../../../src/posts/favorites.ts';
import { indexPosts } from '../../../src/posts/index-posts.ts';
import { blog, expected, expectedScores, now as blogNow } from '../../fixtures/blog.ts';
import { wilsonLowerBound } from '../../../src/posts/scores.ts';
import { ago, DAY, ids, now } from './helpers.ts';

const lists: [name: keyof typeof expected, options: FavoriteOptions][] = [
  ['allTime', {}],
  ['allTimeAll', { by: 'views', limit: Infinity }],
  ['recentFavorites30d', { within: '30d', by: 'views' }],
  ['recentFavorites7d', { within: '7d', by: 'views' }],
  ['decay', { halfLife: '30d' }],
  ['decayAuto', { halfLife: 'auto' }],
  ['likes', { by: 'likes' }],
  ['rating', { by: 'rating' }],
  ['perTag1', { perTag: 1 }],
  ['perAuthor1', { perAuthor: 1 }],
  ['weights', { by: { views: 1, comments: 50 } }],
];

const signals = (posts: any, options: FavoriteOptions) =>
  explainFavorites<any>(posts, { now, ...options }).map(({ post, signal }) => `${post.id} ${signal}`);

describe('favoritePosts', () => {
  for (const [name, options] of lists)
    it(`makes the list "${name}" of the fixture blog, as worked out by hand`, () => {
      for (const posts of [blog, indexPosts(blog)])
        expect(favoritePosts(posts, { now: blogNow, ...options }).map(({ url }) => url)).to.deep.equal(expected[name]);
    });

  const scores: [keyof typeof expectedScores, FavoriteOptions][] = [
    ['rating', { by: 'rating' }],
    ['decay', { halfLife: '30d' }],
    ['decayAuto', { halfLife: 'auto' }],
    ['decayAuto', { halfLife: expected.autoHalfLifeMs }],
  ];
  for (const [name, options] of scores)
    it(`scores "${name}" as worked out by hand, with ${JSON.stringify(options)}`, () => {
      const list = explainFavorites(blog, { now: blogNow, by: 'views', limit: Infinity, ...options });
      for (const [url, score] of Object.entries(expectedScores[name]))
        expect(list.find(({ post }) => post.url === url)?.score).to.be.closeTo(score, 1e-6 * Math.max(1, score));
    });

  it('takes the counts of a window, however that is called', () => {
    const posts = [
      { id: 1, windows: { '1w': { views: 5 } }, counts: { views: 1 }, published: ago(90) },
      { id: 2, windows: { '7d': { views: 9 } }, counts: { views: 2 }, published: ago(91) },
      { id: 3, windows: { '168h': { views: 7 } }, counts: { views: 3 }, published: ago(92) },
    ];
    for (const within of ['7d', '1w', '168h', 7 * DAY] as const)
      expect(signals(posts, { within })).to.deep.equal(['2 views:window', '3 views:window', '1 views:window']);
  });

  it('lets totals fade by half the window where no post has counts of that window', () => {
    const posts = [
      { id: 'old', counts: { views: 300 }, published: ago(14) },
      { id: 'new', counts: { views: 100 }, published: ago(0) },
    ];
    const [first, second] = explainFavorites(posts, { now, within: '14d', by: 'views' });
    expect([first!.post.id, first!.score, first!.signal]).to.deep.equal(['new', 100, 'views:decay']);
    expect([second!.post.id, second!.score]).to.deep.equal(['old', 75]);
    expect(second!.parts).to.deep.equal({ views: 300, decay: 0.25 });
  });

  describe("by: 'auto'", () => {
    const three = (name: string, more = {}) =>
      [1, 2, 3].map((id) => ({ id, published: ago(id), counts: { [name]: id }, ...more }));

    for (const name of ['views', 'likes', 'comments', 'shares'])
      it(`goes by ${name} where three posts have them`, () => {
        expect(signals(three(name), { limit: 3 })).to.deep.equal([`3 ${name}`, `2 ${name}`, `1 ${name}`]);
      });

    it('prefers likes that all have to views that two have', () => {
      const posts = [1, 2, 3].map((id) => ({ id, counts: { likes: id, views: id === 3 ? 0 : 9 } }));
      expect(signals(posts, { limit: 3 })[0]).to.equal('3 likes');
    });

    it('asks for as many posts with a count as the list is long, and at least three', () => {
      const posts = [...three('views'), { id: 4, published: ago(0) }, { id: 5, published: ago(4) }];
      expect(signals(posts, { limit: 3 })).to.deep.equal(['3 views', '2 views', '1 views']);
      expect(signals(posts, { limit: 1 })).to.deep.equal(['3 views']);
      expect(signals(posts, { limit: 4 })).to.deep.equal(['4 recency', '1 recency', '2 recency', '3 recency']);
    });

    it('goes by views on a blog of four posts which all have them, although the list could hold five', () => {
      const posts = [1, 2, 3, 4].map((id) => ({ id, published: ago(id), counts: { views: id } }));
      expect(signals(posts, {})).to.deep.equal(['4 views', '3 views', '2 views', '1 views']);
    });

    it('counts only the posts that pass the filters', () => {
      const posts = [...three('views', { tags: ['a'] }), { id: 4, tags: ['b'] }];
      expect(signals(posts, { tags: 'a', limit: 3 })[0]).to.equal('3 views');
      expect(signals(posts, { excludeTags: 'a', limit: 3 })).to.deep.equal(['4 recency']);
    });

    it('falls from counts of the window to totals that fade to recency', () => {
      const windows = { '7d': { views: 5 } };
      expect(signals(three('views', { windows }), { within: '7d' })[0]).to.equal('1 views:window');
      expect(signals(three('views'), { within: '7d' })[0]).to.equal('3 views:decay');
      expect(signals(three('nothing'), { within: '7d' })[0]).to.equal('1 recency');
    });
  });

  it('fills open places with the newest posts, so a list is never empty', () => {
    const posts = [
      { id: 1, published: ago(3), counts: { views: 2 } },
      { id: 2, published: ago(2) },
      { id: 3, published: ago(1) },
    ];
    expect(signals(posts, { by: 'views' })).to.deep.equal(['1 views', '3 recency', '2 recency']);
  });

  it('takes NaN, infinite, negative and string counts, and −0, for none', () => {
    const odd = [NaN, Infinity, -Infinity, -5, '900', -0, null, {}, [9], true];
    const posts = odd.map((views, place) => ({ id: `${place}`, published: ago(1), counts: { views } as any }));
    const list = explainFavorites([...posts.reverse(), { id: 'x', published: ago(9), counts: { views: 1 } }], {
      ...{ now, by: 'views', limit: 20 },
    });
    expect(list.map(({ post }) => post.id).join('')).to.equal('x0123456789');
    expect(list.slice(1).every(({ score, signal }) => Object.is(score, 0) && signal === 'recency')).to.equal(true);
  });

  it('ignores ratings without votes, with votes that make no sense, and of no stars', () => {
    const rate = (average: any, count: any) => ({ counts: { rating: { average, count } } });
    const posts = [
      rate(5, 0),
      rate(5, -3),
      rate(5, NaN),
      rate(NaN, 9),
      rate('5', 9),
      rate(0, 9),
      { counts: { rating: 5 as any } },
      rate(3, 1),
    ];
    const list = explainFavorites(posts, { now, by: 'rating', limit: 9 });
    expect(list.filter(({ signal }) => signal === 'rating').map(({ score }) => score)).to.deep.equal([3]);
  });

  it('pulls a rating of few votes towards the mean of the blog', () => {
    const rate = (id: string, average: number, count: number) => ({ id, counts: { rating: { average, count } } });
    const list = explainFavorites([rate('one vote', 5, 1), rate('many', 4.5, 98), rate('bad', 1, 51)], {
      now,
      by: 'rating',
    });
    expect(ids(list.map(({ post }) => post))).to.deep.equal(['many', 'one vote', 'bad']);
  });

  describe('with a half-life', () => {
    const dated = (days: number[]) =>
      days.map((day, id) => ({ id: id + 1, published: ago(day), counts: { views: 64 } }));
    const decays = (posts: any[], options: FavoriteOptions) =>
      explainFavorites<any>(posts, { now, limit: Infinity, by: 'views', ...options }).map(({ parts }) => parts.decay);

    it('halves with each half-life', () => {
      expect(decays(dated([0, 10, 20]), { halfLife: '10d' })).to.deep.equal([1, 0.5, 0.25]);
    });

    it("never takes 'auto' under a week, nor over 180 days", () => {
      expect(decays(dated([0, 0.1, 0.2, 7]), { halfLife: 'auto' }).at(-1)).to.equal(0.5);
      expect(decays(dated([0, 90, 180]), { halfLife: 'auto' }).at(-1)).to.equal(0.5);
      expect(decays(dated([0, 7]), { halfLife: 'auto' })[0]).to.equal(1);
    });

    it("takes six times the median gap for 'auto', the middle one or the mean of two", () => {
      expect(decays(dated([0, 2, 12, 17]), { halfLife: 'auto' })).to.include(2 ** (-12 / 30)); // gaps 2, 5, 10
      expect(decays(dated([0, 2, 12]), { halfLife: 'auto' })).to.include(2 ** (-12 / 36)); // gaps 2, 10
    });

    it("looks at the newest 20 posts for 'auto', also those that filters leave out", () => {
      const posts = [...Array(20).keys()].map((place) => ({
        id: place,
        published: ago(place * 5),
        tags: place ? ['b'] : ['a'],
        counts: { views: 1 },
      }));
      const old = [...Array(60).keys()].map((place) => ({
        id: `old${place}`,
        published: ago(500 + place),
        tags: ['b'],
      }));
      const far = { id: 'far', published: ago(30), tags: ['a'], counts: { views: 1 } };
      expect(
        decays([...posts, ...old, far], { halfLife: 'auto', tags: 'a' }).map((value) => value!.toFixed(3)),
      ).to.deep.equal(['1.000', '0.500']);
    });

    it('takes one post, posts of one moment and undated posts for no rhythm: a week', () => {
      expect(decays([{ id: 1, published: ago(7), counts: { views: 2 } }, { id: 2 }], { halfLife: 'auto' })[0]).to.equal(
        0.5,
      );
      expect(decays(dated([7, 7, 7]), { halfLife: 'auto' })).to.deep.equal([0.5, 0.5, 0.5]);
    });

    it('gives undated posts nothing, for any half-life', () => {
      for (const halfLife of ['7d', 'auto', Infinity] as const)
        expect(signals([{ id: 1, counts: { views: 9 } }], { halfLife, by: 'views' })).to.deep.equal(['1 recency']);
    });

    const spread = (n: number) =>
      Array.from({ length: n }, (_, place) => ({
        id: place,
        published: now,
        counts: { views: place === 0 ? 1e6 : place },
      }));

    it('caps outliers at the 95th percentile of 20 posts', () => {
      expect(explainFavorites(spread(20), { now, halfLife: '7d' })[0]!.score).to.equal(19);
      expect(explainFavorites(spread(40), { now, halfLife: '7d' })[0]!.score).to.equal(38);
    });

    it('caps nothing among fewer than 20 posts, in all-time lists and within a window', () => {
      expect(explainFavorites(spread(19), { now, halfLife: '7d' })[0]!.score).to.equal(1e6);
      expect(explainFavorites(spread(20), { now })[0]!.score).to.equal(1e6);
      const windowed = spread(20).map((post) => ({ ...post, windows: { '7d': post.counts } }));
      expect(explainFavorites(windowed, { now, within: '7d' })[0]!.score).to.equal(1e6);
    });
  });

  it('takes at most so many posts with one tag or by one author, however long it must look', () => {
    const posts = [...Array(300).keys()].map((place) => ({
      ...{ id: place, published: ago(place / 10), counts: { views: 1000 - place } },
      tags: place < 290 ? ['News', 'news'] : [`tag ${place}`],
      author: place < 290 ? 'Ada' : { name: place === 290 ? 'ADA' : 'Bo' },
    }));
    expect(ids(favoritePosts(posts, { now, perTag: 2, limit: 4 }))).to.deep.equal([0, 1, 290, 291]);
    expect(ids(favoritePosts(posts, { now, perAuthor: 1, limit: 4 }))).to.deep.equal([0, 291]);
    expect(ids(favoritePosts(posts, { now, perTag: 1, perAuthor: 1, limit: 4, offset: 1 }))).to.deep.equal([291]);
    expect(favoritePosts(posts, { now, perTag: 0, limit: 4 })).to.deep.equal([]);
  });

  it('does not limit posts without tags and authors', () => {
    expect(
      ids(favoritePosts([{ id: 1 }, { id: 2, tags: [''] }, { id: 3 }], { now, perTag: 1, perAuthor: 1 })),
    ).to.deep.equal([1, 2, 3]);
  });

  it('explains a mixed score in parts, and the place from 1', () => {
    const posts = [
      { id: 1, counts: { views: 100, comments: 2 } },
      { id: 2, counts: { views: 150 } },
    ];
    expect(explainFavorites(posts, { now, by: { views: 1, comments: 50 } })).to.deep.equal([
      { post: posts[0], rank: 1, score: 200, signal: 'mixed', parts: { views: 100, comments: 100, decay: 1 } },
      { post: posts[1], rank: 2, score: 150, signal: 'mixed', parts: { views: 150, comments: 0, decay: 1 } },
    ]);
    expect(explainFavorites(posts, { now, by: 'views', offset: 1 })).to.deep.equal([
      { post: posts[0], rank: 2, score: 100, signal: 'views', parts: { views: 100, decay: 1 } },
    ]);
  });

  it('finds the newest of very many posts with one score, although it comes last', () => {
    const posts = Array.from({ length: 300 }, (_, place) => ({
      id: place,
      published: ago(300 - place),
      counts: { views: 5 },
    }));
    expect(ids(favoritePosts(posts, { now, limit: 2 }))).to.deep.equal([299, 298]);
  });

  it('caps no ratings: they are averages, not counts', () => {
    const posts = Array.from({ length: 40 }, (_, place) => ({
      id: place,
      published: now,
      counts: { rating: { average: place ? 3 : 5, count: 10 } },
    }));
    const list = explainFavorites(posts, { now, by: 'rating', halfLife: '7d' });
    expect(list[0]!.score).to.be.above(list[1]!.score);
  });

  it('keeps the better of two posts with one id', () => {
    const posts = [
      { id: 1, counts: { views: 3 } },
      { id: 1, counts: { views: 9 } },
      { id: 2, counts: { views: 5 } },
    ];
    expect(favoritePosts(posts, { now, by: 'views' })).to.deep.equal([posts[1], posts[2]]);
  });

  const wrong: [options: any, error: ErrorConstructor, message: RegExp][] = [
    [{ within: '7d', halfLife: '7d' }, RangeError, /halfLife is 7d \(string\); allowed: .*within/],
    [{ within: '7d', halfLife: 'auto' }, RangeError, /halfLife is auto/],
    [{ within: 0 }, RangeError, /within is 0 \(number\); allowed: .*7d/],
    [{ within: '0d' }, RangeError, /within is 0d/],
    [{ within: 'week' }, RangeError, /within is week/],
    [{ within: [7] }, TypeError, /within is 7 \(object\)/],
    [{ halfLife: 0 }, RangeError, /halfLife is 0/],
    [{ halfLife: 'Auto' }, RangeError, /halfLife is Auto .*auto/],
    [{ halfLife: true }, TypeError, /halfLife is true/],
    [{ by: 'clicks' }, RangeError, /by is clicks \(string\); allowed: .*views, likes, comments, rating, shares/],
    [{ by: '__proto__' }, RangeError, /by is __proto__/],
    [{ by: {} }, RangeError, /by is/],
    [{ by: { views: -1 } }, RangeError, /by is/],
    [{ by: { views: NaN } }, RangeError, /by is/],
    [{ by: { clicks: 1 } }, RangeError, /by is/],
    [{ by: 5 }, TypeError, /by is 5/],
    [{ perTag: -1 }, RangeError, /perTag is -1/],
    [{ perAuthor: '1' }, TypeError, /perAuthor is 1 \(string\)/],
    [{ offset: 0.5 }, RangeError, /offset is 0.5/],
  ];
  for (const [options, error, message] of wrong)
    it(`refuses ${JSON.stringify(options)}`, () => {
      for (const call of [favoritePosts, explainFavorites] as any[])
        expect(() => call([], options)).to.throw(
          error,
          new RegExp(`^(favoritePosts|explainFavorites): ${message.source}`),
        );
    });

  it('goes by a score of the caller, which may fade', () => {
    const posts = [
      { id: 'old', published: ago(60), up: 40, down: 20 },
      { id: 'few', published: ago(3), up: 2, down: 0 },
      { id: 'new', published: ago(1), up: 30, down: 10 },
      { id: 'none', published: ago(0), up: 0, down: 0 },
    ];
    const by = ({ up, down }: (typeof posts)[number]) => wilsonLowerBound(up, down);
    expect(favoritePosts(posts, { now, by }).map(({ id }) => id)).to.deep.equal(['new', 'old', 'few', 'none']);
    const [first] = explainFavorites(posts, { now, by, halfLife: '1d' });
    expect(first).to.include({ rank: 1, signal: 'custom:decay' });
    expect(first!.parts).to.deep.equal({ custom: wilsonLowerBound(30, 10), decay: 0.5 });
    expect(explainFavorites(posts, { now, by, within: '2d' })[0]!.signal).to.equal('custom:decay');
    expect(explainFavorites(posts, { now, by: () => NaN })[0]).to.include({ score: 0, signal: 'recency' });
  });
});
