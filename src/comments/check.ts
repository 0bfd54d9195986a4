/**
 * An independent look at finished HTML: is it, sign by sign, what the policy allows, and would any parser make of it
 * exactly the elements that it says? Needs no DOM, and knows nothing of how the text was made. One pass.
 */
import {
  attribute,
  type Context,
  fits,
  IMG_OWN,
  inside,
  isAbsolute,
  MAX_DEPTH,
  REL,
  type Tags,
  TOP,
} from './policy.ts';
import { isBlank } from './text.ts';
import { resolve } from './values.ts';

/** A tag as we write it: lower case, one space before an attribute, values in double quotes. */
const TAG = /<(\/?)([a-z][a-z\d]*)((?: [a-z-]+="[^"<>]*")*)>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"<>]*)"/g;
/** Text between tags: no sign that begins markup, and each `&` begins a reference. */
const TEXT = /(?:[^<>&\r\0]+|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)+/iy;

/** References to white space, which parsers drop in one place and break lines with in another. */
const CHANGED = /\f|&(?:#0*(?:9|1[0-3]|32)|#x0*(?:[9a-d]|20)|Tab|NewLine);/i;

/** Attributes that we write ourselves, with the values that we write. */
function isOurs(tag: string, name: string, value: string, labels: readonly string[]): boolean {
  if (tag === 'a') return name === 'rel' && value === REL;
  if (tag === 'img') return Object.hasOwn(IMG_OWN, name) && IMG_OWN[name as 'loading'] === value;
  if (tag !== 'input') return false;
  if (name === 'aria-label') return labels.includes(resolve(value));
  return name === 'type' ? value === 'checkbox' : /^(checked|disabled)$/.test(name) && value === '';
}

function attributesFine(tag: string, list: string, tags: Tags, labels: readonly string[]): boolean {
  // These two cannot be without.
  if (!list) return tag !== 'input' && tag !== 'img';
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of list.matchAll(ATTRIBUTE)) {
    if (found.has(name) || /[\r\0]/.test(value)) return false;
    found.set(name, value);
    if (isOurs(tag, name, value, labels)) continue;
    const meant = resolve(value);
    const allowed = tag === 'input' ? undefined : attribute(tags, tag, name, meant);
    // A value is written as the policy writes it, and nothing in it can turn out to be another sign later.
    if (allowed !== meant || /&(?!amp;|lt;|gt;|quot;)/.test(value)) return false;
  }
  if (tag === 'input') return found.has('disabled') && found.has('aria-label') && found.get('type') === 'checkbox';
  if (tag === 'img') return Object.keys(IMG_OWN).every((name) => found.has(name)) && found.has('src');
  return tag !== 'a' || found.has('rel') === isAbsolute(resolve(found.get('href') ?? ''));
}

/** Whether HTML is inside the policy; `labels` are what task boxes may be called. */
export function isInsidePolicy(html: string, tags: Tags, labels: readonly string[]): boolean {
  const contexts: Context[] = [TOP];
  let before = '';
  for (let at = 0; at < html.length;) {
    const context = contexts[contexts.length - 1]!;
    TEXT.lastIndex = TAG.lastIndex = at;
    if (html[at] !== '<') {
      const text = TEXT.exec(html)?.[0];
      if (!text) return false;
      const strays = tags[context.tag]?.only && !isBlank(text);
      // A parser takes a line break right after <pre> for none.
      if (strays || CHANGED.test(text) || (before === 'pre' && text.startsWith('\n'))) return false;
      at += text.length;
      before = '';
      continue;
    }
    const [tag, slash, name = '', list = ''] = TAG.exec(html) ?? [];
    if (!tag) return false;
    at += tag.length;
    before = slash ? '' : name;
    if (slash) {
      if (list || context.tag !== name || contexts.length === 1) return false;
      contexts.pop();
      continue;
    }
    if (!fits(tags, name, context) || !attributesFine(name, list, tags, labels)) return false;
    if (context.depth > MAX_DEPTH + 2) return false;
    if (!tags[name]!.void) contexts.push(inside(tags, name, context));
  }
  return contexts.length === 1;
}
