import { expect } from 'chai';
import { favoritePosts } from '../../../src/posts/favorites.ts';
import { featuredPosts } from '../../../src/posts/featured.ts';
import { indexPosts } from '../../../src/posts/index-posts.ts';
import { recentPosts } from '../../../src/posts/recent.ts';
import { ago, now } from './helpers.ts';

describe('indexPosts', () => {
  it('reads each accessor and parses each date once, however many lists are made', () => {
    const entries = [1, 2, 3].map((id) => ({ slug: `/${id}`, date: new Date(ago(id)).toISOString() }));
    const real = Date.parse;
    let [read, parsed] = [0, 0];
    Date.parse = (text) => (parsed++, real(text));
    try {
      const index = indexPosts(entries, { get: { url: ({ slug }) => (read++, slug), published: ({ date }) => date } });
      for (const list of [
        recentPosts(index, { now }),
        favoritePosts(index, { now }),
        featuredPosts(index, { now, limit: 3 }),
      ])
        expect(list).to.deep.equal(entries);
    } finally {
      Date.parse = real;
    }
    expect([read, parsed]).to.deep.equal([3, 3]);
  });

  it('is a snapshot: posts that come later are not in it', () => {
    const posts = [{ id: 1, published: ago(1) }];
    const index = indexPosts(posts);
    posts.push({ id: 2, published: ago(0) });
    expect(recentPosts(index, { now })).to.deep.equal([{ id: 1, published: ago(1) }]);
  });

  it('ignores accessors that come with an index: it has its own', () => {
    const index = indexPosts([{ slug: 'a' }], { get: { id: ({ slug }) => slug } });
    expect(recentPosts(index, { now, exclude: 'b', get: { id: () => 'b' } } as any)).to.deep.equal([{ slug: 'a' }]);
  });
});
