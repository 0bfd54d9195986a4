import { expect } from 'chai';
import fc from 'fast-check';
import { newest } from '../../../src/posts/newest.ts';
import { recentPosts } from '../../../src/posts/recent.ts';
import { ago, ids, now, posts } from './helpers.ts';

describe('newest', () => {
  it('lists the newest of the posts that may be in the list', () => {
    const some = [3, 1, 2, -1].map((days) => ({ id: days, published: ago(days) }));
    expect(ids(newest(some, 2, now, () => true))).to.deep.equal([1, 2]);
    expect(ids(newest(some, 2, now, ({ id }) => id !== 1))).to.deep.equal([2, 3]);
  });

  it('gives what recentPosts gives without options', () => {
    fc.assert(
      fc.property(posts, fc.integer({ min: 0, max: 12 }), (list: any[], limit) => {
        expect(newest(list, limit, now, () => true)).to.deep.equal(recentPosts(list, { now, limit }));
      }),
      { numRuns: 60 },
    );
  });
});
