import { expect } from 'chai';
import '../../components/featured.ts';
import { featuredPosts } from '../../src/posts/featured.ts';
import { blog } from '../fixtures/blog.ts';
import { at, few, now, settled, shown, titles } from './helpers.ts';
import { FILTERS, theyChangeTheList } from './options.ts';

/** Filters that leave the one featured post where it is change nothing. */
const SEEN = FILTERS.filter(([name]) => !['exclude', 'published-within'].includes(name));

describe('<dogeared-featured>', () => {
  it('shows one post: the newest that is flagged', async () => {
    const list = await shown('<dogeared-featured></dogeared-featured>', { posts: blog });
    expect(titles(list)).to.deep.equal(['Start here']);
  });

  it('shows what the owner picks, by id or address, in the order given', async () => {
    const pick = 'https://www.blog.example.org/2026/11/a-quiet-week-in-porto/, p14';
    const list = await shown(`<dogeared-featured limit="2" pick="${pick}"></dogeared-featured>`, { posts: blog });
    expect(titles(list)).to.deep.equal(['A quiet week in Porto', 'My editor settings']);
  });

  it('picks a post by its path, and leaves one out by its path', async () => {
    const { origin } = location;
    const posts = few().map((post) => ({ ...post, url: post.url.replace('https://blog.example', origin) }));
    const list = await shown('<dogeared-featured pick="/b/"></dogeared-featured>', { posts });
    expect(titles(list)).to.deep.equal(['B']);
    list.setAttribute('exclude', '/b/');
    await settled(list);
    expect(titles(list)).not.to.include('B');
  });

  it('shows the sticky post of a WordPress', async () => {
    const list = await shown(`<dogeared-featured src="${at('wp-json/wp/v2/posts')}"></dogeared-featured>`);
    expect(titles(list)).to.deep.equal(['Post 2']);
  });

  it('lets another one come first each day', async () => {
    const seen: string[] = [];
    for (const day of [0, 1, 2]) {
      Date.now = () => now + day * 864e5;
      seen.push(...titles(await shown('<dogeared-featured rotate="day"></dogeared-featured>', { posts: blog })));
    }
    Date.now = () => now;
    expect(seen).to.deep.equal(['Start here', 'We rewrote it in an afternoon', 'Start here']);
  });

  theyChangeTheList(
    'dogeared-featured',
    [
      ...SEEN,
      ['exclude', 'p16', { exclude: ['p16'] }],
      ['published-within', '20d', { publishedWithin: '20d' }],
      ['pick', 'p7,p14', { pick: ['p7', 'p14'] }],
      ['rotate', 'week', { rotate: 'week' }],
    ],
    (posts, options) => featuredPosts(posts, options),
  );
});
