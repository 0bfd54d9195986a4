import { expect } from 'chai';
import fc from 'fast-check';
import { parsePosts } from '../../../src/posts/parse.ts';

const parse = (record: unknown, url?: string) => parsePosts([record], url ? { url } : undefined)[0];

describe('parsePosts', () => {
  const full = {
    id: 'lamp',
    url: 'https://example.org/a-lamp',
    title: 'A lamp',
    published: '2026-01-31T10:00:00.000Z',
    updated: '2026-01-31T11:00:00.000Z',
    summary: 'For the pier.',
    image: { url: 'https://example.org/lamp.jpg', alt: 'A lamp', width: 800, height: 600 },
    author: { name: 'Ada', url: 'https://example.org/ada' },
    tags: ['light', 'harbor'],
    featured: true,
    counts: { views: 5, likes: 0, comments: 2, shares: 1, rating: { average: 4.5, count: 2 } },
    windows: { '7d': { views: 1 } },
  };

  it('reads what it writes', () => {
    expect(parsePosts([full])).to.deep.equal([full]);
    expect(parsePosts({ posts: [full] })).to.deep.equal([full]);
    expect(parsePosts(JSON.parse(JSON.stringify(parsePosts([full]))))).to.deep.equal([full]);
  });

  it('gives an empty list for anything else', () => {
    for (const value of [undefined, null, 5, 'posts', {}, { posts: {} }, [], [null, 5, 'a', [], {}], { items: [full] }])
      expect(parsePosts(value)).to.deep.equal([]);
  });

  it('needs a title or an address, and makes an id of them', () => {
    expect(parse({ title: 'A lamp' })).to.deep.equal({ id: 'A lamp', url: '', title: 'A lamp' });
    expect(parse({ url: full.url })).to.deep.equal({ id: full.url, url: full.url, title: '' });
    expect(parse({ title: 'A lamp', id: 7 })!.id).to.equal('7');
    expect(parse({ title: 'A lamp', id: NaN })!.id).to.equal('A lamp');
    expect(parse({ id: 'lamp', published: '2026-01-31' })).to.equal(undefined);
  });

  it('takes http(s) addresses only, without user name and password', () => {
    for (const url of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//\\',
      5,
      {},
    ])
      expect(parse({ title: 'x', url, image: url, author: { name: 'Ada', url } })).to.deep.equal({
        id: 'x',
        url: '',
        title: 'x',
        author: { name: 'Ada' },
      });
    expect(parse({ url: 'https://me:secret@example.org/' })!.url).to.equal('https://example.org/');
  });

  it('resolves addresses against where they were found', () => {
    const post = parse({ url: '../a-lamp', image: 'lamp.jpg' }, 'https://example.org/feeds/posts.json');
    expect([post!.url, post!.image]).to.deep.equal([
      'https://example.org/a-lamp',
      { url: 'https://example.org/feeds/lamp.jpg' },
    ]);
    expect(parse({ url: '/a-lamp' })!.url).to.equal('/a-lamp');
    expect(parse({ title: 'x', url: '//evil.example' })!.url).to.equal('');
  });

  it('takes control characters and directional overrides out of a line', () => {
    expect(parse({ title: ' \u202eevil\u202c\u0000 \n\u2066title\u2069\u0007 ' })!.title).to.equal('evil title');
    expect(parse({ title: 'x', tags: ['\u202e', 'a\u0000b'], author: '\u200f' })).to.deep.equal({
      id: 'x',
      url: '',
      title: 'x',
      tags: ['a b'],
    });
  });

  it('writes moments as ISO 8601 in UTC, and falls back to the update', () => {
    const dates = (published: unknown, updated?: unknown) => {
      const post = parse({ title: 'x', published, updated })!;
      return [post.published, post.updated];
    };
    expect(dates('2026-01-31 10:00', 5)).to.deep.equal(['2026-01-31T10:00:00.000Z', '1970-01-01T00:00:00.005Z']);
    expect(dates('2026-02-30', '2026-01-31')).to.deep.equal(['2026-01-31T00:00:00.000Z', '2026-01-31T00:00:00.000Z']);
    expect(dates(9e15, {})).to.deep.equal([undefined, undefined]);
  });

  it('leaves out what makes no sense, field by field', () => {
    const odd = {
      ...{ title: 'x', summary: 5, featured: 'yes', tags: 'a', author: [], image: { url: '' } },
      ...{
        counts: { views: '5', likes: -1, comments: NaN, rating: { average: 5 } },
        windows: { week: { views: 1 }, '7d': 5, '1d': { views: 2 } },
      },
    };
    expect(parse(odd)).to.deep.equal({ id: 'x', url: '', title: 'x', windows: { '1d': { views: 2 } } });
  });

  it('is not fooled by __proto__', () => {
    const record = JSON.parse(
      '{"title": "x", "__proto__": {"url": "https://evil.example/"}, "windows": {"__proto__": {"views": 1}}}',
    );
    expect(parse(record)).to.deep.equal({ id: 'x', url: '', title: 'x' });
    expect(({} as any).url).to.equal(undefined);
  });

  it('reads a huge list', () => {
    expect(parsePosts(Array.from({ length: 1e5 }, (_, place) => ({ title: `${place}` })))).to.have.length(1e5);
    expect(parse({ title: 'x', tags: Array(1e5).fill('a') })!.tags).to.deep.equal(['a']);
  });

  it('never throws, and reads what it wrote, whatever comes', () => {
    const record = fc.record(Object.fromEntries(Object.keys(full).map((name) => [name, fc.anything()])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(record)), (value) => {
        const posts = parsePosts(value);
        expect(parsePosts(posts)).to.deep.equal(posts);
      }),
    );
  });
});
