/** A server on this machine that is as slow as a network: every answer takes 40 ms. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  xml: 'application/xml',
};

/** What lies at each path; an ending says what it is, and `/` is HTML. */
export type Files = Readonly<Record<string, string | Buffer>>;

export interface Site {
  origin: string;
  /** How often each path was asked for. */
  asked: Map<string, number>;
  close(): void;
}

export async function serve(files: Files, delay = 40): Promise<Site> {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url!.replace(/[?#].*/, '');
    const body = files[path] ?? files[`${path}index.html`];
    asked.set(path, (asked.get(path) ?? 0) + 1);
    void sleep(delay).then(() => {
      response.writeHead(body === undefined ? 404 : 200, {
        'Content-Type': TYPES[/\.(\w+)$/.exec(path)?.[1] ?? 'html'] ?? 'application/octet-stream',
        // The pages of one site may lie on several ports, as those of a widget do.
        'Access-Control-Allow-Origin': '*',
      });
      response.end(body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked, close: () => void server.close().closeAllConnections() };
}
