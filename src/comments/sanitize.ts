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
  fits,
  inside,
  isAbsolute,
  LINES,
  MAX_DEPTH,
  REL,
  TAG_NAMES,
  type Tags,
  TOP,
} from './policy.ts';
import { RARE, Refusal } from './refusal.ts';
import { isBlank } from './text.ts';

/** What a task box is called. */
export interface BoxWords {
  done: string;
  todo: string;
}

export type { WindowLike };

/** What only some comments need. */
export type Rare = typeof import('./rare.ts');

type Purify = ReturnType<typeof createDOMPurify>;

const instances = new WeakMap<object, Purify>();

/** Whether a window says that it is happy-dom's. */
export const isHappy = (window: WindowLike): boolean =>
  /happy-?dom/i.test(String((window as { navigator?: { userAgent?: unknown } }).navigator?.userAgent));

/**
 * DOMPurify of our own in a window: hooks and settings of others on the page are not ours, nor ours theirs. Undefined in a
 * DOM which is not safe to sanitise in: DOMPurify's own word is that happy-dom "is not considered safe"; in linkedom it
 * does nothing at all.
 */
export function purifyIn(window: WindowLike): Purify | undefined {
  const found = instances.get(window);
  if (found) return found;
  const purify = createDOMPurify(window);
  if (!purify.isSupported || isHappy(window)) return undefined;
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

/** @throws {Refusal} where there is no safe DOM, or the page's policy does not let DOMPurify work */
export function parse(html: string, window: WindowLike): DocumentFragment {
  const fragment = purifyIn(window)?.sanitize(html, CONFIG) as DocumentFragment | null | undefined;
  if (!fragment) throw new Refusal('no-dom');
  return fragment;
}

/** Leaves an element the attributes that the policy allows, as it writes them, and adds what we write ourselves. */
export function dress(element: Element, tag: string, tags: Tags): void {
  for (const { name, value } of [...element.attributes]) {
    const wanted = attribute(tags, tag, name, value);
    if (wanted === undefined) element.removeAttribute(name);
    else if (wanted !== value) element.setAttribute(name, wanted);
  }
  const href = tag === 'a' && element.getAttribute('href');
  if (href && isAbsolute(href)) element.setAttribute('rel', REL);
}

/** Whether something stands in a list or a table as it may not: it is put into an item or a cell. */
const strays = (node: ChildNode, tags: Tags, around: string): boolean =>
  node.nodeType === 3 ? !isBlank(node.nodeValue!) : !tags[(node as Element).localName]?.in.includes(around);

/**
 * Makes a parsed comment what the policy says, in place, in one walk over its nodes: attributes, addresses, and that each
 * element stands where a parser would leave it. Linear, without recursion.
 *
 * @throws {Refusal} for what is nested too deep
 */
export function tidy(root: ParentNode & globalThis.Node, tags: Tags, words: BoxWords, rare?: Rare): void {
  const contexts: Context[] = [TOP];
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
    const only = tags[context.tag]?.only;
    const isText = node.nodeType === 3;
    let text = isText ? node.nodeValue! : '';
    // Other white space, and a line break at the beginning of <pre>, would not survive the next parser.
    if (/[\r\f]/.test(text)) node.nodeValue = text = text.replace(/\r\n?/g, '\n').replaceAll('\f', ' ');
    if (text && context.tag === 'pre' && node === parent.firstChild) node.nodeValue = text = text.replace(/^\n+/, '');
    if (isText ? !text : node.nodeType !== 1) {
      const nothing: ChildNode = node;
      node = node.nextSibling;
      nothing.remove();
      continue;
    }
    const element = node as Element;
    const tag = element.localName;
    const isStray = only && strays(node, tags, context.tag);
    if (isStray || (!isText && (/^(img|input)$/.test(tag) || !fits(tags, tag, context)))) {
      if (!rare) throw RARE;
      node = isStray
        ? rare.house(node, only, (other) => strays(other, tags, context.tag))
        : rare.mend(element, tags, words, context, dress);
      continue;
    }
    if (isText) {
      node = node.nextSibling;
      continue;
    }
    if (element.hasAttributes()) dress(element, tag, tags);
    if (context.depth > MAX_DEPTH + 2) throw new Refusal('too-deep');
    contexts.push(inside(tags, tag, context));
    parent = element;
    node = element.firstChild;
  }
  root.normalize();
}

/**
 * Few tags, each of which any parser reads as it is meant, with nothing in it that a strict page reports: never too much,
 * whatever they are.
 */
const PLAIN = /^(?:[^<]*<(?!style)\/?[a-z][a-z\d]*(?: (?!on|style)[a-z-]+="[^"<>]*"){0,9} ?\/?>){0,99}[^<]*$/;

/** HTML that a parser may be given: what is not plain is looked at first. */
export function guarded(html: string, rare?: Rare): string {
  if (PLAIN.test(html)) return html;
  if (!rare) throw RARE;
  return rare.guard(html);
}

/**
 * HTML of whomever as the nodes of a comment.
 *
 * @param html a comment as our Markdown or an engine wrote it
 * @param rare what only some comments need
 * @returns a fragment of an inert document: nothing in it has been loaded or run
 * @throws {Refusal} for what is nested too deep, or where the page's policy does not let DOMPurify work
 * @throws {RARE} for what cannot be drawn without `rare`
 */
export function toFragment(
  html: string,
  tags: Tags,
  words: BoxWords,
  window: WindowLike,
  rare?: Rare,
): DocumentFragment {
  const fragment = parse(guarded(html, rare), window);
  tidy(fragment, tags, words, rare);
  return fragment;
}

/** A comment's nodes as text, for those who need a string. */
export function serialize(fragment: DocumentFragment): string {
  const holder = fragment.ownerDocument.createElement('div');
  holder.append(fragment.cloneNode(true));
  // Read, not written: this is no way into a page.
  // eslint-disable-next-line no-restricted-properties
  return holder.innerHTML;
}
