import { expect } from 'chai';
import '../../components/comment-count.ts';
import '../../components/comments.ts';
import '../../components/latest-comments.ts';
import type { DogearedLatestComments } from '../../components/latest-comments.ts';
import { $, at, frame, open, part, parts, put, seen, texts, until } from './helpers.ts';
import { $$, bodies, Desk, plain, read, readAll, readFrom, said, several, Shelf, type Thread } from './threads.ts';

const RUN = 'window.hacked = true';
const MARKUP = `<img src=x onerror="${RUN}"><script>${RUN}</script></li></ol>"'><b>bold</b><dogeared-recent slot=after>`;
const ADDRESSES = [
  `javascript:${RUN}`,
  `JaVa\tScript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://blog.example/x',
  'https://user:secret@blog.example/',
];
const IDS = [
  '__proto__',
  'constructor',
  'toString',
  'heading',
  '#heading',
  '"><b>x',
  "a' or b",
  '[part=list]',
  ':scope > *',
  '%',
  '%E0%A4%A',
  '\ud800',
  'a\u0000b',
  '../../x?y#z',
  ' ',
  'x'.repeat(100_000),
];

afterEach(() => {
  expect(window).not.to.have.property('hacked');
  expect({}).not.to.have.property('polluted');
});

const PARTS =
  'A ARTICLE BDI BR BUTTON DIV EM FOOTER H3 HEADER LABEL LI OL OPTION P SECTION SELECT SLOT SPAN STRONG TIME'.split(
    ' ',
  );

/** Only what we draw ourselves, with text in it, and links that are links. */
function safe(thread: Element): void {
  for (const element of thread.shadowRoot!.querySelectorAll('*')) {
    expect(PARTS).to.include(element.tagName);
    for (const { name, value } of element.attributes) {
      expect(name).not.to.match(/^(on|style|slot|is$|data-|formaction|target)/);
      if (/href|src/.test(name)) expect(value).to.match(/^https?:\/\/[^@]*$/);
    }
  }
}

/** A comment whose every field is somebody else's idea. */
const evil = (text: string, url: string, id = text): unknown => ({
  id,
  author: { name: text, url, avatar: url, badge: text },
  body: 'Body',
  published: text,
  url,
  votes: { up: text, down: -1 },
  source: text,
  post: { url, title: text },
  __proto__: { polluted: true },
});

describe('hostile comments', () => {
  for (const [what, text] of [
    ['markup', MARKUP],
    ['directional overrides', 'safe\u202egpj.exe\u202c\u2066x\u2069'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u0085e\u200ff'],
    ['a text of 200,000 letters', 'w'.repeat(200_000)],
    ['a letter with 50,000 marks', 'a' + '\u0301'.repeat(50_000)],
    ['__proto__', '__proto__'],
    ['template syntax', '${alert(1)} {{x}} <!--?lit$1$--> {n} {name} $& $1'],
  ] as const) {
    it(`show ${what} as text`, async () => {
      const thread = await readAll([evil(text, 'https://blog.example/x/')]);
      safe(thread);
      expect(thread.shadowRoot!.textContent).not.to.match(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u);
      for (const shown of [texts(thread, 'author')[0]!, texts(thread, 'badge')[0]!])
        expect(shown.length).to.be.greaterThan(0).and.lessThan(1500);
      if (text === MARKUP) expect(MARKUP.startsWith(texts(thread, 'author')[0]!.slice(0, -1))).to.equal(true);
    });

    it(`show ${what} as text in a list of the latest`, async () => {
      put('<dogeared-latest-comments></dogeared-latest-comments>');
      const list = Object.assign($<DogearedLatestComments>('dogeared-latest-comments'), {
        comments: [evil(text, 'https://blog.example/x/')],
      });
      await until('the list', () => part(list, 'item'));
      safe(list);
      expect(list.shadowRoot!.textContent).not.to.match(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u);
    });
  }

  for (const url of ADDRESSES)
    for (const [how, show] of [
      ['the property', (comments: unknown[]) => readAll(comments, 'avatars')],
      ['an object', (comments: unknown[]) => readFrom(new Shelf(comments as never), 'avatars')],
      [
        'an object that answers what was sent',
        async (comments: unknown[]) => {
          const desk = new Desk();
          desk.post = () => Promise.resolve(comments[0] as never);
          const thread = await readFrom(desk, 'avatars');
          const form = thread.shadowRoot!.querySelector('form')!;
          for (const name of ['name', 'body']) {
            const field = form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
            field.value = 'x';
            field.dispatchEvent(new Event('input'));
          }
          form.requestSubmit();
          await until('it is there', () => part(thread, 'author'));
          return thread;
        },
      ],
    ] as const)
      it(`from ${how}: ${JSON.stringify(url)} is no link and no picture`, async () => {
        const thread = await show([evil('Name', url, '1')]);
        const links = $$<HTMLAnchorElement>(thread, 'a:not([part=permalink])').map(({ href }) => href);
        const pictures = $$<HTMLImageElement>(thread, 'img').map(({ src }) => src);
        const fine = url.startsWith('https') ? ['https://blog.example/'] : [];
        expect([links, pictures]).to.deep.equal([fine, fine]);
      });

  for (const id of IDS) {
    const name = JSON.stringify(id.slice(0, 30));
    it(`have ids such as ${name}, are found by them, and have answers`, async () => {
      const thread = await readFrom(
        new Desk([
          said(id, { author: { name: 'First' } }, 9),
          said('reply', { parentId: id, author: { name: 'Second' } }, 8),
        ]),
      );
      safeWithForm(thread);
      expect(texts(thread, 'author')).to.deep.equal(['First', 'Second']);
      expect(bodies(thread)).to.have.length(2);
      const [link] = parts<HTMLAnchorElement>(thread, 'permalink');
      expect(link!.pathname).to.equal(location.pathname);
      part(thread, 'toggle')?.click();
      await until('it is closed', () => id === ' ' || parts(thread, 'author').length === 1);
      parts(thread, 'reply')[0]!.click();
      await until('a form', () => parts(thread, 'form').length === 2);
      expect(thread.shadowRoot!.getElementById('heading')!.getAttribute('part')).to.equal('heading');
    });
  }

  /** As `safe`, with a form. */
  function safeWithForm(thread: Element): void {
    for (const element of thread.shadowRoot!.querySelectorAll('[href]'))
      expect(element.getAttribute('href')).to.match(/^https?:\/\//);
    expect($$(thread, 'b, script, img')).to.deep.equal([]);
  }

  it('with one id are one comment', async () => {
    const thread = await readAll([said('1'), said('1', { body: 'Other' }, 5), said('1', {}, 50)]);
    expect(parts(thread, 'item')).to.have.length(1);
    expect(plain(part(thread, 'heading'))).to.equal('1 comment');
  });

  it('that answer themselves, each other, or nobody are all there', async () => {
    const thread = await readAll([
      said('1', { parentId: '1' }, 9),
      said('2', { parentId: '3' }, 8),
      said('3', { parentId: '2' }, 7),
      said('4', { parentId: 'nobody' }, 6),
    ]);
    expect(parts(thread, 'item')).to.have.length(4);
    for (const id of ['1', '2', '3', '4']) expect(await thread.reveal(id)).to.equal(true);
  });

  for (const published of [
    'yesterday',
    '-271821-04-20T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    8.64e15,
    -1,
    {},
    '0000-00-00',
    '9999-12-31T23:59:59Z',
  ])
    it(`of the date ${JSON.stringify(published)} are shown`, async () => {
      const thread = await readAll([said('1', { published: published as string })]);
      expect(bodies(thread)).to.deep.equal(['Comment 1']);
      expect(thread.shadowRoot!.textContent).not.to.match(/Invalid|NaN/);
    });

  for (const votes of ['9', [], { up: -5, down: 1e300 }, { up: NaN, down: Infinity }, 1e9, -3.7, null])
    it(`with votes of ${JSON.stringify(votes)} are shown`, async () => {
      const thread = await readAll([said('1', { votes: votes as never })], 'fold-below="-1e9"');
      expect(thread.shadowRoot!.textContent).not.to.match(/NaN|∞|Infinity|-\d/);
    });

  it('that are none are left out', async () => {
    const junk = [null, 1, 'x', [], {}, { id: '1' }, { body: 5 }, { author: 'x' }, () => 1, Symbol('x')];
    expect(bodies(await readAll([...junk, said('1')]))).to.deep.equal(['Comment 1']);
  });

  it('cannot bring elements of ours, or take a slot', async () => {
    const body =
      '<dogeared-recent src="/feed.xml"></dogeared-recent><p slot="after" part="list" id="heading">x</p><slot name="heading">y</slot>';
    const thread = await readAll([said('1', { body }, 9), said('2', { html: body }, 8)]);
    expect($$(thread, 'dogeared-recent, .body slot, .body [slot], .body [part], .body [id]')).to.deep.equal([]);
    expect(plain($$(thread, '.body')[0])).to.contain('<dogeared-recent src="/feed.xml">');
  });

  it('from JSON in the tag or at an address pollute nothing', async () => {
    const body =
      '{"__proto__":{"polluted":1},"comments":[{"id":"1","body":"x","__proto__":{"polluted":1},"author":{"__proto__":{"name":"y","polluted":1}}}]}';
    const src = at('c.json', { type: 'application/json', body });
    safe(await read(`<dogeared-comments><script type="application/json">${body}</script></dogeared-comments>`));
    safe(await read(`<dogeared-comments src="${src}"></dogeared-comments>`));
  });

  it('on a page that pollutes Object.prototype are the same', async () => {
    const bad = {
      url: 'https://evil.example/',
      name: 'Evil',
      html: '<b>evil</b>',
      parentId: '1',
      pinned: true,
      status: 'deleted',
      next: 'evil',
      badge: 'evil',
      canPost: true,
      closed: true,
      depth: 5,
    };
    Object.assign(Object.prototype, bad);
    try {
      const thread = await read('<dogeared-comments lang="en"></dogeared-comments>', {
        comments: [
          { id: '1', body: 'One', author: {} },
          { id: '2', body: 'Two' },
        ],
      });
      expect(bodies(thread).sort()).to.deep.equal(['One', 'Two']);
      expect(thread.shadowRoot!.textContent).not.to.match(/evil/i);
      expect(parts(thread, 'more')).to.have.length(0);
    } finally {
      for (const name of Object.keys(bad)) Reflect.deleteProperty(Object.prototype, name);
    }
  });
});

describe('a page that resets everything with `* { all: unset !important }`', () => {
  it('shows comments that can be read and answered', async () => {
    const page = await open('/test/pages/hostile-comments.html');
    const thread = page.document.querySelector<Thread>('dogeared-comments')!;
    await until('the comments', () => thread.state === 'ready' && !thread.isUpdatePending);
    await frame();
    const articles = parts(thread, 'comment');
    expect(articles).to.have.length(3);
    const rows = articles.map((node) => node.getBoundingClientRect());
    for (const [nth, row] of rows.entries()) {
      expect(seen(articles[nth]!)).to.equal(true);
      expect(row.width).to.be.greaterThan(200);
      expect(row.height).to.be.greaterThan(40);
      if (nth) expect(row.top).to.be.at.least(rows[nth - 1]!.bottom);
    }
    expect(seen(page.document.querySelector('b')), 'the fallback is out of the way').to.equal(false);
    expect((page as unknown as { said: string[] }).said).to.deep.equal([]);
  });
});

describe('enormous numbers', () => {
  for (const limit of ['0', '-5', '1e99', 'Infinity', 'NaN', '2.7'])
    it(`limit="${limit}" shows comments`, async () => {
      const thread = await readAll(several(3));
      thread.limit = limit;
      await thread.refresh();
      expect(bodies(thread)).to.deep.equal(['Comment 1', 'Comment 2', 'Comment 3']);
    });

  for (const total of [-1, 1e300, NaN, '5', 2.5])
    it(`a total of ${String(total)} is no number of comments`, async () => {
      const thread = await readFrom(new Shelf(several(3), { total: total as number }));
      expect(plain(part(thread, 'heading'))).to.equal('3 comments');
    });
});
