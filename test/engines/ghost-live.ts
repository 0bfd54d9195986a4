/** Ghost itself, with `NIGHTLY=1`: half a gigabyte, and minutes to install. The other times its answers are replayed. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATES, NEWEST } from './content/expected.ts';
import { engine, type Site } from './engine.ts';
import { files, listen } from './files.ts';
import { GHOST, installGhost, MACHINE } from './ghost-live/install.ts';
import { seed } from './ghost-live/seed.ts';
import { freePort, type Process } from './processes.ts';

interface Live extends Site {
  server: Process;
}

const page = (ghost: string, key: string, id: string): string => {
  const posts = `${ghost}/ghost/api/content/posts/?key=${key}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kiln notes</title>
<script type="module" src="/dogeared/dogeared.js"></script>
<h2>Recently added</h2><dogeared-recent id="recent" src="${posts}" limit="20" show="date"></dogeared-recent>
<h2>Featured</h2><dogeared-featured id="featured" src="${posts}" show="excerpt"></dogeared-featured>
<dogeared-comments src="${ghost}/members/api/comments/post/${id}/"><p>What was there</p></dogeared-comments>`;
};

export const ghostLive = engine<Live>({
  name: 'ghost-live',
  prepare: installGhost,
  async start({ folder, processes, elements, later }) {
    const port = await freePort();
    const ghost = `http://127.0.0.1:${port}`;
    const content = join(folder, 'content');
    cpSync(join(GHOST, 'content'), content, { recursive: true });
    for (const name of ['data', 'images', 'logs', 'themes', 'apps', 'files', 'media', 'settings', 'public', 'adapters'])
      mkdirSync(join(content, name), { recursive: true });
    // Its settings, as its environment says them.
    const env = {
      NODE_ENV: 'development',
      PATH: MACHINE,
      url: ghost,
      server__port: String(port),
      server__host: '127.0.0.1',
      database__client: 'sqlite3',
      database__connection__filename: join(folder, 'ghost.db'),
      database__useNullAsDefault: 'true',
      mail__transport: 'stub',
      privacy__useUpdateCheck: 'false',
      privacy__useGravatar: 'false',
      privacy__useRpcPing: 'false',
      paths__contentPath: content,
      logging__transports: '["stdout"]',
      security__staffDeviceVerification: 'false',
    };
    const server = processes.start('node', ['index.js'], { cwd: GHOST, env });
    await server.until('it answers', async () => (await fetch(`${ghost}/ghost/api/admin/site/`)).ok, 80_000);
    const { key, id } = await seed(ghost);
    const root = join(folder, 'site');
    mkdirSync(root);
    elements(join(root, 'dogeared'));
    writeFileSync(join(root, 'index.html'), page(ghost, key, id));
    const site = await listen(files(root));
    later(site.close);
    return { origin: site.origin, server };
  },
  checks: {
    async 'recent posts from the Content API, with their dates; no draft'({ origin }, { open }) {
      const { items } = await (await open(`${origin}/`)).list('#recent');
      assert.deepEqual([items.map(({ title }) => title), items.map(({ date }) => date)], [NEWEST, DATES]);
    },
    async 'the featured post'({ origin }, { open }) {
      assert.deepEqual(await (await open(`${origin}/`)).titles('#featured'), ['A mug for left hands']);
    },
    async 'a post without comments has none'({ origin }, { open }) {
      const tab = await open(`${origin}/`);
      await tab.page.$eval('dogeared-comments', (thread) => thread.scrollIntoView());
      await tab.until(() => document.querySelector('dogeared-comments')!.getAttribute('state') === 'empty');
      for (const list of ['#recent', '#featured']) await tab.list(list);
      await tab.picture('ghost-live');
    },
    async 'a server that dies: the list stays, and an error says so'({ origin, server }, { open }) {
      const tab = await open(`${origin}/`);
      const before = await tab.titles('#recent');
      await server.end();
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
