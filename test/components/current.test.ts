import { expect } from 'chai';
import '../../components/index.ts';
import { few, parts, shown, titles } from './helpers.ts';

const HERE = 'https://blog.example/b/';

let canonical: HTMLLinkElement;
beforeEach(() => {
  canonical = Object.assign(document.createElement('link'), { rel: 'canonical', href: HERE });
  document.head.append(canonical);
});
afterEach(() => canonical.remove());

const current = (list: Element): string[] =>
  parts(list, 'title')
    .filter((title) => title.ariaCurrent === 'page')
    .map(({ textContent }) => textContent);

describe('the page being read', () => {
  it('is marked in recent and featured posts', async () => {
    expect(current(await shown('<dogeared-recent></dogeared-recent>', { posts: few() }))).to.deep.equal(['B']);
    const featured = await shown('<dogeared-featured limit="3"></dogeared-featured>', { posts: few() });
    expect(current(featured)).to.deep.equal(['B']);
  });

  it('is left out of favorites', async () => {
    const list = await shown('<dogeared-favorites></dogeared-favorites>', { posts: few(4) });
    expect(titles(list)).to.deep.equal(['D', 'C', 'A']);
  });

  it('is marked in favorites with exclude-current="false"', async () => {
    const list = await shown('<dogeared-favorites exclude-current="false"></dogeared-favorites>', { posts: few(4) });
    expect([titles(list), current(list)]).to.deep.equal([['D', 'C', 'B', 'A'], ['B']]);
  });

  for (const value of ['', 'true'])
    it(`is left out of recent posts with exclude-current="${value}"`, async () => {
      const list = await shown(`<dogeared-recent exclude-current="${value}"></dogeared-recent>`, { posts: few() });
      expect(titles(list)).to.deep.equal(['A', 'C']);
    });

  it('can be told by property', async () => {
    const list = await shown('<dogeared-favorites></dogeared-favorites>', { posts: few(4), excludeCurrent: false });
    expect(titles(list)).to.deep.equal(['D', 'C', 'B', 'A']);
    list.excludeCurrent = true;
    await list.updateComplete;
    expect(titles(list)).to.deep.equal(['D', 'C', 'A']);
  });

  it('makes room for the next post', async () => {
    const list = await shown('<dogeared-favorites limit="3"></dogeared-favorites>', { posts: few(4) });
    expect(titles(list)).to.deep.equal(['D', 'C', 'A']);
  });

  it('is left out beside what the owner excludes', async () => {
    const list = await shown('<dogeared-favorites exclude="https://blog.example/c"></dogeared-favorites>', {
      posts: few(),
    });
    expect(titles(list)).to.deep.equal(['A']);
  });

  for (const href of [
    'http://www.blog.example/b',
    `${HERE}?m=1`,
    `${HERE}?m=1&utm_source=mail&utm_campaign=x#comments`,
    `${HERE}index.html`,
  ])
    it(`is found by a canonical link to ${href}`, async () => {
      canonical.href = href;
      expect(current(await shown('<dogeared-recent></dogeared-recent>', { posts: few() }))).to.deep.equal(['B']);
    });

  it('is another one with another ?p=', async () => {
    canonical.href = 'https://blog.example/?p=2';
    const posts = [1, 2, 3].map((p) => ({ url: `https://blog.example/?p=${p}`, title: String(p) }));
    expect(current(await shown('<dogeared-recent></dogeared-recent>', { posts }))).to.deep.equal(['2']);
  });

  it('is found by its address where there is no canonical link', async () => {
    canonical.remove();
    const posts = [{ url: `${location.href.replace(/#.*/, '')}&utm_source=mail`, title: 'Here' }, ...few(1)];
    expect(current(await shown('<dogeared-recent></dogeared-recent>', { posts }))).to.deep.equal(['Here']);
  });

  it('is none where the link leads elsewhere', async () => {
    canonical.href = 'https://blog.example/';
    expect(current(await shown('<dogeared-recent></dogeared-recent>', { posts: few() }))).to.deep.equal([]);
  });
});
