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

/** How much is wanted may be asked for on top of what was: the answer is the same as long as that is enough. */
const MAY_BE_MORE = ['limit'];

function answers({ method, url, status }: Capture, request: IncomingMessage): boolean {
  const [captured, asked] = [new URL(url), new URL(request.url ?? '/', url)];
  if (method !== request.method || captured.pathname !== asked.pathname) return false;
  // A wrong key is refused whatever else is asked.
  if (status === 401) return asked.searchParams.get('key') === captured.searchParams.get('key');
  for (const name of MAY_BE_MORE) if (!captured.searchParams.has(name)) asked.searchParams.delete(name);
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
    response.writeHead(capture.status, capture.headers).end(readFileSync(new URL(capture.file, FOLDER)));
  };
