import { expect } from 'chai';
import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import '../../components/index.ts';
import type { DogearedList } from '../../components/list.ts';
import { $, at, frame, moment, part, parts, put, settled, show, TAGS, told, until } from './helpers.ts';
import { $$, atRest, chain, Desk, Diary, focused, said, several, Shelf, type Thread } from './threads.ts';

const { axe } = globalThis as unknown as {
  axe: { run(context: Element | Document, options?: RunOptions): Promise<AxeResults> };
};

const SRC = '/test/pages/feed.xml?axe';
const SHOW = 'show="date author count reason excerpt tags image"';
const FALLBACK = '<ul><li><a href="/old/">An old post</a></li></ul>';
const listsOf = (): DogearedList[] => [...document.querySelectorAll<DogearedList>(TAGS.join())];

/** Every list with every field in every layout; then every state. */
const PAGES = {
  layouts: TAGS.flatMap((tag) =>
    ['list', 'grid', 'cards'].map(
      (layout) =>
        `<${tag} src="${SRC}" layout="${layout}" limit="2" ${SHOW} heading="${tag}, ${layout}">${FALLBACK}</${tag}>`,
    ),
  ),
  states: [
    `<dogeared-recent class="idle">${FALLBACK}</dogeared-recent>`,
    `<dogeared-recent class="loading" src="${at('feed.xml', { delay: 9000 })}" heading="Soon" ${SHOW}>${FALLBACK}</dogeared-recent>`,
    `<dogeared-recent class="loading" src="${at('feed.xml', { delay: 9000 })}"></dogeared-recent>`,
    '<dogeared-recent class="empty" src="/serve/posts?type=application/json&body=[]" heading="Nothing yet"></dogeared-recent>',
    `<dogeared-recent class="failed" src="${at('x', { status: 404 })}">${FALLBACK}<p slot="failed">Sorry.</p></dogeared-recent>`,
    `<dogeared-favorites class="ready" src="${SRC}"></dogeared-favorites>`,
    `<dogeared-recent class="ready" src="${SRC}" heading-level="3"><h3 slot="heading">Mine</h3>
      <template><a data-href data-text="title"></a> <small data-text="date"></small></template></dogeared-recent>`,
  ],
};

const COMMENTS = '<dogeared-comments heading-level="2"></dogeared-comments>';
const EVERYTHING = [
  ...chain(10),
  said('md', {
    author: { name: 'מירה', url: 'https://mira.example/', badge: 'Author' },
    body: `# A heading\n\n> A quote\n\n- [x] done\n- [ ] to do\n\n\`\`\`js\n${'a very long line of code; '.repeat(20)}\n\`\`\`\n\n| a | b |\n| - | - |\n| ${'wide'.repeat(99)} | 2 |\n\n[a link](https://x.example/) <kbd>x</kbd> <details><summary>More</summary>text</details>`,
    votes: { up: 3, down: 2 },
    pinned: true,
    source: 'Mastodon',
  }),
  said('html', { html: '<h1>Loud</h1><p>An <b>engine</b></p><table><tr><th>a<td>b</table>', status: 'pending' }),
];
/** Opens a form and fills it in. */
async function writeIn(thread: Thread, fields: Record<string, string>): Promise<HTMLFormElement> {
  part(thread, 'reply')!.click();
  await until('the form', () => parts(thread, 'form').length === 2);
  const form = parts<HTMLFormElement>(thread, 'form')[0]!;
  for (const [name, value] of Object.entries(fields)) {
    const field = form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }
  return form;
}
const desk = (): object => ({ source: Object.assign(new Diary(several(2)), { mine: ['1'] }) });

/** Every state of a thread and of its form: the tag, its properties, and what a reader does. */
const THREADS: readonly (readonly [string, string, (() => object)?, ((thread: Thread) => Promise<unknown>)?])[] = [
  ['nobody has come near', `<dogeared-comments class="idle">${FALLBACK}</dogeared-comments>`],
  ['loading', `<dogeared-comments class="loading" src="${at('c', { delay: 9000 })}">${FALLBACK}</dogeared-comments>`],
  ['none', '<dogeared-comments class="empty"></dogeared-comments>', () => ({ comments: [] })],
  ['none yet, with a form', '<dogeared-comments class="empty"></dogeared-comments>', () => ({ source: new Desk() })],
  ['failed', `<dogeared-comments class="failed" src="${at('x', { status: 404 })}">${FALLBACK}</dogeared-comments>`],
  ['with everything', COMMENTS, () => ({ comments: EVERYTHING, avatars: false })],
  ['more of them', '<dogeared-comments limit="2"></dogeared-comments>', () => ({ comments: several(9) })],
  [
    'one from the middle',
    '<dogeared-comments limit="2"></dogeared-comments>',
    () => ({ comments: chain(900) }),
    (thread) => thread.reveal('700'),
  ],
  [
    'collapsed',
    COMMENTS,
    () => ({ comments: chain(4) }),
    async (thread) => {
      part(thread, 'toggle')!.click();
      await until('it is closed', () => parts(thread, 'item').length === 1);
    },
  ],
  ['folded', '<dogeared-comments muted="Reader 1"></dogeared-comments>', () => ({ comments: several(2) })],
  ['deleted', COMMENTS, () => ({ comments: [{ id: '1', status: 'deleted' }, said('2', { parentId: '1' })] })],
  ['closed', COMMENTS, () => ({ source: new Shelf(several(1), { closed: 'closed' }) })],
  [
    'protected',
    '<dogeared-comments class="empty"></dogeared-comments>',
    () => ({ source: new Shelf([], { closed: 'protected' }) }),
  ],
  [
    'written elsewhere',
    '<dogeared-comments reply-url="/comment"></dogeared-comments>',
    () => ({ comments: several(1) }),
  ],
  [
    'a refresh that failed',
    COMMENTS,
    () => ({ source: new Shelf(several(1)) }),
    (thread) => {
      (thread.source as Shelf).broken = new Error('Locked');
      return thread.refresh();
    },
  ],
  ['with a form', COMMENTS, desk],
  ['replying', COMMENTS, desk, (thread) => writeIn(thread, { name: 'Mira', body: 'Yes' })],
  [
    'the preview',
    COMMENTS,
    desk,
    async (thread) => {
      const form = await writeIn(thread, { name: 'Mira', body: `\`\`\`\n${'long '.repeat(99)}\n\`\`\`` });
      form.querySelectorAll<HTMLElement>('[role=tab]')[1]!.click();
      await until('the preview', () => form.querySelector('.preview pre'));
    },
  ],
  [
    'not sent',
    COMMENTS,
    desk,
    async (thread) => {
      (thread.source as Desk).broken = new Error('Too late.');
      const form = await writeIn(thread, { name: 'Mira', body: 'Yes' });
      form.requestSubmit();
      await until('the reason', () => form.querySelector('[role=alert]')!.textContent);
    },
  ],
  [
    'sending',
    COMMENTS,
    desk,
    async (thread) => {
      (thread.source as Desk).wait = new Promise(() => undefined);
      const form = await writeIn(thread, { name: 'Mira', body: 'Yes' });
      form.requestSubmit();
      await until('it is under way', () => form.querySelector('[aria-disabled=true]'));
    },
  ],
  [
    'waiting for approval',
    COMMENTS,
    () => ({ source: Object.assign(new Desk(several(1)), { held: true }) }),
    async (thread) => {
      (await writeIn(thread, { name: 'Mira', body: 'Yes' })).requestSubmit();
      await until('it is there', () => part(thread, 'pending'));
    },
  ],
  [
    'changing and deleting',
    COMMENTS,
    () => ({ source: Object.assign(new Diary(several(2)), { mine: ['1', '2'] }) }),
    async (thread) => {
      part(thread, 'edit')!.click();
      await until('the form', () => parts(thread, 'form').length === 2);
      part(thread, 'delete')!.click();
    },
  ],
  [
    'the latest',
    `<dogeared-latest-comments src="/test/pages/comments.json" heading="Latest"></dogeared-latest-comments>`,
  ],
];

const THEMES = [
  ['light', { lang: 'en', dir: 'ltr' }, 'light'],
  ['dark', { lang: 'de', dir: 'ltr' }, 'dark'],
  ['from right to left', { lang: 'ar', dir: 'rtl' }, 'light'],
] as const;

describe('for everyone: 0 axe violations', () => {
  const root = document.documentElement;
  const style = document.createElement('style');
  style.textContent = 'html { background: Canvas; color: CanvasText; font: 16px/1.5 sans-serif }';
  before(() => {
    document.title = 'Lists';
    document.head.append(style);
  });
  afterEach(() => {
    for (const name of ['lang', 'dir', 'style']) root.removeAttribute(name);
  });
  after(() => style.remove());

  for (const [theme, attributes, scheme] of THEMES)
    for (const [name, tags] of Object.entries(PAGES))
      it(`${name}, ${theme}`, async () => {
        Object.assign(root, attributes);
        root.style.colorScheme = scheme;
        show(`<h1>Lists</h1>${tags.join('\n')}`);
        const lists = listsOf();
        expect(lists).to.have.length(tags.length);
        await Promise.all(lists.map((list) => settled(list, list.className || 'ready')));
        await frame();
        const { violations, passes } = await axe.run(document);
        expect(passes.length).to.be.greaterThan(10);
        expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join(' '))).to.deep.equal([]);
        expect(told()).to.have.length(name === 'states' ? 1 : 0);
      });

  for (const [theme, attributes, scheme] of THEMES)
    for (const [name, tag, properties, act] of THREADS)
      it(`comments, ${name}, ${theme}`, async () => {
        Object.assign(root, attributes);
        root.style.colorScheme = scheme;
        put(`<h1>Comments</h1>${tag}`);
        const thread = $<Thread>('dogeared-comments, dogeared-latest-comments');
        Object.assign(thread, properties?.());
        if (thread.localName === 'dogeared-comments') await atRest(thread, /class="(\w+)"/.exec(tag)?.[1] ?? 'ready');
        else await until('a list', () => part(thread, 'list'));
        await act?.(thread);
        await frame();
        const { violations, passes } = await axe.run(document);
        expect(passes.length).to.be.greaterThan(8);
        expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join(' '))).to.deep.equal([]);
        told();
      });

  it('is seen by this test: a picture without alternative text is a violation', async () => {
    Object.assign(root, { lang: 'en' });
    show(`<h1>Lists</h1><dogeared-recent src="${SRC}"></dogeared-recent>`);
    await settled($<DogearedList>('dogeared-recent'), 'ready');
    $('dogeared-recent').shadowRoot!.querySelector('li')!.append(new Image());
    const { violations } = await axe.run(document);
    expect(violations.map(({ id }) => id)).to.deep.equal(['image-alt']);
  });

  it('shows where the focus is, and links come in order', async () => {
    show(`<dogeared-recent src="${SRC}" limit="3">${FALLBACK}</dogeared-recent>`);
    const list = await settled($<DogearedList>('dogeared-recent'), 'ready');
    const links = [...list.shadowRoot!.querySelectorAll('a')];
    for (const link of links) {
      link.focus();
      expect(list.shadowRoot!.activeElement === link).to.equal(true);
    }
    await until('an outline', () => getComputedStyle(links.at(-1)!).outlineStyle === 'solid', 500).catch(() => 0);
    // Fallback links are out of reach while they are out of sight.
    $<HTMLAnchorElement>('ul a').focus();
    expect(document.activeElement === $('ul a')).to.equal(false);
  });

  it('shows where the focus is in a thread, and all that can be used comes in order', async () => {
    put(`<dogeared-comments lang="en"></dogeared-comments>`);
    const thread = $<Thread>('dogeared-comments');
    thread.source = Object.assign(new Diary([said('1', { body: '```\ncode\n```' })]), { mine: ['1'] });
    await atRest(thread, 'ready');
    const order: string[] = [];
    for (const element of $$(thread, 'a, button, select, input, textarea, [tabindex="0"]')) {
      if (element.tabIndex < 0) continue;
      element.focus();
      await frame();
      expect(getComputedStyle(element).outlineStyle, focused(thread)).not.to.equal('none');
      order.push(focused(thread));
    }
    expect(order.join(', ')).to.equal(
      'permalink Reader 1, pre Reader 1, reply Reader 1, edit Reader 1, delete Reader 1, name, url, button, body, send',
    );
  });

  it('keeps the focus when the list is refreshed', async () => {
    show(`<dogeared-recent src="${SRC}" limit="3"></dogeared-recent>`);
    const list = await settled($<DogearedList>('dogeared-recent'), 'ready');
    const link = list.shadowRoot!.querySelectorAll('a')[1]!;
    link.focus();
    await list.refresh();
    await moment(5);
    expect(list.shadowRoot!.activeElement === link).to.equal(true);
  });
});
