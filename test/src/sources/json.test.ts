import { expect } from 'chai';
import type { Post } from '../../../src/posts/post.ts';
import { readPosts, readValue } from '../../../src/sources/read.ts';
import { bytesOf } from './fixtures.ts';

const url = 'https://blog.example/feeds/feed.json';
const VERSION = 'https://jsonfeed.org/version/1.1';

async function one(json: unknown): Promise<Post> {
  const [post] = await readPosts(json, { url });
  expect(post, 'a post').not.to.equal(undefined);
  return post as Post;
}

describe('JSON Feed', () => {
  const item = (fields: object): Promise<Post> =>
    one({ version: VERSION, items: [{ id: '1', title: 'A', ...fields }] });

  it('brings counts in `_counts` and `_windows`, an extension of ours', async () => {
    const counts = { views: 1204, likes: 7, rating: { average: 4.5, count: 12 } };
    const post = await item({ _counts: counts, _windows: { '7d': { views: 12 }, soon: { views: 1 } } });
    expect(post.counts).to.deep.equal(counts);
    expect(post.windows).to.deep.equal({ '7d': { views: 12 } });
  });

  it('has titles in plain text: tags and entities in them are letters', async () => {
    expect((await item({ title: 'Use <b> &amp; <i>' })).title).to.equal('Use <b> &amp; <i>');
  });

  it('has a summary, else text, else HTML', async () => {
    expect((await item({ content_html: '<p>Fish &amp; <b>chips</b></p>' })).summary).to.equal('Fish & chips');
    expect((await item({ content_html: '<p>x</p>', content_text: '5 < 6 &amp;' })).summary).to.equal('5 < 6 &amp;');
    expect((await item({ content_text: 'x', summary: 'In short' })).summary).to.equal('In short');
  });

  it('has authors of the item, of the feed, or the one author of version 1', async () => {
    expect((await item({ authors: [{ name: 'Ines' }] })).author).to.deep.equal({ name: 'Ines' });
    expect((await item({ author: { name: 'Ines' } })).author).to.deep.equal({ name: 'Ines' });
    expect((await item({ authors: 'Ines' })).author).to.equal(undefined);
    const feed = { version: VERSION, authors: [{ name: 'Team' }], items: [{ title: 'A', authors: [] }] };
    expect((await one(feed)).author).to.deep.equal({ name: 'Team' });
  });

  it('has addresses relative to the document, and none of javascript: or data:', async () => {
    expect((await item({ url: '../a/', image: '//cdn.example/a.jpg' })).url).to.equal('https://blog.example/a/');
    expect((await item({ image: '//cdn.example/a.jpg' })).image).to.deep.equal({ url: 'https://cdn.example/a.jpg' });
    const hostile = await item({ url: 'javascript:alert(1)', image: 'data:image/svg+xml,<svg/>' });
    expect([hostile.url, hostile.image]).to.deep.equal(['', undefined]);
  });

  it('names its next page', async () => {
    expect((await readValue({ version: VERSION, items: [], next_url: '?page=2' }, { url })).next).to.equal('?page=2');
  });

  it('may have fields of any type without harm', async () => {
    for (const junk of [null, 1, true, [], {}, [null], 'x'])
      await item({
        url: junk,
        authors: junk,
        tags: junk,
        image: junk,
        summary: junk,
        date_published: junk,
        _counts: junk,
        _windows: junk,
      });
    for (const junk of [null, 1, [], [[]], ['x']]) await readPosts({ version: VERSION, items: junk }, { url });
  });
});

describe('WordPress REST', () => {
  const post = (fields: object): Promise<Post> =>
    one([{ id: 1, link: 'https://blog.example/a/', title: { rendered: 'A' }, ...fields }]);

  it('has titles in HTML: entities are resolved once', async () => {
    expect((await post({ title: { rendered: 'Fish &#038; &amp;amp; &lt;b&gt; <em>chips</em>' } })).title).to.equal(
      'Fish & &amp; <b> chips',
    );
  });

  it('has dates without zone that are local, and others in UTC: these count', async () => {
    expect((await post({ date: '2024-03-05T08:05:00', date_gmt: '2024-03-05T07:05:00' })).published).to.equal(
      '2024-03-05T07:05:00.000Z',
    );
  });

  it('embeds author, picture and terms, or errors in their place', async () => {
    const _embedded = {
      author: [{ name: 'Ines', link: 'https://blog.example/ines/' }],
      'wp:featuredmedia': [{ source_url: '/a.jpg', alt_text: 'A pier', media_details: { width: 640, height: 480 } }],
      'wp:term': [[{ name: 'Food &amp; Drink' }], [{ name: 'soup' }]],
    };
    const { author, image, tags } = await post({ _embedded });
    expect(author).to.deep.equal({ name: 'Ines', url: 'https://blog.example/ines/' });
    expect(image).to.deep.equal({ url: 'https://blog.example/a.jpg', alt: 'A pier', width: 640, height: 480 });
    expect(tags).to.deep.equal(['Food & Drink', 'soup']);
    const error = [{ code: 'rest_forbidden', message: 'No', data: { status: 401 } }];
    const failed = await post({ _embedded: { author: error, 'wp:featuredmedia': error, 'wp:term': error } });
    expect([failed.author, failed.image, failed.tags]).to.deep.equal([undefined, undefined, undefined]);
  });

  it('lists a post behind a password, without the form that asks for it', async () => {
    const posts = await readPosts(await bytesOf('engines/wordpress/posts-embed.json'), { url });
    const locked = posts.find(({ title }) => /^Protected|members only/i.test(title));
    expect(locked?.summary ?? '').not.to.match(/password:/i);
  });

  it('says which posts stick, and what WordPress Popular Posts counted', async () => {
    expect((await post({ sticky: true })).featured).to.equal(true);
    expect((await post({ sticky: false })).featured).to.equal(undefined);
    expect((await post({ pageviews: '1204' })).counts).to.deep.equal({ views: 1204 });
    expect((await post({})).counts).to.equal(undefined);
  });
});

describe('Ghost', () => {
  const post = (fields: object): Promise<Post> =>
    one({ posts: [{ id: '1', title: 'A', ...fields }], meta: { pagination: { page: 1, pages: 1, next: null } } });

  it('lists posts for members, with what everybody may know', async () => {
    const posts = await readPosts(await bytesOf('engines/ghost/posts.json'), { url });
    const members = posts.find(({ title }) => title === 'Members only');
    expect(members?.url).to.match(/members-only/);
    expect(members?.summary).to.equal(undefined);
    expect((await post({ html: null, visibility: 'members', excerpt: null })).title).to.equal('A');
  });

  it('has titles in plain text', async () => {
    expect((await post({ title: 'Write &amp; for &, <b>' })).title).to.equal('Write &amp; for &, <b>');
  });

  it('keeps internal tags to itself', async () => {
    const tags = [
      { name: 'Food', visibility: 'public' },
      { name: '#layout', visibility: 'internal' },
      { name: 'Soup' },
    ];
    expect((await post({ tags })).tags).to.deep.equal(['Food', 'Soup']);
  });

  it('marks featured posts', async () => {
    const posts = await readPosts(await bytesOf('engines/ghost/posts-featured.json'), { url });
    expect(posts.map(({ featured }) => featured)).to.deep.equal([true, true, true]);
  });
});

describe('Blogger', () => {
  const entry = (fields: object): Promise<Post> =>
    one({
      feed: { xmlns: 'http://www.w3.org/2005/Atom', entry: [{ id: { $t: '1' }, title: { $t: 'A' }, ...fields }] },
    });

  it('writes the number of comments as text, and nothing where they are off', async () => {
    expect((await entry({ thr$total: { $t: '12' } })).counts).to.deep.equal({ comments: 12 });
    expect((await entry({ thr$total: { $t: 'off' } })).counts).to.equal(undefined);
    expect((await entry({})).counts).to.equal(undefined);
  });

  it('has the page among many links', async () => {
    const link = [
      { rel: 'replies', href: '/c' },
      { rel: 'self', href: '/s' },
      { rel: 'alternate', href: 'https://blog.example/a.html' },
    ];
    expect((await entry({ link })).url).to.equal('https://blog.example/a.html');
  });

  it('may have no posts at all', async () => {
    expect(
      await readPosts({ feed: { xmlns: 'http://www.w3.org/2005/Atom', openSearch$totalResults: { $t: '0' } } }),
    ).to.deep.equal([]);
    expect(await readPosts({ kind: 'blogger#postList' })).to.deep.equal([]);
  });
});

describe('WordPress.com', () => {
  it('counts likes and comments', async () => {
    const json = {
      found: 1,
      posts: [
        { ID: 1, URL: 'https://blog.example/a/', title: 'A &amp; B', like_count: 3, discussion: { comment_count: 5 } },
      ],
    };
    const { title, counts } = await one(json);
    expect([title, counts]).to.deep.equal(['A & B', { likes: 3, comments: 5 }]);
  });

  it('may have no posts at all', async () => {
    expect(await readPosts({ found: 0, posts: [] })).to.deep.equal([]);
  });
});

describe('our own JSON', () => {
  it('is the whole blog unless it says that it is not', async () => {
    const complete = async (json: unknown): Promise<unknown> => (await readValue(json, { url })).complete;
    expect(await complete({ posts: [{ title: 'A' }] })).to.equal(true);
    expect(await complete([{ title: 'A' }])).to.equal(true);
    expect(await complete({ posts: [{ title: 'A' }], complete: false })).to.equal(false);
  });

  it('is the whole blog also where the posts have addresses but no titles', async () => {
    expect((await readValue({ posts: [{ url: '/a/' }] }, { url })).complete).to.equal(true);
  });

  it('with __proto__ as a key pollutes nothing', async () => {
    await readPosts(
      '{"posts":[{"title":"A","__proto__":{"bad":1},"counts":{"__proto__":{"views":1}}}],"__proto__":{"bad":1}}',
      { url },
    );
    expect('bad' in {}).to.equal(false);
  });
});
