import { expect } from 'chai';
import { emulateMedia } from '@web/test-runner-commands';
import type { AxeResults } from 'axe-core';
import { moment, open, until } from './helpers.ts';

type Page = Window &
  typeof globalThis & {
    axe?: { run(context: Document): Promise<AxeResults> };
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL: (url: string) => string },
      ): { createScriptURL(url: string): unknown };
    };
  };

/** A live example that has been drawn. */
const drawn =
  (tag: string, what: string) =>
  (page: Page): unknown =>
    page.document.querySelector(`dogeared-${tag}`)?.shadowRoot?.querySelector(what);

/** Every page of the site, and what says that it has come to rest. */
const PAGES: Readonly<Record<string, (page: Page) => unknown>> = {
  '': (page) => page.document.querySelector('dogeared-recent[state=ready]'),
  'builder/': (page) => page.document.documentElement.dataset['ready'] === '',
  'recipes/': () => true,
  'elements/': () => true,
  'elements/recent/': drawn('recent', '[part=title]'),
  'elements/featured/': drawn('featured', '[part=title]'),
  'elements/favorites/': drawn('favorites', '[part=title]'),
  'elements/comments/': drawn('comments', '[part=body]'),
  'elements/source/': drawn('comments', '[part=source]'),
  'elements/comment-count/': drawn('comment-count', '[part=count]'),
  'elements/latest-comments/': drawn('latest-comments', '[part=item]'),
  'theming/': (page) => page.document.querySelector('iframe')?.contentDocument?.querySelector('[state=ready]'),
  'ranking/': (page) => page.document.querySelectorAll('#list li').length > 4,
  'accessibility/': () => true,
};

async function show(path: string): Promise<Page> {
  const page = (await open(`/demo/${path}index.html`)) as Page;
  await until(`${path || 'home'} is there`, () => PAGES[path]!(page));
  await moment(200);
  return page;
}

/** What axe finds; its script comes from here, as the policy of the page wants. */
async function violations(page: Page): Promise<string[]> {
  const source = '/node_modules/axe-core/axe.min.js';
  // Scripts are sinks there; a policy of a name that the page allows lets this one in.
  const policy = page.trustedTypes?.createPolicy('lit-html', { createScriptURL: String });
  const script = page.document.createElement('script');
  script.src = (policy?.createScriptURL(source) ?? source) as string;
  page.document.head.append(script);
  await until('axe is there', () => page.axe);
  const { violations } = await page.axe!.run(page.document);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Only Chromium lets a test choose. */
const canChoose = navigator.userAgent.includes('Chrome/');

describe('a page of the site', () => {
  afterEach(async () => void (canChoose && (await emulateMedia({ colorScheme: 'light' }))));

  for (const path of Object.keys(PAGES)) {
    for (const colorScheme of ['light', 'dark'] as const)
      (canChoose ? it : it.skip)(`/${path} has nothing that axe finds, ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme });
        expect(await violations(await show(path))).to.deep.equal([]);
      });

    it(`/${path} asks nobody but its own site, and links to pages that are there`, async () => {
      const page = await show(path);
      const asked = page.performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
      expect([...new Set(asked)]).to.deep.equal([location.origin]);
      const links = [
        ...page.document.querySelectorAll<HTMLAnchorElement>(':is(header, main nav, .tags, footer) a'),
      ].map(({ href }) => href);
      for (const href of new Set(links)) {
        const file = href.replace(/\/$/, '/index.html').replace(/#.*/, '');
        expect((await fetch(file)).status, file).to.equal(200);
      }
    });

    it(`/${path} is not wider than a phone`, async () => {
      const page = await show(path);
      page.frameElement!.setAttribute('width', '360');
      await moment(200);
      expect(page.document.documentElement.scrollWidth).to.be.at.most(360);
    });
  }
});
