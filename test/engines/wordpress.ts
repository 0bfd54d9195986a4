/** WordPress of Debian with a MariaDB of its own: the tags stand in a widget of a real theme. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATES, KILN_MORNING, LONG, MOST_READ, NEWEST, READ_LATELY, SCRIPT } from './content/expected.ts';
import { comments } from './wordpress-comments.ts';
import { engine, type Site, type Stage } from './engine.ts';
import { startMariaDb } from './mariadb.ts';
import { freePort, type Process } from './processes.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export interface WordPress extends Site {
  /** wp-content of the site. */
  content: string;
  /** The numbers of the posts, by slug. */
  ids: Record<string, number>;
  server: Process;
  serve(): Promise<Process>;
}

export async function start({ folder, processes, elements }: Stage): Promise<WordPress> {
  const root = join(folder, 'site');
  const content = join(root, 'wp-content');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  // Debian's package is full of links, and its configuration looks in /etc.
  cpSync('/usr/share/wordpress', root, { recursive: true, dereference: true });
  rmSync(join(root, '.htaccess'), { force: true });
  for (const name of ['uploads', 'mu-plugins']) mkdirSync(join(content, name), { recursive: true });
  cpSync(path('wordpress/wp-config.php'), join(root, 'wp-config.php'));
  cpSync(path('wordpress/engines.php'), join(content, 'mu-plugins/engines.php'));
  mkdirSync(join(content, 'mu-plugins/engines'));
  cpSync(path('wordpress/thread.php'), join(content, 'mu-plugins/engines/thread.php'));
  elements(join(content, 'dogeared'));

  const env = {
    WP_ROOT: root,
    WP_ORIGIN: origin,
    WP_SOCKET: await startMariaDb(processes, join(folder, 'sql'), 'wp'),
    PHP_CLI_SERVER_WORKERS: '4',
  };
  const seeded = await processes.run('php', [path('wordpress/seed.php'), path('content')], { env });
  const ids = JSON.parse(seeded.slice(seeded.lastIndexOf('{'))) as WordPress['ids'];
  const views = JSON.parse(readFileSync(path('content/views.json'), 'utf8')) as Record<string, number>;
  // As a plugin for statistics would keep them: by the address without the site.
  const posts = JSON.parse(readFileSync(path('content/posts.json'), 'utf8')) as { slug: string; date: string }[];
  const counts = posts.map(({ slug, date }) => [`/${date.slice(0, 7).replace('-', '/')}/${slug}/`, views[slug]]);
  writeFileSync(join(content, 'views.json'), JSON.stringify(Object.fromEntries(counts)));

  const serve = async (): Promise<Process> => {
    const args = ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', root, path('wordpress/router.php')];
    const server = processes.start('php', args, { env });
    await server.until('the blog answers', async () => (await fetch(`${origin}/wp-json/`)).ok);
    return server;
  };
  return { origin, content, ids, serve, server: await serve() };
}

/** WordPress says so in its feeds and pages, and not in its API. */
const PROTECTED = 'Protected: Members only';
const RECENT = ['Kiln diary', 'Members only', 'Summer hours', 'The tea that waited', 'Broken lids'];
/** The protected post is of the fifteenth. */
const RECENT_DATES = [DATES[0], '2025-06-15T10:00:00.000Z', ...DATES.slice(1, 4)];

export const wordpress = engine<WordPress>({
  name: 'wordpress',
  debian: [
    'wordpress',
    'wordpress-theme-twentytwentyone',
    'php-cli',
    'php-mysql',
    'php-gd',
    'php-xml',
    'php-mbstring',
    'mariadb-server-core',
    'mariadb-client-core',
  ],
  start,
  checks: {
    async 'the four lists from the REST API'({ origin }, { open }) {
      const tab = await open(`${origin}/`);
      const recent = await tab.list('#rest-recent');
      assert.deepEqual(
        recent.items.map(({ title }) => title),
        RECENT,
      );
      assert.deepEqual(
        recent.items.map(({ date }) => date),
        RECENT_DATES,
      );
      const featured = await tab.list('#rest-featured');
      assert.equal(featured.items[0]?.title, 'A mug for left hands', 'the sticky one');
      assert.equal(featured.items[0]?.excerpt, 'The handle knows which side you are on.');
      assert.deepEqual(await tab.titles('#rest-favorites'), MOST_READ);
      assert.equal((await tab.list('#rest-favorites')).note, '', 'all posts were looked at');
      assert.deepEqual(await tab.titles('#rest-lately'), READ_LATELY);
    },
    async 'the four lists from the feed'({ origin }, { open }) {
      const tab = await open(`${origin}/`);
      const recent = await tab.list('#feed-recent');
      assert.deepEqual(
        recent.items.map(({ title }) => title),
        RECENT.with(1, PROTECTED),
      );
      assert.deepEqual(
        recent.items.map(({ date }) => date),
        RECENT_DATES,
      );
      // By the number of comments: 27, 4, 3, 2, 1.
      const favorites = await tab.list('#feed-favorites');
      const commented = ['The tea that waited', NEWEST[5], 'Summer hours', 'Broken lids', 'Clay from the river'];
      assert.deepEqual(
        favorites.items.map(({ title }) => title),
        commented,
      );
      assert.match(favorites.note, /10/, 'it says that these are of the latest ten');
      assert.deepEqual(await tab.titles('#feed-featured'), ['The tea that waited'], 'a feed has no sticky posts');
      // Halved every 15 days: 9.4, 2.1, 0.3, 0.09, 0.01.
      assert.deepEqual(await tab.titles('#feed-lately'), [
        'The tea that waited',
        'Summer hours',
        'Broken lids',
        NEWEST[5],
        'Clay from the river',
      ]);
      await tab.picture('wordpress');
    },
    async 'odd titles are text; drafts, private and future posts are not there'({ origin }, { open }) {
      const tab = await open(`${origin}/`);
      const titles = await tab.titles('#all');
      assert.deepEqual(titles, [NEWEST[0], 'Members only', ...NEWEST.slice(1)]);
      for (const odd of [SCRIPT, LONG, KILN_MORNING]) assert.ok(titles.includes(odd), odd);
      assert.equal(await tab.ran(), false);
    },
    async 'a protected post is listed without its words'({ origin }, { open }) {
      const tab = await open(`${origin}/`);
      for (const list of ['#rest-recent', '#feed-recent']) {
        const { items } = await tab.list(list);
        const said = items.find(({ title }) => title.endsWith('Members only'))!.excerpt ?? '';
        assert.doesNotMatch(said, /ash|password:|<form/i);
      }
    },
    async 'every link leads to its post'({ origin }, { open }) {
      const tab = await open(`${origin}/`);
      for (const { title, url } of (await tab.list('#all')).items) {
        const answer = await fetch(url);
        assert.equal(answer.status, 200, url);
        const [, heading = ''] = /<h1[^>]*>([^]*?)<\/h1>/.exec(await answer.text()) ?? [];
        // WordPress writes typographic marks and entities of its own.
        const plain = heading
          .replace(/&#0?38;|&amp;/g, '&')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>');
        assert.equal(plain.trim(), title === 'Members only' ? PROTECTED : title);
      }
    },
    async 'the post that is read is not among the favorites'({ origin, ids }, { open }) {
      const tab = await open(`${origin}/?p=${ids['market-day']}`);
      assert.deepEqual(await tab.titles('#rest-favorites'), [
        'First firing',
        'A mug for left hands',
        'Clay from the river',
        'Summer hours',
        'The wheel that squeaks',
      ]);
    },
    ...comments,
    async 'a server that dies: the list stays, an error says so, and all is well when it is back'(site, { open }) {
      const tab = await open(`${site.origin}/`);
      assert.deepEqual(await tab.titles('#rest-recent'), RECENT);
      // It asks when somebody comes near.
      await tab.page.$eval('#latest', (list) => list.scrollIntoView());
      await tab.until(() => document.querySelector('#latest')?.shadowRoot?.querySelector('[part=item]'));
      await site.server.end();
      await tab.refresh('#rest-recent');
      const list = await tab.list('#rest-recent');
      assert.equal(list.state, 'ready');
      assert.deepEqual(
        list.items.map(({ title }) => title),
        RECENT,
      );
      const said = tab.told().filter((line) => !line.startsWith('Failed to load resource'));
      // Each element that shares the source says so, once.
      const who = said.map(
        (line) => /^<(dogeared-\w+)>: .*cannot be reached; keeping what is there\.$/.exec(line)?.[1],
      );
      const lists = [
        'dogeared-favorites',
        'dogeared-favorites',
        'dogeared-featured',
        'dogeared-recent',
        'dogeared-recent',
      ];
      assert.deepEqual(who.sort(), lists);
      site.server = await site.serve();
      await tab.refresh('#rest-recent');
      assert.deepEqual(await tab.titles('#rest-recent'), RECENT);
    },
    // Who comes when all posts are there already gets them without what nobody has asked for yet: pictures, tags, authors.
    async 'a list that comes later has what only it shows'({ origin }, { open }) {
      const tab = await open(`${origin}/`);
      await tab.list('#all');
      await tab.page.$eval('#all', (list) => {
        const late = Object.assign(document.createElement('dogeared-recent'), { id: 'late' });
        late.setAttribute('src', list.getAttribute('src')!);
        late.setAttribute('show', 'author');
        list.after(late);
      });
      tab.patience = 3000;
      await tab.until(() => document.querySelector('#late')?.shadowRoot?.querySelector('[part=author]'));
    },
    async 'the numbers of comments make favorites'({ origin }, { open }) {
      const tab = await open(`${origin}/`);
      await tab.page.$eval('#all', (list) => {
        const commented = Object.assign(document.createElement('dogeared-favorites'), { id: 'commented' });
        commented.setAttribute('src', list.getAttribute('src')!);
        commented.setAttribute('counts-src', '/wp-json/wp/v2/comments');
        list.after(commented);
      });
      // 27, 4, and 3, 3, 1: one more was written on lids than at first.
      assert.deepEqual(await tab.titles('#commented'), [
        'The tea that waited',
        NEWEST[5],
        'Summer hours',
        'Broken lids',
        'Clay from the river',
      ]);
      // How many comments a protected post has, WordPress says to nobody.
      assert.ok(tab.told().every((line) => line.includes('401')));
    },
  },
});
