/**
 * How anything is asked of an engine: a small pure step machine. A step says what to ask and what is known so far; reading
 * the answers makes the next step of it. One request, paging, a name to look up first, one request a post: all are steps.
 */
import { get, type LoadOptions } from '../load.ts';
import { SourceError } from './error.ts';

/** A request to an engine. */
export interface Ask {
  url: string;
  /** What is sent, as JSON or as a form: then it is a POST, which is never sent twice. */
  body?: unknown;
  /** Statuses beside the 200s that say something: the engine's reader gets these answers, too. */
  accept?: readonly number[];
  /** Whether the engine says in words, or on a page, what is wrong, and not in JSON. */
  words?: boolean;
  headers?: Readonly<Record<string, string>>;
}

/** What an engine answered. */
export interface Told {
  json: unknown;
  /** What came in its place, where that was to be expected. */
  words?: string;
  status: number;
  headers: Headers;
  /** Where it was found, after redirections. */
  url: string;
}

/** Where the talk with an engine stands. It is over when there is nothing more to ask. */
export interface Step {
  ask: readonly Ask[];
}

/** Makes the next step of a step and the answers to what it asks, in the same order. */
export type Read<S extends Step> = (told: readonly Told[], step: S) => S;

/** Rounds of questions that are asked of an engine at most; an engine that always wants one more is not trusted to end. */
const MAX_ROUNDS = 50;

/** Questions that an engine is asked at most in all: what it says of answers that are elsewhere may be a lie. */
const MAX_QUESTIONS = 500;

/** Questions that are on their way at a time: more are refused by some engines, and fill a reader's line. */
const AT_ONCE = 4;

/** An address with some parameters more, or others. What is undefined is left as it is. */
export function withParameters(
  url: string | URL,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const asked = new URL(url);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) asked.searchParams.set(name, String(value));
  return asked.href;
}

async function tell({ url, body, accept, words, headers }: Ask, options: LoadOptions): Promise<Told> {
  const isForm = body instanceof URLSearchParams;
  const sends = body !== undefined;
  const init: RequestInit = {
    headers: { ...(sends && !isForm && { 'content-type': 'application/json' }), ...headers },
    ...(sends && { method: 'POST', body: isForm ? body : JSON.stringify(body) }),
  };
  const { bytes, response } = await get(url, { ...options, accept, init });
  const found = response.url || url;
  const text = new TextDecoder().decode(bytes);
  const told = { json: undefined, status: response.status, headers: response.headers, url: found };
  try {
    return { ...told, json: JSON.parse(text) };
  } catch {
    if (words && !response.ok) return { ...told, words: text };
    // A page that says "not found" in HTML is as good as no answer.
    throw response.ok
      ? new SourceError('malformed', found, 'is not JSON')
      : new SourceError('http', found, `answered ${response.status}`, response.status);
  }
}

/** @throws {SourceError} for what is no address */
function siteOf(url: string): string {
  if (URL.canParse(url) && /^https?:/.test(new URL(url).protocol)) return new URL(url).origin;
  throw new SourceError('address', url, 'is not an http(s) address');
}

/** Asks until there is nothing more to ask. All questions go to the site that the first one goes to, or is sent on to. */
export async function run<S extends Step>(first: S, read: Read<S>, options: LoadOptions): Promise<S> {
  let step = first;
  let left = MAX_QUESTIONS;
  const sites = new Set(first.ask.map(({ url }) => siteOf(url)));
  for (let round = 0; step.ask.length && left && round < MAX_ROUNDS; round++) {
    const ask = step.ask.slice(0, left);
    left -= ask.length;
    const told: Told[] = [];
    let at = 0;
    const work = async (): Promise<void> => {
      for (let mine = at++; mine < ask.length; mine = at++) {
        const { url } = ask[mine]!;
        // A document has no say in which other sites are asked.
        if (!sites.has(siteOf(url))) throw new SourceError('address', url, `is not on ${[...sites].join(' or ')}`);
        const answer = await tell(ask[mine]!, options).catch((error: unknown) => {
          // Nobody waits for the others any more.
          at = ask.length;
          throw error;
        });
        sites.add(siteOf(answer.url));
        told[mine] = answer;
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, ask.length) }, work));
    step = read(told, step);
  }
  return step;
}
