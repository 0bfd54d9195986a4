/** Engines that answer what a test wants: a `fetch` of its own, and what was asked. */
import { expect } from 'chai';
import type { SourceError } from '../../../src/sources/error.ts';

export interface Answer {
  /** Sent as JSON, unless there is `text`. */
  json?: unknown;
  text?: string | Uint8Array;
  status?: number;
  headers?: Record<string, string>;
}

export interface Question {
  url: URL;
  method: string;
  headers: Headers;
  body: string;
}

/** A `fetch` that gets its answers from a function, and the questions that were asked. */
export function talk(answer: (question: Question) => Answer): {
  fetch: typeof fetch;
  asked: Question[];
  most: () => number;
} {
  const asked: Question[] = [];
  let [now, most] = [0, 0];
  const send: typeof fetch = async (input, init = {}) => {
    const { method = 'GET', body } = init;
    const question = {
      url: new URL(String(input)),
      method,
      headers: new Headers(init.headers),
      body: body instanceof URLSearchParams ? body.toString() : ((body ?? '') as string),
    };
    asked.push(question);
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done));
    now--;
    const { json, text = JSON.stringify(json), status = 200, headers } = answer(question);
    return new Response(text as BodyInit, { status, ...(headers && { headers }) });
  };
  return { fetch: send, asked, most: () => most };
}

/** What went wrong with something that should. */
export const failure = (promise: Promise<unknown>): Promise<SourceError> =>
  promise.then(
    (value) => expect.fail(`was loaded: ${JSON.stringify(value)}`),
    (error: unknown) => error as SourceError,
  );

/** No time is lost by the shortest pauses. */
export const quick = { random: () => 0 };
