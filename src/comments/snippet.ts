import { excerpt } from '../posts/excerpt.ts';
import { plainText } from '../posts/plain.ts';

/** What Markdown is to the eye and not to the reader, and what is left of it. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}(```|~~~).*$/gm, ' '], // fences
  [/^(\s*>)+.*$/gm, ' '], // what somebody else said
  [/!?\[([^[\]]*)\]\([^()]*\)/g, '$1'], // links, pictures
  [/^\s*(#{1,6}|[-*+]|\d{1,9}[.)])\s+(\[[ x]\]\s+)?/gim, ''], // headings, items
  [/(\*\*|__|~~|`+)/g, ''],
  [/(^|[\s(])[*_]+(?=\S)|(?<=\S)[*_]+(?=$|[\s).,;:!?])/gm, '$1'],
];

/**
 * The beginning of a comment as plain text, for a line in a list.
 *
 * @param decode resolves the entities of HTML
 */
export function snippet(
  { body = '', html }: { body?: string; html?: string },
  decode: (text: string) => string,
  options: { length?: number; locale?: string } = {},
): string {
  const start = (html ?? body).slice(0, 5000);
  const text = html === undefined ? MARKS.reduce((said, [mark, rest]) => said.replace(mark, rest), start) : start;
  return excerpt(html === undefined ? text : plainText(text, decode), options);
}
