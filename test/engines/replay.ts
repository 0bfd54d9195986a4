/** An engine that answers as a real one once did: captured answers, with their status and headers. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';

interface Capture {
  file: string;
  engine: string;
  method: string;
  url: string;
  status: number;
  headers: Record<string, string>;
}

const FOLDER = new URL('../fixtures/engines/', import.meta.url);
const CAPTURES = JSON.parse(readFileSync(new URL('index.json', FOLDER), 'utf8')) as Capture[];

const bodyOf = ({ file }: Capture): Buffer => readFileSync(new URL(file, FOLDER));

/** How many there are, where an answer has all of them; such an answer is the same for every larger page. */
function whole(capture: Capture): number {
  if (!/json/.test(capture.headers['content-type'] ?? '')) return Infinity;
  const { meta } = JSON.parse(bodyOf(capture).toString()) as {
    meta?: { pagination?: { pages: number; total: number } };
  };
  return meta?.pagination?.pages === 1 ? meta.pagination.total : Infinity;
}

function answers(capture: Capture, request: IncomingMessage): boolean {
  const { method, url, status } = capture;
  const [captured, asked] = [new URL(url), new URL(request.url ?? '/', url)];
  if (method !== request.method || captured.pathname !== asked.pathname) return false;
  // A wrong key is refused whatever else is asked.
  if (status === 401) return asked.searchParams.get('key') === captured.searchParams.get('key');
  if (whole(capture) <= Number(asked.searchParams.get('limit')) && (asked.searchParams.get('page') ?? '1') === '1')
    for (const { searchParams } of [captured, asked]) for (const name of ['limit', 'page']) searchParams.delete(name);
  captured.searchParams.sort();
  asked.searchParams.sort();
  return captured.searchParams.toString() === asked.searchParams.toString();
}

/** Answers as `engine` did; what it was never asked goes on to `otherwise`. What was asked stands in `asked`. */
export const replay =
  (engine: string, otherwise: RequestListener, asked: string[] = []): RequestListener =>
  (request, response) => {
    const capture = CAPTURES.find((one) => one.engine === engine && answers(one, request));
    if (!capture) return otherwise(request, response);
    asked.push(`${request.method} ${request.url}`);
    // The body is here as it was before it was packed for the way.
    response.writeHead(capture.status, capture.headers).end(bodyOf(capture));
  };
