import { expect } from 'chai';
import { commentsAt } from '../../../src/sources/comments.ts';
import { loadCounts } from '../../../src/sources/counts.ts';
import { loadPosts } from '../../../src/sources/posts.ts';
import { failure, quick, talk } from './talk.ts';

const SECRET = 'f00dfeedf00dfeed';
const ADMIN = `${'a1'.repeat(12)}:${'0f'.repeat(32)}`;

/** Addresses with a private key, and what the message says about it. */
const PRIVATE: readonly (readonly [src: string, says: RegExp])[] = [
  [`https://me:${SECRET}@blog.example/feed`, /user name or password/],
  [`https://${SECRET}@blog.example/feed`, /user name or password/],
  [`//me:${SECRET}@blog.example/feed`, /user name or password/],
  ...[
    'token',
    'token_auth',
    'secret',
    'password',
    'auth',
    'api_key',
    'apikey',
    'access_token',
    'accessToken',
    'api-key',
  ].map(
    (name) => [`https://stats.example/?idSite=1&${name}=${SECRET}`, new RegExp(`private key \\(${name}\\)`)] as const,
  ),
  [`/wp-json/wp/v2/posts?TOKEN=${SECRET}`, /private key \(TOKEN\)/],
  [`https://blog.example/ghost/api/content/posts/?key=${ADMIN}`, /Ghost Admin API key/],
  [`https://blog.example/ghost/api/admin/posts/?limit=5`, /Ghost’s Admin API/],
  ['https://harbour.goatcounter.com/api/v0/stats/hits', /GoatCounter’s API/],
  ['https://plausible.io/api/v2/query', /Plausible’s API/],
  ['https://plausible.io/api/v1/stats/breakdown?site_id=x', /Plausible’s API/],
  ['https://umami.example/api/websites/1/metrics?type=path', /Umami’s API/],
];

/** Addresses without one, though some look a little like it. */
const PUBLIC = [
  'https://blog.example/ghost/api/content/posts/?key=d1625e8a74be199f592d97f371',
  'https://www.googleapis.com/blogger/v3/blogs/1/posts?key=AIzaSyExample',
  'https://stats.example/?module=API&token_auth=anonymous',
  'https://blog.example/feed?pageToken=abc&next_page_token=def&page_handle=x&author=mara&passage=3&keyword=sea&token=',
  'https://blog.example/@mara/feed?x=a@b',
  'https://blog.example/api/v0/feed.json',
];

const LOADERS = {
  posts: (src: string, options: object): Promise<unknown> => loadPosts(src, options),
  counts: (src: string, options: object): Promise<unknown> => loadCounts(src, { posts: [{ url: '/a/' }], ...options }),
  comments: (src: string, options: object): Promise<unknown> =>
    commentsAt(src, options).load({ sort: 'newest', signal: new AbortController().signal }),
};

for (const [what, load] of Object.entries(LOADERS))
  describe(`a private key in the address of ${what}`, () => {
    for (const [src, says] of PRIVATE)
      it(`is refused before anything is sent: ${src.replaceAll(SECRET, '…').replaceAll(ADMIN, '…')}`, async () => {
        const { fetch, asked } = talk(() => ({ json: [] }));
        const error = await failure(load(src, { ...quick, fetch }));
        expect([error.name, error.kind]).to.deep.equal(['SourceError', 'secret']);
        expect(error.message)
          .to.match(says)
          .and.match(/build step/)
          .and.match(/README/);
        for (const text of [error.message, error.url, error.stack ?? '', JSON.stringify(error)])
          expect(text).not.to.contain(SECRET).and.not.contain(ADMIN);
        expect(asked).to.deep.equal([]);
      });

    for (const src of PUBLIC)
      it(`is not seen where there is none: ${src}`, async () => {
        const { fetch, asked } = talk(() => ({ json: {}, status: 404 }));
        expect((await failure(load(src, { ...quick, fetch }))).kind).not.to.equal('secret');
        expect(asked.length).to.be.greaterThan(0);
      });
  });
