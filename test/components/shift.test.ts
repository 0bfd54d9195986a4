import { expect } from 'chai';
import '../../components/index.ts';
import { $, at, frame, part, settled, show } from './helpers.ts';

const LONG =
  'A very long title about a very short walk from the fish market past the chandlery and the closed cinema to the end of the pier';
const TEXT = 'Who sleeps where until March, and who pays for the water. '.repeat(6);

/** A feed of five posts that takes its time. */
const feed = (delay: number, title: string, posts = 5): string => {
  const items = Array.from(
    { length: posts },
    (_, nth) => `<item><title>${title} ${nth + 1}</title><link>/p/${nth}/</link>
      <pubDate>${16 - nth} Nov 2026 08:30:00 GMT</pubDate><dc:creator>Mira Okonedo-Vale</dc:creator>
      <description>${nth % 2 ? 'Short.' : TEXT}</description><category>boats</category><slash:comments>${nth}</slash:comments>
      ${nth % 2 ? '' : '<enclosure url="/test/pages/picture.svg" type="image/svg+xml"/>'}</item>`,
  );
  const spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"';
  return at('feed.xml', { delay, body: `<rss version="2.0" ${spaces}><channel>${items.join('')}</channel></rss>` });
};

const FALLBACK = '<ul><li><a href="/p/0/">Winter berths</a></li><li><a href="/p/1/">Soup for fog</a></li></ul>';
const HIGH = `<ul>${'<li>An old post with a title</li>'.repeat(40)}</ul>`;
const measures = (PerformanceObserver.supportedEntryTypes ?? []).includes('layout-shift');

/** How much the page shifts while something is done, where the engine says. */
async function shift(act: () => Promise<void>): Promise<number> {
  if (!measures) return act().then(() => 0);
  let sum = 0;
  const add = (entries: PerformanceEntryList): void =>
    entries.forEach((entry) => (sum += (entry as PerformanceEntry & { value: number }).value));
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  await frame();
  observer.observe({ type: 'layout-shift' });
  await act();
  await frame();
  add(observer.takeRecords());
  observer.disconnect();
  return sum;
}

/** Shows a list with text around it, and how far the text below moves until the list is there. */
async function moved(tag: string, attributes: string, src: string, inside = ''): Promise<number> {
  const list = show(`<p>Above</p><${tag} src="${src}" ${attributes}>${inside}</${tag}><p class="below">Below</p>`);
  await settled(list, 'loading');
  await frame();
  const top = (): number => $('.below').getBoundingClientRect().top;
  const before = top();
  let after = NaN;
  const sum = await shift(async () => {
    await settled(list, 'ready');
    for (const picture of list.shadowRoot!.querySelectorAll('img')) await picture.decode().catch(() => 0);
    await frame();
    after = top();
  });
  // Layout is done in fractions of a pixel; nobody sees one.
  return sum || Math.round((after - before) * 4) / 4;
}

describe('nothing moves when the posts come', () => {
  (measures ? it : it.skip)('is seen by this test: a text that moves is a shift', async () => {
    show('<dogeared-recent></dogeared-recent><p class="below">Below</p>');
    await frame();
    const sum = await shift(async () => {
      $('dogeared-recent').before(
        Object.assign(document.createElement('p'), { textContent: 'New', style: 'height: 200px' }),
      );
      await frame();
    });
    expect(sum).to.be.greaterThan(0);
  });

  it('for a feed that takes a second', async () => {
    expect(await moved('dogeared-recent', '', feed(1000, LONG), FALLBACK)).to.equal(0);
  });

  const SHOWS = ['', 'date', 'date excerpt image', 'date author count tags excerpt image'];
  for (const layout of ['list', 'grid', 'cards'])
    for (const fields of SHOWS)
      for (const [what, title, posts] of [
        ['short titles', 'Soup', 5],
        ['long titles', LONG, 5],
        ['fewer posts than places', 'Soup', 2],
      ] as const)
        it(`in layout="${layout}" show="${fields}" with ${what}`, async () => {
          const attributes = `layout="${layout}" show="${fields}"`;
          expect(await moved('dogeared-recent', attributes, feed(60, title, posts))).to.equal(0);
        });

  for (const [what, inside] of [
    ['a fallback', FALLBACK],
    ['a fallback that is higher than the list', HIGH],
    ['something before and after the list', '<p slot="before">Before</p><p slot="after">After</p>'],
    ['what shows when there is no list', '<p slot="empty">Empty</p><p slot="failed">Failed</p>'],
    ['a template', '<template><a data-href data-text="title"></a></template>'],
  ] as const)
    it(`with ${what}`, async () => {
      expect(await moved('dogeared-recent', '', feed(60, 'Soup'), inside)).to.equal(0);
    });

  for (const [tag, attributes] of [
    ['dogeared-featured', 'show="image excerpt" layout="cards"'],
    ['dogeared-favorites', 'show="count reason"'],
    ['dogeared-favorites', 'within="30d" heading="Lately"'],
    ['dogeared-recent', 'limit="1" heading="New"'],
    ['dogeared-recent', 'lang="ja" show="date tags"'],
    ['dogeared-recent', 'dir="rtl" lang="ar" layout="grid" show="date image"'],
  ] as const)
    it(`in <${tag} ${attributes}>`, async () => {
      expect(await moved(tag, attributes, feed(60, LONG), FALLBACK)).to.equal(0);
    });

  it('in the room that README tells to keep until the script is there', async () => {
    const list = await settled(show(`<dogeared-recent src="${feed(400, LONG)}"></dogeared-recent>`), 'loading');
    const ems = list.getBoundingClientRect().height / parseFloat(getComputedStyle(list).fontSize);
    expect(ems.toFixed(2)).to.equal('16.80');
  });

  it('when a refresh brings other posts', async () => {
    const list = await settled(
      show(`<dogeared-recent src="${feed(0, LONG)}"></dogeared-recent><p class="below">Below</p>`),
      'ready',
    );
    const top = $('.below').getBoundingClientRect().top;
    list.posts = [{ title: 'One', url: '/one/' }];
    await list.updateComplete;
    expect($('.below').getBoundingClientRect().top).to.equal(top);
    expect(part(list, 'list')!.querySelectorAll('li:not([part])')).to.have.length(4);
  });
});
