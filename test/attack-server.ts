/**
 * What attacks ask for, and how long some tests may take. `/test-attack/PATH` answers as the ending wants it: a script that runs,
 * a page with such a script, a style, or nothing. `/test-attack-hits` is which of these have been asked for since the last look,
 * and `/test-settings` is what the environment says: `NIGHTLY=1` has time.
 */
import process from 'node:process';
import type { ServerResponse } from 'node:http';

interface Context {
  path: string;
  res: ServerResponse;
  respond?: boolean;
}

const RUN = '(parent.__ran ?? globalThis.__ran)?.(1);';

const ANSWERS: readonly (readonly [ending: RegExp, type: string, body: string])[] = [
  [/\.js$/, 'text/javascript', RUN],
  [/\.html$/, 'text/html', `<!doctype html><script>${RUN}</script>`],
  [/\.css$/, 'text/css', 'header { color: red !important }'],
  [/\.txt$/, 'text/plain', 'x'],
];

let asked: string[] = [];

/** Koa middleware of the test runner. */
export async function attackServer(context: Context, next: () => Promise<void>): Promise<void> {
  const { path, res } = context;
  const send = (status: number, type: string, body: string): void => {
    context.respond = false;
    res.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  };
  if (path === '/test-settings')
    return send(200, 'application/json', JSON.stringify({ nightly: !!process.env['NIGHTLY'] }));
  if (path === '/test-attack-hits') {
    send(200, 'application/json', JSON.stringify(asked));
    asked = [];
    return;
  }
  if (!path.startsWith('/test-attack/')) return next();
  asked.push(path);
  const [, type = 'text/plain', body = ''] = ANSWERS.find(([ending]) => ending.test(path)) ?? [];
  send(body ? 200 : 204, type, body);
}
