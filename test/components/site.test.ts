import { expect } from 'chai';
import { probe } from '../../demo/site/reach.ts';
import { readSetting } from '../../demo/site/tag.ts';
import { WIDGET_NAMES, widgetOf } from '../../demo/site/widgets.ts';
import { at, moment, open, part, parts, seen, unique, until } from './helpers.ts';

type Page = Window & typeof globalThis;

const BUILDER = '/demo/builder/index.html';
const ELSEWHERE = location.origin.replace('localhost', '127.0.0.1');
const alive = await fetch(`${ELSEWHERE}/serve/feed?cors=*`).then(
  () => true,
  () => false,
);

const inside = <E extends HTMLElement>(page: Page, selector: string): E => page.document.querySelector<E>(selector)!;
const tagText = (page: Page): string => inside(page, '#tag').textContent!;
const said = (page: Page): string => inside(page, '#status').textContent!.replace(/\s+/g, ' ').trim();
const previewOf = (page: Page): Document => inside<HTMLIFrameElement>(page, '#preview').contentDocument!;

/** What an element shows, whichever it is. */
function shownBy(element: Element | null): string[] {
  if (!element?.shadowRoot) return [];
  const count = part(element, 'count');
  const titles = parts(element, 'title').map((title) => title.textContent!);
  if (titles.length || /-(recent|featured|favorites)$/.test(element.localName)) return titles;
  if (element.localName === 'dogeared-comment-count') return count ? [count.textContent!] : [];
  return parts(element, 'item').map((item) => item.textContent!.replace(/\s+/g, ' ').trim());
}

/** The builder at a setting, once its preview shows something and the tag has it. */
async function build(hash = ''): Promise<Page> {
  const page = await open(`${BUILDER}?${unique()}${hash}`);
  await until('the builder', () => page.document.documentElement.dataset['ready'] === '');
  return page;
}

async function built(hash = ''): Promise<Page> {
  const page = await build(hash);
  const { tag } = widgetOf(readSetting(hash).widget);
  await until('the preview', () => shownBy(previewOf(page).querySelector(tag)).length);
  await until('the tag', () => said(page) && !said(page).startsWith('Asking'));
  return page;
}

/** An empty page with a text pasted into it; the script comes from here instead of the CDN. */
const paste = (text: string): Promise<Page> =>
  open(
    at('empty.html', {
      type: 'text/html',
      body: `<!doctype html><meta charset="utf-8"><title>Empty</title>${text.replace(/src="https:\/\/cdn[^"]+"/, 'src="/components/cdn.ts"')}`,
    }),
  );

function set(page: Page, selector: string, value: string | boolean): void {
  const field = inside<HTMLInputElement>(page, selector);
  if (typeof value === 'boolean') field.checked = value;
  else field.value = value;
  field.dispatchEvent(new page.Event('input', { bubbles: true }));
}

describe('the tag builder', () => {
  for (const name of WIDGET_NAMES)
    it(`${name}: the tag it makes, copied into an empty page, shows what the preview shows`, async () => {
      const page = await built(`#widget=${name}`);
      const { tag } = widgetOf(name);
      const list = shownBy(previewOf(page).querySelector(tag));
      let copied = '';
      const writeText = async (text: string): Promise<void> => void (copied = text);
      Object.defineProperty(page.navigator, 'clipboard', { value: { writeText } });
      inside(page, '[data-copy=tag]').click();
      await until('a copy', () => copied);
      expect(copied).to.equal(tagText(page));

      const other = await paste(copied);
      const element = inside<HTMLElement & { refresh(): Promise<void> }>(other, tag);
      // A reader comes near.
      if (name === 'comments') void other.customElements.whenDefined(tag).then(() => element.refresh());
      const fallback = element.textContent!.replace(/\s+/g, ' ').trim();
      await until('the same list', () => String(shownBy(element)) === String(list));
      // Without a script the same can be read.
      if (name !== 'comments' && name !== 'latest-comments')
        for (const title of list) expect(fallback).to.contain(title);
      else expect(element.querySelectorAll('li')).to.have.length(list.filter((item) => !/deleted/.test(item)).length);
    });

  it('says nothing in the tag that was not asked for, and changes it with every field', async () => {
    const page = await built();
    expect(tagText(page)).to.contain('<dogeared-recent src="/demo/blog/feed.xml" show="date">');
    set(page, '[id="recent.limit"]', '2');
    set(page, '[name="recent.show"][value=author]', true);
    await until('two rows', () => /show="date author"/.test(tagText(page)) && tagText(page).split('<li>').length === 3);
    expect(shownBy(previewOf(page).querySelector('dogeared-recent'))).to.have.length(2);
    expect(page.location.hash).to.equal('#limit=2&show=date+author');
  });

  it('a shared address brings back the setting', async () => {
    const page = await built('#widget=favorites&limit=3&layout=cards&on=jekyll&look=magazine.dark.narrow.rtl');
    expect(inside<HTMLInputElement>(page, '[name=widget]:checked').value).to.equal('favorites');
    expect(inside<HTMLSelectElement>(page, '[id="favorites.layout"]').value).to.equal('cards');
    expect(inside<HTMLSelectElement>(page, '#on').value).to.equal('jekyll');
    const { dir, dataset } = previewOf(page).documentElement;
    expect([dir, dataset['host'], dataset['scheme']]).to.deep.equal(['rtl', 'magazine', 'dark']);
    expect(inside(page, '#preview').getBoundingClientRect().width).to.be.lessThan(400);
    expect(seen(inside(page, '[data-platform=jekyll]'))).to.equal(true);
    expect(seen(inside(page, '[data-platform=html]'))).to.equal(false);
  });

  it('the steps name the file after the widget: latest-comments.html in Jekyll', async () => {
    const page = await build('#widget=latest-comments&on=jekyll');
    const [step] = page.document.querySelectorAll('[data-platform=jekyll] li');
    expect(step!.textContent).to.equal('Make a file _includes/latest-comments.html, and paste all of it.');
  });

  it('another look asks for nothing again, and keeps the list', async () => {
    const page = await built();
    const before = previewOf(page).querySelector('dogeared-recent');
    const text = tagText(page);
    set(page, '[name=scheme][value=dark]', true);
    await until('dark', () => previewOf(page).documentElement.dataset['scheme'] === 'dark');
    expect(previewOf(page).querySelector('dogeared-recent')).to.equal(before);
    expect(tagText(page)).to.equal(text);
  });

  it('an option that changes nothing keeps the list in the tag', async () => {
    const page = await built();
    set(page, '[id="recent.limit"]', '');
    await moment(700);
    expect(tagText(page).split('<li>')).to.have.length(6);
  });

  it('another widget has its own options, and the address it had before', async () => {
    const src = at('feed.xml', { cors: '*', posts: 4 });
    const page = await built(`#src=${encodeURIComponent(location.origin + src)}`);
    expect(said(page)).to.match(/^The address can be read/);
    set(page, '[name=widget][value=comments]', true);
    await until('comments', () => seen(inside(page, '[data-widget=comments]')));
    expect(inside<HTMLInputElement>(page, '#src').value).to.equal('');
    set(page, '[name=widget][value=featured]', true);
    await until('featured', () => seen(inside(page, '[data-widget=featured]')));
    expect(inside<HTMLInputElement>(page, '#src').value).to.equal(location.origin + src);
    expect(tagText(page)).to.contain(`src="${src.replaceAll('&', '&amp;')}"`);
  });

  (alive ? it : it.skip)('an address that lets nobody read it is told from one that is dead', async () => {
    const page = await build(`#src=${encodeURIComponent(`${ELSEWHERE}/serve/feed.xml`)}`);
    await until('a reason', () => said(page).includes('is there, but'));
    expect(said(page)).to.match(/does not let other sites read it\. That is usual, and it is no obstacle/);
    expect(inside(page, '#status').dataset['tone']).to.equal('fine');
    set(page, '#place', 'other');
    await until('the bad news', () => said(page).includes('So the tag cannot read it on another site either.'));
    expect(inside(page, '#status').dataset['tone']).to.equal('bad');
    inside(page, '#status button').click();
    await until('the way out', () => said(page).includes('no obstacle'));
    expect(inside<HTMLSelectElement>(page, '#place').value).to.equal('same');

    set(page, '#src', 'http://127.0.0.1:9/feed.xml');
    await until('another reason', () => said(page).startsWith('Nobody answers at 127.0.0.1:9.'));
  });

  (alive ? it : it.skip)('the probe: an answer that cannot be read is an answer', async () => {
    expect(await probe(`${ELSEWHERE}/serve/feed.xml`)).to.equal('answers');
    expect(await probe('http://127.0.0.1:9/feed.xml')).to.equal('silent');
  });

  it('a web page instead of a feed: it says so, and offers where feeds usually are', async () => {
    const body = '<!doctype html><title>A blog</title>';
    const page = await build(`#src=${encodeURIComponent(location.origin + at('blog', { type: 'text/html', body }))}`);
    await until('a reason', () => said(page).startsWith('There is something at this address, but no feed.'));
    expect(said(page)).to.contain('is a web page, not a feed');
    const offers = [...inside(page, '#status').querySelectorAll('button')];
    expect(offers.map((button) => button.textContent)).to.contain(`${location.origin}/feed.xml`);
    offers.find((button) => button.textContent!.endsWith('/rss/'))!.click();
    await until('another try', () => said(page).startsWith('The server answered 404.'));
    expect(page.location.hash).to.equal(`#src=${encodeURIComponent(`${location.origin}/rss/`)}`);
  });

  it('what is pasted is shown, and the tag keeps the address', async () => {
    const page = await build(`#src=/feed.xml`);
    await until('a reason', () => said(page).startsWith('This is a path'));
    inside<HTMLTextAreaElement>(page, '#pasted').value = `<rss version="2.0"><channel>
      <item><title>Soup for fog</title><link>https://blog.example/soup/</link></item></channel></rss>`;
    inside(page, '#take').click();
    await until('the list', () => shownBy(previewOf(page).querySelector('dogeared-recent')).length);
    await until('the tag', () => tagText(page).includes('<li>'));
    expect(tagText(page)).to.contain('src="/feed.xml"').and.contain('<li><a href="/soup/">Soup for fog</a></li>');
  });

  it('a count is not shown from pasted text, and the builder says so instead of offering it', async () => {
    const page = await build('#widget=comment-count&src=/comments.json');
    await until('a reason', () => said(page).startsWith('This is a path'));
    expect(said(page)).to.contain('A count cannot be shown from pasted text');
    expect(inside(page, '#status').querySelectorAll('button')).to.have.length(0);
    expect(seen(inside(page, '#paste'))).to.equal(false);
  });

  it('comments that were pasted are gone when a count is asked for', async () => {
    const page = await build('#widget=comments&src=/comments.json');
    inside<HTMLTextAreaElement>(page, '#pasted').value =
      '[{ "id": "1", "author": { "name": "Reader 1" }, "body": "Yes" }]';
    inside(page, '#take').click();
    await until('the comment', () => said(page).startsWith('This is what you pasted'));
    set(page, '[name=widget][value=comment-count]', true);
    await until('a reason', () => said(page).startsWith('This is a path'));
  });

  it('text that is no feed is not taken', async () => {
    const page = await built();
    inside<HTMLTextAreaElement>(page, '#pasted').value = 'Soup for fog';
    inside(page, '#take').click();
    await until('a reason', () => said(page).startsWith('This text cannot be read.'));
  });
});
