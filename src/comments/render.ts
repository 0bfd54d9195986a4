/** Comments as HTML: Markdown of readers and HTML of engines, through the one door. */
import { line } from '../posts/parse.ts';
import { bare } from './bare.ts';
import { isInsidePolicy } from './check.ts';
import { type CommentWords, fallbackFragment, fallbackHtml, WORDS } from './fallback.ts';
import { MAX_LENGTH } from './limits.ts';
import { markdownToHtml } from './markdown.ts';
import { type CommentPolicy, tagsOf } from './narrow.ts';
import type { Tags } from './policy.ts';
import * as rare from './rare.ts';
import * as raw from './raw.ts';
import { checkLength, type FallbackReason, reasonOf, Refusal } from './refusal.ts';
import * as seldom from './seldom.ts';
import { guarded, purifyIn, serialize, toFragment, type WindowLike } from './sanitize.ts';
import { drawTogether } from './together.ts';

declare const SAFE: unique symbol;

/** HTML that has come through the door: safe to write into a page, whoever wrote the comment. */
export type SafeHtml = string & { readonly [SAFE]: true };

/** How a comment is drawn: less than the policy allows, in other words. */
export interface CommentOptions extends CommentPolicy {
  /** Hears why a comment is shown as plain text. */
  onFallback?: (reason: FallbackReason) => void;
  /** Words for task boxes and notices, instead of the English ones. */
  words?: Partial<CommentWords>;
}

type Kind = 'markdown' | 'html';

interface Settings {
  tags: Tags;
  words: CommentWords;
  maxLength: number;
}

/** What only some comments need is all here. */
const parts = { raw, seldom };

const standard: Settings = { tags: tagsOf(), words: WORDS, maxLength: MAX_LENGTH };

/** What a caller has said, without what a page has added to all objects. */
const ownOf = (options: CommentOptions): CommentOptions => bare(options);

/** Our words, and in their place the caller's, each on one line. */
const wordsOf = (words: Partial<CommentWords> = {}): CommentWords =>
  Object.fromEntries(
    Object.entries(WORDS).map(([name, ours]) => [name, line(words[name as keyof CommentWords]) ?? ours]),
  ) as unknown as CommentWords;

function settingsOf(who: string, options: CommentOptions): Settings {
  const { images, tags, words, maxLength } = ownOf(options);
  if (!images && !tags && !words && maxLength === undefined) return standard;
  if (maxLength !== undefined && !(maxLength > 0 && maxLength <= MAX_LENGTH))
    throw new RangeError(`${who}: maxLength is ${maxLength}; allowed: numbers from 1 to ${MAX_LENGTH}`);
  return {
    tags: tagsOf({ ...(images && { images }), ...(tags && { tags }) }),
    words: wordsOf(words),
    maxLength: maxLength ?? MAX_LENGTH,
  };
}

/** Why a comment is shown as plain text, said to who wants to hear it. */
function hear(error: unknown, options: CommentOptions): FallbackReason {
  const reason = reasonOf(error);
  ownOf(options).onFallback?.(reason);
  return reason;
}

/** What came as a body, as text; what cannot be read is none. */
function textOf(body: unknown): string {
  try {
    return typeof body === 'string' ? body : body === undefined || body === null ? '' : String(body);
  } catch {
    return '';
  }
}

/** The functions, in a window that has a DOM or without one. */
export function doorIn(windowOf: () => WindowLike | undefined) {
  /** Draws a body in one of two forms; what cannot be drawn is shown as text, in the same form. */
  function attempt<R>(
    who: string,
    kind: Kind,
    body: unknown,
    options: CommentOptions,
    draw: (html: string, settings: Settings) => R,
    plain: (text: string, reason: FallbackReason, settings: Settings) => R,
  ): R {
    const settings = settingsOf(who, options);
    const text = textOf(body);
    try {
      checkLength(text, kind === 'html', settings.maxLength);
      return draw(kind === 'html' ? text : markdownToHtml(text, settings.tags, settings.words, parts), settings);
    } catch (error) {
      return plain(text, hear(error, options), settings);
    }
  }

  function domOf(who: string): WindowLike {
    const window = windowOf();
    if (!window) throw new TypeError(`${who}: there is no DOM here; use renderComment, or dogeared/comments/node`);
    return window;
  }

  function fragmentOf(who: string, kind: Kind, body: unknown, options: CommentOptions): DocumentFragment {
    const window = domOf(who);
    return attempt(
      who,
      kind,
      body,
      options,
      (html, { tags, words }) => toFragment(html, tags, words, window, rare),
      (text, reason, { maxLength, words }) =>
        fallbackFragment(text, reason, maxLength, words, window.document as Document),
    );
  }

  function htmlOf(who: string, kind: Kind, body: unknown, options: CommentOptions): SafeHtml {
    const window = windowOf();
    return attempt(
      who,
      kind,
      body,
      options,
      (html, { tags, words }) => {
        if (window) return serialize(toFragment(html, tags, words, window, rare));
        if (kind === 'html') throw new Refusal('no-dom');
        if (!isInsidePolicy(guarded(html, rare), tags, [words.done, words.todo])) throw new Refusal('unproven');
        return html;
      },
      (text, reason, { maxLength, words }) => fallbackHtml(text, reason, maxLength, words),
    ) as SafeHtml;
  }

  function fragmentsOf(bodies: Iterable<unknown>, options: CommentOptions): DocumentFragment[] {
    const who = 'renderCommentFragments';
    const window = domOf(who);
    const { tags, words, maxLength } = settingsOf(who, options);
    const texts = Array.from(bodies, textOf);
    const htmlOf = (at: number): string => {
      checkLength(texts[at]!, false, maxLength);
      return markdownToHtml(texts[at]!, tags, words, parts);
    };
    const all: DocumentFragment[] = [];
    for (const group of drawTogether(texts.keys(), htmlOf, tags, words, window, rare))
      for (const [at, draw] of group) {
        try {
          all[at] = draw();
        } catch (error) {
          const reason = hear(error, options);
          all[at] = fallbackFragment(texts[at]!, reason, maxLength, words, window.document as Document);
        }
      }
    return all;
  }

  return {
    renderComment: (markdown: string, options: CommentOptions = {}): SafeHtml =>
      htmlOf('renderComment', 'markdown', markdown, options),
    renderCommentFragment: (markdown: string, options: CommentOptions = {}): DocumentFragment =>
      fragmentOf('renderCommentFragment', 'markdown', markdown, options),
    renderCommentFragments: (markdown: Iterable<string>, options: CommentOptions = {}): DocumentFragment[] =>
      fragmentsOf(markdown, options),
    sanitizeComment: (html: string, options: CommentOptions = {}): SafeHtml =>
      htmlOf('sanitizeComment', 'html', html, options),
    sanitizeCommentFragment: (html: string, options: CommentOptions = {}): DocumentFragment =>
      fragmentOf('sanitizeCommentFragment', 'html', html, options),
  };
}

const here = globalThis as { document?: unknown; window?: WindowLike };

/** The window we are in; one whose DOM cannot be trusted, such as happy-dom's, is none. */
function windowHere(): WindowLike | undefined {
  try {
    if (here.document && here.window && purifyIn(here.window)) return here.window;
  } catch {
    // Markdown is proved to be inside the policy instead, and HTML is text.
  }
  return undefined;
}

const door = doorIn(windowHere);

/**
 * A comment in Markdown as HTML that is safe to write into a page.
 *
 * GitHub-flavored, with soft line breaks. Without a DOM (Node, Workers) the result is proved to be inside the policy;
 * with one it is parsed and cleaned by DOMPurify. What cannot be drawn safely is shown as text, with its line breaks.
 *
 * @param markdown the body, up to 20,000 characters
 * @throws {RangeError} for a `maxLength` that there is not; never for what is in a body
 * @example
 * renderComment('**Hello** <script>'); // '<p><strong>Hello</strong> &lt;script&gt;</p>\n'
 * @function
 */
export const renderComment = door.renderComment;

/**
 * A comment in Markdown as nodes of an inert document: nothing in them has been loaded or run.
 *
 * @throws {TypeError} where there is no DOM
 * @throws {RangeError} for a `maxLength` that there is not
 * @function
 */
export const renderCommentFragment = door.renderCommentFragment;

/**
 * Many comments in Markdown, each as nodes, in the order they came in. Several times as fast as one by one: what is fixed
 * in the cost of a parser and of DOMPurify is paid once for fifty.
 *
 * @throws {TypeError} where there is no DOM
 * @throws {RangeError} for a `maxLength` that there is not
 * @example
 * const fragments = renderCommentFragments(comments.map(({ body }) => body));
 * @function
 */
export const renderCommentFragments = door.renderCommentFragments;

/**
 * A comment that an engine has made HTML of, cleaned by the same policy. Without a DOM it is shown as text.
 *
 * @param html up to 200,000 characters
 * @throws {RangeError} for a `maxLength` that there is not; never for what is in a body
 * @function
 */
export const sanitizeComment = door.sanitizeComment;

/**
 * The same as nodes of an inert document.
 *
 * @throws {TypeError} where there is no DOM
 * @throws {RangeError} for a `maxLength` that there is not
 * @function
 */
export const sanitizeCommentFragment = door.sanitizeCommentFragment;
