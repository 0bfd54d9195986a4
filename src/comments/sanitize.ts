/**
 * The door to HTML: whatever becomes part of a page has been parsed and cleaned here, by DOMPurify and then by our own
 * policy, and only nodes leave. The only file that knows DOMPurify.
 */
import createDOMPurify, { type Config, type WindowLike } from 'dompurify';
import {
  attribute,
  ATTRIBUTE_NAMES,
  type Context,
  DROPPED,
  fileName,
  fits,
  isApart,
  LINES,
  TAG_NAMES,
  imageAddress,
  IMG_OWN,
  inside,
  isAbsolute,
  MAX_DEPTH,
  REL,
  type Tags,
  TOP,
} from './policy.ts';
import { guard } from './guard.ts';
import { Refusal } from './refusal.ts';
import { isBlank } from './text.ts';

/** Holds one comment of several that are parsed together. No comment can have one: it is in no policy. */
const HOLDER = 'article';

/** What a task box is called. */
export interface BoxWords {
  done: string;
  todo: string;
}

export type { WindowLike };

type Purify = ReturnType<typeof createDOMPurify>;

const instances = new WeakMap<object, Purify>();

/**
 * DOMPurify of our own in a window: hooks and settings of others on the page are not ours, nor ours theirs.
 *
 * @throws {TypeError} that names a DOM which is not safe to sanitise in
 */
export function purifyIn(window: WindowLike): Purify {
  const found = instances.get(window);
  if (found) return found;
  const purify = createDOMPurify(window);
  const agent = String((window as { navigator?: { userAgent?: unknown } }).navigator?.userAgent ?? '');
  // DOMPurify's own word: happy-dom "is not considered safe"; in linkedom it does nothing at all.
  const name = /happy-?dom/i.test(agent) ? 'happy-dom' : !purify.isSupported && 'this DOM (linkedom, an old browser?)';
  if (name) throw new TypeError(`dogeared: ${name} cannot be trusted to sanitise HTML; use a browser or jsdom`);
  instances.set(window, purify);
  return purify;
}

/** What is no part of this policy is looked at, and goes or becomes something else below. */
const CONFIG = {
  // The body is what they are parsed in: where it is not allowed, DOMPurify leaves copies of what was in it behind.
  ALLOWED_TAGS: [...TAG_NAMES, ...LINES, 'img', 'h1', 'h2', 'body'],
  ALLOWED_ATTR: [...ATTRIBUTE_NAMES, 'type', 'checked'],
  // All of it is parsed in the body, also what would begin in a head.
  FORCE_BODY: true,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  FORBID_CONTENTS: DROPPED,
  RETURN_DOM_FRAGMENT: true,
} satisfies Config;

/** @throws {Refusal} where the page's policy does not let DOMPurify work */
function parse(html: string, window: WindowLike): DocumentFragment {
  const fragment = purifyIn(window).sanitize(html, CONFIG) as DocumentFragment | null;
  if (!fragment) throw new Refusal('no-dom');
  return fragment;
}

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

/** Leaves an element the attributes that the policy allows, as it writes them, and adds what we write ourselves. */
function dress(element: Element, tag: string, tags: Tags): void {
  for (const { name, value } of [...element.attributes]) {
    const wanted = attribute(tags, tag, name, value);
    if (wanted === undefined) element.removeAttribute(name);
    else if (wanted !== value) element.setAttribute(name, wanted);
  }
  const href = tag === 'a' && element.getAttribute('href');
  if (href && isAbsolute(href)) element.setAttribute('rel', REL);
  if (tag === 'img') set(element, IMG_OWN);
}

/** What stands in the place of a picture: itself, or a link to it, or its text. */
function drawPicture(element: Element, tags: Tags, context: Context): ChildNode {
  const address = imageAddress(element.getAttribute('src') ?? '');
  const alt = element.getAttribute('alt');
  if (address && tags['img'] && fits(tags, 'img', context)) {
    dress(element, 'img', tags);
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

/**
 * Makes a parsed comment what the policy says, in place, in one walk over its nodes: attributes, addresses, pictures,
 * task boxes, and that each element stands where a parser would leave it. Linear, without recursion.
 *
 * @throws {Refusal} for what is nested too deep
 */
function tidy(root: ParentNode & globalThis.Node, tags: Tags, words: BoxWords): void {
  const contexts: Context[] = [TOP];
  const strays = new WeakSet<globalThis.Node>();
  let parent: globalThis.Node = root;
  let node = root.firstChild;
  for (;;) {
    if (!node) {
      if (parent === root) break;
      contexts.pop();
      node = parent.nextSibling;
      parent = parent.parentNode!;
      continue;
    }
    const context = contexts[contexts.length - 1]!;
    const around = tags[context.tag];
    const isText = node.nodeType === 3;
    if (isText) {
      // Other white space, and a line break at the beginning of <pre>, would not survive the next parser.
      let text = node.nodeValue!.replace(/\r\n?/g, '\n').replaceAll('\f', ' ');
      if (context.tag === 'pre' && node === parent.firstChild) text = text.replace(/^\n+/, '');
      if (text !== node.nodeValue) node.nodeValue = text;
    }
    if (isText ? !node.nodeValue : node.nodeType !== 1) {
      const nothing: ChildNode = node;
      node = node.nextSibling;
      nothing.remove();
      continue;
    }
    let tag = isText ? '' : (node as Element).localName;
    // What stands in a list or a table as it may not is put into an item or a cell.
    if (around?.only && !tags[tag]?.in.includes(context.tag) && (!isText || !isBlank(node.nodeValue!))) {
      const before = node.previousSibling;
      const place: Element =
        before && strays.has(before) ? (before as Element) : node.ownerDocument!.createElement(around.only);
      if (place !== before) node.before(place);
      strays.add(place);
      place.append(node);
      // One that has been walked is walked on from what is new in it.
      if (place === before) {
        parent = place;
        contexts.push(inside(tags, around.only, context));
      } else node = place;
      continue;
    }
    if (isText) {
      node = node.nextSibling;
      continue;
    }
    let element = node as Element;
    if (tag === 'img') {
      const drawn = drawPicture(element, tags, context);
      // Its text is looked at as any other.
      node = drawn.nodeType === 3 ? drawn : drawn.nextSibling;
      continue;
    }
    if (/^h[12]$/.test(tag)) {
      const given = Array.from(element.attributes, ({ name, value }) => [name, value]);
      element = replace(element, (tag = 'h3'), Object.fromEntries(given));
    }
    if (!fits(tags, tag, context) || (tag === 'input' && element.getAttribute('type') !== 'checkbox')) {
      node = unwrap(element);
      continue;
    }
    if (tag === 'input') {
      const checked = element.hasAttribute('checked');
      element = replace(element, tag, {
        type: 'checkbox',
        ...(checked && { checked: '' }),
        disabled: '',
        'aria-label': checked ? words.done : words.todo,
      });
    } else dress(element, tag, tags);
    if (context.depth > MAX_DEPTH + 2) throw new Refusal('too-deep');
    contexts.push(inside(tags, tag, context));
    parent = element;
    node = element.firstChild;
  }
  root.normalize();
}

/**
 * HTML of whomever as the nodes of a comment.
 *
 * @param html a comment as our Markdown or an engine wrote it
 * @returns a fragment of an inert document: nothing in it has been loaded or run
 * @throws {Refusal} for what is nested too deep, or where the page's policy does not let DOMPurify work
 */
export function toFragment(html: string, tags: Tags, words: BoxWords, window: WindowLike): DocumentFragment {
  const fragment = parse(guard(html), window);
  tidy(fragment, tags, words);
  return fragment;
}

/**
 * The same for several comments that are well formed by construction, as our Markdown is, with one call: DOMPurify takes
 * as long for a page of them as for one. Undefined where they did not come out as they went in.
 */
export function toFragments(
  bodies: readonly string[],
  tags: Tags,
  words: BoxWords,
  window: WindowLike,
): DocumentFragment[] | undefined {
  const html = bodies.map((body) => `<${HOLDER}>${guard(body)}</${HOLDER}>`).join('');
  const fragment = parse(html, window);
  const holders = [...fragment.childNodes] as Element[];
  const kept = holders.length === bodies.length && fragment.querySelectorAll(HOLDER).length === bodies.length;
  if (!kept || holders.some(({ localName }) => localName !== HOLDER)) return undefined;
  return holders.map((holder) => {
    tidy(holder, tags, words);
    const own = holder.ownerDocument.createDocumentFragment();
    own.append(...holder.childNodes);
    return own;
  });
}

/** A comment's nodes as text, for those who need a string. */
export function serialize(fragment: DocumentFragment): string {
  const holder = fragment.ownerDocument.createElement('div');
  holder.append(fragment.cloneNode(true));
  // Read, not written: this is no way into a page.
  // eslint-disable-next-line no-restricted-properties
  return holder.innerHTML;
}
