/**
 * What happens after a request without a good answer. Loaded when there is one. What it takes from there is handed in: an
 * import would make bundlers keep that in a file of its own, on every page.
 */
import type { Sending, TOO_LARGE } from '../load.ts';
import type { SourceError } from './error.ts';

const RETRIES = 2;
/** Answers that may be different in a moment. */
const PASSING = /^(408|425|429|50[0234])$/;

/** Waits, but not longer than anybody wants to. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let stop: (() => void) | undefined;
  await new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    stop = () => done(clearTimeout(timer));
    signal?.addEventListener('abort', stop);
  });
  if (stop) signal?.removeEventListener('abort', stop);
}

/** Waits until it is time for the next try, or says why there is none; `nth` counts from 0. */
export async function beforeNext(
  nth: number,
  url: string,
  answer: Response | AbortSignal,
  { signal, timeout = 1e4, random = Math.random, init }: Sending,
  Failure: typeof SourceError,
  tooLarge: typeof TOO_LARGE,
): Promise<void> {
  let wait = 0;
  let error: SourceError;
  let passing: boolean;
  if (answer instanceof AbortSignal) {
    error = answer.aborted
      ? new Failure('timeout', url, 'took too long')
      : new Failure(
          'network',
          url,
          'cannot be reached: no connection, no such server, or it does not let other sites read it (CORS)',
        );
    // A refusal by CORS looks like a dead network, and asking again does not change it.
    passing = !answer.aborted && url.startsWith(globalThis.location?.origin ?? '');
  } else {
    const { ok, status, headers } = answer;
    answer.body?.cancel().catch(() => 0);
    error = ok ? new Failure('too-large', url, tooLarge) : new Failure('http', url, `answered ${status}`, status);
    const after = headers.get('retry-after') ?? '';
    wait = Number(after) * 1000 || Date.parse(after) - Date.now() || 0;
    // Who asks for more time than a reader has gets no second try.
    passing = PASSING.test(String(status)) && wait <= timeout;
  }
  // What was sent may have arrived, whatever became of the answer.
  if (!passing || nth === RETRIES || init?.body) throw error;
  await pause(Math.max(wait, (250 << nth) * (1 + random())), signal);
}
