import { expect } from 'chai';
import fc from 'fast-check';
import { tableOf } from '../../../src/posts/index-posts.ts';
import { newest } from '../../../src/posts/newest.ts';
import { recentPosts } from '../../../src/posts/recent.ts';
import { ago, ids, now, posts } from './helpers.ts';

const newestIds = (posts: any[], k: number, keep: (view: any) => boolean = () => true): unknown[] =>
  newest(tableOf(posts), k, now, keep).map(({ place }) => posts[place].id);

describe('newest', () => {
  it('lists the newest of the posts that may be in the list', () => {
    const some = [3, 1, 2, -1].map((days) => ({ id: days, published: ago(days) }));
    expect(newestIds(some, 2)).to.deep.equal([1, 2]);
    expect(newestIds(some, 2, ({ id }) => id !== 1)).to.deep.equal([2, 3]);
  });

  it('gives what recentPosts gives without options', () => {
    fc.assert(
      fc.property(posts, fc.integer({ min: 0, max: 12 }), (list: any[], limit) => {
        expect(newestIds(list, limit)).to.deep.equal(ids(recentPosts(list, { now, limit })));
      }),
      { numRuns: 60 },
    );
  });
});
