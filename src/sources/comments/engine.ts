/** What every engine that keeps comments is written as, and how one becomes a source. */
import { type BlogComment, parseComment } from '../../comments/comment.ts';
import type { CommentPage, CommentRequest, CommentSource, Draft } from '../../comments/source.ts';
import type { Sort } from '../../comments/thread.ts';
import type { LoadOptions } from '../../load.ts';
import { line } from '../../posts/parse.ts';
import { text } from '../../posts/view.ts';
import { SourceError, type SourceErrorKind } from '../error.ts';
import { readable } from '../readable.ts';
import { type Ask, run, type Step, type Told } from '../steps.ts';

export { withParameters } from '../steps.ts';

/** What somebody wants of an engine. */
export interface Wanted {
  /** The address that the owner gave. */
  url: URL;
  /** The post: an address, a path or a number of the engine's; undefined for the newest comments of the whole blog. */
  post?: string | undefined;
  sort: Sort;
  /** The address of a further page, which an earlier one gave. */
  after?: string | undefined;
  /** What the owner's own relative addresses are relative to: the page. */
  base?: string | undefined;
}

/** Where the talk about comments stands. */
export interface CommentStep extends Step {
  page: CommentPage;
}

/** An engine: one file, and one row in `engines.ts`. Everything in it is pure. */
export interface CommentEngine<S extends CommentStep = CommentStep> {
  start(wanted: Wanted): S;
  read(told: readonly Told[], step: S): S;
  /** For engines that take comments: what is sent, and what the answer says. Both see the step that the thread ended with. */
  post?: {
    ask(draft: Draft, step: S, wanted: Wanted): Ask;
    /** @throws {SourceError} by `refuse`, where the engine did not take it */
    read(told: Told, step: S): BlogComment | undefined;
  };
}

/** Answers of an engine that say why a comment was not taken. */
export const REFUSALS: readonly number[] = [400, 401, 403, 404, 409, 422, 429];

/** Why a comment was not taken, for the console; readers are told in their language. */
const REASONS = {
  login: 'takes comments only from people who are logged in',
  flood: 'wants a moment between two comments',
  duplicate: 'has this comment already',
  closed: 'takes no more comments on this post',
  refused: 'did not take the comment',
} as const satisfies Partial<Record<SourceErrorKind, string>>;

/** An engine's own words at the end of ours: a line of them. */
export const saying = (words: string): string => {
  const said = (line(words) ?? '').slice(0, 300).replace(/\p{Cs}$/u, '');
  return said && `: ${said}`;
};

/** @param says the engine's own words */
export const refuse = (kind: keyof typeof REASONS, { url, status }: Told, says = ''): SourceError =>
  new SourceError(kind, url, REASONS[kind] + saying(says), status);

/** Records that an engine's reader made of its own, as comments: every field is looked at by the one that knows it. */
export function commentsOf(records: readonly unknown[], base: string): BlogComment[] {
  const seen = new Map<string, number>();
  return records.flatMap((record) => parseComment(record, base, seen) ?? []);
}

/** An engine's answer that should hold a list. */
export function listIn(value: unknown, { url }: Told): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw new SourceError('not-a-feed', url, 'answered with something else than comments');
}

/** A number of things, as a number or in digits; undefined for anything else. */
export function countOf(value: unknown): number | undefined {
  const number = /^\d{1,15}$/.test(text(value)) ? Number(text(value)) : NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The path of a page, as people read it. */
export function pathOf(post: string): string {
  if (!URL.canParse(post, 'http://-')) throw new SourceError('address', post, 'is not the address of a post');
  return readable(new URL(post, 'http://-').pathname);
}

/** A part of an address, whatever an engine has put there. */
export const encoded = (part: string): string => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));

/** The items of a list that may be missing. */
export const items = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** An engine as a source of comments. */
export function sourceOf<S extends CommentStep>(
  engine: CommentEngine<S>,
  wanted: Omit<Wanted, 'sort' | 'after'>,
  options: LoadOptions,
): CommentSource {
  /** The thread, as far as it was read: an answer may have to say more of what it answers than its number. */
  let known: S | undefined;
  /** The further pages that were named here; nobody else has a say in what is asked. */
  const named = new Set<string>();
  const base = options.base ?? globalThis.document?.baseURI;
  const talk = (sort: Sort, after: string | undefined, signal: AbortSignal): Promise<S> =>
    run(engine.start({ ...wanted, base, sort, after }), engine.read.bind(engine), { ...options, signal });
  const load = async ({ after, sort, signal }: CommentRequest): Promise<CommentPage> => {
    if (after !== undefined && !named.has(after))
      throw new SourceError('address', after, 'is no further page of these comments');
    const step = await talk(sort, after, signal);
    if (step.page.next !== undefined) named.add(step.page.next);
    known =
      after === undefined || !known
        ? step
        : { ...known, page: { ...known.page, comments: known.page.comments.concat(step.page.comments) } };
    return step.page;
  };
  const { post } = engine;
  if (!post) return { load };
  return {
    load,
    async post(draft, signal) {
      const thread = (known ??= await talk('oldest', undefined, signal));
      const sent = await run<Step & { comment?: BlogComment | undefined }>(
        { ask: [post.ask(draft, thread, { ...wanted, sort: 'oldest' })] },
        ([told]) => ({ ask: [], comment: post.read(told!, thread) }),
        { ...options, signal },
      );
      const { comment } = sent;
      if (!comment)
        throw new SourceError('malformed', wanted.url.href, 'answered with something else than the comment');
      // Its writer may answer it.
      known = { ...known, page: { ...known.page, comments: known.page.comments.concat(comment) } };
      return comment;
    },
  };
}
