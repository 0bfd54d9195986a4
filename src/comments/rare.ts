/**
 * What the door to HTML does for some comments only: pictures, task boxes, high headings, tags outside the policy, strays
 * in lists and tables, and a look at what is long or oddly written. The elements load it with the first that has any of
 * these; it is handed to the door, which refuses what it cannot do without it.
 */
import {
  type Context,
  fileName,
  fits,
  imageAddress,
  IMG_OWN,
  LINES,
  MAX_DEPTH,
  REL,
  type Tags,
  tagsWith,
} from './policy.ts';
import { Refusal } from './refusal.ts';
import type { BoxWords, dress as Dress } from './sanitize.ts';

export { guard } from './guard.ts';

/** Whether a tag keeps words apart, so that something has to stay between them where it goes. */
const isApart = (tag: string): boolean =>
  LINES.includes(tag) || tag === 'br' || (tagsWith()[tag]?.in ?? 'text') !== 'text';

/** Moves what is in an element to its place; says what comes next there. What kept words apart leaves a line break. */
function unwrap(element: Element): ChildNode | null {
  if (isApart(element.localName)) {
    const isEmpty = !element.firstChild;
    if (element.previousSibling) element.prepend('\n');
    if (element.nextSibling && !isEmpty) element.append('\n');
  }
  const next = element.firstChild ?? element.nextSibling;
  element.replaceWith(...element.childNodes);
  return next;
}

function set(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

/** Another element in the place of one, with its content and these attributes. */
function replace(element: Element, tag: string, attributes: Readonly<Record<string, string>>): Element {
  const other = element.ownerDocument.createElement(tag);
  set(other, attributes);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/** What stands in the place of a picture: itself, or a link to it, or its text. */
function drawPicture(element: Element, tags: Tags, context: Context, dress: typeof Dress): ChildNode {
  const address = imageAddress(element.getAttribute('src') ?? '');
  const alt = element.getAttribute('alt');
  if (address && tags['img'] && fits(tags, 'img', context)) {
    dress(element, 'img', tags);
    set(element, IMG_OWN);
    return element;
  }
  const text = element.ownerDocument.createTextNode(alt || (address ? fileName(address) : ''));
  if (address && fits(tags, 'a', context)) {
    const link = replace(element, 'a', { href: address, rel: REL });
    link.append(text);
    return link;
  }
  element.replaceWith(text);
  return text;
}

/** Puts something in the place of an element that cannot stay as it is; says what is to be looked at next. */
export function mend(
  element: Element,
  tags: Tags,
  words: BoxWords,
  context: Context,
  dress: typeof Dress,
): ChildNode | null {
  const tag = element.localName;
  if (tag === 'img') {
    const drawn = drawPicture(element, tags, context, dress);
    // Its text is looked at as any other.
    return drawn.nodeType === 3 ? drawn : drawn.nextSibling;
  }
  if (/^h[12]$/.test(tag)) {
    const given = Array.from(element.attributes, ({ name, value }) => [name, value]);
    return replace(element, 'h3', Object.fromEntries(given));
  }
  if (!fits(tags, tag, context) || element.getAttribute('type') !== 'checkbox') return unwrap(element);
  if (context.depth > MAX_DEPTH + 2) throw new Refusal('too-deep');
  const checked = element.hasAttribute('checked');
  const box = replace(element, tag, {
    type: 'checkbox',
    ...(checked && { checked: '' }),
    disabled: '',
    'aria-label': checked ? words.done : words.todo,
  });
  return box.nextSibling;
}

/** Puts what stands in a list or a table as it may not into an item or a cell, with the strays that follow it. */
export function house(stray: ChildNode, tag: string, strays: (node: ChildNode) => boolean): Element {
  const place = stray.ownerDocument!.createElement(tag);
  stray.before(place);
  for (let next: ChildNode | null = stray; next && strays(next); next = place.nextSibling) place.append(next);
  return place;
}
