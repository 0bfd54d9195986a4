/** Tags as text, by the policy: the one place where a Markdown comment's tags are written. */
import { attribute, IMG_OWN, isAbsolute, REL, type Tags } from './policy.ts';
import { escape } from './text.ts';
import { quoted, resolve } from './values.ts';

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
