/** Feeds of more than 10 MB: one whose size is said, and one that goes on until somebody ends it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PIECE = Buffer.alloc(65_536, '<!-- a feed that does not end -->');

export interface Endless {
  origin: string;
  /** How many bytes the longest answer without a size had when it was ended. */
  sent: () => number;
  close(): void;
}

/** `/said.xml` says that it has 11 MB, `/unsaid.xml` says nothing; neither ends by itself. */
export async function endless(): Promise<Endless> {
  let most = 0;
  const server = createServer((request, response) => {
    response.writeHead(200, {
      'Content-Type': 'application/xml',
      'Access-Control-Allow-Origin': '*',
      ...(request.url === '/said.xml' && { 'Content-Length': 11e6 }),
    });
    void (async () => {
      let sent = 0;
      let go = (): void => undefined;
      response.on('drain', () => go()).on('close', () => go());
      for (; !response.destroyed && sent < 1e8; sent += PIECE.length)
        if (!response.write(PIECE)) await new Promise<void>((resolve) => (go = resolve));
      if (request.url === '/unsaid.xml') most = Math.max(most, sent);
    })().catch(() => 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent: () => most,
    close: () => void server.close().closeAllConnections(),
  };
}
