import { expect } from 'chai';
import '../../components/recent.ts';
import { recentPosts } from '../../src/posts/recent.ts';
import { blog, expected } from '../fixtures/blog.ts';
import { at, few, hits, open, parts, settled, shown, titles, unique, until } from './helpers.ts';
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

  it('loads what shows beside titles, and options beside limit, only when they are named', async () => {
    const page = await open('/test/pages/plain.html');
    const asked = (): string =>
      page.performance
        .getEntriesByType('resource')
        .map(({ name }) => /components\/(item|recent-options|extras)\.ts/.exec(name)?.[1])
        .filter(Boolean)
        .join();
    const script = Object.assign(page.document.createElement('script'), {
      type: 'module',
      src: '/components/recent.ts',
    });
    page.document.head.append(script);
    await page.customElements.whenDefined('dogeared-recent');
    const list = page.document.createElement('dogeared-recent');
    Object.assign(list, { posts: few(), limit: 2 });
    page.document.body.append(list);
    await settled(list, 'ready');
    expect([titles(list), asked()]).to.deep.equal([['A', 'B'], '']);
    list.show = 'date';
    await until('dates', () => parts(list, 'date').length);
    expect(asked()).to.equal('item');
    list.offset = 1;
    await until('the next', () => titles(list)[0] === 'B');
    expect(asked()).to.equal('item,recent-options');
  });

  theyChangeTheList(
    'dogeared-recent',
    [...FILTERS, PAST, ['order', 'updated', { order: 'updated' }]],
    (posts, options) => recentPosts(posts, options),
  );
});
