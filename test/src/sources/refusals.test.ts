import { expect } from 'chai';
import { SourceError, type SourceErrorKind } from '../../../src/sources/error.ts';
import { readPosts } from '../../../src/sources/read.ts';
import { bytesOf, rss } from './fixtures.ts';

const url = 'https://blog.example/feed?key=s3cret';

/** What may never show in a message: the words of the documents below, and of the parsers that stumbled over them. */
const PRIVATE =
  /s3cret|needle|passwd|lol|password|parser|token|unexpected|position|column|line \d|JSON\.parse|undefined|null|NaN/i;

async function refusal(body: unknown, contentType = ''): Promise<SourceError> {
  const start = performance.now();
  try {
    await readPosts(body, { url, contentType });
  } catch (error) {
    expect(error).to.be.instanceOf(SourceError);
    const { message, name, kind } = error as SourceError;
    expect(message).to.match(/^https:\/\/blog\.example\/feed /);
    expect(message.length).to.be.lessThan(250);
    expect(message).not.to.match(PRIVATE);
    expect([name, (error as SourceError).url]).to.deep.equal(['SourceError', url]);
    expect(kind).to.be.a('string');
    expect(performance.now() - start, 'time').to.be.lessThan(1000);
    return error as SourceError;
  }
  throw new Error('was read');
}

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 0xd, 0x49, 0x48, 0x44, 0x52, 0, 0, 1);
const gzip = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xb3, 0x29, 0x2a, 0x2e, 0xb6, 0, 0);
const html = (body: string): string =>
  `<!doctype html><html><head><title>needle</title></head><body>${body}</body></html>`;

const REFUSED: readonly (readonly [string, SourceErrorKind, unknown, RegExp?])[] = [
  ['an HTML page', 'not-a-feed', html('<p>needle'), /web page/],
  ['an HTML page with a feed in it', 'not-a-feed', html('<?xml version="1.0"?><rss><feed>needle'), /web page/],
  [
    'an XHTML page',
    'not-a-feed',
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="x">needle</html>',
    /web page/,
  ],
  ['an HTML page after a comment', 'not-a-feed', '<!-- needle --><HTML>', /web page/],
  ['a piece of HTML', 'not-a-feed', '<div>needle</div>'],
  ['a picture', 'not-a-feed', '<svg xmlns="http://www.w3.org/2000/svg"><title>needle</title></svg>', /picture/],
  ['XML of another kind', 'not-a-feed', '<?xml version="1.0"?><note>needle</note>'],
  ['nothing', 'not-a-feed', '', /empty/],
  ['no bytes', 'not-a-feed', new Uint8Array(), /empty/],
  ['white space', 'not-a-feed', ' \n\t \ufeff ', /empty/],
  ['a byte-order mark', 'not-a-feed', Uint8Array.of(0xef, 0xbb, 0xbf), /empty/],
  ['plain text', 'not-a-feed', 'needle'],
  ['PNG', 'not-a-feed', png],
  ['PNG with RDF in it', 'not-a-feed', new TextEncoder().encode('\x89PNG\0\0<rdf:RDF><needle/></rdf:RDF>')],
  ['gzip', 'not-a-feed', gzip],
  ['NUL', 'not-a-feed', new Uint8Array(1000)],
  ['JSON that is cut off', 'malformed', '{"posts":[{"title":"needle'],
  ['JSON that is none', 'malformed', '{needle}'],
  ['JSON null', 'not-a-feed', 'null'],
  ['JSON number', 'not-a-feed', '42'],
  ['JSON string', 'not-a-feed', '"needle"'],
  ['JSON true, parsed', 'not-a-feed', true],
  ['JSON null, parsed', 'not-a-feed', null],
  ['JSON number, parsed', 'not-a-feed', 42],
  ['undefined', 'not-a-feed', undefined],
  ['JSON about something else', 'not-a-feed', '{"needle":1}'],
  ['an empty object', 'not-a-feed', '{}'],
  ["Ghost's errors", 'not-a-feed', '{"errors":[{"message":"needle","code":"UNKNOWN_CONTENT_API_KEY"}]}', /error/],
  ["WordPress's errors", 'not-a-feed', '{"code":"rest_no_route","message":"needle","data":{"status":404}}', /error/],
  ["WordPress.com's errors", 'not-a-feed', '{"error":"unknown_blog","message":"needle"}', /error/],
  ['a root that looks like a feed', 'malformed', '<rss-needle/>'],
  ['a feed that defines entities', 'malformed', '<!DOCTYPE rss [<!ENTITY a "needle">]><rss>&a;</rss>', /entities/],
  [
    'a feed that hides entities behind much white space',
    'malformed',
    `<!DOCTYPE rss${' '.repeat(30_000)}[<!ENTITY a "needle">]><rss>&a;</rss>`,
    /entities/,
  ],
  [
    'a feed that hides entities behind a comment',
    'malformed',
    `<!--${' '.repeat(30_000)}--><!DOCTYPE rss [<!ENTITY a "needle">]><rss>&a;</rss>`,
    /entities/,
  ],
  ['more than 10 MB of bytes', 'too-large', new Uint8Array(10_000_001), /10 MB/],
  ['more than 10 MB of text', 'too-large', ' '.repeat(10_000_001), /10 MB/],
];

describe('readPosts refuses with one clear error', () => {
  for (const [what, kind, body, words = /./] of REFUSED)
    it(`${what}: ${kind}`, async () => {
      const error = await refusal(body);
      expect(error.kind).to.equal(kind);
      expect(error.message).to.match(words);
    });

  const FILES: readonly (readonly [string, SourceErrorKind])[] = [
    ['samples/broken/html-page.html', 'not-a-feed'],
    ['samples/broken/login-page.html', 'not-a-feed'],
    ['samples/broken/opml.xml', 'not-a-feed'],
    ['samples/broken/sitemap.xml', 'not-a-feed'],
    ['samples/broken/entity-bomb.xml', 'malformed'],
    ['samples/broken/external-entity.xml', 'malformed'],
    ['engines/eleventy/post.html', 'not-a-feed'],
    ['engines/hugo/sitemap.xml', 'not-a-feed'],
    ['engines/wordpress/posts-orderby-comment-count.error.json', 'not-a-feed'],
    ['engines/wordpress/posts-page-too-far.error.json', 'not-a-feed'],
    ['engines/ghost/posts-bad-key.error.json', 'not-a-feed'],
    ['engines/waline/comment-empty.error.json', 'not-a-feed'],
  ];
  for (const [file, kind] of FILES)
    it(`${file}: ${kind}`, async () => {
      expect((await refusal(await bytesOf(file))).kind).to.equal(kind);
    });

  it('external entities, and nothing is fetched for them', async () => {
    const before = performance.getEntriesByType('resource').length;
    const remote = `${location.origin}/serve/remote?hit=entity`;
    await refusal(
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "${remote}">]><rss><channel><item><title>&x;</title></item></channel></rss>`,
    );
    await readPosts(`<!DOCTYPE rss SYSTEM "${remote}">${rss('<title>A&x;</title>').replace(/^<\?.*?\?>/, '')}`, {
      url,
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await (await fetch('/serve/hits?key=entity')).json()).to.deep.equal([]);
    const names = performance
      .getEntriesByType('resource')
      .slice(before)
      .map(({ name }) => name);
    expect(names.filter((name) => name.includes('/serve/remote'))).to.deep.equal([]);
  });

  it('without an address, as "The document"', async () => {
    const error = await readPosts('').catch((reason: unknown) => reason as SourceError);
    expect((error as SourceError).message).to.equal('The document is empty');
  });
});

describe('but reads', () => {
  const titles = async (text: string): Promise<string[]> => (await readPosts(text, { url })).map(({ title }) => title);

  it('a post about <!ENTITY', async () => {
    expect(await titles(rss('<title><![CDATA[How <!ENTITY works]]></title>'))).to.deep.equal(['How <!ENTITY works']);
  });

  it('a feed with the DTD of Netscape, and &eacute; from it', async () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">';
    expect(
      await titles(
        `<?xml version="1.0"?>\n${doctype}<rss><channel><item><title>Caf&eacute;</title></item></channel></rss>`,
      ),
    ).to.deep.equal(['Café']);
  });

  it('a feed that hides entities of its own, but not these', async () => {
    const feed = '<rss><channel><item><title>A&needle;</title></item></channel></rss>';
    for (const hidden of [
      '\x01<!DOCTYPE',
      '<!\x01DOCTYPE',
      'x<!DOCTYPE',
      '<!-- > --> x <!DOCTYPE',
      '<!ELEMENT a ANY><!DOCTYPE',
    ])
      for (const name of ['rss', 'x']) {
        const text = `Notice: <?xml version="1.0"?>${hidden} ${name} [<!ENTITY needle "found">]>${feed}`;
        expect(await titles(text), text).to.deep.equal(['A&needle;']);
      }
  });

  it('a feed without posts', async () => {
    expect(await titles('<rss version="2.0"><channel><title>Blog</title></channel></rss>')).to.deep.equal([]);
    expect(await titles('<feed xmlns="http://www.w3.org/2005/Atom"/>')).to.deep.equal([]);
  });

  it('a feed behind a comment of 9 MB', async () => {
    const [declaration, rest] = [rss('<title>A</title>').slice(0, 21), rss('<title>A</title>').slice(21)];
    expect(await titles(`${declaration}<!--${'-'.repeat(9_000_000)} -->${rest}`)).to.deep.equal(['A']);
  });

  it('a feed of 9 MB, 20,000 posts, in a few seconds', async () => {
    const item = `<item><title>A</title><link>https://blog.example/a</link><description>${'Soup. '.repeat(60)}</description></item>`;
    const start = performance.now();
    expect(await titles(`<rss><channel>${item.repeat(20_000)}</channel></rss>`)).to.have.length(20_000);
    expect(performance.now() - start).to.be.lessThan(8000);
  });

  it('a feed nested 100,000 deep around a post, or refuses it, in a second', async () => {
    const deep = `<rss><channel><item><title>A</title></item>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</channel></rss>`;
    const start = performance.now();
    expect(await titles(deep)).to.deep.equal(['A']);
    expect(performance.now() - start).to.be.lessThan(3000);
  });
});
