import { expect } from 'chai';
import '../../components/recent.ts';
import { recentPosts } from '../../src/posts/recent.ts';
import { blog, expected } from '../fixtures/blog.ts';
import { at, hits, shown, titles, unique } from './helpers.ts';
import { FILTERS, theyChangeTheList } from './options.ts';

const PAST = ['offset', '2', { offset: 2 }] as const;

describe('<dogeared-recent>', () => {
  it('shows the newest five', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: blog });
    expect(list.shown).to.deep.equal(expected.recent);
  });

  it('shows what was updated last with order="updated"', async () => {
    const list = await shown('<dogeared-recent order="updated"></dogeared-recent>', { posts: blog });
    expect(list.shown).to.deep.equal(expected.recentUpdated);
  });

  it('shows the newest of a feed that WordPress wrote', async () => {
    const src = at('fixtures/engines/wordpress/feed.rss2.xml');
    const list = await shown(`<dogeared-recent src="${src}" limit="3"></dogeared-recent>`);
    expect(titles(list)).to.deep.equal(['Winter berths', 'Soup for fog', 'Protected: Members only']);
  });

  it('asks an engine for no more than it shows, and some more for filters', async () => {
    const key = unique();
    await shown(`<dogeared-recent src="${at('wp-json/wp/v2/posts', {}, key)}" limit="3" offset="1"></dogeared-recent>`);
    expect((await hits(key)).map(({ query }) => query['per_page'])).to.deep.equal(['14']);
  });

  theyChangeTheList(
    'dogeared-recent',
    [...FILTERS, PAST, ['order', 'updated', { order: 'updated' }]],
    (posts, options) => recentPosts(posts, options),
  );
});
