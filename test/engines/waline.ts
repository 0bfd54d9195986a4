/** Waline with SQLite: comments that anybody can write, and the views of posts. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { engine, type Site, type Stage } from './engine.ts';
import { files, listen } from './files.ts';
import { freePort, type Process } from './processes.ts';
import { comments } from './waline-comments.ts';
import { type Answer, seed, send, TEA } from './waline/seed.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export interface Waline extends Site {
  /** The origin of a site whose pages name this Waline. */
  page: string;
  server: Process;
  serve(): Promise<Process>;
}

/** A site of files, as one that needs Waline is: one post, and the blog's posts in a file. */
async function startSite({ folder, elements, later }: Stage, origin: string): Promise<string> {
  const root = join(folder, 'site');
  const page = join(root, TEA);
  mkdirSync(page, { recursive: true });
  elements(join(root, 'dogeared'));
  cpSync(path('sites/style.css'), join(root, 'style.css'));
  writeFileSync(join(page, 'index.html'), readFileSync(path('waline/page.html'), 'utf8').replaceAll('WALINE', origin));
  const posts = JSON.parse(readFileSync(path('content/posts.json'), 'utf8')) as Record<string, string>[];
  const records = posts.map(({ slug, title, date }) => ({ url: `/posts/${slug}/`, title, published: date }));
  writeFileSync(join(root, 'posts.json'), JSON.stringify({ posts: records }));
  const site = await listen(files(root));
  later(site.close);
  return site.origin;
}

export async function start(stage: Stage): Promise<Waline> {
  const { folder, processes } = stage;
  const data = join(folder, 'data');
  const database = join(data, 'waline.sqlite');
  mkdirSync(data);
  const empty = new DatabaseSync(database);
  empty.exec(readFileSync(path('waline/schema.sql'), 'utf8'));
  empty.close();

  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const args = ['--import', path('waline/preload.ts'), path('node_modules/@waline/vercel/vanilla.js'), String(port)];
  const serve = async (): Promise<Process> => {
    const server = processes.start('node', args, {
      env: {
        SQLITE_PATH: data,
        JWT_TOKEN: 'throwaway',
        DISABLE_REGION: 'true',
        // Both would ask somebody outside.
        AKISMET_KEY: 'false',
        OAUTH_URL: 'data:application/json,{"services":[]}',
      },
    });
    await server.until('it answers', async () => (await fetch(`${origin}/api/comment?type=count&url=/`)).ok);
    return server;
  };
  const server = await serve();
  await seed(origin, database);
  return { origin, page: await startSite(stage, origin), server, serve };
}

async function ask<T>(origin: string, query: string): Promise<T> {
  const { errno, errmsg, data } = (await (await fetch(`${origin}/api/${query}`)).json()) as Answer<T>;
  assert.equal(errno, 0, JSON.stringify(errmsg));
  return data;
}

interface Thread {
  count: number;
  totalPages: number;
  data: { nick: string; comment: string; time: number; children: { nick: string }[] }[];
}

export const waline = engine<Waline>({
  name: 'waline',
  npm: true,
  start,
  checks: {
    async 'the views of many posts in one answer, in the order of the question'({ origin }) {
      const slugs = ['first-firing', 'a-mug-for-left-hands', 'nobody-knows', 'kiln-diary'];
      const query = `article?type=time&path=${slugs.map((slug) => `/posts/${slug}/`).join()}`;
      assert.deepEqual(await ask(origin, query), [{ time: 30 }, { time: 21 }, { time: 0 }, { time: 3 }]);
      const counts = `comment?type=count&url=${TEA},/posts/market-day/,/posts/kiln-diary/`;
      assert.deepEqual(await ask(origin, counts), [14, 1, 0]);
    },
    async 'a thread: what waits is not there, what is sticky is first, and pages count roots'({ origin }) {
      const thread = await ask<Thread>(origin, `comment?path=${TEA}&page=1&pageSize=10&sortBy=insertedAt_asc`);
      assert.equal(thread.count, 14);
      assert.equal(thread.totalPages, 2);
      assert.deepEqual(
        thread.data.slice(0, 3).map(({ nick, children }) => [nick, children.map((child) => child.nick).sort()]),
        [
          ['<b>Ines</b>', []],
          ['Mara', ['Jonas', 'Mara']],
          ['Fog', []],
        ],
      );
      assert.equal(thread.data[1]?.time, Date.UTC(2025, 4, 29, 8));
      assert.equal(thread.data[1]?.comment.trim(), '<p>Cold tea is <strong>still</strong> tea.</p>');
    },
    async 'any site may read and write'({ origin }) {
      const headers = {
        Origin: 'https://blog.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      };
      const response = await fetch(`${origin}/api/comment`, { method: 'OPTIONS', headers });
      assert.equal(response.status, 204);
      assert.match(response.headers.get('access-control-allow-origin') ?? '', /^(\*|https:\/\/blog\.example)$/);
    },
    async 'one comment a minute, none twice, none empty: 200 and an errno'({ origin }) {
      const say = (comment: string) =>
        send(origin, '/api/comment', { nick: 'Nora', comment, url: '/posts/broken-lids/' });
      assert.equal((await say('Ours broke in March.')).errno, 0);
      assert.equal((await say('And another in May.')).errmsg, 'Comment too fast!');
      assert.equal((await say('Ours broke in March.')).errmsg, 'Duplicate Content');
      assert.notEqual((await say('')).errno, 0);
    },
    ...comments,
  },
});
