/** Comments and views of the tests, written through Waline's own API, so that they are what it makes of them. */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export const TEA = '/posts/the-tea-that-waited/';

interface Comment {
  nick: string;
  comment: string;
  url?: string;
  link?: string;
  /** The comment that is answered, by its place in the list. */
  answers?: number;
  waiting?: boolean;
  sticky?: boolean;
  likes?: number;
}

/** Those about tea: 12 roots that are approved, and 2 answers. */
export const COMMENTS: readonly Comment[] = [
  { nick: 'Mara', comment: 'Cold tea is **still** tea.', link: 'https://example.org/~mara', likes: 4 },
  { nick: 'Jonas', comment: 'Not in our house.', answers: 0 },
  { nick: 'Mara', comment: 'Then come to ours.', answers: 1 },
  { nick: 'Fog', comment: '<script>window.__ran = 1</script><img src=x onerror="window.__ran = 2"> smoke' },
  { nick: '<b>Ines</b>', comment: 'Use `<script>` here: [a link](javascript:window.__ran=3) and $x^2$', sticky: true },
  { nick: 'Spam', comment: 'Buy lids', waiting: true },
  ...Array.from({ length: 9 }, (_, at) => ({ nick: `Reader ${at + 1}`, comment: `Cup number ${at + 1}.` })),
  { nick: 'Jonas', comment: 'Three rings of the bell.', url: '/posts/market-day/' },
];

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

export interface Answer<T = any> {
  errno: number;
  errmsg: unknown;
  data: T;
}

/** Sends something to Waline, as one reader or another. */
export async function send(origin: string, path: string, body: object, from = '192.0.2.1'): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', 'User-Agent': AGENT, 'X-Forwarded-For': from };
  const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Answer;
}

export async function seed(origin: string, database: string): Promise<void> {
  const ids: number[] = [];
  const roots: number[] = [];
  for (const [at, { nick, comment, url = TEA, link = '', answers }] of COMMENTS.entries()) {
    const at_ = answers === undefined ? {} : { pid: ids[answers], rid: roots[answers], at: COMMENTS[answers]!.nick };
    const body = { nick, comment, url, link, mail: 'reader@example.org', ua: AGENT, ...at_ };
    // Everybody may say something once a minute, so each of them is somebody else.
    const { errno, errmsg, data } = await send(origin, '/api/comment', body, `198.51.100.${at}`);
    if (errno) throw new Error(`Waline took no comment: ${JSON.stringify(errmsg)}`);
    const { objectId } = data as { objectId: number };
    ids.push(objectId);
    roots.push(answers === undefined ? objectId : roots[answers]!);
  }
  // A tenth of the views, one by one: there is no other way to write them.
  const views = JSON.parse(readFileSync(new URL('../content/views.json', import.meta.url), 'utf8')) as object;
  for (const [slug, count] of Object.entries(views) as [string, number][])
    for (let left = Math.round(count / 30); left > 0; left--)
      await send(origin, '/api/article', { path: `/posts/${slug}/`, type: 'time' });

  // Its API cannot say when something was said, nor what waits or stands first.
  const store = new DatabaseSync(database);
  const change = store.prepare(
    'update wl_Comment set insertedAt = ?, createdAt = ?, updatedAt = ?, "like" = ?, sticky = ?, status = ? where id = ?',
  );
  for (const [at, { likes = 0, sticky, waiting }] of COMMENTS.entries()) {
    const date = new Date(Date.UTC(2025, 4, 29, 8, at)).toISOString();
    const plain = date.slice(0, 19).replace('T', ' ');
    change.run(date, plain, plain, likes, sticky ? 1 : 0, waiting ? 'waiting' : 'approved', ids[at]!);
  }
  store.close();
}
