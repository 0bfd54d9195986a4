import { expect } from 'chai';
import { best } from '../../../src/posts/top.ts';
import { ids } from './helpers.ts';

const take = (posts: any[], k: number) =>
  best<any>(posts, undefined, k, (view, post) => ({
    post,
    view,
    time: post.time ?? -Infinity,
    score: post.score ?? 0,
  })).map(({ post }) => post);

describe('best', () => {
  it('orders by score, then time, then id, then URL', () => {
    const posts = [
      { id: 'e', time: 9, score: 1 },
      { id: 'd', time: 1, score: 2 },
      { id: 'c', time: 2, score: 2, url: 'y' },
      { id: 'b', time: 2, score: 2 },
      { url: 'x', time: 2, score: 2 },
    ];
    expect(take(posts, 9)).to.deep.equal([4, 3, 2, 1, 0].map((place) => posts[place]));
  });

  it('gives the same as sorting everything, for any k', () => {
    const posts = Array.from({ length: 2000 }, (_, place) => ({
      id: place,
      score: (place * 7919) % 977,
      time: (place * 31) % 7,
    }));
    const sorted = [...posts].sort((a, b) => b.score - a.score || b.time - a.time || (`${a.id}` < `${b.id}` ? -1 : 1));
    for (const k of [0, 1, 2, 50, 1999, 2000, 5000, Infinity])
      expect(ids(take(posts, k))).to.deep.equal(ids(sorted.slice(0, k)));
  });

  it('chooses between two versions of a post by what is in them, not by which comes first', () => {
    const versions = [
      { id: 1, title: 'b' },
      { id: 1, title: 'a' },
      { id: 1, title: 'c' },
    ];
    expect(take(versions, 2)).to.deep.equal([{ id: 1, title: 'a' }]);
    expect(take(versions.reverse(), 2)).to.deep.equal([{ id: 1, title: 'a' }]);
  });

  it('survives posts that JSON cannot write', () => {
    const circle: any = { id: 1 };
    circle.self = circle;
    expect(take([circle, { id: 1, big: 5n }, { id: 2 }], 5)).to.have.length(2);
  });

  it('shows the last to be beaten, once there are enough', () => {
    const seen = new Set<unknown>();
    best<any>(
      Array.from({ length: 200 }, (_, time) => ({ id: time, time })),
      undefined,
      3,
      (view, post, last) => {
        seen.add(last?.time);
        return { post, view, time: post.time };
      },
    );
    expect([...seen][0]).to.equal(undefined);
    expect([...seen].slice(1))
      .to.deep.equal([...seen].slice(1).sort((a: any, b: any) => a - b))
      .and.not.to.have.length(0);
  });
});
