/** The comments of Waline, on a page of another origin, as its users have them. */
import assert from 'node:assert/strict';
import type { Checks } from './engine.ts';
import { MOST_READ } from './content/expected.ts';
import { outline, Thread } from './thread.ts';
import type { Waline } from './waline.ts';
import { TEA } from './waline/seed.ts';

const READERS = Array.from({ length: 9 }, (_, at) => `Reader ${at + 1}`);
const ALL = `<b>Ines</b> Mara(Jonas(Mara)) Fog ${READERS.join(' ')}`;
const COULD_NOT = 'Your comment could not be sent; it is still here.';

export const comments: Checks<Waline> = {
  async 'comments: the thread of the page that is read, what is sticky first'({ page }, { open }) {
    const tab = await open(`${page}${TEA}`);
    const thread = new Thread(tab);
    const all = await thread.comments();
    assert.equal(outline(all), ALL);
    assert.equal((await thread.words())[0], '14 comments');
    assert.equal(all[1]?.date, '2025-05-29T08:00:00.000Z');
    await tab.picture('waline');
  },
  async 'comments: page after page, by their roots'({ page, origin }, { open }) {
    const thread = new Thread(await open(`${page}${TEA}`));
    await thread.set('limit', '7');
    await thread.set('src', `${origin}/api/comment?pageSize=5`);
    await thread.many(7);
    await thread.click('[part=more]');
    await thread.many(14);
    assert.equal(outline(await thread.comments()), ALL);
    assert.equal(await thread.has('[part=more]'), false);
  },
  async 'comments: what is hostile is harmless'({ page }, { open }) {
    const tab = await open(`${page}${TEA}`);
    const all = await new Thread(tab).comments();
    const by = (name: string) => all.find(({ author }) => author === name)!;
    assert.equal(by('Fog').text, 'smoke');
    assert.deepEqual(by('Mara').tags, ['p', 'strong']);
    assert.match(by('<b>Ines</b>').text, /^Use <script> here: /);
    assert.deepEqual(
      all.flatMap(({ links }) => links.filter((link) => !/^https?:/.test(link))),
      [],
    );
    assert.equal(await tab.ran(), false);
  },
  async 'comments: the newest of the blog'({ page }, { open }) {
    const tab = await open(`${page}${TEA}`);
    await tab.page.$eval('#latest', (list) => list.scrollIntoView());
    await tab.until(() => document.querySelector('#latest')?.shadowRoot?.querySelectorAll('[part=item]').length === 3);
    const items = await tab.page.$$eval('#latest >>> [part=item]', (all) =>
      all.map((item) => item.textContent!.replace(/\s+/g, ' ').trim()),
    );
    // The newest was said by an earlier check.
    assert.match(items[0]!, /^Nora on .* Ours broke in March\./);
    assert.match(items[1]!, /^Jonas on .* Three rings of the bell\./);
  },
  async 'comments: an answer is written; too quick and twice are told, and nothing is lost'({ page }, { open }) {
    const tab = await open(`${page}${TEA}`);
    const thread = new Thread(tab);
    const before = await thread.comments();
    // Below Jonas, who has answered Mara: Waline keeps two levels, and says what an answer answers.
    await thread.click('[part=replies] [part=comment] [part=reply]');
    const body = 'In **ours** it is. <script>window.__ran = 1</script>';
    await thread.fill({ name: 'Nora', body }, '[part=replies] form');
    assert.equal(await thread.send('[part=replies] form'), '');
    const after = await thread.many(before.length + 1);
    assert.equal(outline(after), ALL.replace('Jonas(Mara)', 'Jonas(Mara Nora)'));
    assert.match(after.find(({ author }) => author === 'Nora')!.text, /^In ours it is\./);

    await thread.fill({ name: 'Nora', body: 'And another thing.' });
    const flood = 'That was quick. Please wait a moment before the next comment.';
    assert.equal(await thread.send(), `${COULD_NOT} ${flood}`);
    assert.equal(await thread.value('body'), 'And another thing.');
    await thread.fill({ name: 'Reader 1', email: 'reader@example.org', body: 'Cup number 1.' });
    assert.equal(await thread.send(), `${COULD_NOT} This comment is there already.`);
    assert.equal(await tab.ran(), false);
    await tab.picture('waline-posted');
  },
  async 'comments: a server that dies: the thread stays, and a note says so'(site, { open }) {
    const tab = await open(`${site.page}${TEA}`);
    const thread = new Thread(tab);
    const before = await thread.comments();
    await site.server.end();
    await tab.refresh('dogeared-comments');
    assert.deepEqual(await thread.comments(), before);
    assert.ok((await thread.words()).some((words) => words.startsWith('The comments could not be loaded.')));
    assert.equal(thread.told().filter((line) => line.includes('<dogeared-comments>')).length, 1);
    site.server = await site.serve();
    await tab.refresh('dogeared-comments');
    assert.equal((await thread.words()).length, 1);
  },

  async 'comments: in the order that a reader wants, by what Waline knows'({ page }, { open }) {
    const tab = await open(`${page}${TEA}`);
    const thread = new Thread(tab);
    await thread.comments();
    const first = (): string =>
      document
        .querySelector('dogeared-comments')!
        .shadowRoot!.querySelector('[part=list] > li:nth-child(2) [part=author]')!.textContent;
    assert.equal(await tab.page.evaluate(first), 'Mara');
    await tab.page.evaluate(() => {
      const select = document
        .querySelector('dogeared-comments')!
        .shadowRoot!.querySelector<HTMLSelectElement>('[part=sort]')!;
      select.value = 'newest';
      select.dispatchEvent(new Event('change'));
    });
    // After the one that is pinned.
    await tab.until(
      (name) =>
        document
          .querySelector('dogeared-comments')!
          .shadowRoot!.querySelector('[part=list] > li:nth-child(2) [part=author]')!.textContent === name,
      'Reader 9',
    );
  },
  async 'comments: their number'({ page }, { open }) {
    const tab = await open(`${page}${TEA}`);
    await tab.until(() =>
      /^\d+ comments$/.test(
        document.querySelector('#count')?.shadowRoot?.querySelector('[part=count]')?.textContent ?? '',
      ),
    );
  },
  // Waline knows posts by their paths, and these are of the blog, not of Waline.
  async 'the newest comments of the blog lead to its posts'({ page }, { open }) {
    const tab = await open(`${page}${TEA}`);
    await tab.page.$eval('#latest', (list) => list.scrollIntoView());
    await tab.until(() => document.querySelector('#latest')?.shadowRoot?.querySelector('[part=item]'));
    const links = await tab.page.$$eval('#latest >>> a', (all) => all.map(({ href }) => href));
    assert.ok(links[0]?.startsWith(`${page}/posts/`), links[0]);
  },
  async 'the views of Waline make favorites'({ page }, { open }) {
    const tab = await open(`${page}${TEA}`);
    tab.patience = 3000;
    assert.deepEqual(await tab.titles('#favorites'), MOST_READ);
    assert.match(await tab.page.$eval('#favorites >>> [part=count]', (count) => count.textContent ?? ''), /30 views/);
  },
};
