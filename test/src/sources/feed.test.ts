import { expect } from 'chai';
import type { Post } from '../../../src/posts/post.ts';
import { readPage, readPosts } from '../../../src/sources/read.ts';
import { atom, bytesOf, rss } from './fixtures.ts';

const url = 'https://blog.example/feeds/feed.xml';

async function one(text: string): Promise<Post> {
  const [post] = await readPosts(text, { url });
  expect(post, 'a post').not.to.equal(undefined);
  return post as Post;
}

const titleOf = async (text: string): Promise<string> => (await one(text)).title;
const LINK = '<link>https://blog.example/a/</link>';

/** Each row: what it is, the item, and the fields that matter of the post. */
type Rows = readonly (readonly [string, string, object])[];

function table(rows: Rows, document: (item: string) => string): void {
  for (const [what, item, fields] of rows)
    it(what, async () => {
      const post = await one(document(item));
      for (const [name, value] of Object.entries(fields)) expect(post[name as keyof Post], name).to.deep.equal(value);
    });
}

describe('the traps that engines set', () => {
  const read = async (path: string): Promise<Post[]> => readPosts(await bytesOf(path), { url });

  it('Hexo: a picture of type "image", which is no media type, with two slashes in its path', async () => {
    const images = (await read('engines/hexo/rss2.xml')).flatMap(({ image }) => image?.url ?? []);
    expect(images).to.have.length(8);
    expect(images[0]).to.equal('http://localhost:8501//img/winter.jpg');
  });

  it("Hexo's Atom: a second <content> that is a picture, and no text", async () => {
    const posts = await read('engines/hexo/atom.xml');
    const pictured = posts.filter(({ image }) => image);
    expect(pictured).to.have.length.greaterThan(0);
    for (const { summary } of pictured) expect(summary).to.be.a('string').that.is.not.empty;
  });

  it("Eleventy's Atom has only <updated>: that is when the posts were published", async () => {
    for (const { published, updated } of await read('engines/eleventy/feed.atom.xml'))
      expect(published).to.be.a('string').that.equals(updated);
  });

  it("WordPress's protected post: the password form is not its summary", async () => {
    const form = '<p>This content is password protected.</p><form><label>Password: <input name="x"></label></form>';
    const { summary } = await one(rss(`${LINK}<description><![CDATA[${form}]]></description>`));
    expect(summary).to.equal('This content is password protected.');
    for (const name of ['feed.rss2.xml', 'feed.atom.xml'])
      for (const post of await read(`engines/wordpress/${name}`)) expect(post.summary ?? '').not.to.match(/Password:/);
  });

  it('self links are not trusted: addresses are relative to where the feed was found', async () => {
    const self = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="http://localhost/feed/"/>';
    expect((await one(rss('<title>A</title><link>/a/</link>', self))).url).to.equal('https://blog.example/a/');
    expect(
      (await one(atom('<title>A</title><link href="../a/"/>', '<link rel="self" href="http://x.example/f"/>'))).url,
    ).to.equal('https://blog.example/a/');
  });
});

describe('titles: tags in them are letters, entities are resolved exactly once', () => {
  const SCRIPT = 'Print <script> in a title';
  const documents: Record<string, string> = {
    'RSS, escaped twice over: once by WordPress, once by XML': rss(`<title>Print &lt;script&gt; in a title</title>`),
    'RSS in CDATA, as HTML': rss('<title><![CDATA[Print &lt;script&gt; in a title]]></title>'),
    'Ghost, in CDATA, literally': rss(
      '<title><![CDATA[Print <script> in a title]]></title>',
      '<generator>Ghost 5.130</generator>',
    ),
    'Atom of type html': atom('<title type="html">Print &amp;lt;script&amp;gt; in a title</title>'),
    'Atom of type html, in CDATA': atom('<title type="html"><![CDATA[Print &lt;script&gt; in a title]]></title>'),
    'Atom of type text': atom('<title>Print &lt;script&gt; in a title</title>'),
    'Atom of type xhtml': atom(
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Print <b>&lt;script&gt;</b> in a title</div></title>',
    ),
    'Atom 0.3, escaped': `<feed xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">Print &amp;lt;script&amp;gt; in a title</title></entry></feed>`,
  };
  for (const [what, text] of Object.entries(documents))
    it(what, async () => {
      expect(await titleOf(text)).to.equal(SCRIPT);
    });

  it('Ghost means &amp; literally, others do not', async () => {
    const item = '<title><![CDATA[Write &amp; for &]]></title>';
    expect(await titleOf(rss(item, '<generator>Ghost 6.65</generator>'))).to.equal('Write &amp; for &');
    expect(await titleOf(rss(item))).to.equal('Write & for &');
  });

  it('what was escaped twice is resolved once: &amp;amp; shows as &amp;', async () => {
    expect(await titleOf(rss('<title>Fish &amp;amp; chips</title>'))).to.equal('Fish &amp; chips');
    expect(await titleOf(rss('<title><![CDATA[Fish &amp;amp; chips]]></title>'))).to.equal('Fish &amp; chips');
    expect(await titleOf(atom('<title>Fish &amp;amp; chips</title>'))).to.equal('Fish &amp; chips');
    expect(await titleOf(atom('<title type="html">Fish &amp;amp;amp; chips</title>'))).to.equal('Fish &amp; chips');
  });

  it('tags, authors and summaries too: R&D is R&D, and R&amp;D about entities stays so', async () => {
    const post = await one(
      rss(
        `${LINK}<category>R&amp;amp;D</category><category><![CDATA[Food &amp; Drink]]></category>
         <dc:creator><![CDATA[Ines &amp; Co]]></dc:creator><description>&lt;p&gt;5 &amp;lt; 6 &amp;amp;amp;&lt;/p&gt;</description>`,
        '',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      ),
    );
    expect(post.tags).to.deep.equal(['R&amp;D', 'Food & Drink']);
    expect(post.author).to.deep.equal({ name: 'Ines & Co' });
    expect(post.summary).to.equal('5 < 6 &amp;');
  });

  it('in feeds of real engines: the title about <script> comes out as it was written', async () => {
    for (const file of [
      'wordpress/feed.rss2.xml',
      'wordpress/feed.atom.xml',
      'wordpress/feed.rdf.xml',
      'ghost/rss.xml',
      'hexo/atom.xml',
    ]) {
      const titles = (await readPosts(await bytesOf(`engines/${file}`), { url })).map(({ title }) => title);
      expect(titles, file).to.include('How to print <script> in a title without breaking your site');
    }
  });

  it('Jekyll cuts the tag out before anybody can read it', async () => {
    const titles = (await readPosts(await bytesOf('engines/jekyll/feed.xml'), { url })).map(({ title }) => title);
    expect(titles).to.include.members(['How to print', 'Salt, rust & paint: what lasts']);
  });
});

describe('addresses', () => {
  table(
    [
      ['of RSS are relative to the document', '<title>A</title><link>../a/</link>', { url: 'https://blog.example/a/' }],
      ['may leave out the scheme', '<title>A</title><link>//cdn.example/a/</link>', { url: 'https://cdn.example/a/' }],
      [
        'fall back to a guid that is one',
        '<title>A</title><guid>https://blog.example/?p=1</guid>',
        { url: 'https://blog.example/?p=1' },
      ],
      [
        'but not to a guid that says it is none',
        '<title>A</title><guid isPermaLink="false">https://blog.example/?p=1</guid>',
        { url: '' },
      ],
      ['of javascript: are dropped', '<title>A</title><link>javascript:alert(1)</link>', { url: '' }],
      [
        'of javascript: are dropped, whatever is written before',
        '<title>A</title><link> \u0001JaVa\nScript:alert(1)</link>',
        { url: '' },
      ],
      ['of data: are dropped', '<title>A</title><link>data:text/html,hello</link>', { url: '' }],
      [
        'lose user names and passwords',
        '<title>A</title><link>https://me:secret@blog.example/a</link>',
        { url: 'https://blog.example/a' },
      ],
    ],
    rss,
  );
  table(
    [
      [
        'of Atom prefer the page among alternates',
        '<link type="application/json" href="/a.json"/><link type="text/html" href="/a"/>',
        { url: 'https://blog.example/a' },
      ],
      [
        'of Atom without rel are alternates; others are not',
        '<link rel="edit" href="/edit"/><link href="/a"/>',
        { url: 'https://blog.example/a' },
      ],
      [
        'of an author may be hostile',
        '<link href="/a"/><author><name>Ines</name><uri>javascript:alert(1)</uri></author>',
        { author: { name: 'Ines' } },
      ],
    ],
    atom,
  );

  it('follow xml:base, each relative to the one around it', async () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/blog/">
      <entry xml:base="2024/"><title>A</title><link href="a/"/></entry><entry><title>B</title><link href="b/"/></entry></feed>`;
    const posts = await readPosts(text, { url });
    expect(posts.map((post) => post.url)).to.deep.equal([
      'https://base.example/blog/2024/a/',
      'https://base.example/blog/b/',
    ]);
  });

  it('follow xml:base in RSS as well', async () => {
    const text =
      '<rss xml:base="/one/"><channel xml:base="two/"><item xml:base="three/"><title>A</title><link>a</link></item></channel></rss>';
    expect((await one(text)).url).to.equal('https://blog.example/one/two/three/a');
  });

  it('of the next page are named', async () => {
    const next = async (text: string): Promise<unknown> => (await readPage(text, { url })).next;
    expect(await next(atom('<title>A</title>', '<link rel="next" href="?page=2"/>'))).to.equal('?page=2');
    expect(await next(rss('<title>A</title>'))).to.equal(undefined);
  });
});

describe('pictures', () => {
  const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
  const at = (path: string): string => `https://blog.example/${path}`;
  table(
    [
      [
        'in a media:group',
        '<media:group><media:content url="/a.mp4" type="video/mp4"/><media:content url="/a.jpg" medium="image"/></media:group>',
        { image: { url: at('a.jpg') } },
      ],
      [
        'with size and words',
        '<media:content url="/a.jpg" medium="image" width="640" height="480"><media:description>A pier</media:description></media:content>',
        { image: { url: at('a.jpg'), alt: 'A pier', width: 640, height: 480 } },
      ],
      ['as a thumbnail', '<media:thumbnail url="/t.jpg"/>', { image: { url: at('t.jpg') } }],
      ['of itunes', '<itunes:image href="/cover.jpg"/>', { image: { url: at('cover.jpg') } }],
      [
        'as an enclosure without a type, known by its name',
        '<enclosure url="/a.webp?w=2"/>',
        { image: { url: at('a.webp?w=2') } },
      ],
      ['are not an enclosure that is sound', '<enclosure url="/a.mp3" type="audio/mpeg"/>', { image: undefined }],
      [
        'with a scheme that is none of ours are dropped',
        '<media:thumbnail url="data:image/png;base64,AAAA"/>',
        { image: undefined },
      ],
    ],
    (item) => rss(LINK + item, '', MEDIA),
  );
});

describe('authors', () => {
  const author = (text: string): string => `${LINK}<author>${text}</author>`;
  table(
    [
      [
        'are the name beside an e-mail address',
        author('ines@blog.example (Ines Varga)'),
        { author: { name: 'Ines Varga' } },
      ],
      [
        'are the name before an e-mail address',
        author('Ines Varga &lt;ines@blog.example&gt;'),
        { author: { name: 'Ines Varga' } },
      ],
      [
        'are that also on a line of its own',
        author('ines@blog.example\n  (Ines Varga)'),
        { author: { name: 'Ines Varga' } },
      ],
      ['are nobody when there is only the address', author('ines@blog.example'), { author: undefined }],
      [
        'keep what stands in brackets otherwise',
        author('Ines Varga (editor)'),
        { author: { name: 'Ines Varga (editor)' } },
      ],
      ['are never an address in brackets', author('Ines (ines@blog.example)'), { author: { name: 'Ines' } }],
    ],
    rss,
  );

  it('are no e-mail address in Atom either', async () => {
    const post = await one(
      atom(
        '<link href="/a"/><author><name>ines@blog.example</name></author>',
        '<author><name>The team</name></author>',
      ),
    );
    expect(post.author).to.deep.equal({ name: 'The team' });
  });

  it('are found in a millisecond in a megabyte of brackets', async () => {
    const start = performance.now();
    await one(rss(author('@('.repeat(500_000))));
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});

describe('comment counts', () => {
  const SPACES =
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:thr="http://purl.org/syndication/thread/1.0"';
  const counts = async (text: string): Promise<unknown> => (await one(text)).counts;
  it('slash:comments, thr:total, thr:count of the replies', async () => {
    expect(await counts(rss(`${LINK}<slash:comments>12</slash:comments>`, '', SPACES))).to.deep.equal({ comments: 12 });
    expect(await counts(atom('<link href="/a"/><thr:total>0</thr:total>', '', SPACES))).to.deep.equal({ comments: 0 });
    expect(
      await counts(atom('<link href="/a"/><link rel="replies" thr:count="7" href="/c"/>', '', SPACES)),
    ).to.deep.equal({ comments: 7 });
  });

  it('what is no number is not known: many, -1, 1e3', async () => {
    for (const junk of ['many', '-1', '1e3', '', '12 comments'])
      expect(await counts(rss(`${LINK}<slash:comments>${junk}</slash:comments>`, '', SPACES)), junk).to.equal(
        undefined,
      );
  });

  it('RSS has <comments> with the address of the page: no count', async () => {
    expect(await counts(rss(`${LINK}<comments>https://blog.example/a/#comments</comments>`))).to.equal(undefined);
  });
});

describe('summaries', () => {
  table(
    [
      [
        'come from the content where the description is empty',
        `${LINK}<description></description><content:encoded><![CDATA[<p>Soup.</p>]]></content:encoded>`,
        { summary: 'Soup.' },
      ],
      [
        'leave out scripts and styles',
        `${LINK}<description><![CDATA[<style>p{}</style><p>One</p><script>two()</script><p>three</p>]]></description>`,
        { summary: 'One three' },
      ],
    ],
    (item) => rss(item, '', 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'),
  );
  it('of inline markup leave out scripts and styles as well', async () => {
    const div =
      '<div xmlns="http://www.w3.org/1999/xhtml"><style>p{}</style><p>O<b>n</b>e</p><script>two()</script><p>three</p></div>';
    expect((await one(atom(`<title>A</title><content type="xhtml">${div}</content>`))).summary).to.equal('One three');
  });
  it('come out of 200,000 inline elements beside one another', async () => {
    const div = `<div xmlns="http://www.w3.org/1999/xhtml">${'<b/>x'.repeat(200_000)}</div>`;
    expect((await one(atom(`<title>A</title><content type="xhtml">${div}</content>`))).summary).to.have.length(200_000);
  });
});

describe('namespaces', () => {
  it('count, not prefixes: a10:updated is Atom', async () => {
    const item = `${LINK}<a10:updated>2024-03-05T07:05:00Z</a10:updated>`;
    expect((await one(rss(item, '', 'xmlns:a10="http://www.w3.org/2005/Atom"'))).updated).to.equal(
      '2024-03-05T07:05:00.000Z',
    );
  });
  it('may have a prefix at the root', async () => {
    const text = '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title></a:entry></a:feed>';
    expect(await titleOf(text)).to.equal('A');
  });
  it('may be missing altogether', async () => {
    expect(await titleOf('<feed><entry><title>A</title><link href="/a"/></entry></feed>')).to.equal('A');
    expect(
      await titleOf('<?xml version="1.0"?>\n<!-- x -->\n<feed version="0.3"><entry><title>A</title></entry></feed>'),
    ).to.equal('A');
    expect((await one(rss(`${LINK}<dc:creator>Ines</dc:creator>`))).author).to.deep.equal({ name: 'Ines' });
  });
  it('of RSS 2.0 that somebody invented do no harm', async () => {
    expect(
      await titleOf(
        '<rss version="2.0" xmlns="http://backend.userland.com/RSS2"><channel><item><title>A</title></item></channel></rss>',
      ),
    ).to.equal('A');
  });
});

it('an Object.prototype that somebody has filled changes nothing', async () => {
  const text = atom('<title>Fish &amp;amp; chips</title><link href="/a"/><link rel="enclosure" href="/a.mp3"/>');
  const clean = await one(text);
  const polluted = Object.prototype as Record<string, unknown>;
  Object.assign(polluted, {
    type: 'image',
    rel: 'self',
    medium: 'image',
    mode: 'escaped',
    src: 'x',
    'xml:base': 'https://evil.example/',
  });
  try {
    expect(await one(text)).to.deep.equal(clean);
  } finally {
    for (const name of ['type', 'rel', 'medium', 'mode', 'src', 'xml:base']) delete polluted[name];
  }
});
