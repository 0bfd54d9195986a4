import { expect } from 'chai';
import { featuredPosts } from '../../../src/posts/featured.ts';
import { indexPosts } from '../../../src/posts/index-posts.ts';
import { blog, expected, now as blogNow } from '../../fixtures/blog.ts';
import { ago, DAY, ids, now } from './helpers.ts';

const posts = [
  { id: 'plain', url: 'https://example.org/plain', published: ago(1), counts: { views: 1 } },
  { id: 'old', url: 'https://example.org/old', published: ago(9), featured: true },
  { id: 'new', url: 'https://example.org/new', published: ago(2), featured: true },
  { id: 'loved', url: 'https://example.org/loved', published: ago(7), counts: { views: 90 } },
  { id: 'liked', url: 'https://example.org/liked', published: ago(8), counts: { views: 30 } },
];

describe('featuredPosts', () => {
  it('shows the newest flagged post of the fixture blog, as worked out by hand', () => {
    expect(featuredPosts(blog, { now: blogNow }).map(({ url }) => url)).to.deep.equal(expected.featured1);
    expect(featuredPosts(indexPosts(blog), { now: blogNow }).map(({ url }) => url)).to.deep.equal(expected.featured1);
  });

  it('fills open places of the fixture blog with its favorites', () => {
    expect(featuredPosts(blog, { now: blogNow, limit: 3 }).map(({ url }) => url)).to.deep.equal(expected.featured);
  });

  it('shows the picked posts in the order of pick, then the flagged ones, newest first, then the best favorites', () => {
    const list = featuredPosts(posts, { now, limit: 5, pick: ['liked', 'http://www.example.org/plain/'] });
    expect(ids(list)).to.deep.equal(['liked', 'plain', 'new', 'old', 'loved']);
  });

  it('takes one pick as a text', () => {
    expect(ids(featuredPosts(posts, { now, pick: 'old' }))).to.deep.equal(['old']);
  });

  it('shows a post once that is picked twice, flagged and a favorite', () => {
    const list = featuredPosts(posts, { now, limit: 9, pick: ['new', 'https://example.org/new', 'new'] });
    expect(ids(list)).to.deep.equal(['new', 'old', 'loved', 'liked', 'plain']);
  });

  it('passes over picks that are not there, filtered out or in the future', () => {
    const later = [...posts, { id: 'later', published: now + 1, featured: true }];
    const list = featuredPosts(later, { now, pick: ['gone', 'later', 'liked', 'old'], exclude: ['liked'] });
    expect(ids(list)).to.deep.equal(['old']);
  });

  it('takes only true for a flag', () => {
    const odd = [
      { id: 1, featured: 'no' as any, published: ago(1) },
      { id: 2, featured: true, published: ago(2) },
    ];
    expect(ids(featuredPosts(odd, { now }))).to.deep.equal([2]);
  });

  it('shows the newest post of a blog without picks, flags and counts', () => {
    expect(
      ids(
        featuredPosts(
          [
            { id: 1, published: ago(2) },
            { id: 2, published: ago(1) },
          ],
          { now },
        ),
      ),
    ).to.deep.equal([2]);
  });

  it('lets the next picked or flagged post come first each day, at midnight in UTC', () => {
    const on = (day: number) =>
      ids(
        featuredPosts(posts, { now: Date.UTC(2026, 1, 1) + (day - 1) * DAY, limit: 2, rotate: 'day', pick: 'liked' }),
      );
    expect([on(2), on(3), on(4), on(5)]).to.deep.equal([
      ['old', 'liked'],
      ['liked', 'new'],
      ['new', 'old'],
      ['old', 'liked'],
    ]);
    expect(on(3 - 1 / DAY)).to.deep.equal(on(2));
  });

  it('turns weekly on Mondays', () => {
    const first = (time: number) => ids(featuredPosts(posts, { now: time, rotate: 'week' }))[0];
    const monday = Date.UTC(2026, 1, 9);
    expect(new Date(monday).getUTCDay()).to.equal(1);
    expect(first(monday)).to.equal(first(monday + 7 * DAY - 1));
    expect(first(monday)).not.to.equal(first(monday - 1));
    expect(first(monday)).not.to.equal(first(monday + 7 * DAY));
  });

  it('rotates nothing where nothing is picked or flagged', () => {
    expect(ids(featuredPosts([{ id: 1, published: ago(1) }], { now, rotate: 'day' }))).to.deep.equal([1]);
  });

  it('says what rotate and pick may be', () => {
    const wrong = (options: any) => () => featuredPosts([], options);
    expect(wrong({ rotate: 'month' })).to.throw(
      RangeError,
      /^featuredPosts: rotate is month \(string\); allowed: .*day, week/,
    );
    expect(wrong({ rotate: 7 })).to.throw(TypeError, 'rotate');
    expect(wrong({ pick: [7] })).to.throw(TypeError, 'pick');
  });
});
