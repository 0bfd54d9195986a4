import { expect } from 'chai';
import { indexPosts } from '../../../src/posts/index-posts.ts';
import { recentPosts } from '../../../src/posts/recent.ts';
import { blog, expected, now as blogNow } from '../../fixtures/blog.ts';
import { ago, DAY, ids, now } from './helpers.ts';

const urls = (posts: readonly { url: string }[]) => posts.map(({ url }) => url);

describe('recentPosts', () => {
  it('lists the five newest posts of the fixture blog, as worked out by hand', () => {
    expect(urls(recentPosts(blog, { now: blogNow }))).to.deep.equal(expected.recent);
  });

  it('orders the whole fixture blog, undated posts last', () => {
    expect(urls(recentPosts(blog, { now: blogNow, limit: Infinity }))).to.deep.equal(expected.recentAll);
  });

  it('orders the fixture blog by update', () => {
    expect(urls(recentPosts(blog, { now: blogNow, order: 'updated' }))).to.deep.equal(expected.recentUpdated);
  });

  it('shows the same lists from one index', () => {
    const index = indexPosts(blog);
    expect(urls(recentPosts(index, { now: blogNow }))).to.deep.equal(expected.recent);
    expect(urls(recentPosts(index, { now: blogNow, order: 'updated' }))).to.deep.equal(expected.recentUpdated);
  });

  it('leaves out posts of the future, also of the next millisecond and of the year 10000', () => {
    const posts = [
      { id: 'now', published: now },
      { id: 'soon', published: now + 1 },
      { id: 'far', published: '+010000-01-01T00:00:00Z' },
      { id: 'also far', published: Date.UTC(10000, 0) },
    ];
    expect(ids(recentPosts(posts, { now }))).to.deep.equal(['now']);
  });

  it('leaves out a post that will be published, whenever it was updated', () => {
    const posts = [
      { id: 'planned', published: now + DAY, updated: now - DAY },
      { id: 'touched tomorrow', published: now - DAY, updated: now + DAY },
      { id: 'fine', published: now - DAY },
    ];
    expect(ids(recentPosts(posts, { now, order: 'updated' }))).to.deep.equal(['fine']);
  });

  it('puts posts without a possible date last: missing, NaN, infinite, impossible, of the wrong type', () => {
    const dates = [undefined, NaN, Infinity, -Infinity, '2025-02-30', '2024-13-01', 'soon', '', {}, [], true, null];
    const posts = dates.map((published, place) => ({ id: String.fromCharCode(97 + place), published }));
    const list = recentPosts([...posts.reverse(), { id: 'old', published: '1965-01-01' }] as object[], {
      now,
      limit: 20,
    });
    expect(ids(list).join('')).to.equal('oldabcdefghijkl');
  });

  it('takes the update where a post has no date of publication, and the other way around', () => {
    const posts = [
      { id: 1, updated: ago(3) },
      { id: 2, published: 'nonsense', updated: ago(1) },
      { id: 3, published: ago(2) },
    ];
    expect(ids(recentPosts(posts, { now }))).to.deep.equal([2, 3, 1]);
    expect(ids(recentPosts(posts, { now, order: 'updated' }))).to.deep.equal([2, 3, 1]);
  });

  it('takes the first moment of 1970 for a moment like any other', () => {
    const posts = [{ id: 'none' }, { id: 'before', published: -1 }, { id: 'zero', published: 0, updated: now }];
    expect(ids(recentPosts(posts, { now }))).to.deep.equal(['zero', 'before', 'none']);
    expect(ids(recentPosts(posts, { now: 0 }))).to.deep.equal(['zero', 'before', 'none']);
  });

  it('breaks ties by id, then by URL, by code unit', () => {
    const posts = ['b', 'a b', 'a', 'Z', 'a!', 'ä'].map((id) => ({ id, published: now }));
    expect(ids(recentPosts(posts, { now, limit: 9 }))).to.deep.equal(['Z', 'a', 'a b', 'a!', 'b', 'ä']);
    const pages = ['/b', '/a'].map((url) => ({ url, published: now }));
    expect(urls(recentPosts(pages, { now }))).to.deep.equal(['/a', '/b']);
  });

  it('keeps the order of the input for posts with neither id nor URL', () => {
    const posts = Array.from({ length: 200 }, (_, place) => ({ title: `${(place * 7) % 200}`, published: now }));
    expect(recentPosts(posts, { now, limit: 200 })).to.deep.equal(posts);
    expect(recentPosts(posts, { now, limit: 3 })).to.deep.equal(posts.slice(0, 3));
  });

  it('keeps the newest of posts with one id, or with one URL where there is no id', () => {
    const posts = [
      { id: 1, title: 'old', published: ago(9) },
      { id: 1, title: 'new', published: ago(1) },
      { url: '/a', title: 'older', published: ago(3) },
      { url: '/a', title: 'newer', published: ago(2) },
    ];
    expect(recentPosts(posts, { now }).map(({ title }) => title)).to.deep.equal(['new', 'newer']);
  });

  it('fills the list although the newest posts come in many copies', () => {
    const copies = Array.from({ length: 500 }, () => ({ id: 'new', published: ago(1) }));
    const posts = [...copies, { id: 'b', published: ago(2) }, { id: 'c', published: ago(3) }];
    expect(ids(recentPosts(posts, { now, limit: 3 }))).to.deep.equal(['new', 'b', 'c']);
    expect(ids(recentPosts(posts.reverse(), { now, limit: 3 }))).to.deep.equal(['new', 'b', 'c']);
  });

  it('skips the first posts with offset', () => {
    const posts = [1, 2, 3, 4].map((id) => ({ id, published: ago(id) }));
    expect(ids(recentPosts(posts, { now, offset: 1, limit: 2 }))).to.deep.equal([2, 3]);
    expect(recentPosts(posts, { now, offset: 9 })).to.deep.equal([]);
    expect(recentPosts(posts, { now, offset: Infinity, limit: Infinity })).to.deep.equal([]);
  });

  it('reads the clock itself, once a call', () => {
    const real = Date.now;
    let read = 0;
    Date.now = () => (read++, now);
    try {
      expect(
        ids(
          recentPosts([
            { id: 1, published: now },
            { id: 2, published: now + 1 },
          ]),
        ),
      ).to.deep.equal([1]);
      expect(read).to.equal(1);
    } finally {
      Date.now = real;
    }
  });

  it('takes now as a Date, a number or ISO 8601', () => {
    const posts = [
      { id: 1, published: ago(1) },
      { id: 2, published: ago(0) },
    ];
    for (const then of [ago(1), new Date(ago(1)), new Date(ago(1)).toISOString()])
      expect(ids(recentPosts(posts, { now: then }))).to.deep.equal([1]);
  });

  it('says that order is "published" or "updated"', () => {
    const wrong = (order: any) => () => recentPosts([], { order });
    expect(wrong('newest')).to.throw(
      RangeError,
      /^recentPosts: order is newest \(string\); allowed: .*published, updated/,
    );
    expect(wrong('__proto__')).to.throw(RangeError, 'order');
    expect(wrong(1)).to.throw(TypeError, 'order is 1 (number)');
  });

  it('finds the newest of a million posts in well under two seconds', () => {
    const posts = Array.from({ length: 1e6 }, (_, place) => ({
      id: place,
      published: new Date(ago(((place * 7919) % 1e6) / 100)).toISOString(),
    }));
    const start = performance.now();
    expect(recentPosts(posts, { now, limit: 3 }).map(({ published }) => published)).to.deep.equal(
      [0, 1, 2].map((place) => new Date(ago(place / 100)).toISOString()),
    );
    // Far more than it takes: the machine may be busy.
    expect(performance.now() - start).to.be.below(8000);
  });
});
