/**
 * A server for tests that does what its address asks for. Everything lies under `/serve/`:
 *
 * - `/serve/fixtures/PATH` is the file `test/fixtures/PATH`, byte by byte
 * - `/serve/hits?key=KEY` is what was asked with `hit=KEY`: `[{ path, query, headers, aborted }]`
 * - `…/wp-json/wp/v2/posts`, `…/ghost/api/content/posts/`, `…/feeds/posts/default?alt=json`, `…/sites/SITE/posts/` and
 *   `…/feed.json` are a blog of `total` posts (25), page by page, as the engine would serve it; `…/comments.json` are as
 *   many comments, `size` a page, in Markdown or `html`
 * - `…/wp/v2/comments` is `body`, and says in `X-WP-Total` that there are `total`
 * - any other path is an RSS feed of `posts` items (3), or `body`, or `size` megabytes
 *
 * and every answer can be changed: `delay=MS`, `status=503,503,200` (the nth request of a `hit` gets the nth),
 * `retry-after=…`, `redirect=URL`, `type=…`, `cors=*`, `cookie=NAME=VALUE`, `length=BYTES` (the truth or a lie; `true`
 * is the truth), `cut=BYTES` (the connection dies there), `drip=MS` (so long between any two of ten pieces).
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Hit {
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  /** Whether the client went away before the answer was complete. */
  aborted: boolean;
}

const hits = new Map<string, Hit[]>();

const title = (nth: number): string => `Post ${nth}`;
const date = (nth: number): string => new Date(Date.UTC(2026, 0, 1) - nth * 86_400_000).toISOString();
/** The numbers of the posts on a page of a blog. */
const range = (start: number, size: number, total: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(size, total - start)) }, (_, at) => start + at + 1);

interface Answer {
  type: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
  status?: number;
}

const json = (value: unknown, headers?: Record<string, string>): Answer => ({
  type: 'application/json',
  body: JSON.stringify(value),
  ...(headers && { headers }),
});

const pick = (record: Record<string, unknown>, fields: string | undefined): Record<string, unknown> =>
  fields ? Object.fromEntries(Object.entries(record).filter(([name]) => fields.split(',').includes(name))) : record;

/** The posts of a blog, as one engine after the other serves them. Each keeps the limits of the real one. */
const BLOGS: readonly (readonly [RegExp, (query: Record<string, string>, url: URL) => Answer])[] = [
  [
    /\/comments\.json$/,
    ({ page = '1', total = '25', size = '10', html }, url) => {
      const comments = range((Number(page) - 1) * Number(size), Number(size), Number(total)).map((nth) => ({
        id: String(nth),
        author: { name: `Reader ${nth}` },
        ...(html ? { html: `<p>Comment <b>${nth}</b></p>` } : { body: `Comment **${nth}**` }),
        published: new Date(Date.UTC(2026, 0, 1) + nth * 60_000).toISOString(),
      }));
      const next = new URL(url);
      next.searchParams.set('page', String(Number(page) + 1));
      const more = Number(page) * Number(size) < Number(total);
      return json({ comments, total: Number(total), ...(more && { next: next.pathname + next.search }) });
    },
  ],
  [
    /\/wp\/v2\/posts\/?$/,
    ({ per_page = '10', page = '1', total = '25', _fields, _embed, silent }) => {
      const size = Number(per_page);
      const pages = Math.ceil(Number(total) / size);
      if (size > 100) return { ...json({ code: 'rest_invalid_param' }), status: 400 };
      if (Number(page) > pages) return { ...json({ code: 'rest_post_invalid_page_number' }), status: 400 };
      const posts = range((Number(page) - 1) * size, size, Number(total)).map((nth) => ({
        id: nth,
        link: `https://blog.example/${nth}/`,
        title: { rendered: title(nth) },
        date_gmt: date(nth).slice(0, 19),
        excerpt: { rendered: '<p>In short.</p>' },
        sticky: nth === 2,
        _links: {},
        ...(_embed?.includes('author') && { _embedded: { author: [{ name: 'Ines' }] } }),
      }));
      return json(
        posts.map((post) => pick(post, _fields)),
        silent ? {} : { 'X-WP-Total': total, 'X-WP-TotalPages': String(pages) },
      );
    },
  ],
  [
    /\/wp\/v2\/comments\/?$/,
    ({ body = '[]', total = '0' }) => ({ type: 'application/json', body, headers: { 'X-WP-Total': total } }),
  ],
  [
    /\/ghost\/api\/content\/posts\/?$/,
    ({ limit = '15', page = '1', total = '25', fields }) => {
      const size = limit === 'all' ? 100 : Math.min(Number(limit), 100);
      const pages = Math.ceil(Number(total) / size);
      const next = Number(page) < pages ? Number(page) + 1 : null;
      const posts = range((Number(page) - 1) * size, size, Number(total)).map((nth) =>
        pick(
          { id: String(nth), url: `https://blog.example/${nth}/`, title: title(nth), published_at: date(nth) },
          fields,
        ),
      );
      return json({
        posts,
        meta: { pagination: { page: Number(page), limit: size, pages, total: Number(total), next } },
      });
    },
  ],
  [
    /\/feeds\/posts\/(default|summary)$/,
    ({ 'max-results': max = '25', 'start-index': start = '1', total = '25' }) => {
      const entry = range(Number(start) - 1, Math.min(Number(max), 150), Number(total)).map((nth) => ({
        id: { $t: `tag:blogger.com,1999:blog-1.post-${nth}` },
        title: { type: 'text', $t: title(nth) },
        published: { $t: date(nth) },
        link: [{ rel: 'alternate', type: 'text/html', href: `https://blog.example/${nth}.html` }],
      }));
      const feed = { xmlns: 'http://www.w3.org/2005/Atom', openSearch$totalResults: { $t: total } };
      return json({ version: '1.0', feed: entry.length ? { ...feed, entry } : feed });
    },
  ],
  [
    /\/sites\/[^/]+\/posts\/?$/,
    ({ number = '20', page_handle: handle = '0', total = '25', fields }) => {
      const start = Number(handle);
      const posts = range(start, Number(number), Number(total)).map((nth) =>
        pick(
          { ID: nth, URL: `https://blog.example/${nth}/`, title: title(nth), date: date(nth), like_count: nth },
          fields,
        ),
      );
      const end = start + posts.length;
      return json({ found: Number(total), posts, meta: end < Number(total) ? { next_page: String(end) } : {} });
    },
  ],
  [
    /\/feed\.json$/,
    ({ page = '1', total = '25', size = '10' }, url) => {
      const items = range((Number(page) - 1) * Number(size), Number(size), Number(total)).map((nth) => ({
        id: String(nth),
        url: `/${nth}/`,
        title: title(nth),
        date_published: date(nth),
      }));
      const next = new URL(url);
      next.searchParams.set('page', String(Number(page) + 1));
      const more = Number(page) * Number(size) < Number(total) && { next_url: next.pathname + next.search };
      return json({ version: 'https://jsonfeed.org/version/1.1', title: 'Blog', items, ...more });
    },
  ],
];

function feed(count: number): string {
  const items = range(0, count, count).map(
    (nth) =>
      `<item><title>${title(nth)}</title><link>posts/${nth}/</link><pubDate>${new Date(date(nth)).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Blog</title>${items.join('\n')}</channel></rss>`;
}

async function answerTo(url: URL, query: Record<string, string>): Promise<Answer> {
  const file = /^\/serve\/fixtures\/([\w./-]+)$/.exec(url.pathname)?.[1];
  if (file && !file.includes('..')) {
    const type = /json$/.test(file) ? 'application/json' : 'application/xml';
    return { type, body: await readFile(new URL(`fixtures/${file}`, import.meta.url)) };
  }
  const blog = BLOGS.find(([pattern]) => pattern.test(url.pathname));
  if (blog) return blog[1](query, url);
  const type = 'application/rss+xml';
  if (query['size']) return { type, body: Buffer.alloc(Number(query['size']) * 1_000_000, '<rss version="2.0"><!-- ') };
  return { type, body: query['body'] ?? feed(Number(query['posts'] ?? 3)) };
}

async function send(response: ServerResponse, body: Buffer, query: Record<string, string>): Promise<void> {
  const { cut, drip = '0', length } = query;
  const told = cut ? body.subarray(0, Number(cut)) : body;
  const closed = new Promise((resolve) => response.once('close', resolve));
  const size = drip === '0' ? 65_536 : Math.ceil(told.length / 10);
  for (let at = 0; at < told.length && !response.destroyed; at += size) {
    if (at) await sleep(Number(drip));
    // Waits for the reader, as a server of large files does.
    if (!response.write(told.subarray(at, at + size)))
      await Promise.race([closed, new Promise((resolve) => response.once('drain', resolve))]);
  }
  // A lie about the length shows when the connection ends.
  if (cut ?? (length && length !== 'true')) {
    await sleep(50);
    response.destroy();
  } else response.end();
}

/** Answers a request under `/serve/`. */
export async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const query = Object.fromEntries(url.searchParams);
  const set = (name: string, value: string | undefined): unknown =>
    value !== undefined && response.setHeader(name, value);
  set('Cache-Control', 'no-store');
  set('Access-Control-Allow-Origin', query['cors']);
  if (query['cors']) set('Access-Control-Expose-Headers', 'X-WP-Total, X-WP-TotalPages, Retry-After');
  if (url.pathname === '/serve/hits') {
    set('Content-Type', 'application/json');
    response.writeHead(200).end(JSON.stringify(hits.get(query['key'] ?? '') ?? []));
    return;
  }

  let nth = 0;
  if (query['hit']) {
    const list = hits.get(query['hit']) ?? [];
    const hit: Hit = { path: url.pathname, query, headers: request.headers, aborted: false };
    hits.set(query['hit'], list);
    nth = list.push(hit) - 1;
    response.once('close', () => (hit.aborted = !response.writableFinished));
  }
  await sleep(Number(query['delay'] ?? 0));
  set('Set-Cookie', query['cookie']);
  set('Retry-After', query['retry-after']);
  set('Location', query['redirect']);

  const statuses = (query['status'] ?? '').split(',').map(Number);
  const answer = await answerTo(url, query);
  const status = query['redirect'] ? 302 : statuses[Math.min(nth, statuses.length - 1)] || (answer.status ?? 200);
  const body = Buffer.from(answer.body);
  for (const [name, value] of Object.entries(answer.headers ?? {})) set(name, value);
  set('Content-Type', query['type'] ?? answer.type);
  set('Content-Length', query['length'] === 'true' ? String(body.length) : query['length']);
  if (query['length'] ?? query['cut']) set('Connection', 'close');
  response.writeHead(status);
  await send(response, status === 204 || status === 304 || query['redirect'] ? Buffer.alloc(0) : body, query);
}

interface Context {
  path: string;
  req: IncomingMessage;
  res: ServerResponse;
  respond?: boolean;
}

/** Koa middleware of the test runner; everything else falls through to the files. */
export async function fixtureServer(context: Context, next: () => Promise<void>): Promise<void> {
  if (!context.path.startsWith('/serve/')) return next();
  context.respond = false;
  await serve(context.req, context.res);
}

/** The same server by itself, for tests in Node. */
export async function startServer(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
