import { expect } from 'chai';
import { joinCounts } from '../../../src/posts/counts.ts';
import type { PostLike } from '../../../src/posts/post.ts';
import { type CountOptions, loadCounts } from '../../../src/sources/counts.ts';
import { bytesOf } from './fixtures.ts';
import { type Answer, failure, type Question, quick, talk } from './talk.ts';

const captured = async (path: string): Promise<string> => new TextDecoder().decode(await bytesOf(`engines/${path}`));

/** Posts of the blog that the captures were made with, newest first. */
const BLOG = 'http://localhost:8500';
const post = (path: string, more: object = {}): PostLike & { url: string } => ({ url: BLOG + path, ...more });
const LAMP = post('/a-lamp-for-the-pier/', { id: '6b0475ba9d62523337f3654f', published: '2026-01-20' });
const GULLS = post('/gulls-a-field-guide/', { published: '2026-01-19' });
const SOUP = post('/soup-for-fog/', { id: '6b0475c89d62523337f365b2', published: '2026-01-18' });
const BERTHS = post('/winter-berths/', { published: '2026-01-17' });
const NOTHING = post('/nothing-here/', { published: '2026-01-16' });

const GOAT = 'https://harbour.goatcounter.com/counter/';
const WALINE = 'https://waline.example.org/api/article';
const WALINE_COMMENTS = 'https://waline.example.org/api/comment';
const POPULAR = 'https://blog.example.org/wp-json/wordpress-popular-posts/v1/popular-posts';
const DOT_COM = 'https://public-api.wordpress.com/rest/v1.1/sites/blog.example.org/posts';
const GHOST = 'https://blog.example.org/members/api/comments/counts/';
const WORDPRESS = 'https://blog.example.org/wp-json/wp/v2/comments';

/** Loads counts of an engine that answers so. Whatever happens, no other site is asked. */
async function load(src: string, answer: (question: Question) => Answer, options: CountOptions = {}) {
  const { fetch, asked, most } = talk(answer);
  try {
    const counts = await loadCounts(src, { ...quick, fetch, ...options });
    return { counts, asked: asked.map(({ url }) => url), most: most() };
  } finally {
    for (const { url } of asked) expect(url.origin).to.equal(new URL(src).origin);
  }
}

const query = (url: URL | undefined): Record<string, string> => Object.fromEntries(url?.searchParams ?? []);
const keyed = (counts: object): object =>
  Object.fromEntries(Object.entries(counts).map(([url, value]) => [url.replace(BLOG, ''), value as unknown]));

describe('GoatCounter', () => {
  const path = ({ url }: Question): string =>
    decodeURIComponent(url.pathname.slice('/counter/'.length, -'.json'.length));

  it('is asked for each post by its path, and its numbers are read as people write them', async () => {
    const views: Record<string, string> = {
      '/a-lamp-for-the-pier/': '12',
      '/gulls-a-field-guide/': '1 234',
      '/soup-for-fog/': '1\u202f234\u202f567',
      '/winter-berths/': '1,204',
      '/nothing-here/': '9.876',
    };
    const { counts, asked } = await load(
      GOAT,
      (question) => ({ json: { count: views[path(question)], count_unique: '1' } }),
      {
        posts: [LAMP, GULLS, SOUP, BERTHS, NOTHING],
      },
    );
    expect(keyed(counts)).to.deep.equal({
      '/a-lamp-for-the-pier/': { views: 12 },
      '/gulls-a-field-guide/': { views: 1234 },
      '/soup-for-fog/': { views: 1_234_567 },
      '/winter-berths/': { views: 1204 },
      '/nothing-here/': { views: 9876 },
    });
    expect(asked[0]?.href).to.equal('https://harbour.goatcounter.com/counter/%2Fa-lamp-for-the-pier%2F.json');
    expect(joinCounts([SOUP], counts)[0]!.counts).to.deep.equal({ views: 1_234_567 });
  });

  it('says zero by 404, with a body', async () => {
    const { counts } = await load(GOAT, () => ({ json: { count: '0', count_unique: '0' }, status: 404 }), {
      posts: [LAMP],
    });
    expect(keyed(counts)).to.deep.equal({ '/a-lamp-for-the-pier/': { views: 0 } });
  });

  it('says by 403 that its owner has not allowed it, and so do we', async () => {
    const { kind, status, message } = await failure(
      load(GOAT, () => ({ text: 'Need to enable the setting', status: 403 }), { posts: [LAMP] }),
    );
    expect([kind, status]).to.deep.equal(['http', 403]);
    expect(message).to.match(/has no public counter; its owner must allow it: GoatCounter, Settings/);
  });

  it('comes without CORS then, so a page that gets no answer is told the same', async () => {
    const dead: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const { kind, message } = await failure(loadCounts(GOAT, { ...quick, fetch: dead, posts: [LAMP] }));
    expect(kind).to.equal('network');
    expect(message).to.match(/no connection, or its counter is not public; its owner must allow it/);
  });

  it('knows windows: what nobody has ever looked at is not asked about again', async () => {
    const { counts, asked } = await load(
      GOAT,
      ({ url }) =>
        url.pathname.includes('nothing')
          ? { json: { count: '0' }, status: 404 }
          : {
              json: {
                count:
                  url.searchParams.get('start') === '2026-10-24' ? '7' : url.searchParams.has('start') ? '2' : '90',
              },
            },
      { posts: [LAMP, NOTHING], within: ['30d', '7d'], now: '2026-11-23T12:00:00Z' },
    );
    expect(keyed(counts)).to.deep.equal({
      '/a-lamp-for-the-pier/': { views: 90, windows: { '30d': { views: 7 }, '7d': { views: 2 } } },
      '/nothing-here/': { views: 0 },
    });
    expect(asked.map(({ search }) => search)).to.deep.equal(['', '', '?start=2026-10-24', '?start=2026-11-16']);
  });

  it('is asked about sixty posts at most, the newest, four at a time', async () => {
    const posts = Array.from({ length: 100 }, (_, at) =>
      post(`/${at}/`, { published: new Date(Date.UTC(2026, 0, 1) + at * 864e5).toISOString() }),
    );
    const { counts, most } = await load(GOAT, () => ({ json: { count: '1' } }), { posts });
    expect(Object.keys(counts)).to.have.length(60);
    expect(keyed(counts)).to.include.keys('/99/', '/40/').and.not.include.keys('/39/');
    expect(most).to.equal(4);
  });

  it('takes a host of its own, and the query of a post where that is what tells it apart', async () => {
    const { asked } = await load('https://stats.example.org/counter', () => ({ json: { count: '1' } }), {
      posts: [{ url: 'https://blog.example.org/?p=12' }],
    });
    expect(asked[0]?.href).to.equal('https://stats.example.org/counter/%2F%3Fp%3D12.json');
  });
});

describe('Waline', () => {
  it('gives the views of many posts at a time', async () => {
    const text = await captured('waline/article-views.json');
    const { counts, asked } = await load(WALINE, () => ({ text }), { posts: [LAMP, GULLS, SOUP, NOTHING] });
    expect(keyed(counts)).to.deep.equal({
      '/a-lamp-for-the-pier/': { views: 14 },
      '/gulls-a-field-guide/': { views: 9 },
      '/soup-for-fog/': { views: 11 },
      '/nothing-here/': { views: 0 },
    });
    expect(asked).to.have.length(1);
    expect(query(asked[0])).to.deep.equal({
      type: 'time',
      path: '/a-lamp-for-the-pier/,/gulls-a-field-guide/,/soup-for-fog/,/nothing-here/',
    });
  });

  it('gives reactions, as likes, where the owner names them', async () => {
    const text = await captured('waline/article-reactions.json');
    const src = `${WALINE}?type=time,reaction0,reaction1,reaction2,reaction3`;
    const { counts } = await load(src, () => ({ text }), { posts: [LAMP, GULLS, SOUP] });
    expect(keyed(counts)).to.deep.equal({
      '/a-lamp-for-the-pier/': { views: 14, likes: 5 },
      '/gulls-a-field-guide/': { views: 9, likes: 3 },
      '/soup-for-fog/': { views: 11, likes: 4 },
    });
  });

  it('gives numbers of comments', async () => {
    const text = await captured('waline/comment-count.json');
    const { counts, asked } = await load(WALINE_COMMENTS, () => ({ text }), { posts: [LAMP, SOUP, BERTHS, NOTHING] });
    expect(keyed(counts)).to.deep.equal({
      '/a-lamp-for-the-pier/': { comments: 15 },
      '/soup-for-fog/': { comments: 6 },
      '/winter-berths/': { comments: 3 },
      '/nothing-here/': { comments: 0 },
    });
    expect(query(asked[0])).to.deep.equal({
      type: 'count',
      url: '/a-lamp-for-the-pier/,/soup-for-fog/,/winter-berths/,/nothing-here/',
    });
  });

  it('is asked in readable paths, fifty a request, and not about paths with a comma', async () => {
    const posts = [...Array.from({ length: 55 }, (_, at) => post(`/${at}/`)), post('/a,b/'), post('/%E6%B8%AF/')];
    const { counts, asked } = await load(
      WALINE,
      ({ url }) => ({
        json: { errno: 0, data: (url.searchParams.get('path') ?? '').split(',').map((_, time) => ({ time })) },
      }),
      { posts },
    );
    expect(asked.map((url) => query(url)['path']!.split(',').length)).to.deep.equal([50, 6]);
    expect(query(asked[1])['path']).to.match(/\/54\/,\/港\/$/);
    expect(keyed(counts)['/%E6%B8%AF/' as never]).to.deep.equal({ views: 5 });
    expect(keyed(counts)).not.to.have.property('/a,b/');
  });

  it('keeps its addresses short enough for servers', async () => {
    const posts = Array.from({ length: 60 }, (_, at) => post(`/${'港'.repeat(60)}/${at}/`));
    const { asked } = await load(
      WALINE,
      ({ url }) => ({ json: { errno: 0, data: (url.searchParams.get('path') ?? '').split(',').map(() => 1) } }),
      { posts },
    );
    for (const { href } of asked) expect(href.length).to.be.lessThan(5000);
  });

  it('is not believed where it answers for other posts than asked', async () => {
    const { kind } = await failure(
      load(WALINE, () => ({ json: { errno: 0, data: [{ time: 5 }] } }), { posts: [LAMP, SOUP] }),
    );
    expect(kind).to.equal('malformed');
  });

  it('tells of errors with status 200', async () => {
    const { kind, message } = await failure(
      load(WALINE, () => ({ json: { errno: 1000, errmsg: 'database is down' } }), { posts: [LAMP] }),
    );
    expect(kind).to.equal('http');
    expect(message).to.match(/answered with an error instead of counts: database is down/);
  });
});

describe('Ghost', () => {
  it('gives numbers of comments by id, many at a time', async () => {
    const text = await captured('ghost/members-comments-counts.json');
    const { counts, asked } = await load(GHOST, () => ({ text }), { posts: [LAMP, GULLS, SOUP] });
    expect(keyed(counts)).to.deep.equal({
      '/a-lamp-for-the-pier/': { comments: 15 },
      '/soup-for-fog/': { comments: 6 },
    });
    expect(asked.map(query)).to.deep.equal([{ ids: '6b0475ba9d62523337f3654f,6b0475c89d62523337f365b2' }]);
  });

  it('is found below the address of the blog, where the owner names it', async () => {
    const { asked } = await load('https://blog.example.org/news/', () => ({ json: {} }), {
      engine: 'ghost',
      posts: [LAMP],
    });
    expect(asked[0]?.pathname).to.equal('/news/members/api/comments/counts/');
  });

  it('is asked fifty at a time', async () => {
    const posts = Array.from({ length: 60 }, (_, at) => post(`/${at}/`, { id: at.toString(16).padStart(24, '0') }));
    const { asked } = await load(GHOST, () => ({ json: {} }), { posts });
    expect(asked.map((url) => query(url)['ids']!.split(',').length)).to.deep.equal([50, 10]);
  });

  it('cannot be asked about posts without its ids, and says where these are', async () => {
    const { kind, message } = await failure(load(GHOST, () => ({ json: {} }), { posts: [GULLS] }));
    expect(kind).to.equal('address');
    expect(message).to.match(/knows posts by their ids.*RSS feed and its Content API/);
  });
});

describe('WordPress', () => {
  const total = (number: number | string): Answer => ({
    json: [{ id: 17 }],
    headers: { 'X-WP-Total': String(number) },
  });

  it('says in a header how many comments a post has', async () => {
    const text = await captured('wordpress/comments-count-only.json');
    const { counts, asked } = await load(
      WORDPRESS,
      () => ({ text, headers: { 'X-WP-Total': '15', 'X-WP-TotalPages': '15' } }),
      {
        posts: [post('/a-lamp/', { id: '6' })],
      },
    );
    expect(keyed(counts)).to.deep.equal({ '/a-lamp/': { comments: 15 } });
    expect(asked.map(query)).to.deep.equal([{ post: '6', per_page: '1', _fields: 'id' }]);
  });

  it('knows posts by number, by the number in an address, and looks up the others by slug, together', async () => {
    const posts = [
      post('/a-lamp/', { id: '6' }),
      post('/feed-post/', { id: 'http://localhost:8500/?p=24' }),
      post('/?p=31'),
      post('/2026/11/winter-berths/'),
      post('/2026/10/soup/', { id: 'urn:x' }),
      post('/2020/unknown/'),
    ];
    const { counts, asked } = await load(
      WORDPRESS,
      ({ url }) =>
        url.pathname.endsWith('/posts')
          ? {
              json: [
                { id: 40, link: 'http://blog.example.org/2026/11/winter-berths/' },
                { id: 41, link: 'https://blog.example.org/2026/10/soup' },
                { id: 42, link: 'https://blog.example.org/1999/soup' },
              ],
            }
          : total(url.searchParams.get('post')!),
      { posts },
    );
    expect(keyed(counts)).to.deep.equal({
      '/a-lamp/': { comments: 6 },
      '/feed-post/': { comments: 24 },
      '/?p=31': { comments: 31 },
      '/2026/11/winter-berths/': { comments: 40 },
      '/2026/10/soup/': { comments: 41 },
    });
    expect(query(asked[0])).to.deep.equal({ slug: 'winter-berths,soup,unknown', per_page: '100', _fields: 'id,link' });
    expect(asked).to.have.length(6);
  });

  it('works without pretty permalinks', async () => {
    const src = 'https://blog.example.org/sub/?rest_route=/wp/v2/comments';
    const { asked } = await load(src, () => total(3), { posts: [post('/a/', { id: '6' })] });
    expect(asked[0]?.pathname).to.equal('/sub/');
    expect(query(asked[0])).to.deep.equal({ rest_route: '/wp/v2/comments', post: '6', per_page: '1', _fields: 'id' });
  });

  it('says nothing of posts that readers may not see', async () => {
    const { counts } = await load(
      WORDPRESS,
      ({ url }) =>
        url.searchParams.get('post') === '6' ? { json: { code: 'rest_cannot_read_post' }, status: 401 } : total(2),
      { posts: [post('/secret/', { id: '6' }), post('/b/', { id: '7' })] },
    );
    expect(keyed(counts)).to.deep.equal({ '/b/': { comments: 2 } });
  });

  it('is asked about sixty posts at most, four at a time', async () => {
    const posts = Array.from({ length: 80 }, (_, at) => post(`/${at}/`, { id: at }));
    const { asked, most } = await load(WORDPRESS, () => total(1), { posts });
    expect([asked.length, most]).to.deep.equal([60, 4]);
  });
});

describe('WordPress Popular Posts', () => {
  const popular = (views: Record<string, number | string>): Answer => ({
    json: Object.entries(views).map(([slug, pageviews]) => ({ link: `https://blog.example.org/${slug}/`, pageviews })),
  });

  it('gives the views of a hundred posts in one request', async () => {
    const { counts, asked } = await load(POPULAR, () => popular({ lamp: 1204, soup: '1,480' }));
    expect(counts).to.deep.equal({
      'https://blog.example.org/lamp/': { views: 1204 },
      'https://blog.example.org/soup/': { views: 1480 },
    });
    expect(asked.map(query)).to.deep.equal([{ limit: '100', _fields: 'link,pageviews', range: 'all' }]);
  });

  it('gives windows, by the names that it has for them, others in hours', async () => {
    const ranges: Record<string, Answer> = {
      all: popular({ lamp: 900, soup: 50 }),
      last30days: popular({ soup: 40, lamp: 9 }),
      custom: popular({ soup: 12 }),
    };
    const { counts, asked } = await load(POPULAR, ({ url }) => ranges[url.searchParams.get('range')!]!, {
      within: ['30d', '14d'],
    });
    expect(counts).to.deep.equal({
      'https://blog.example.org/lamp/': { views: 900, windows: { '30d': { views: 9 } } },
      'https://blog.example.org/soup/': { views: 50, windows: { '30d': { views: 40 }, '14d': { views: 12 } } },
    });
    expect(query(asked[2])).to.include({ range: 'custom', time_unit: 'hour', time_quantity: '336' });
  });

  it("takes the owner's range for the one that is wanted", async () => {
    const { asked } = await load(`${POPULAR}?range=last7days&limit=20`, () => popular({ lamp: 3 }), { within: '30d' });
    expect(asked.map(query)).to.deep.equal([{ range: 'last7days', limit: '20', _fields: 'link,pageviews' }]);
  });

  it('is known without pretty permalinks', async () => {
    const src = 'https://blog.example.org/?rest_route=/wordpress-popular-posts/v1/popular-posts';
    const { counts } = await load(src, () => popular({ lamp: 3 }));
    expect(Object.keys(counts)).to.deep.equal(['https://blog.example.org/lamp/']);
  });
});

describe('WordPress.com', () => {
  it('gives likes and comments of all posts, page by page', async () => {
    const page = (slug: string, next?: string): Answer => ({
      json: {
        posts: [{ URL: `https://blog.example.org/${slug}/`, like_count: 4, discussion: { comment_count: 2 } }],
        meta: { next_page: next },
      },
    });
    const { counts, asked } = await load(DOT_COM, ({ url }) =>
      url.searchParams.get('page_handle') === 'value=2' ? page('soup') : page('lamp', 'value=2'),
    );
    expect(counts).to.deep.equal({
      'https://blog.example.org/lamp/': { likes: 4, comments: 2 },
      'https://blog.example.org/soup/': { likes: 4, comments: 2 },
    });
    expect(query(asked[0])).to.include({ number: '100' });
    expect(asked).to.have.length(2);
  });

  it('is asked for ten pages at most', async () => {
    const { asked } = await load(DOT_COM, () => ({ json: { posts: [], meta: { next_page: 'again' } } }));
    expect(asked).to.have.length(10);
  });

  it('reads the sample of a post list', async () => {
    const text = new TextDecoder().decode(await bytesOf('samples/wordpress-com.json'));
    const { counts } = await load('https://public-api.wordpress.com/rest/v1.1/sites/blog.example.org', () => ({
      text,
    }));
    expect(Object.keys(counts).length).to.be.greaterThan(0);
  });
});

describe('files', () => {
  const REPORT = 'https://blog.example.org/report.json';

  it('a plain list of counts, by one request, as it is written', async () => {
    const table = { '/a/': 5, '/b/': { views: 9, windows: { '30d': { views: 2 } } } };
    const { counts, asked } = await load('https://blog.example.org/counts.json', () => ({ json: table }), {
      posts: () => expect.fail('posts were asked for'),
    });
    expect(counts).to.deep.equal(table);
    expect(asked).to.have.length(1);
  });

  it('a report of GoAccess, told by what is in it', async () => {
    const text = await captured('goaccess/report.json');
    const { counts } = await load(REPORT, () => ({ text }));
    const joined = joinCounts([LAMP, SOUP, BERTHS, GULLS, NOTHING], counts);
    // Gulls: with and without the slash at its end, and once from a mail: three entries of 1 in the report.
    expect(joined.map(({ counts: found }) => found?.views)).to.deep.equal([33, 20, 8, 3, undefined]);
  });

  it('a report of GoAccess at any address, where the owner says so', async () => {
    const text = await captured('goaccess-daily/2026-11-23.json');
    const { counts } = await load('https://blog.example.org/stats', () => ({ text }), { engine: 'goaccess' });
    // By `awk '{print $7}' access.log | sort | uniq -c`; soup and lamp in two spellings each.
    expect(joinCounts([LAMP, SOUP, GULLS, BERTHS], counts).map(({ counts: found }) => found)).to.deep.equal([
      { views: 45 },
      { views: 79 },
      { views: 36 },
      { views: 14 },
    ]);
  });

  it('adds up what one address has by several methods, and leaves out what is none', async () => {
    const data = [
      { hits: { count: 3 }, data: '/a/', method: 'GET' },
      { hits: { count: 2 }, data: '/a/', method: 'HEAD' },
      { hits: { count: '7' }, data: '__proto__' },
      { hits: { count: -1 }, data: '/b/' },
      { hits: null, data: '/c/' },
      null,
      { data: 5 },
    ];
    const { counts } = await load(REPORT, () => ({ json: { requests: { data } } }));
    expect(counts).to.deep.equal({ '/a/': { views: 5 } });
  });
});

describe('engines that count', () => {
  const posts = [LAMP, { ...SOUP, id: '6b0475c89d62523337f365b2' }];
  const numbered = posts.map((one, at) => ({ ...one, id: String(at + 1) }));
  const rows: readonly (readonly [name: string, src: string, CountOptions, empty: unknown, wrong: unknown])[] = [
    ['GoatCounter', GOAT, { posts }, { count: '0' }, { count: 'many' }],
    ['Waline', WALINE, { posts }, { errno: 0, data: [{}, {}] }, { errno: 0, data: 'none' }],
    ['WordPress Popular Posts', POPULAR, {}, [], { code: 'rest_no_route' }],
    ['WordPress.com', DOT_COM, {}, { posts: [] }, { error: 'unknown_blog' }],
    ['Ghost', GHOST, { posts }, {}, []],
    ['WordPress', WORDPRESS, { posts: [post('/a/'), post('/b/')] }, [], { code: 'rest_no_route' }],
    ['GoAccess', 'https://blog.example.org/r', { engine: 'goaccess' }, { requests: { data: [] } }, { requests: {} }],
  ];
  for (const [name, src, options, empty, wrong] of rows) {
    it(`${name}: nothing is nothing`, async () => {
      const { counts } = await load(src, () => ({ json: empty }), options);
      for (const found of Object.values(counts)) expect(Object.values(found).filter(Boolean)).to.deep.equal([]);
      expect(joinCounts([{ url: '/else/' }], counts)).to.deep.equal([{ url: '/else/' }]);
    });

    it(`${name}: an answer that is something else, broken, too large, or an error`, async () => {
      const kindOf = async (answer: Answer): Promise<string> => (await failure(load(src, () => answer, options))).kind;
      expect(await kindOf({ json: wrong })).to.be.oneOf(['not-a-feed', 'malformed']);
      expect(await kindOf({ text: '<!doctype html><title>Hello</title>' })).to.equal('malformed');
      expect(await kindOf({ text: '{"cou' })).to.equal('malformed');
      expect(await kindOf({ json: empty, headers: { 'content-length': '11000000' } })).to.equal('too-large');
      expect(await kindOf({ json: empty, status: 500 })).to.equal('http');
      expect(await kindOf({ json: empty, status: 410 })).to.equal('http');
    });

    it(`${name}: no posts, no questions`, async () => {
      if (!options.posts) return;
      const { counts, asked } = await load(src, () => ({ json: empty }), { posts: [] });
      expect([counts, asked]).to.deep.equal([{}, []]);
      const error = await failure(load(src, () => ({ json: empty })));
      expect(error)
        .to.be.instanceOf(TypeError)
        .with.property('message', 'loadCounts: posts is missing; this engine is asked post by post');
    });
  }

  it('only numbers that make sense are counts, whatever an engine says', async () => {
    const nonsense = [-1, '-5', 'Infinity', '1e9', '0x10', '1.5', '12 comments', null, {}, [7], true, '9'.repeat(400)];
    for (const odd of nonsense) {
      const { counts: waline } = await load(WALINE, () => ({ json: { errno: 0, data: [{ time: odd }] } }), {
        posts: [LAMP],
      });
      expect(keyed(waline), String(odd)).to.deep.equal({ '/a-lamp-for-the-pier/': {} });
      const { counts: popular } = await load(POPULAR, () => ({
        json: [{ link: 'https://a.example/', pageviews: odd }],
      }));
      expect(popular, String(odd)).to.deep.equal({});
      const { counts: ghost } = await load(GHOST, () => ({ json: { [String(LAMP.id)]: odd } }), { posts: [LAMP] });
      expect(ghost, String(odd)).to.deep.equal({});
      const header = typeof odd === 'string' && !/^\d+$/.test(odd) ? odd : 'x';
      const { counts: wordpress } = await load(WORDPRESS, () => ({ json: [], headers: { 'X-WP-Total': header } }), {
        posts: numbered,
      });
      expect(wordpress, header).to.deep.equal({});
    }
  });

  it('__proto__ is an address like any other', async () => {
    const { counts } = await load(POPULAR, () => ({
      text: '[{"link":"__proto__","pageviews":5,"__proto__":{"x":1}}]',
    }));
    expect(Object.getOwnPropertyNames(counts)).to.deep.equal(['__proto__']);
    expect(({} as any).views).to.equal(undefined);
    const { counts: ghost } = await load(GHOST, () => ({ text: '{"__proto__":{"6b0475ba9d62523337f3654f":5}}' }), {
      posts,
    });
    expect(ghost).to.deep.equal({});
  });

  it('options that make no sense', async () => {
    const says = async (options: object): Promise<string> => {
      const error = await failure(load(GOAT, () => ({ json: {} }), { posts, ...options }));
      return `${error.name}: ${error.message}`;
    };
    expect(await says({ within: 'soon' })).to.equal(
      'RangeError: loadCounts: within is soon (string); allowed: numbers, strings like "7d"',
    );
    expect(await says({ engine: 'goat' })).to.match(
      /^RangeError: loadCounts: engine is goat; allowed: goatcounter, waline/,
    );
    expect(await says({ engine: 'constructor' })).to.match(/^RangeError/);
  });
});
