import { expect } from 'chai';
import type { DogearedComments } from '../../components/comments.ts';
import type { DogearedList } from '../../components/list.ts';
import { frame, moment, open, part, parts, seen, TAGS, titles, until } from './helpers.ts';

type Page = Window & typeof globalThis & { said: string[] };

const listsOf = (page: Window): DogearedList[] => [...page.document.querySelectorAll<DogearedList>(TAGS.join())];
const ready = (page: Window): Promise<void> =>
  until('all lists', () => listsOf(page).every(({ state, isUpdatePending }) => state === 'ready' && !isUpdatePending));

/** Loads a module in a page of its own, as a script tag does. */
async function load(page: Window, src: string): Promise<void> {
  const script = page.document.createElement('script');
  const loaded = new Promise((done, fail) => {
    script.addEventListener('load', done);
    script.addEventListener('error', fail);
  });
  script.type = 'module';
  script.src = src;
  page.document.head.append(script);
  await loaded;
}

describe('a second copy of the script', () => {
  for (const name of ['twice', 'twice-cdn'])
    it(`${name}.html: does no harm, and says so once`, async () => {
      const page = (await open(`/test/pages/${name}.html`)) as Page;
      await until('the second copy', () => page.said.length);
      await ready(page);
      await moment();
      expect(listsOf(page).map((list) => titles(list).length)).to.deep.equal([3, 3]);
      expect(page.said).to.have.length(1);
      expect(page.said[0]).to.match(/^<dogeared-[\w-]+>: dogeared is on this page twice; the first copy is used\.$/);
    });
});

describe('a page that resets everything with `* { all: unset !important }`', () => {
  it('shows lists that can be read: links in order, one below the other', async () => {
    const page = (await open('/test/pages/hostile.html')) as Page;
    await ready(page);
    await frame();
    const [recent, favorites] = listsOf(page);
    for (const list of [recent!, favorites!]) {
      const links = parts<HTMLAnchorElement>(list, 'title');
      expect(links).to.have.length(3);
      for (const link of links) {
        expect(seen(link)).to.equal(true);
        const { width, height } = link.getBoundingClientRect();
        expect(width).to.be.greaterThan(40);
        expect(height).to.be.greaterThan(12);
        expect(page.getComputedStyle(link).display).to.match(/box|block|flow-root/);
      }
    }
    const rows = parts(recent!, 'item').map((item) => item.getBoundingClientRect());
    for (const [at, row] of rows.entries()) if (at) expect(row.top).to.be.at.least(rows[at - 1]!.bottom);
    const below = favorites!.shadowRoot!.querySelector('ol')!.getBoundingClientRect();
    expect(below.top).to.be.at.least(rows.at(-1)!.bottom);
    expect(seen(part(recent!, 'heading'))).to.equal(true);
    expect(seen(page.document.querySelector('b')), 'the fallback is out of the way').to.equal(false);
    expect(page.said).to.deep.equal([]);
  });
});

describe('a second copy of the script, with comments', () => {
  it('draws them once, with the form of the first copy', async () => {
    const page = (await open('/test/pages/strict-twice-comments.html')) as Page;
    const thread = page.document.querySelector<DogearedComments>('dogeared-comments')!;
    await until('the comments', () => thread.state === 'ready');
    await until('the second copy', () => page.said.length);
    expect(parts(thread, 'list')).to.have.length(1);
    expect(parts(thread, 'item')).to.have.length(3);
    expect(page.said).to.have.length(1);
  });
});

describe('a page without lists', () => {
  for (const [script, loaded] of [
    ['cdn', 1],
    ['index', Infinity],
  ] as const)
    it(`stays as it is with ${script}.ts: nothing drawn, nothing global but what Lit says of itself`, async () => {
      const page = (await open('/test/pages/plain.html')) as Page;
      const globals = (): string[] => Object.getOwnPropertyNames(page);
      const prototypes = (): string[] =>
        [page.Object, page.Array, page.HTMLElement, page.Element, page.Node, page.EventTarget, page.Document].flatMap(
          ({ name, prototype }) => Object.getOwnPropertyNames(prototype).map((key) => `${name}.${key}`),
        );
      const before = [globals(), prototypes(), page.document.body.outerHTML] as const;
      await load(page, `/components/${script}.ts`);
      await moment();
      const added = globals().filter((name) => !before[0].includes(name));
      const lit = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];
      expect(added.sort()).to.deep.equal(script === 'cdn' ? [] : lit);
      expect(prototypes()).to.deep.equal(before[1]);
      expect(page.document.body.outerHTML).to.equal(before[2]);
      expect(page.document.adoptedStyleSheets).to.have.length(0);
      const modules = page.performance.getEntriesByType('resource').filter(({ name }) => /\.ts$/.test(name));
      expect(modules.length).to.be.at.most(loaded);
      expect(page.said).to.deep.equal([]);
      const tags = [...TAGS, 'dogeared-comments', 'dogeared-comment-count', 'dogeared-latest-comments'];
      expect(tags.map((tag) => Boolean(page.customElements.get(tag)))).to.deep.equal(
        tags.map(() => script === 'index'),
      );
      expect(modules.filter(({ name }) => /comment-(thread|form|actions)|sanitize|markdown/.test(name))).to.deep.equal(
        [],
      );
    });
});

describe('a Worker', () => {
  it('imports the elements, and gets nothing but what Lit says of itself', async () => {
    const worker = new Worker('/test/pages/worker.ts', { type: 'module' });
    const answer = await new Promise((done, fail) => {
      worker.addEventListener('message', ({ data }) => done(data), { once: true });
      worker.addEventListener('error', ({ message }) => fail(new Error(message)), { once: true });
    });
    worker.terminate();
    expect(answer).to.deep.equal({
      added: (answer as { added?: string[] }).added?.filter((name) => /^(lit|reactiveElement)[A-Z]/.test(name)),
      tags: Array(4).fill('function'),
    });
  });
});
