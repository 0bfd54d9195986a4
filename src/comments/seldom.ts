/**
 * What few comments in Markdown need: pictures, and a look at how much work a long text is. The elements load it with the
 * first that has any of these.
 */
import { fileName, imageAddress, type Tags } from './policy.ts';
import type { Piece } from './raw.ts';
import { escape, escapeAround } from './text.ts';
import type { resolve } from './values.ts';
import type { Attributes, write } from './write.ts';

export { effort } from './effort.ts';

/** What writes tags; handed over, since whoever draws Markdown has it. */
interface Writer {
  write: typeof write;
  resolve: typeof resolve;
}

/**
 * A picture: drawn where the policy has pictures, else a link with its text, so that nothing is asked of anybody's server
 * before a reader wants it. One that says it is decoration (`alt=""`) still leads to what it shows.
 */
export function picture(tags: Tags, attributes: Attributes, inLink: boolean, { write, resolve }: Writer): Piece {
  const address = imageAddress(resolve(attributes.get('src') ?? ''));
  const alt = attributes.get('alt');
  if (!address) return { html: escapeAround(alt ?? '') };
  if (tags['img']) return { html: write(tags, 'img', attributes) };
  const html = alt ? escapeAround(alt) : escape(fileName(address));
  return tags['a'] && !inLink
    ? { html: `${write(tags, 'a', new Map([['href', escape(address)]]))}${html}</a>`, link: true }
    : { html };
}
