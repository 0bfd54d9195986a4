/** A server of files, as any host of static sites is one. */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.png': 'image/png',
};

/** A server on loopback, at a free port. */
export async function listen(answer: RequestListener): Promise<{ origin: string; close: () => void }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Answers with the files of a folder. */
export const files =
  (folder: string): RequestListener =>
  (request, response) => {
    // Several slashes are one, as for nginx and Apache: Hexo's feed writes such addresses.
    const asked = (request.url ?? '/').replace(/^\/+/, '/');
    const path = normalize(decodeURIComponent(new URL(asked, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    readFile(file).then(
      (body) => response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(body),
      // No site has a picture for the browser's tab; that is no error of theirs.
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    );
  };
