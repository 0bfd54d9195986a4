import { decodeHTML } from 'entities';
import { plainText } from './plain.ts';

/**
 * The text of a piece of HTML, for titles and snippets.
 *
 * Tags are taken out, blocks are set apart by a space, the content of scripts, styles and forms is dropped, entities
 * are resolved exactly once and white space is collapsed. Works without a DOM, in linear time. The result is text:
 * `<b>` in it is a less-than sign and a letter, and must be shown as such.
 *
 * @example
 * textFromHtml('<p>Fish &amp; <b>chips</b></p><p>from 5&nbsp;pm</p>'); // 'Fish & chips from 5 pm'
 */
export function textFromHtml(html: string): string {
  return plainText(String(html), decodeHTML).replace(/\s+/g, ' ');
}
