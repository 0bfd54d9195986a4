/** A server for tests that answers what its address asks for: slow, cut off, an error, a redirect, lies about length. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

interface Context {
  path: string;
  query: Record<string, string | string[]>;
  req: unknown;
  res: ServerResponse;
  respond: boolean;
  status: number;
  body: unknown;
  set(headers: Record<string, string>): void;
}

/** Koa middleware of the test runner; everything else falls through to the files. */
export async function fixtureServer(context: Context, next: () => Promise<void>): Promise<void> {
  if (!context.path.startsWith('/serve/')) return next();
  await sleep(Number(context.query['delay'] ?? 0));
}
