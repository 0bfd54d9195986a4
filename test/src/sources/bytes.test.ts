import { expect } from 'chai';
import { toText } from '../../../src/sources/bytes.ts';
import { readPosts } from '../../../src/sources/read.ts';
import { bytesOf, rss } from './fixtures.ts';

const url = 'https://blog.example/feed';
const LATIN = Uint8Array.of(0xe9); // é in ISO 8859-1, й in Windows-1251, the half of something in UTF-8

const join = (...parts: (string | Uint8Array)[]): Uint8Array => {
  const bytes = parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]);
  return Uint8Array.from(bytes);
};

const utf16 = (text: string, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
};

const titles = async (body: Uint8Array | string, contentType = ''): Promise<string[]> =>
  (await readPosts(body, { url, contentType })).map(({ title }) => title);

const declared = (label: string): Uint8Array =>
  join(
    `<?xml version="1.0" encoding="${label}"?><rss><channel><item><title>`,
    LATIN,
    '</title></item></channel></rss>',
  );

describe('the encoding of a feed', () => {
  it('is what HTTP says, whatever the document says', async () => {
    expect(await titles(declared('utf-8'), 'text/xml; charset=ISO-8859-1')).to.deep.equal(['é']);
    expect(await titles(declared('iso-8859-1'), 'text/xml; charset="windows-1251"; x=y')).to.deep.equal(['й']);
  });

  it('is what the document says, where HTTP says nothing', async () => {
    expect(await titles(declared('windows-1251'), 'text/xml')).to.deep.equal(['й']);
    expect(await titles(declared('ISO-8859-1'))).to.deep.equal(['é']);
  });

  it('is UTF-8 where nobody says anything; what does not fit becomes a mark', async () => {
    expect(await titles(join(rss('<title>café ☕</title>').replace(/^<\?.*?\?>/, '')))).to.deep.equal(['café ☕']);
    expect(await titles(declared('utf-8'))).to.deep.equal(['\ufffd']);
  });

  it('is what a byte-order mark says, whatever HTTP says', async () => {
    const feed = rss('<title>café</title>');
    expect(await titles(join('\ufeff' + feed), 'text/xml; charset=windows-1252')).to.deep.equal(['café']);
    expect(await titles(utf16('\ufeff' + feed, true), 'text/xml; charset=utf-8')).to.deep.equal(['café']);
    expect(await titles(utf16('\ufeff' + feed, false), 'text/xml; charset=utf-8')).to.deep.equal(['café']);
  });

  it('is UTF-16 where <? is written so, without a mark', async () => {
    const feed = rss('<title>café</title>');
    expect(await titles(utf16(feed, true))).to.deep.equal(['café']);
    expect(await titles(utf16(feed, false))).to.deep.equal(['café']);
  });

  it('is not UTF-16 where the document says so in single bytes, as .NET does', async () => {
    const feed = rss('<title>café</title>').replace('version="1.0"', 'version="1.0" encoding="utf-16"');
    expect(await titles(join(feed))).to.deep.equal(['café']);
  });

  it('falls through a label that nobody knows', async () => {
    expect(await titles(declared('windows-1251'), 'text/xml; charset=klingon')).to.deep.equal(['й']);
    expect(await titles(join(rss('<title>é</title>')), 'text/xml; charset=klingon')).to.deep.equal(['é']);
  });

  it('with the bytes from 0x80 to 0x9f is Windows-1252, ISO 8859-1 by name or not', () => {
    const bytes = Uint8Array.of(0x93, 0x80, 0x94);
    expect(toText(bytes, 'text/xml; charset=windows-1252')).to.equal('“€”');
    expect(toText(bytes, 'text/xml; charset=iso-8859-1')).to.equal('“€”');
  });

  for (const [file, title] of [
    ['utf-8-bom', '港の café ☕ 🚢'],
    ['utf-16le-bom', '港の café ☕ 🚢'],
    ['utf-16be-nobom', '港の café ☕ 🚢'],
    ['shift_jis', '港の朝ごはん'],
  ] as const)
    it(`of broken/${file}.xml shows in its first title: ${title}`, async () => {
      expect((await titles(await bytesOf(`samples/broken/${file}.xml`)))[0]).to.equal(title);
    });

  it('does not matter for JSON with a byte-order mark', async () => {
    expect(await titles(join('\ufeff  {"posts":[{"title":"é"}]}'))).to.deep.equal(['é']);
    expect(await titles('\ufeff{"posts":[{"title":"é"}]}')).to.deep.equal(['é']);
    expect(await titles(utf16('\ufeff{"posts":[{"title":"é"}]}', true))).to.deep.equal(['é']);
  });
});

describe('damaged feeds are read as far as they can be', () => {
  const A = '<title>A</title><link>https://blog.example/a</link>';
  const documents: Record<string, string> = {
    'white space before the declaration': '\n \t' + rss(A),
    'a PHP warning before the declaration':
      '<br />\n<b>Warning</b>: feed() in <b>/x.php</b> on line <b>1</b><br />\n' + rss(A),
    'text before a root without declaration': 'Notice: x<br>\n' + rss(A).replace(/^<\?.*?\?>/, ''),
    'a comment before the root': '<!-- cached <feed> -->' + rss(A).replace(/^<\?.*?\?>/, ''),
    'text after the end': rss(A) + '\n<!-- 0.2 s --> done',
    'a second document after the end': rss(A) + rss('<title>B</title>'),
    'a prefix that nobody declared': rss(A + '<media:thumbnail url="/a.jpg"/>'),
    ampersands: rss(A.replace('>A<', '>A<') + '<description>Fish & chips &c; &unknown;</description>'),
    'entities of HTML': rss(A + '<description>a&nbsp;b&eacute;</description>'),
    'control characters': rss(A + '<description>a\u0000\u0008\u000b\u001f\uffff</description>'),
    'control characters as references': rss(A + '<description>a&#0;&#8;&#xffff;</description>'),
    'a lone surrogate': rss(A + '<description>a\ud800</description>'),
    'attributes without quotes, and twice': rss(A + '<enclosure url=/a.mp3 type=audio/mpeg type="x"/>'),
    'an element that is never closed': rss(A + '<description>a<br>b</description>'),
    'closing tags of nothing': rss(A + '</b></description>'),
    'no end': rss(A).replace('</channel></rss>', ''),
    'a declaration of XML 1.1': rss(A).replace('"1.0"', '"1.1"'),
    'a declaration that says nothing right': rss(A).replace(/^<\?.*?\?>/, '<?xml encoding=utf8 ?>'),
    'a less-than sign': rss(A + '<description>1 < 2</description>'),
  };
  for (const [what, text] of Object.entries(documents))
    it(what, async () => {
      const [post] = await readPosts(text, { url });
      expect(post).to.include({ title: 'A', url: 'https://blog.example/a' });
    });

  it('an ampersand in an address stays', async () => {
    const [post] = await readPosts(rss('<title>Q&A</title><link>https://blog.example/?p=1&copy=2&page=3</link>'), {
      url,
    });
    expect(post).to.include({ title: 'Q&A', url: 'https://blog.example/?p=1&copy=2&page=3' });
  });

  it('cut off within an item: what stands before it', async () => {
    const text = rss(`${A}</item><item><title>B</title><link>https://blog.example/b`).replace(
      '</item></channel></rss>',
      '',
    );
    expect((await readPosts(text, { url })).map(({ title }) => title)).to.deep.equal(['A']);
    const entries = '<entry><title>A</title></entry><entry><title>B</title><link href="/b"/><summary>cu';
    const cut = await readPosts(`<feed xmlns="http://www.w3.org/2005/Atom">${entries}`, { url });
    expect(cut.map(({ title }) => title)).to.deep.equal(['A']);
  });

  it('cut off anywhere: some of the posts or a SourceError, never another error', async () => {
    const text = new TextDecoder().decode(await bytesOf('engines/wordpress/feed.rss2.xml'));
    for (let end = 1; end < text.length; end += 397)
      await readPosts(text.slice(0, end), { url }).then(
        (posts) => expect(posts.length).to.be.lessThan(11),
        (error: Error) => expect(error.name).to.equal('SourceError'),
      );
  });
});
