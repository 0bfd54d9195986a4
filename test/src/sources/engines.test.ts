import { expect } from 'chai';
import { engineOf, type Need } from '../../../src/sources/engines.ts';
import type { FormatName } from '../../../src/sources/formats.ts';

/** The parameters of the first request. */
function asked(address: string, need: Need = {}, format?: FormatName): Record<string, string> {
  const url = new URL(address);
  const first = engineOf(url, format)?.first(url, need);
  expect(first, 'an engine').not.to.equal(undefined);
  return Object.fromEntries(first?.searchParams ?? []);
}

const WORDPRESS = 'https://blog.example/wp-json/wp/v2/posts';
const GHOST = 'https://blog.example/ghost/api/content/posts/?key=abc';
const BLOGGER = 'https://blog.example/feeds/posts/default?alt=json';
const DOT_COM = 'https://public-api.wordpress.com/rest/v1.1/sites/blog.example/posts/';

describe('an engine is known by its address', () => {
  for (const address of [
    WORDPRESS,
    WORDPRESS + '/',
    'https://blog.example/sub/?rest_route=/wp/v2/posts',
    GHOST,
    BLOGGER,
    'https://blog.example/feeds/posts/default/-/Soup?alt=json',
    'https://blog.example/feeds/posts/summary?alt=json',
    DOT_COM,
  ])
    it(address, () => expect(engineOf(new URL(address))).not.to.equal(undefined));

  for (const address of [
    'https://blog.example/feed/',
    'https://blog.example/feed.json',
    'https://blog.example/wp-json/wp/v2/comments',
    'https://blog.example/feeds/posts/default',
    'https://blog.example/feeds/comments/default?alt=json',
    'https://evil.example/public-api.wordpress.com/sites/x/posts',
  ])
    it(`not ${address}`, () => expect(engineOf(new URL(address))).to.equal(undefined));
});

describe('it is asked for no more than the list needs', () => {
  it('WordPress: some posts, few fields, nothing embedded', () => {
    expect(asked(WORDPRESS, { limit: 5, fields: [] })).to.deep.equal({
      per_page: '15',
      _fields: 'id,link,title,date_gmt,modified_gmt,sticky',
    });
  });

  it('WordPress: what is wanted is embedded, and _links with it', () => {
    const { _fields, _embed } = asked(WORDPRESS, { fields: ['author', 'image', 'tags', 'excerpt'] });
    expect(_fields).to.equal('id,link,title,date_gmt,modified_gmt,sticky,excerpt,_links,_embedded');
    expect(_embed).to.equal('author,wp:featuredmedia,wp:term');
  });

  it('WordPress: the whole blog in hundreds, the updated ones by their date', () => {
    expect(asked(WORDPRESS, { all: true })['per_page']).to.equal('100');
    expect(asked(WORDPRESS, { limit: 500 })['per_page']).to.equal('100');
    expect(asked(WORDPRESS, { order: 'updated' })['orderby']).to.equal('modified');
    expect(asked(WORDPRESS, { order: 'published' })).not.to.have.property('orderby');
  });

  it('WordPress by name: the address of the blog is enough', () => {
    const url = new URL('https://blog.example/sub/');
    expect(engineOf(url, 'wordpress')?.first(url, {}).pathname).to.equal('/sub/wp-json/wp/v2/posts');
  });

  it('Ghost: fields where authors are not wanted, which come only with whole posts', () => {
    expect(asked(GHOST, { limit: 5, fields: [] })).to.deep.equal({
      key: 'abc',
      limit: '15',
      fields: 'id,url,title,published_at,updated_at,featured,custom_excerpt,excerpt,feature_image,feature_image_alt',
    });
    expect(asked(GHOST, { fields: ['author', 'tags'], order: 'updated' })).to.deep.equal({
      key: 'abc',
      limit: '20',
      include: 'authors,tags',
      order: 'updated_at desc',
    });
  });

  it('Blogger and WordPress.com', () => {
    expect(asked(BLOGGER, { limit: 5, order: 'updated' })).to.deep.equal({
      alt: 'json',
      'max-results': '15',
      orderby: 'updated',
    });
    expect(asked(DOT_COM, { limit: 5, fields: [] })).to.deep.equal({
      number: '15',
      fields: 'ID,URL,title,date,modified,sticky,like_count,discussion',
    });
  });

  it("the owner's own parameters stay", () => {
    expect(asked(`${WORDPRESS}?per_page=3&categories=7&_fields=id,link,title`, { all: true })).to.include({
      per_page: '3',
      categories: '7',
      _fields: 'id,link,title',
    });
    expect(asked(`${GHOST}&filter=tag:food&limit=2`, { limit: 50 })).to.include({ filter: 'tag:food', limit: '2' });
  });
});
