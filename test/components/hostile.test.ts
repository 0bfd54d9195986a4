import { expect } from 'chai';
import '../../components/index.ts';
import type { DogearedList } from '../../components/list.ts';
import { at, json, parts, shown, TAGS, titles } from './helpers.ts';

const RUN = 'window.hacked = true';
const MARKUP = `<img src=x onerror="${RUN}"><script>${RUN}</script><svg onload="${RUN}"></svg></li></ol>"'><b>bold</b>`;
const BIDI = 'safe\u202egpj.exe\u202c\u2066x\u2069';
const CONTROL = 'a\u0000b\u0007c\u001bd\u0085e\u200ff';
const HUGE = 'w'.repeat(200_000);
const ADDRESSES = [
  `javascript:${RUN}`,
  `JaVa\tScript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:x`,
  'file:///etc/passwd',
  'blob:https://blog.example/x',
];

/** A post whose every field is somebody else's idea. */
const post = (text: string, url: unknown = 'https://blog.example/x/'): Record<string, unknown> => ({
  id: text,
  url,
  title: text,
  published: '2026-11-16',
  summary: text,
  author: { name: text, url },
  tags: [text, text],
  image: { url, alt: text },
  counts: { views: 3, likes: text, comments: -1, shares: NaN, rating: { average: text, count: 1 } },
  windows: { [text]: { views: 1 }, __proto__: { polluted: true } },
  __proto__: { polluted: true },
});

const ELEMENTS = 'SLOT DIV OL LI A TIME BDI P IMG'.split(' ');
const ATTRIBUTES =
  'alt aria-busy aria-hidden aria-current class datetime decoding dir href loading name part referrerpolicy role src'.split(
    ' ',
  );

/** Only what we draw ourselves, with text in it. */
function safe(list: DogearedList): void {
  for (const element of list.shadowRoot!.querySelectorAll('*')) {
    expect(ELEMENTS).to.include(element.tagName);
    for (const { name, value } of element.attributes) {
      expect(ATTRIBUTES, `${element.tagName} ${name}`).to.include(name);
      if (name === 'href' || name === 'src') expect(value).to.match(/^https?:\/\//);
    }
  }
  expect(window).not.to.have.property('hacked');
  expect({}).not.to.have.property('polluted');
}

const SHOW = 'show="date author image count reason excerpt tags"';
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const cdata = (text: string): string => `<![CDATA[${text}]]>`;

/** The same post as a feed has it. */
const feed = (text: string, url: string): string => {
  const address = escape(url).replace(/"/g, '&quot;');
  return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>
    <title>${escape(escape(text))}</title><link>${address}</link><guid>${address}</guid>
    <pubDate>Mon, 16 Nov 2026 08:30:00 +0000</pubDate><dc:creator>${cdata(text)}</dc:creator>
    <category>${cdata(text)}</category><description>${cdata(text)}</description>
    <enclosure url="${address}" type="image/png" length="1"/></item></channel></rss>`;
};

describe('hostile posts', () => {
  for (const tag of TAGS)
    for (const [what, text] of [
      ['markup', MARKUP],
      ['directional overrides', BIDI],
      ['control characters', CONTROL],
      ['a text of 200,000 letters', HUGE],
      ['__proto__', '__proto__'],
      ['template syntax', '${alert(1)} {{x}} <!--?lit$1$--> {n}'],
    ] as const)
      it(`<${tag}> shows ${what} as text`, async () => {
        const list = await shown(`<${tag} ${SHOW} limit="1"></${tag}>`, { posts: [post(text)] });
        safe(list);
        const [title = ''] = titles(list);
        expect(title.length).to.be.greaterThan(3);
        expect(list.shadowRoot!.textContent).not.to.match(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u);
        if (text === MARKUP) expect(title).to.equal(MARKUP);
      });

  for (const url of ADDRESSES) {
    it(`from the property: ${JSON.stringify(url)} is no link and no picture`, async () => {
      const list = await shown(`<dogeared-recent ${SHOW}></dogeared-recent>`, { posts: [post('Title', url)] });
      safe(list);
      expect(titles(list)).to.deep.equal(['Title']);
      expect(Boolean(list.shadowRoot!.querySelector('[href], [src]'))).to.equal(false);
    });

    it(`from a template: ${JSON.stringify(url)} is no link and no picture`, async () => {
      const template = '<template><a data-href data-text="title"></a><img data-src alt=""></template>';
      const list = await shown(`<dogeared-recent>${template}</dogeared-recent>`, { posts: [post(MARKUP, url)] });
      expect(Boolean(list.shadowRoot!.querySelector('[href], [src], b, script, svg'))).to.equal(false);
      expect(window).not.to.have.property('hacked');
    });

    it(`from JSON: ${JSON.stringify(url)} is no link and no picture`, async () => {
      const list = await shown(`<dogeared-recent ${SHOW} src="${json([post('Title', url)])}"></dogeared-recent>`);
      safe(list);
      expect(Boolean(list.shadowRoot!.querySelector('[href], [src]'))).to.equal(false);
    });

    // What no XML can hold, or what XML makes a space of.
    if (!/[\u0001\t]/.test(url))
      it(`from a feed: ${JSON.stringify(url)} is no link and no picture`, async () => {
        const src = at('feed.xml', { body: feed('Title', url) });
        const list = await shown(`<dogeared-recent ${SHOW} src="${src}"></dogeared-recent>`);
        safe(list);
        expect(titles(list)).to.deep.equal(['Title']);
        expect(Boolean(list.shadowRoot!.querySelector('[href], [src]'))).to.equal(false);
      });
  }

  it('markup in a feed is text', async () => {
    const src = at('feed.xml', { body: feed(MARKUP, 'https://blog.example/x/') });
    const list = await shown(`<dogeared-recent ${SHOW} src="${src}"></dogeared-recent>`);
    safe(list);
    expect(titles(list)).to.have.length(1);
  });

  it('JSON inside the tag pollutes nothing', async () => {
    const body =
      '{"__proto__":{"polluted":1},"posts":[{"title":"X","url":"/x/","__proto__":{"polluted":1},"counts":{"__proto__":{"views":5}}}]}';
    const list = await shown(
      `<dogeared-recent ${SHOW}><script type="application/json">${body}</script></dogeared-recent>`,
    );
    safe(list);
    expect(titles(list)).to.deep.equal(['X']);
    expect(parts(list, 'count')).to.have.length(0);
  });

  it('counts pollute nothing, and count only where they are numbers', async () => {
    const body =
      '{"__proto__":{"polluted":1},"constructor":5,"/x/":"<b>9</b>","https://blog.example/x/":{"views":{"a":1}}}';
    const counts = at('counts', { type: 'application/json', body });
    const list = await shown(`<dogeared-favorites ${SHOW} counts-src="${counts}"></dogeared-favorites>`, {
      posts: [post('X')],
    });
    safe(list);
    expect(parts(list, 'count').map(({ textContent }) => textContent)).to.deep.equal(['3 views']);
  });

  it('user names and passwords are not in links', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', {
      posts: [post('X', 'https://user:secret@blog.example/x/')],
    });
    expect(parts<HTMLAnchorElement>(list, 'title')[0]?.href).to.equal('https://blog.example/x/');
  });

  it('a page that pollutes Object.prototype changes nothing', async () => {
    const bad = {
      url: 'https://evil.example/',
      title: 'Evil',
      limit: 1,
      image: 'https://evil.example/x.png',
      tags: ['evil'],
      views: 9,
    };
    Object.assign(Object.prototype, bad);
    try {
      const list = await shown(`<dogeared-favorites ${SHOW}></dogeared-favorites>`, {
        posts: [{ title: 'X', published: '2026-11-16' }, { title: 'Y' }],
      });
      expect(titles(list)).to.deep.equal(['X', 'Y']);
      expect(list.shadowRoot!.textContent).not.to.match(/evil/i);
      expect(list.shadowRoot!.querySelectorAll('[href], [src]')).to.have.length(0);
    } finally {
      for (const name of Object.keys(bad)) Reflect.deleteProperty(Object.prototype, name);
    }
  });

  it('things that are no posts are left out', async () => {
    const junk = [null, 1, 'x', [], {}, { title: 5 }, { url: {} }, { title: '' }, () => 1, Symbol('x')];
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: [...junk, post('X')] });
    expect(titles(list)).to.deep.equal(['X']);
  });

  for (const posts of ['<b>', 5, { posts: 'x' }, { length: 3 }, true])
    it(`posts = ${JSON.stringify(posts)} is an empty list`, async () => {
      expect((await shown('<dogeared-recent></dogeared-recent>', { posts })).state).to.equal('empty');
    });
});
