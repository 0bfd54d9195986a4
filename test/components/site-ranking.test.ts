import { expect } from 'chai';
import { optionsOf, reason, tagFor } from '../../demo/site/reasons.ts';
import { explainFavorites, type FavoriteOptions } from '../../src/posts/favorites.ts';
import type { Post } from '../../src/posts/post.ts';
import '../../components/favorites.ts';
import { blog } from '../fixtures/blog.ts';
import { now, settled, show } from './helpers.ts';

const posts = blog as Post[];

describe('the tag of the ranking page', () => {
  for (const [views, likes, comments, half, by] of [
    [1, 0, 0, 0, 'by="views"'],
    [0, 20, 0, 0, 'by="likes:20"'],
    [3, 0, 0, 30, 'by="views:3" half-life="30d"'],
    [1, 20, 100, 180, 'by="views:1 likes:20 comments:100" half-life="180d"'],
    [0, 0, 0, 0, 'limit="8"'],
  ] as const)
    it(`gives the list and the scores that the page shows: ${by}`, async () => {
      const weights = { views, likes, comments };
      const tag = tagFor(half, weights);
      expect(tag).to.contain(` ${by}`);
      const list = show(tag.replace(/ (counts-)?src="[^"]*"/g, ''), { posts });
      await settled(list, 'ready');
      // What the element asks its rule for.
      const { used } = list as unknown as { used: FavoriteOptions };
      expect(explainFavorites(posts, { ...used, now })).to.deep.equal(
        explainFavorites(posts, { ...optionsOf(half, weights), now }),
      );
    });

  it('a reason is the sum that it says: likes × 20', () => {
    const [first] = explainFavorites(posts, { by: { likes: 20 }, now });
    expect(reason(first!, 0, { likes: 20 })).to.match(/^[\d,]+ likes × 20 = [\d,]+$/);
  });
});
