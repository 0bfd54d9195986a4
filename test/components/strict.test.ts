import { expect } from 'chai';
import type { DogearedList } from '../../components/list.ts';
import { open, parts, seen, TAGS, texts, titles, unique, until } from './helpers.ts';

type Strict = Window & typeof globalThis & { violations: string[]; said: string[] };

const trusted = 'trustedTypes' in window;
const built = (await fetch('/dist/cdn/dogeared.js', { method: 'HEAD' })).ok;

async function strict(name: string): Promise<[page: Strict, lists: DogearedList[]]> {
  const page = (await open(`/test/pages/${name}.html`)) as Strict;
  const lists = [...page.document.querySelectorAll<DogearedList>(TAGS.join())];
  await until('all lists', () => lists.every(({ state, isUpdatePending }) => state === 'ready' && !isUpdatePending));
  return [page, lists];
}

describe('a page with a strict policy', () => {
  for (const name of ['strict', 'strict-index', 'strict-built'])
    (built || name !== 'strict-built' ? it : it.skip)(
      `${name}.html: lists of an XML feed with pictures, 0 violations`,
      async () => {
        const [page, [recent, featured, favorites, own]] = await strict(name);
        expect(titles(recent!)).to.deep.equal([
          'Winter berths & <b>bold</b> moorings',
          'Soup for fog',
          'Gulls: a field guide',
        ]);
        expect(texts(recent!, 'excerpt')[0]).to.equal('Who sleeps where until March é.');
        expect(titles(featured!)).to.deep.equal(['Soup for fog']);
        expect(titles(favorites!)).to.deep.equal([
          'Gulls: a field guide',
          'Soup for fog',
          'Winter berths & <b>bold</b> moorings',
        ]);
        expect(parts(own!, 'item').filter((item) => item.querySelector('a[href]'))).to.have.length(3);

        const pictures = [recent, featured, favorites].flatMap((list) => parts<HTMLImageElement>(list!, 'image'));
        expect(pictures).to.have.length(7);
        for (const picture of pictures) picture.loading = 'eager';
        await until('pictures', () => pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0));

        const item = parts(featured!, 'item')[0]!;
        expect(page.getComputedStyle(item).flexDirection, 'styles are applied').to.equal('column');
        expect(seen(page.document.querySelector('ul'))).to.equal(false);
        expect([page.violations, page.said]).to.deep.equal([[], []]);
      },
    );

  it('is heard by this test: a picture that the policy does not allow is a violation', async () => {
    const [page] = await strict('strict-index');
    const picture = page.document.createElement('img');
    picture.src = `data:image/gif;base64,${unique()}`;
    page.document.body.append(picture);
    await until('a violation', () => page.violations.length);
    expect(page.violations[0]).to.match(/^img-src data/);
  });

  it('is heard by this test: so is a script in the page', async () => {
    const [page] = await strict('strict-index');
    const link = page.document.createElement('a');
    link.href = 'javascript:void(document.title = "hacked")';
    page.document.body.append(link);
    link.click();
    await until('a violation', () => page.violations.length);
    expect(page.document.title).to.equal('A strict page, all in one');
    expect(page.violations.join()).to.match(/script|trusted/);
  });

  (trusted ? it : it.skip)('is heard by this test: so is text that becomes markup', async () => {
    const [page] = await strict('strict-index');
    const area = page.document.createElement('div');
    expect(() => (area.innerHTML = '<b>text</b>')).to.throw();
    await until('a violation', () => page.violations.length);
    expect(page.violations[0]).to.match(/^require-trusted-types-for/);
  });
});
