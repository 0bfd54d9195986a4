import { expect } from 'chai';
import { html } from 'lit';
import '../../components/index.ts';
import type { Item } from '../../components/item.ts';
import type { DogearedList } from '../../components/list.ts';
import {
  $,
  at,
  few,
  json,
  part,
  parts,
  seen,
  settled,
  show,
  shown,
  TAGS,
  texts,
  titles,
  told,
  until,
} from './helpers.ts';

const FEED = 'fixtures/engines/wordpress/feed.rss2.xml';
const FALLBACK = '<ul><li><a href="/old/">An old post</a></li></ul>';
const custom = CSS.supports('selector(:state(ready))');

/** By eye, from the file: the newest five. */
const NEWEST = [
  'Winter berths',
  'Soup for fog',
  'Protected: Members only',
  'The ferry timetable as JSON',
  'A very long title about a very short walk from the fish market past the chandlery and the closed cinema to the end of the pier and back again before the rain',
];

const post = (more: object): object => ({
  url: 'https://blog.example/x/',
  title: 'X',
  published: '2026-11-16',
  ...more,
});

describe('where posts come from', () => {
  for (const tag of TAGS) {
    it(`<${tag}> reads a feed that WordPress wrote`, async () => {
      const list = await shown(`<${tag} src="${at(FEED)}" limit="2"></${tag}>`);
      expect(list.shown).to.have.length(2);
      expect(titles(list)).to.include(tag === 'dogeared-recent' ? 'Winter berths' : titles(list)[0]!);
      expect(list.shown!.every((url) => url.startsWith('http://localhost:8081/20'))).to.equal(true);
    });

    for (const [where, source, properties] of [
      ['JSON at an address', `src="${json({ posts: few() })}"`, {}],
      ['JSON inside the tag', '', {}],
      ['its property `posts`', '', { posts: few() }],
    ] as const)
      it(`<${tag}> takes ${where}`, async () => {
        const inside = JSON.stringify(few());
        const script = source || 'posts' in properties ? '' : `<script type="application/json">${inside}</script>`;
        const list = await shown(`<${tag} limit="3" ${source}>${script}</${tag}>`, properties);
        expect(titles(list).sort()).to.deep.equal(['A', 'B', 'C']);
      });
  }

  it('follows its attributes and properties', async () => {
    const list = await shown(`<dogeared-recent src="${at(FEED)}"></dogeared-recent>`);
    expect(titles(list)).to.deep.equal(NEWEST);
    list.setAttribute('src', json(few(2)));
    await until('the other source', () => titles(list).length === 2);
    expect(titles(list)).to.deep.equal(['A', 'B']);
    list.posts = few(1);
    await list.updateComplete;
    expect(titles(list)).to.deep.equal(['A']);
    list.posts = null;
    await list.updateComplete;
    expect(titles(list)).to.deep.equal(['A', 'B']);
  });

  it('keeps the old list until the new source has answered', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few() });
    list.posts = null;
    list.src = at('feed.xml', { delay: 80 });
    await list.updateComplete;
    expect(titles(list)).to.deep.equal(['A', 'B', 'C']);
    await until('the new list', () => titles(list)[0] === 'Post 1');
  });

  it('says that the JSON inside the tag is broken, and shows the fallback', async () => {
    const list = await shown(
      `<dogeared-recent><script type="application/json">[{]</script>${FALLBACK}</dogeared-recent>`,
    );
    expect(list.state).to.equal('failed');
    expect(seen($('ul'))).to.equal(true);
    expect(told()).to.deep.equal(['<dogeared-recent>: the JSON inside the tag is broken; showing the fallback.']);
  });

  it('takes the format from the attribute', async () => {
    const src = json([{ title: 'Ours', url: '/x/', meta: 1 }]);
    const list = await shown(`<dogeared-recent src="${src}" format="dogeared"></dogeared-recent>`);
    expect(titles(list)).to.deep.equal(['Ours']);
  });
});

describe('states', () => {
  const ROWS = [
    ['idle', () => show(`<dogeared-recent>${FALLBACK}</dogeared-recent>`), true],
    [
      'loading',
      () => show(`<dogeared-recent src="${at('feed.xml', { delay: 400 })}">${FALLBACK}</dogeared-recent>`),
      true,
    ],
    ['ready', () => show(`<dogeared-recent>${FALLBACK}</dogeared-recent>`, { posts: few() }), false],
    ['empty', () => show(`<dogeared-recent>${FALLBACK}</dogeared-recent>`, { posts: [] }), true],
    ['failed', () => show(`<dogeared-recent src="${at('x', { status: 404 })}">${FALLBACK}</dogeared-recent>`), true],
  ] as const;

  for (const [state, make, fallback] of ROWS) {
    const told_ = state === 'failed' ? 1 : 0;
    it(`is ${state}: as property and attribute, with the fallback ${fallback ? 'to be seen' : 'out of the way'}`, async () => {
      const list = await settled(make(), state);
      expect(list.getAttribute('state')).to.equal(state);
      expect(seen($('ul'))).to.equal(fallback);
      expect(seen(part(list, 'list'))).to.equal(state === 'ready');
      expect(told()).to.have.length(told_);
    });

    (custom ? it : it.skip)(`is ${state}: as :state(${state})`, async () => {
      const list = await settled(make(), state);
      expect(ROWS.map(([name]) => name).filter((name) => list.matches(`:state(${name})`))).to.deep.equal([state]);
      told();
    });
  }

  it('tells those who hear the page that it is busy', async () => {
    const list = show(`<dogeared-recent src="${at('feed.xml', { delay: 300 })}"></dogeared-recent>`);
    await settled(list, 'loading');
    expect(Boolean(list.shadowRoot!.querySelector('[aria-busy=true]'))).to.equal(true);
    await settled(list, 'ready');
    expect(Boolean(list.shadowRoot!.querySelector('[aria-busy=true]'))).to.equal(false);
  });

  it('says that there are no posts yet, where the owner says nothing', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: [] });
    expect(part(list, 'note')?.textContent).to.equal('No posts yet');
  });

  it('goes from idle to ready and back', async () => {
    const list = await settled(show(`<dogeared-recent>${FALLBACK}</dogeared-recent>`), 'idle');
    list.posts = few();
    await settled(list, 'ready');
    list.posts = undefined;
    await settled(list, 'idle');
    expect(seen($('ul'))).to.equal(true);
    expect(list.shown).to.deep.equal([]);
  });
});

describe('slots', () => {
  const slots = ['heading', 'before', 'after', 'empty', 'failed'];
  const inside = slots.map((name) => `<p slot="${name}" class="${name}">${name}</p>`).join('');
  const visible = (): string[] => slots.filter((name) => seen($(`.${name}`)));
  const html_ = (source = ''): string => `<dogeared-recent ${source}>${inside}<i>old</i></dogeared-recent>`;

  it('shows heading, before and after around a list, in this order', async () => {
    const list = await shown(html_(), { posts: few() });
    expect(visible()).to.deep.equal(['heading', 'before', 'after']);
    const tops = [$('.heading'), $('.before'), part(list, 'list')!, $('.after')].map(
      (element) => element.getBoundingClientRect().top,
    );
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
  });

  it('shows heading and empty when there are no posts', async () => {
    await shown(html_(), { posts: [] });
    expect(visible()).to.deep.equal(['heading', 'empty']);
  });

  it('shows heading and failed when the source cannot be read', async () => {
    await shown(html_(`src="${at('x', { status: 404 })}"`));
    expect(visible()).to.deep.equal(['heading', 'failed']);
    expect(told()).to.have.length(1);
  });
});

describe('heading', () => {
  it('is of level 2, or as the owner says', async () => {
    const list = await shown('<dogeared-recent heading="New here"></dogeared-recent>', { posts: few() });
    const level = (): string | null | undefined => part(list, 'heading')?.ariaLevel;
    expect([part(list, 'heading')?.textContent, part(list, 'heading')?.role, level()]).to.deep.equal([
      'New here',
      'heading',
      '2',
    ]);
    list.setAttribute('heading-level', '3');
    await list.updateComplete;
    expect(level()).to.equal('3');
  });

  it('names the list', async () => {
    const list = await shown('<dogeared-recent heading="New here"></dogeared-recent>', { posts: few() });
    expect(part(list, 'list')?.getAttribute('aria-labelledby')).to.equal(part(list, 'heading')?.id);
  });

  it('is not there when the owner names none', async () => {
    expect(parts(await shown('<dogeared-recent></dogeared-recent>', { posts: few() }), 'heading')).to.have.length(0);
  });
});

describe('show', () => {
  const full = post({
    author: { name: 'Mira' },
    summary: 'One pot, four people.',
    tags: ['fog', 'food'],
    counts: { comments: 1 },
    image: { url: 'https://blog.example/x.jpg', alt: 'A pot' },
  });
  const ROWS = [
    ['date', 'Nov 16, 2026'],
    ['author', 'Mira'],
    ['excerpt', 'One pot, four people.'],
    ['tags', 'fog, food'],
    ['count', '1 comment'],
    ['reason', '1 comment'],
  ] as const;

  for (const [name, text] of ROWS)
    it(`show="${name}" adds it to the title`, async () => {
      const list = await shown(`<dogeared-favorites lang="en-US" by="comments" show="${name}"></dogeared-favorites>`, {
        posts: [full],
      });
      expect(texts(list, name)).to.deep.equal([text]);
      for (const [other] of ROWS) expect(texts(list, other)).to.have.length(other === name ? 1 : 0);
    });

  it('show="image" adds a picture with its alternative text', async () => {
    const list = await shown('<dogeared-recent show="image"></dogeared-recent>', {
      posts: [post({ image: { url: '/test/pages/picture.svg', alt: 'A pot' } })],
    });
    const picture = part<HTMLImageElement>(list, 'image')!;
    expect([picture.src, picture.alt]).to.deep.equal([`${location.origin}/test/pages/picture.svg`, 'A pot']);
    expect([picture.loading, picture.referrerPolicy]).to.deep.equal(['lazy', 'no-referrer']);
  });

  it('show="date" carries the moment for machines', async () => {
    const list = await shown('<dogeared-recent show="date"></dogeared-recent>', { posts: [full] });
    expect(part<HTMLTimeElement>(list, 'date')?.dateTime).to.equal('2026-11-16T00:00:00.000Z');
  });

  it('shows the date of the update in an order by updates', async () => {
    const list = await shown('<dogeared-recent lang="en-US" show="date" order="updated"></dogeared-recent>', {
      posts: [post({ updated: '2026-11-20T12:00:00Z' })],
    });
    expect(texts(list, 'date')).to.deep.equal(['Nov 20, 2026']);
  });

  it('shows several, and nothing for what a post has not', async () => {
    const list = await shown('<dogeared-recent show="date author, excerpt tags count"></dogeared-recent>', {
      posts: [full, { title: 'Bare', url: '/bare/' }],
    });
    expect(texts(list, 'author')).to.deep.equal(['Mira']);
    expect(parts(list, 'title')).to.have.length(2);
    expect(parts(list, 'excerpt')).to.have.length(1);
  });

  it('shows the beginning of a post that has no title', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', {
      posts: [{ url: 'https://blog.example/x/', summary: 'A note without a title.' }],
    });
    expect(titles(list)).to.deep.equal(['A note without a title.']);
  });

  it('links the title', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: [full, { title: 'Nowhere' }] });
    expect(parts<HTMLAnchorElement>(list, 'title').map(({ href }) => href)).to.deep.equal([
      'https://blog.example/x/',
      '',
    ]);
  });
});

describe('layout', () => {
  const lefts = (list: Element): number =>
    new Set(parts(list, 'item').map((item) => Math.round(item.getBoundingClientRect().left))).size;

  it('is one column, or with grid and cards as many as there is room for', async () => {
    const list = await shown('<dogeared-recent style="inline-size: 620px"></dogeared-recent>', { posts: few(4) });
    expect(lefts(list)).to.equal(1);
    for (const layout of ['grid', 'cards', 'list'] as const) {
      list.layout = layout;
      await list.updateComplete;
      expect(lefts(list), layout).to.equal(layout === 'list' ? 1 : 2);
    }
  });

  it('draws a border around cards only', async () => {
    const list = await shown('<dogeared-recent layout="cards"></dogeared-recent>', { posts: few(1) });
    const border = (): string => getComputedStyle(part(list, 'item')!).borderTopStyle;
    expect(border()).to.equal('solid');
    list.layout = 'grid';
    await list.updateComplete;
    expect(border()).to.equal('none');
  });
});

describe('rows of the owner', () => {
  const posts = [
    post({ title: 'Fish & <b>chips</b>', image: { url: 'https://blog.example/x.jpg' } }),
    { title: 'Nowhere' },
  ];

  it('fills a <template> with texts, addresses and pictures', async () => {
    const template = '<a data-href data-text="title"></a><img data-src alt=""><small data-text="date"></small>';
    const list = await shown(`<dogeared-recent lang="en-US"><template>${template}</template></dogeared-recent>`, {
      posts,
    });
    const [first, second] = parts(list, 'item');
    expect(first?.querySelector('a')?.textContent).to.equal('Fish & <b>chips</b>');
    expect(first?.querySelector('a')?.href).to.equal('https://blog.example/x/');
    expect(first?.querySelector('img')?.getAttribute('src')).to.equal('https://blog.example/x.jpg');
    expect(first?.querySelector('small')?.textContent).to.equal('Nov 16, 2026');
    expect(second?.querySelector('a')?.hasAttribute('href')).to.equal(false);
    expect(Boolean(second?.querySelector('img'))).to.equal(false);
  });

  it('leaves empty what a <template> names and no post has', async () => {
    const list = await shown(
      '<dogeared-recent><template><i data-text="constructor">x</i><i data-text="post">y</i></template></dogeared-recent>',
      { posts },
    );
    expect([...parts(list, 'item')[0]!.querySelectorAll('i')].map(({ textContent }) => textContent)).to.deep.equal([
      '',
      '',
    ]);
  });

  const ROWS = [
    ['text, which stays text', ({ title }: Item) => `<b>${title}</b>`, '<b>Fish & <b>chips</b></b>'],
    [
      'a node',
      ({ title }: Item) => Object.assign(document.createElement('u'), { textContent: title }),
      'Fish & <b>chips</b>',
    ],
    ['a Lit template', ({ title }: Item) => html`<u>${title}</u>`, 'Fish & <b>chips</b>'],
  ] as const;
  for (const [what, renderItem, text] of ROWS)
    it(`draws with renderItem: ${what}`, async () => {
      const list = await shown('<dogeared-recent></dogeared-recent>', { posts, renderItem });
      const item = parts(list, 'item')[0]!;
      expect(item.textContent).to.equal(text);
      expect(item.querySelectorAll('b')).to.have.length(0);
    });

  it('gives renderItem all there is to show', async () => {
    let item: Item | undefined;
    await shown('<dogeared-favorites lang="en-US" by="views"></dogeared-favorites>', {
      posts: [post({ author: 'Mira', summary: 'In short.', tags: ['a', 'b'], counts: { views: 2 } })],
      renderItem: (given: Item) => (item = given).title,
    });
    const { post: whole, ...rest } = item!;
    expect(whole.id).to.equal('https://blog.example/x/');
    expect(rest).to.deep.equal({
      title: 'X',
      date: 'Nov 16, 2026',
      author: 'Mira',
      excerpt: 'In short.',
      tags: 'a, b',
      count: '2 views',
      reason: '2 views',
    });
  });

  it('draws its own rows again when renderItem goes', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts, renderItem: () => 'mine' });
    expect(titles(list)).to.deep.equal([]);
    list.renderItem = undefined;
    await list.updateComplete;
    expect(titles(list)).to.deep.equal(['Fish & <b>chips</b>', 'Nowhere']);
  });
});

describe('rows that stay', () => {
  const rows = (list: DogearedList): string[] =>
    parts(list, 'item').map((item) =>
      [...item.querySelectorAll('a, time')].map(({ localName }) => localName).join(' '),
    );

  it('keep the focus when other posts come', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few() });
    const link = parts<HTMLElement>(list, 'title')[1]!;
    link.focus();
    list.posts = few(4).slice(1);
    await list.updateComplete;
    expect(titles(list)).to.deep.equal(['B', 'C', 'D']);
    expect(list.shadowRoot!.activeElement).to.equal(link);
  });

  it('are drawn anew when they show something else, and go when there are fewer posts', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few() });
    expect(rows(list)).to.deep.equal(['a', 'a', 'a']);
    list.show = 'date';
    await until('dates', () => rows(list).join() === 'a time,a time,a time');
    list.posts = few(1);
    await list.updateComplete;
    expect([titles(list), rows(list)]).to.deep.equal([['A'], ['a time']]);
    Object.assign(list, { show: null, posts: few(2) });
    await list.updateComplete;
    expect([titles(list), rows(list)]).to.deep.equal([
      ['A', 'B'],
      ['a', 'a'],
    ]);
  });

  it('lose their link with the post that had one', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few(1) });
    list.posts = [{ title: 'Nowhere' }];
    await list.updateComplete;
    expect(parts(list, 'title').map((title) => title.getAttribute('href'))).to.deep.equal([null]);
  });

  it('keep the text that a reader has selected when the same posts come again', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few() });
    const texts = (): (ChildNode | null)[] => parts(list, 'title').map((title) => title.firstChild);
    const before = texts();
    list.posts = few();
    await list.updateComplete;
    expect(texts().map((text, at) => text === before[at])).to.deep.equal([true, true, true]);
  });
});
