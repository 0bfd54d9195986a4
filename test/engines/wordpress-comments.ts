/** The comments of WordPress: read through its REST API, and written through it where the site takes them from everybody. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checks, Stage } from './engine.ts';
import { outline, Thread } from './thread.ts';
import type { WordPress } from './wordpress.ts';

const READERS = Array.from({ length: 22 }, (_, at) => `Reader ${at + 1}`);
const ALL = `Mara(Jonas(Mara)) Fog <b>Ines</b> ${READERS.join(' ')}`;
const COULD_NOT = 'Your comment could not be sent; it is still here.';

const NORA = { name: 'Nora', email: 'nora@example.org' };

/** A switch of the site. */
function turn({ content }: WordPress, name: 'anonymous-comments' | 'closed-comments', on: boolean): void {
  const file = join(content, name);
  if (on) writeFileSync(file, '');
  else rmSync(file, { force: true });
}

async function threadOf({ origin, ids }: WordPress, { open }: Stage, slug: string, hash = '') {
  const tab = await open(`${origin}/?p=${ids[slug]}${hash}`);
  return { tab, thread: new Thread(tab) };
}

interface Kept {
  id: number;
  parent: number;
  author_name: string;
  content: { rendered: string };
}

/** The newest comments on a post, as WordPress has them. */
const kept = async ({ origin, ids }: WordPress, slug: string): Promise<Kept[]> =>
  (await (await fetch(`${origin}/wp-json/wp/v2/comments?post=${ids[slug]}&order=desc&orderby=id`)).json()) as Kept[];

export const comments: Checks<WordPress> = {
  async 'comments: a thread, twenty at first, and no comment that waits'(site, stage) {
    const { tab, thread } = await threadOf(site, stage, 'the-tea-that-waited');
    const first = await thread.comments();
    assert.equal(outline(first), `Mara(Jonas(Mara)) Fog <b>Ines</b> ${READERS.slice(0, 15).join(' ')}`);
    assert.deepEqual((await thread.words())[0], '27 comments');
    assert.equal(first[0]?.date, '2025-05-29T08:00:00.000Z', 'in UTC, whatever the site’s own clock says');
    await tab.picture('wordpress-thread');
    await thread.click('[part=more]');
    assert.equal(outline(await thread.many(27)), ALL);
  },
  async 'comments: pages are read by what the headers say'(site, stage) {
    const { thread } = await threadOf(site, stage, 'the-tea-that-waited');
    await thread.set('limit', '10');
    await thread.set('src', `/wp-json/wp/v2/comments?post=${site.ids['the-tea-that-waited']}&per_page=10`);
    for (const count of [10, 20, 27]) {
      assert.equal((await thread.many(count)).length, count);
      assert.equal((await thread.words())[0], '27 comments');
      if (count < 27) await thread.click('[part=more]');
    }
    assert.equal(outline(await thread.comments()), ALL);
    assert.equal(await thread.has('[part=more]'), false);
  },
  async 'comments: what is hostile is harmless, and what is text is text'(site, stage) {
    const { tab, thread } = await threadOf(site, stage, 'the-tea-that-waited');
    const all = await thread.comments();
    const by = (name: string) => all.find(({ author }) => author === name)!;
    assert.deepEqual([by('Fog').text, by('Fog').tags.filter((tag) => tag !== 'p')], ['smoke', []]);
    assert.deepEqual(by('Mara').tags, ['p', 'strong']);
    // WordPress does not read Markdown, and its filter has taken the tag away before it was stored.
    assert.match(by('<b>Ines</b>').text, /^Use .* here: \[a link\]\(javascript:alert\(1\)\) & \*stars\*$/);
    assert.deepEqual(by('<b>Ines</b>').links, []);
    assert.equal(await tab.ran(), false);
  },
  async 'comments: a link of WordPress to the last of them goes there'(site, stage) {
    const [last] = await kept(site, 'the-tea-that-waited');
    assert.equal(last?.author_name, 'Reader 22');
    const { tab } = await threadOf(site, stage, 'the-tea-that-waited', `#comment-${last?.id}`);
    await tab.until(() => {
      const active = document.querySelector('dogeared-comments')?.shadowRoot?.activeElement;
      return active?.closest('[part=comment]')?.querySelector('[part=author]')?.textContent === 'Reader 22';
    });
  },
  async 'comments: a closed post says so and has no form; a protected one shows nothing'(site, stage) {
    const { thread } = await threadOf(site, stage, 'clay-from-the-river');
    assert.equal((await thread.comments()).length, 1);
    assert.deepEqual(await thread.words(), ['1 comment', 'Comments on this post are closed.']);
    assert.equal(await thread.has('form'), false);
    await thread.set('src', `/wp-json/wp/v2/comments?post=${site.ids['members-only']}`);
    assert.deepEqual(await thread.many(0), []);
    const secret = 'The comments on this post are only for those who may read it.';
    assert.deepEqual(await thread.words(), ['No comments', secret]);
    assert.deepEqual(thread.told(), []);
    const { thread: other } = await threadOf(site, stage, 'market-day');
    assert.deepEqual(await other.comments(), []);
    assert.deepEqual(await other.words(), ['No comments']);
  },
  async 'comments: a site that wants a login says so, keeps what was written, and leads to its own form'(site, stage) {
    const { tab, thread } = await threadOf(site, stage, 'broken-lids');
    await thread.comments();
    await thread.fill({ ...NORA, body: 'Ours broke in March.' });
    const login = 'This site takes comments only from people who are logged in.';
    assert.equal(await thread.send(), `${COULD_NOT} ${login}`);
    assert.equal(await thread.value('body'), 'Ours broke in March.');
    assert.equal(await thread.has('form a[part=post][href$="#respond"]'), true);
    assert.equal((await kept(site, 'broken-lids')).length, 2);
    assert.deepEqual(thread.told(), []);
    await tab.picture('wordpress-login');
  },
  async 'comments: everybody may write where the site says so; too quick and twice are told'(site, stage) {
    turn(site, 'anonymous-comments', true);
    const { tab, thread } = await threadOf(site, stage, 'broken-lids');
    await thread.comments();
    const body = 'Ours broke <script>window.__ran = 1</script> in *March* & May.';
    await thread.click('[part=comment] [part=reply]');
    await thread.fill({ ...NORA, body }, '[part=list] form');
    assert.equal(await thread.send('[part=list] form'), '');
    const all = await thread.many(3);
    assert.equal(outline(all), 'Reader 1(Nora) Reader 2');
    assert.equal(all[1]?.text, body);
    const [newest, , oldest] = await kept(site, 'broken-lids');
    assert.deepEqual([newest?.author_name, newest?.parent], ['Nora', oldest?.id]);
    await tab.picture('wordpress-posted');

    await thread.fill({ ...NORA, body: 'And another one.' });
    const flood = 'That was quick. Please wait a moment before the next comment.';
    assert.equal(await thread.send(), `${COULD_NOT} ${flood}`);
    // What is there already is told before what is too quick.
    await thread.fill({ name: 'Reader 1', email: 'reader@example.org', body: 'Word number 1.' });
    assert.equal(await thread.send(), `${COULD_NOT} This comment is there already.`);
    assert.equal(await thread.value('body'), 'Word number 1.');
    assert.equal((await kept(site, 'broken-lids')).length, 3);

    turn(site, 'closed-comments', true);
    await thread.fill({ body: 'Too late?' });
    assert.equal(await thread.send(), `${COULD_NOT} Comments on this post are closed.`);
    turn(site, 'closed-comments', false);
    assert.equal(await tab.ran(), false);
    assert.deepEqual(thread.told(), []);
  },
  async 'comments: the newest of the blog, each with its post'({ origin }, { open }) {
    const tab = await open(`${origin}/`);
    await tab.until(() => document.querySelector('#latest')?.shadowRoot?.querySelectorAll('[part=item]').length === 5);
    const items = await tab.page.$$eval('#latest >>> [part=item]', (all) =>
      all.map((item) => item.textContent!.replace(/\s+/g, ' ').trim()),
    );
    assert.match(items[0]!, /^Nora on Broken lids Ours broke <script>/);
    assert.match(items[1]!, /^Reader 4 on What a bowl should cost Word number 4\./);
  },
};
