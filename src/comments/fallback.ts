/** What stands in the place of a comment that cannot be drawn as it was meant: its text, with its line breaks. */
import { cut, MAX_LENGTH } from './limits.ts';
import type { FallbackReason } from './refusal.ts';
import { clean, escape } from './text.ts';

/** What a reader is told, and what task boxes are called. */
export interface CommentWords {
  /** The name of a task box that is ticked … */
  done: string;
  /** … and of one that is not. */
  todo: string;
  /** Under a comment of which only the beginning is shown. */
  shortened: string;
  /** Under a comment that is shown as plain text. */
  plain: string;
}

export const WORDS: CommentWords = {
  done: 'done',
  todo: 'to do',
  shortened: 'Only the beginning of this comment is shown.',
  plain: 'This comment is shown as plain text.',
};

const MAX_LINES = 3000;

/** The text and the notice, where a reader is to be told something. */
function parts(body: string, reason: FallbackReason, maxLength: number, words: CommentWords): [string[], string] {
  const text = cut(body, Math.min(maxLength, MAX_LENGTH));
  const notice = reason === 'too-long' || text.length < body.length ? words.shortened : words.plain;
  const lines = clean(text).trim().split('\n');
  // More lines than elements may be are one.
  if (lines.length > MAX_LINES) lines.push(lines.splice(MAX_LINES).join(' '));
  return [lines, notice];
}

/** As a string inside the policy. */
export function fallbackHtml(body: string, reason: FallbackReason, maxLength: number, words: CommentWords): string {
  const [lines, notice] = parts(body, reason, maxLength, words);
  return `<p>${lines.map(escape).join('<br>')}</p>\n<p><em>${escape(notice)}</em></p>\n`;
}

/** As nodes. */
export function fallbackFragment(
  body: string,
  reason: FallbackReason,
  maxLength: number,
  words: CommentWords,
  document: Document,
): DocumentFragment {
  const [lines, notice] = parts(body, reason, maxLength, words);
  const fragment = document.createDocumentFragment();
  const text = document.createElement('p');
  lines.forEach((line, at) => {
    if (at) text.append(document.createElement('br'));
    text.append(line);
  });
  const told = document.createElement('p');
  told.append(Object.assign(document.createElement('em'), { textContent: notice }));
  fragment.append(text, '\n', told, '\n');
  return fragment;
}
