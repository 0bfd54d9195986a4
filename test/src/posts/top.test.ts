import { expect } from 'chai';
import { timeOf } from '../../../src/posts/date.ts';
import { tableOf } from '../../../src/posts/index-posts.ts';
import { best } from '../../../src/posts/top.ts';
import { ago, ids } from './helpers.ts';

const take = (posts: any[], k: number) =>
  best<any>(tableOf(posts), k, (view: any, place) => ({ view, place, time: timeOf(view), score: view.score ?? 0 })).map(
    ({ place }) => posts[place],
  );

describe('best', () => {
  it('orders by score, then time, then id, then URL', () => {
    const posts = [
      { id: 'e', published: 9, score: 1 },
      { id: 'd', published: 1, score: 2 },
      { id: 'c', published: 2, score: 2, url: 'y' },
      { id: 'b', published: 2, score: 2 },
      { url: 'x', published: 2, score: 2 },
    ];
    expect(take(posts, 9)).to.deep.equal([4, 3, 2, 1, 0].map((place) => posts[place]));
  });

  it('gives the same as sorting everything, for any k', () => {
    const posts = Array.from({ length: 2000 }, (_, place) => ({
      id: place,
      score: (place * 7919) % 977,
      published: (place * 31) % 7,
    }));
    const sorted = [...posts].sort(
      (a, b) => b.score - a.score || b.published - a.published || (`${a.id}` < `${b.id}` ? -1 : 1),
    );
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

  it('shows the last to be beaten, once there are enough, and a text before its date', () => {
    const seen: [number?, string?][] = [];
    best<any>(tableOf(Array.from({ length: 200 }, (_, id) => ({ id }))), 3, (view, place, last, before) => {
      seen.push([last?.time, before!]);
      return { view, place, time: ago(200 - place) };
    });
    expect(seen[0]).to.deep.equal([undefined, undefined]);
    const times = seen.map(([time]) => time!).filter(Boolean);
    expect(times)
      .to.deep.equal([...times].sort((a, b) => a - b))
      .and.not.to.have.length(0);
    expect(seen.at(-1)![1]! < new Date(times.at(-1)!).toISOString()).to.equal(true);
  });
});
