/** Tags as text, by the policy: the one place where a Markdown comment's tags are written. */
import { attribute, fileName, IMG_OWN, imageAddress, isAbsolute, REL, type Tags } from './policy.ts';
import type { Piece } from './raw.ts';
import { escape, escapeAround, quoted, resolve } from './text.ts';

/** Attributes as they were typed, character references and all. */
export type Attributes = ReadonlyMap<string, string>;

/** A tag with those of its attributes that the policy allows, and those that we write ourselves. */
export function write(tags: Tags, tag: string, attributes?: Attributes): string {
  let html = `<${tag}`;
  let leaves = false;
  for (const [name, given] of attributes ?? []) {
    const value = attribute(tags, tag, name, resolve(given));
    if (value === undefined) continue;
    html += ` ${name}="${quoted(escape(value))}"`;
    leaves ||= name === 'href' && isAbsolute(value);
  }
  if (leaves) html += ` rel="${REL}"`;
  if (tag === 'img') for (const [name, value] of Object.entries(IMG_OWN)) html += ` ${name}="${value}"`;
  return html + '>';
}

/** The box of a task list. `label` says to those who cannot see it whether it is ticked. */
export const taskBox = (checked: boolean, label: string): string =>
  `<input type="checkbox"${checked ? ' checked=""' : ''} disabled="" aria-label="${quoted(escape(label))}">`;

/**
 * A picture: drawn where the policy has pictures, else a link with its text, so that nothing is asked of anybody's server
 * before a reader wants it. One that says it is decoration (`alt=""`) still leads to what it shows.
 */
export function picture(tags: Tags, attributes: Attributes, inLink?: boolean): Piece {
  const address = imageAddress(resolve(attributes.get('src') ?? ''));
  const alt = attributes.get('alt');
  if (!address) return { html: escapeAround(alt ?? '') };
  if (tags['img']) return { html: write(tags, 'img', attributes) };
  const html = alt ? escapeAround(alt) : escape(fileName(address));
  return tags['a'] && !inLink
    ? { html: `${write(tags, 'a', new Map([['href', escape(address)]]))}${html}</a>`, link: true }
    : { html };
}
