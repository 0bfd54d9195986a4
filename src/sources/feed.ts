/**
 * RSS 0.91, 0.92, 1.0 and 2.0, Atom 0.3 and 1.0: from the tree of a document to posts.
 *
 * @engine Hugo, Jekyll, Eleventy, Hexo, Astro | lists | browser | no key | real
 */
import { parsePost } from '../posts/parse.ts';
import { INLINE, plainText } from '../posts/plain.ts';
import type { Post } from '../posts/post.ts';
import type { Page } from './formats.ts';
import { asIso } from './rfc822.ts';
import { child, children, textContent, type XmlNode } from './xml.ts';

/** Resolves the entities of HTML in a text, once. */
type Decode = (text: string) => string;

/** The text of an element, or of its first child of one of these names. */
const raw = (node: XmlNode | undefined, ...names: string[]): string =>
  textContent(names.length ? child(node, ...names) : node).trim();

/**
 * The text of an element that may hold HTML, whatever way it is written: escaped, in CDATA, or as inline markup. In Atom
 * it is HTML only if its `type` (1.0) or `mode` (0.3) says so.
 */
function textOf(node: XmlNode | undefined, decode: Decode): string {
  const { type = '', mode = '' } = node?.attributes ?? {};
  if (node?.name.startsWith('atom:') && !/html|xml|escaped/i.test(type + mode)) return raw(node);
  const inline = node?.children.some((item) => typeof item !== 'string');
  return inline ? textContent(node, INLINE).trim() : plainText(textContent(node), decode);
}

const number = (text: string | undefined): number | undefined => (/^\s*\d+\s*$/.test(text!) ? Number(text) : undefined);

/** The address against which the links in an element are resolved, given that outside of it. */
function baseOf(outer: string | undefined, node: XmlNode): string | undefined {
  const inner = node.attributes['xml:base'];
  return inner && URL.canParse(inner, outer) ? new URL(inner, outer).href : outer;
}

/** Where pictures are found: media elements, enclosures, and what Hexo makes of Atom. */
const PICTURES = ['media:content', 'media:thumbnail', 'enclosure', 'atom:link', 'atom:content', 'itunes:image'];

const isPicture = ({ name, attributes: { rel, medium = '', type = '', url = '' } }: XmlNode): boolean =>
  (name !== 'atom:link' || rel === 'enclosure') &&
  (/thumbnail|itunes/.test(name) ||
    medium === 'image' ||
    /^image\b/.test(type) ||
    (!medium && !type && /\.(avif|gif|jpe?g|png|svg|webp)(\?|$)/i.test(url)));

/** The picture of an item. */
function pictureOf(item: XmlNode): object | undefined {
  const group = child(item, 'media:group');
  for (const name of PICTURES) {
    const found = [...children(item, name), ...children(group, name)].find(isPicture);
    if (!found) continue;
    const { url, href, src, width, height } = found.attributes;
    const alt = raw(found, 'media:description');
    return { url: url ?? href ?? src, alt, width: number(width), height: number(height) };
  }
  return undefined;
}

/** The attributes of the links of a kind. */
const linksOf = (node: XmlNode, kind: string): XmlNode['attributes'][] =>
  children(node, 'atom:link')
    .map(({ attributes }) => attributes)
    .filter(({ rel = 'alternate' }) => rel === kind);

const comments = (item: XmlNode): number | undefined =>
  number(raw(item, 'slash:comments', 'thr:total')) ??
  linksOf(item, 'replies').flatMap((link) => number(link['thr:count']) ?? [])[0];

/** `name@example.org (Name)`, as RSS wants authors: the name, and never the address. */
function person(text: string): string {
  if (!text) return text;
  const short = text.replace(/\s+/g, ' ').slice(0, 200);
  return (/@.*\(([^)@]+)\)/.exec(short)?.[1] ?? short).replace(/\S*@\S*/g, '').trim();
}

/** The address of the page among the alternates. */
const alternate = (node: XmlNode): string | undefined => {
  const links = linksOf(node, 'alternate');
  return (links.find(({ type = 'text/html' }) => /html/.test(type)) ?? links[0])?.['href'];
};

const atomAuthor = (node: XmlNode | undefined): { name: string; url: string } => {
  const author = child(node, 'atom:author');
  return { name: person(raw(author, 'atom:name')), url: raw(author, 'atom:uri', 'atom:url') };
};

interface Feed {
  /** Whose items these are, where they do not say. */
  author: ReturnType<typeof atomAuthor>;
  decode: Decode;
  base: string | undefined;
  /** Whether entities in CDATA are meant as they stand. Elsewhere they have not been resolved, in Ghost there are none. */
  literal: boolean;
}

/** An RSS item or an Atom entry; elements of one occur in the other. */
function postOf(item: XmlNode, { author, decode, base, literal }: Feed): Post | undefined {
  const line = (node: XmlNode | undefined): string => (node?.cdata && !literal ? decode(raw(node)).trim() : raw(node));
  const guid = child(item, 'guid');
  const permalink = guid?.attributes['isPermaLink'] !== 'false' && /^https?:/.test(raw(guid)) ? raw(guid) : '';
  const texts = children(item, 'description', 'content:encoded', 'itunes:summary', 'atom:summary', 'atom:content');
  const authors = [
    { name: person(line(child(item, 'dc:creator', 'author', 'itunes:author'))) },
    ...[item, child(item, 'atom:source')].map(atomAuthor),
    author,
  ];
  return parsePost(
    {
      id: raw(item, 'guid', 'atom:id') || item.attributes['rdf:about'],
      url: raw(item, 'feedburner:origLink', 'link') || alternate(item) || permalink,
      title: line(child(item, 'title', 'dc:title')) || textOf(child(item, 'atom:title'), decode),
      published: asIso(raw(item, 'atom:published', 'atom:issued', 'pubDate', 'dc:date', 'dc:created')),
      updated: asIso(raw(item, 'atom:updated', 'atom:modified', 'dc:modified')),
      summary: texts.reduce((found, node) => found || textOf(node, decode), ''),
      image: pictureOf(item),
      author: authors.find(({ name }) => name),
      tags: children(item, 'category', 'dc:subject', 'atom:category').map(
        (node) => node.attributes['term'] ?? line(node),
      ),
      counts: { comments: comments(item) },
    },
    baseOf(base, item),
  );
}

export function read(root: XmlNode, url: string | undefined, decode: Decode): Page {
  const channel = child(root, 'channel');
  const head = channel ?? root;
  const feed = {
    author: atomAuthor(head),
    decode,
    base: baseOf(baseOf(url, root), head),
    literal: /\bghost\b/i.test(raw(head, 'generator')),
  };
  // RSS 1.0 has the items beside the channel, the others within it.
  const items = [channel, root].flatMap((place) => children(place, 'item', 'atom:entry'));
  return { posts: items.flatMap((item) => postOf(item, feed) ?? []), next: linksOf(head, 'next')[0]?.['href'] };
}
