import { expect } from 'chai';
import '../../components/comments.ts';
import '../../components/latest-comments.ts';
import { COMMENT_FORM_LANGUAGES } from '../../components/comment-form-languages.ts';
import { COMMENT_LANGUAGES } from '../../components/comment-languages.ts';
import { frame, part, parts, seen, until } from './helpers.ts';
import {
  $$,
  article,
  atRest,
  button,
  chain,
  Desk,
  plain,
  putThread,
  read,
  readAll,
  readFrom,
  said,
  several,
  Shelf,
} from './threads.ts';

const root = document.documentElement;
afterEach(() => ['lang', 'dir', 'style'].forEach((name) => root.removeAttribute(name)));
const custom = CSS.supports('selector(:state(ready))');

describe('the state of comments', () => {
  for (const [state, act] of [
    ['idle', () => putThread('<dogeared-comments></dogeared-comments>')],
    [
      'loading',
      () => putThread('<dogeared-comments></dogeared-comments>', { source: { load: () => new Promise(() => 0) } }),
    ],
    ['ready', () => readAll(several(1))],
    ['empty', () => readAll([])],
  ] as const)
    it(`is ${state}: a property, an attribute, a custom state`, async () => {
      const thread = await atRest(await act(), state);
      expect(thread.getAttribute('state') ?? 'idle').to.equal(state);
      if (custom && state !== 'idle') expect(thread.matches(`:state(${state})`)).to.equal(true);
    });

  it('becomes ready with the first comment, and empty with the last', async () => {
    const desk = new Desk();
    const thread = await readFrom(desk);
    expect(thread.state).to.equal('empty');
    desk.comments = several(1);
    await thread.refresh();
    expect(thread.state).to.equal('ready');
    desk.comments = [];
    await thread.refresh();
    expect([thread.state, plain(part(thread, 'heading')), parts(thread, 'item').length]).to.deep.equal([
      'empty',
      'No comments',
      0,
    ]);
  });

  it('hidden, nothing is seen', async () => {
    const thread = await readAll(several(1));
    thread.hidden = true;
    expect(getComputedStyle(thread).display).to.equal('none');
  });
});

describe('the words of comments', () => {
  it('are those of the page: German', async () => {
    root.lang = 'de';
    const thread = await read('<dogeared-comments></dogeared-comments>', { source: new Desk(chain(2)) });
    const { default: words } = await COMMENT_LANGUAGES['de']!();
    expect(plain(part(thread, 'heading'))).to.equal('2 Kommentare');
    expect(plain(part(thread, 'date'))).to.equal('vor 4 Minuten');
    const { default: forWriters } = await COMMENT_FORM_LANGUAGES['de']!();
    expect(plain(part(thread, 'send'))).to.equal(forWriters.send);
    expect(forWriters.send).not.to.match(/comment/);
    expect(plain(part(thread, 'toggle'))).to.equal(words.hideReplies.one!.replace('{n}', '1'));
  });

  it('are those of the page: Arabic, from right to left', async () => {
    Object.assign(root, { lang: 'ar', dir: 'rtl' });
    const thread = await read('<dogeared-comments></dogeared-comments>', {
      source: new Desk([
        said('1', { author: { name: 'مريم' }, body: 'مرحبا' }, 9),
        said('2', { body: 'Hello', parentId: '1' }, 8),
      ]),
    });
    const [first, second] = parts(thread, 'comment').map((node) => node.getBoundingClientRect());
    expect(second!.right, 'answers stand further left').to.be.lessThan(first!.right - 10);
    const avatar = part(thread, 'avatar')!.getBoundingClientRect();
    expect(avatar.right).to.be.closeTo(first!.right, 1);
    const directions = $$(thread, '.body').map((node) => getComputedStyle(node).direction);
    expect(directions).to.deep.equal(['rtl', 'ltr']);
    expect(thread.shadowRoot!.textContent).to.match(/[\u0600-\u06ff]/);
    expect(thread.scrollWidth).to.be.at.most(thread.clientWidth);
  });

  it('can be replaced one by one, also later', async () => {
    const thread = await read('<dogeared-comments lang="en"></dogeared-comments>', {
      source: new Desk(several(2)),
      words: { reply: '<b>Answer</b>', count: { none: 'Silence', one: '{n} letter', other: '{n} letters' } },
    });
    expect(plain(part(thread, 'heading'))).to.equal('2 letters');
    expect(parts(thread, 'reply').map(plain)).to.deep.equal(['<b>Answer</b>', '<b>Answer</b>']);
    thread.words = undefined;
    await until('our words', () => plain(part(thread, 'reply')) === 'Reply');
    expect(plain(part(thread, 'heading'))).to.equal('2 comments');
  });

  for (const [lang, text] of [
    ['tlh', '2 comments'],
    ['not a language', '2 comments'],
    ['__proto__', '2 comments'],
    ['de-AT', '2 Kommentare'],
  ] as const)
    it(`on a page in "${lang}": ${text}`, async () => {
      root.lang = lang;
      const thread = await read('<dogeared-comments></dogeared-comments>', { comments: several(2) });
      expect(plain(part(thread, 'heading'))).to.equal(text);
    });
});

describe('how comments look', () => {
  it('takes what the page has: font, color, width', async () => {
    const thread = await read(
      '<div style="font: 22px/1.5 monospace; color: rgb(9, 8, 7); width: 260px"><dogeared-comments lang="en" limit="99"></dogeared-comments></div>',
      {
        source: new Desk([
          ...chain(9),
          said('x', {
            body: `${'w'.repeat(300)}\n\n\`\`\`\n${'code '.repeat(99)}\n\`\`\`\n\n|a|b|\n|-|-|\n|${'x'.repeat(300)}|b|`,
          }),
        ]),
      },
    );
    const body = $$(thread, '.body')[0]!;
    expect(getComputedStyle(body).color).to.equal('rgb(9, 8, 7)');
    expect(getComputedStyle(body).fontFamily).to.equal('monospace');
    // Nothing sticks out, not even the ninth level.
    const { right } = thread.getBoundingClientRect();
    for (const node of $$(thread, 'article, form, textarea, button, pre, table'))
      expect(node.getBoundingClientRect().right, node.outerHTML).to.be.at.most(right + 5);
    expect(article(thread, '9').getBoundingClientRect().width).to.be.greaterThan(60);
  });

  it('on paper has all comments, and nothing to press', async () => {
    const thread = await readFrom(new Desk(chain(2)));
    const rules = thread.shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    const print = rules.filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
    const hidden = print
      .flatMap((rule) => [...(rule as CSSMediaRule).cssRules] as CSSStyleRule[])
      .filter(({ style }) => style.display === 'none')
      .map(({ selectorText }) => selectorText)
      .join();
    const shown = $$(thread, 'button, select, form').filter((node) => !node.closest(hidden || 'none'));
    expect(shown.map((node) => node.outerHTML)).to.deep.equal([]);
    expect($$(thread, '.body').filter((node) => node.closest(hidden))).to.deep.equal([]);
  });

  it('moves nothing by itself', async () => {
    const thread = await readFrom(new Desk(chain(2)));
    for (const node of $$(thread, '*')) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(node);
      expect([animationName, transitionDuration, scrollBehavior]).to.deep.equal(['none', '0s', 'auto']);
    }
  });

  it('shows what stands after it, in every state', async () => {
    for (const properties of [
      { comments: several(1) },
      { comments: [] },
      { source: new Shelf([], { closed: 'closed' }) },
    ]) {
      const thread = await read('<dogeared-comments><p slot="after">After</p></dogeared-comments>', properties);
      await frame();
      expect(seen(thread.querySelector('p'))).to.equal(true);
    }
  });

  it('shows the buttons of the form where they can be pressed: 24 pixels at least', async () => {
    const thread = await readFrom(new Desk(chain(2)), 'limit="1"');
    button(thread, 'Reply').click();
    await until('a form', () => parts(thread, 'form').length === 2);
    for (const node of $$(thread, 'button, select, input')) {
      const { width, height } = node.getBoundingClientRect();
      expect(Math.min(width, height), plain(node)).to.be.at.least(24);
    }
  });
});
