import { expect } from 'chai';
import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import '../../components/index.ts';
import type { DogearedList } from '../../components/list.ts';
import { $, at, frame, moment, settled, show, TAGS, told, until } from './helpers.ts';

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
