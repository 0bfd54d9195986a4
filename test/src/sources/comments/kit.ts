/** A contract: what an engine is asked, what it answers, and what somebody read in the answers with their own eyes. */
import type { BlogComment } from '../../../../src/comments/comment.ts';
import type { CommentPage, CommentSource, Draft } from '../../../../src/comments/source.ts';
import type { Sort } from '../../../../src/comments/thread.ts';
import { commentsAt } from '../../../../src/sources/comments.ts';
import { bytesOf } from '../fixtures.ts';

/** One request and its answer: a file beside the contract, JSON or text. */
export interface Exchange {
  /** `GET https://…`; the order and the spelling of the parameters make no difference. */
  ask: string;
  /** What is sent, where something is. */
  body?: unknown;
  file?: string;
  json?: unknown;
  text?: string;
  status?: number;
  headers?: Record<string, string>;
  /** Where the answer was found, if it was sent on. */
  found?: string;
}

/** A comment as a reader of the answer would note it down: the body as the text that shows. */
export interface Noted extends Omit<BlogComment, 'html' | 'body'> {
  text: string;
  /** The body letter by letter, where that matters. */
  html?: string;
}

export interface Expectation extends Partial<Omit<CommentPage, 'comments' | 'next'>> {
  comments?: Noted[];
  /** Shorter: ids, and what they answer: `4<3`. */
  ids?: string[];
  /** What a writer gets back. */
  comment?: Noted;
  error?: { kind: string; message: string };
}

export interface Case {
  case: string;
  says: string;
  src?: string;
  engine?: string;
  post?: string;
  sort?: Sort;
  asks: Exchange[];
  draft?: Draft;
  /** What the same writer had sent before. */
  before?: Draft;
  expect: Expectation;
}

export interface Contract {
  /** Where the answers are from. */
  origin: string;
  /** The address that all cases begin with, unless they name another one. */
  src: string;
  /** Cases that this engine cannot have, and why. */
  without?: Record<string, string>;
  cases: Case[];
}

export const BASE = 'https://blog.example/a-post/';

/** The contract of an engine, with the bytes of its files; undefined where it has none. */
export async function contractOf(
  name: string,
): Promise<{ contract: Contract; files: Map<string, string> } | undefined> {
  const textIn = async (path: string): Promise<string> =>
    new TextDecoder().decode(await bytesOf(`engines/${name}/${path}`));
  try {
    const contract = JSON.parse(await textIn('contract.json')) as Contract;
    const files = contract.cases.flatMap(({ asks }) => asks.flatMap(({ file }) => file ?? []));
    return {
      contract,
      files: new Map(await Promise.all([...new Set(files)].map(async (file) => [file, await textIn(file)] as const))),
    };
  } catch {
    return undefined;
  }
}

/** An address in one spelling, as people read it. */
function spelled(address: string): string {
  const { origin, pathname, searchParams } = new URL(address);
  const parameters = [...searchParams].map((pair) => pair.join('=')).sort();
  return origin + pathname + (parameters.length ? `?${parameters.join('&')}` : '');
}

export const saying = ({ ask, body }: Exchange): string => {
  const [method = '', address = ''] = ask.split(/ (.*)/);
  return `${method} ${spelled(address)}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`;
};

/** The text of an answer, letter by letter. */
export const textOf = ({ file, json, text }: Exchange, files: ReadonlyMap<string, string>): string =>
  file ? files.get(file)! : (text ?? JSON.stringify(json));

export const answer = (body: string, { status = 200, headers, found }: Partial<Exchange> = {}): Response => {
  const response = new Response(body, { status, ...(headers && { headers }) });
  if (found) Object.defineProperty(response, 'url', { value: found });
  return response;
};

/** A stand-in for the network that answers what a contract lists, once each, and nothing else. */
export function network(asks: readonly Exchange[], files: ReadonlyMap<string, string>) {
  const left = [...asks];
  const unexpected: string[] = [];
  const asked: string[] = [];
  const fetch = (async (url: string, init: RequestInit = {}) => {
    await Promise.resolve();
    const sent = init.body === undefined ? {} : { body: JSON.parse(init.body as string) as unknown };
    const said = saying({ ask: `${init.method ?? 'GET'} ${url}`, ...sent });
    asked.push(said);
    const at = left.findIndex((one) => saying(one) === said);
    if (at < 0) {
      unexpected.push(said);
      throw new TypeError(`Nobody listed ${said}`);
    }
    const [one] = left.splice(at, 1);
    return answer(textOf(one!, files), one);
  }) as typeof globalThis.fetch;
  return { fetch, asked, unexpected, left: () => left.map(saying) };
}

export const sourceOf = (contract: Contract, one: Case, fetch: typeof globalThis.fetch): CommentSource =>
  commentsAt(one.src ?? contract.src, {
    ...(one.engine && { engine: one.engine }),
    ...(one.post && { post: one.post }),
    fetch,
    base: BASE,
  });

/** All pages of a source, joined. */
export async function readAll(source: CommentSource, sort: Sort = 'oldest', most = 20): Promise<CommentPage> {
  const { signal } = new AbortController();
  const first = await source.load({ sort, signal });
  const comments = [...first.comments];
  let { next } = first;
  for (let pages = 1; next !== undefined && pages < most; pages++) {
    const page = await source.load({ after: next, sort, signal });
    comments.push(...page.comments);
    next = page.next;
  }
  return { ...first, comments };
}

/** The text that a body shows, in one line. */
const shown = (html: string): string =>
  (
    new DOMParser().parseFromString(html.replace(/<br\b|<\/(p|li|pre|blockquote|summary)>/g, ' $&'), 'text/html').body
      .textContent ?? ''
  )
    .replace(/\s+/g, ' ')
    .trim();

/** Our comment as it would be noted down; pictures of people only where they were. */
export function noted({ html = '', author: { avatar, ...author }, ...rest }: BlogComment, like?: Noted): object {
  return {
    ...rest,
    author: { ...author, ...(like?.author?.avatar && { avatar }) },
    text: shown(html),
    ...(like?.html !== undefined && { html }),
  };
}

export const brief = ({ id, parentId }: BlogComment): string => (parentId ? `${id}<${parentId}` : id);
