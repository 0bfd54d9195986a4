/**
 * Ghost 5 and 6, replayed: their answers were captured, since to install Ghost takes a quarter of an hour. A question that
 * was not captured has no answer, so what the elements ask is part of what is checked.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engine, type Site } from './engine.ts';
import { files, listen } from './files.ts';
import { replay } from './replay.ts';
import { outline, Thread } from './thread.ts';

interface Ghosts extends Site {
  close: () => void;
  /** The other Ghost, whose API a page of this one reads across origins. */
  six: string;
  /** What the replayed Ghost was asked. */
  asked: string[];
}

const KEY = 'd1625e8a74be199f592d97f371';
const KEY_6 = 'cb818be96b9a5c7a024a67951c';
/** The post that has been talked about. */
const LAMP = '6b0475ba9d62523337f3654f';
const FEATURED = `/ghost/api/content/posts/?key=${KEY}&filter=featured:true&include=tags&fields=id,slug,title,url,published_at,excerpt,feature_image,featured`;
const posts = (key: string): string => `/ghost/api/content/posts/?key=${key}&include=tags,authors&limit=10`;

/** The captures are of a blog with later dates than the one of the other engines. */
const NOW = Date.UTC(2026, 10, 23);
const LONG =
  'A very long title about a very short walk from the fish market past the chandlery and the closed cinema to the end of the pier and back again before the rain';
/** As the blog's own index has them; Ghost lists posts for members, too. */
const NEWEST = ['Winter berths', 'Soup for fog', 'Members only', 'The ferry timetable as JSON', LONG];
const DATES = ['2026-11-16T08:30', '2026-10-19T17:00', '2026-09-01T10:00', '2026-08-23T11:11', '2026-06-01T05:55'];

const page = (tags: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Harbour Notes</title>
<link rel="stylesheet" href="/style.css"><script type="module" src="/dogeared/dogeared.js"></script><main>${tags}</main>`;

const PAGES: Readonly<Record<string, (six: string) => string>> = {
  'api.html': () => `<h2>Recently added</h2>
<dogeared-recent id="recent" src="${posts(KEY)}" show="date author excerpt"></dogeared-recent>
<h2>Featured</h2><dogeared-featured id="featured" src="${FEATURED}" limit="3" show="excerpt"></dogeared-featured>`,
  'rss.html':
    () => `<h2>Recently added</h2><dogeared-recent id="recent" src="/rss/" show="date excerpt"></dogeared-recent>
<h2>All-time favorites</h2><dogeared-favorites id="favorites" src="/rss/" counts-src="/views.json" show="count"></dogeared-favorites>
<h2>Everything</h2><dogeared-recent id="all" src="/rss/" limit="20"></dogeared-recent>`,
  'six.html': (six) => `<dogeared-recent id="recent" src="${six}${posts(KEY_6)}" show="date author"></dogeared-recent>`,
  'feed-of-another-site.html': (six) =>
    `<dogeared-recent id="recent" src="${six}/rss/"><ul><li>What was there</li></ul></dogeared-recent>`,
  'thread.html': () =>
    `<h1>A lamp for the pier</h1><dogeared-comments src="/members/api/comments/post/${LAMP}/" sort="newest"></dogeared-comments>`,
  'bad-key.html': () =>
    `<dogeared-recent id="recent" src="/ghost/api/content/posts/?key=00000000000000000000000000" show="author">What was there</dogeared-recent>`,
};

export const ghost = engine<Ghosts>({
  name: 'ghost',
  async start({ folder, elements, later }) {
    const root = join(folder, 'site');
    mkdirSync(root);
    const asked: string[] = [];
    const [five, six] = [
      await listen(replay('ghost', files(root), asked)),
      await listen(replay('ghost-6', (_, response) => response.writeHead(404).end())),
    ];
    later(five.close);
    later(six.close);
    elements(join(root, 'dogeared'));
    cpSync(fileURLToPath(new URL('sites/style.css', import.meta.url)), join(root, 'style.css'));
    const views = {
      '/gulls-a-field-guide/': 33,
      '/soup-for-fog/': 21,
      '/winter-berths/': 8,
      '/salt-rust-and-paint/': 5,
    };
    writeFileSync(join(root, 'views.json'), JSON.stringify(views));
    for (const [name, tags] of Object.entries(PAGES)) writeFileSync(join(root, name), page(tags(six.origin)));
    return { origin: five.origin, six: six.origin, asked, close: five.close };
  },
  checks: {
    async 'recent posts from the Content API, with dates and authors'({ origin, asked }, { open }) {
      const tab = await open(`${origin}/api.html`, NOW);
      const { items } = await tab.list('#recent');
      assert.deepEqual(
        items.map(({ title }) => title),
        NEWEST,
      );
      assert.deepEqual(
        items.map(({ date }) => date?.slice(0, 16)),
        DATES,
      );
      assert.equal(items[0]?.url, 'http://localhost:2368/winter-berths/');
      assert.equal(items[1]?.excerpt, 'One pot, four people, zero visibility.');
      assert.ok(asked.some((one) => one.includes(KEY)));
      await tab.picture('ghost');
    },
    async 'featured posts by a filter of the API, newest first'({ origin }, { open }) {
      const tab = await open(`${origin}/api.html`, NOW);
      const gulls = 'Gulls: a field guide for people who have lost a sandwich to one';
      assert.deepEqual(await tab.titles('#featured'), ['Soup for fog', gulls, 'A lamp for the pier']);
    },
    async 'recent posts and favorites from the feed'({ origin }, { open }) {
      const tab = await open(`${origin}/rss.html`, NOW);
      const { items } = await tab.list('#recent');
      assert.deepEqual(
        items.map(({ title }) => title),
        NEWEST,
      );
      assert.deepEqual(
        items.map(({ date }) => date?.slice(0, 16)),
        DATES,
      );
      // Four have views, which is fewer than five places: so the newest fill up, and a signal needs five. See README.
      assert.equal((await tab.list('#favorites')).items.length, 5);
      const all = await tab.titles('#all');
      assert.equal(all.length, 13);
      assert.equal(all[8], 'How to print <script> in a title without breaking your site');
      assert.equal(all[7], '港の朝ごはん 🍙');
    },
    async 'Ghost 6 from a page on another site: its API allows it'({ origin }, { open }) {
      const tab = await open(`${origin}/six.html`, NOW);
      assert.deepEqual(await tab.titles('#recent'), NEWEST);
    },
    async 'the feed of another site may not be read: the fallback stays, and the message says why'(
      { origin },
      { open },
    ) {
      const tab = await open(`${origin}/feed-of-another-site.html`, NOW);
      assert.equal((await tab.list('#recent')).state, 'failed');
      assert.equal(await tab.page.$eval('#recent li', (item) => item.checkVisibility()), true);
      const said = tab.told().filter((line) => line.startsWith('<dogeared'));
      assert.equal(said.length, 1);
      assert.match(said[0]!, /CORS.*showing the fallback/);
    },
    async 'comments: all of a thread, the answers that have to be asked for, too'({ origin, asked }, { open }) {
      const tab = await open(`${origin}/thread.html`, NOW);
      const thread = new Thread(tab);
      const all = await thread.comments();
      // Answers say what they answer; newest first, on every level.
      const answers =
        'Mira Okonedo-Vale(Tobias Fennimark(Jun Haverlock(Señora Niebla Anneke Driftwood(Jun Haverlock Old Pasco))))';
      const roots = 'Señora Niebla(Mira Okonedo-Vale) anonymous_gull Lioba Quince Mira Okonedo-Vale Señora Niebla';
      assert.equal(outline(all), `${roots} Tobias Fennimark(Lioba Quince ${answers})`);
      assert.equal(all.length, 15);
      assert.ok(asked.some((one) => one.includes('/replies/')));
      const gull = all.find(({ author }) => author === 'anonymous_gull')!;
      assert.match(gull.text, /^<script>alert\('gull'\)<\/script><b>KRAAH<\/b> <img src=x/);
      assert.deepEqual(gull.tags, ['p']);
      await tab.picture('ghost-thread');
    },
    async 'a wrong key: the fallback stays, and the message says 401'({ origin }, { open }) {
      const tab = await open(`${origin}/bad-key.html`, NOW);
      assert.equal((await tab.list('#recent')).state, 'failed');
      const said = tab.told().filter((line) => line.startsWith('<dogeared'));
      assert.match(said.join('\n'), /answered 401; showing the fallback/);
    },
    async 'a server that is gone: the list stays, and an error says so'({ origin, close }, { open }) {
      const tab = await open(`${origin}/api.html`, NOW);
      const before = await tab.titles('#recent');
      close();
      await tab.refresh('#recent');
      assert.deepEqual([await tab.titles('#recent'), (await tab.list('#recent')).state], [before, 'ready']);
      const said = tab.told().filter((line) => line.startsWith('<dogeared-recent>'));
      assert.ok(
        said.some((line) => /cannot be reached.*; keeping what is there\.$/.test(line)),
        said.join(),
      );
    },
  },
});
