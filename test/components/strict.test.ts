import { expect } from 'chai';
import type { DogearedList } from '../../components/list.ts';
import { open, part, parts, seen, TAGS, texts, titles, unique, until } from './helpers.ts';
import { $$, atRest, button, Desk, outline, plain, said, type Thread } from './threads.ts';

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

describe('a page with a strict policy and comments', () => {
  for (const name of ['strict', 'strict-index', 'strict-built', 'strict-twice'])
    (built || name !== 'strict-built' ? it : it.skip)(
      `${name}-comments.html: reading, previewing and posting, 0 violations`,
      async () => {
        const page = (await open(`/test/pages/${name}-comments.html`)) as Strict;
        const thread = page.document.querySelector<Thread>('dogeared-comments')!;
        await atRest(thread, 'ready');
        const count = page.document.querySelector('dogeared-comment-count')!;
        const latest = page.document.querySelector('dogeared-latest-comments')!;
        await until('the others', () => part(count, 'count') && part(latest, 'list'));
        expect([plain(part(count, 'count')), outline(thread)]).to.deep.equal([
          '2 comments',
          'Tobias Fennimark(Mira Okonedo-Vale) ',
        ]);
        expect($$(thread, '.body').map(plain)).to.deep.equal([
          'Who sleeps where until March? <script>alert(1)</script> const berth = 1;',
          'In their own beds. A picture',
        ]);
        expect(texts(latest, 'author')).to.deep.equal(['Ines', 'Mira Okonedo-Vale', 'Tobias Fennimark']);
        expect(page.getComputedStyle(part(thread, 'avatar')!).borderRadius, 'styles are applied').to.equal('50%');

        thread.source = new Desk([said('1')]);
        await until('a form', () => part(thread, 'form'));
        const form = part<HTMLFormElement>(thread, 'form')!;
        expect(page.getComputedStyle(form).display, 'styles of the form, too').to.equal('grid');
        for (const [field, value] of [
          ['name', 'Mira'],
          ['body', '**Hello** <script>alert(1)</script> <kbd>x</kbd>'],
        ] as const) {
          const input = form.querySelector<HTMLInputElement>(`[name=${field}]`)!;
          input.value = value;
          input.dispatchEvent(new page.Event('input'));
        }
        button(form, 'Preview').click();
        await until('the preview', () => form.querySelector('.preview strong'));
        part(thread, 'send')!.click();
        await until('the comment', () => $$(thread, '.body strong').length === 1);

        // Browsers look at styles and handlers while they parse, also where nothing is ever drawn or run.
        const html =
          '<p style="color: red" onclick="x()" class=a title="a style=b">An <b\nstyle=x onfocus=y>engine</b></p><style>p { color: red }</style>';
        thread.source = null;
        thread.comments = [said('9', { html })];
        await until('the comment of an engine', () => plain($$(thread, '.body')[0]) === 'An engine');
        expect(page.violations).to.deep.equal([]);
        expect(page.said.filter((line) => !/twice; the first copy is used\.$/.test(line))).to.deep.equal([]);
        expect(page.said).to.have.length(name === 'strict-twice' ? 1 : 0);
      },
    );
});
