/**
 * RSS 0.91, 0.92, 1.0 and 2.0, Atom 0.3 and 1.0: from the tree of a document to posts.
 *
 * @engine Hugo, Jekyll, Eleventy, Hexo, Astro | lists | browser | no key | real
 */
import { parsePost } from '../posts/parse.ts';
import { INLINE, plainText } from '../posts/plain.ts';
import type { Post } from '../posts/post.ts';
import type { Page } from './formats.ts';
import { feedDate } from './rfc822.ts';
import { child, children, type Parser, textContent, type XmlNode } from './xml.ts';

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of an element, or of its first child of one of these names. */
const raw = (node: XmlNode | undefined, ...names: string[]): string =>
  textContent(names.length ? child(node, ...names) : node).trim();

/** The text of a piece of HTML in an element, whatever way it is written: escaped, in CDATA, or as inline markup. */
function htmlText(node: XmlNode | undefined, { decode }: Parser): string {
  const inline = node?.children.some((item) => typeof item !== 'string');
  return inline ? squeeze(textContent(node, INLINE)) : plainText(textContent(node), decode);
}

/** An Atom text construct: plain, HTML or inline markup, by `type` (1.0) or `mode` (0.3). */
function atomText(node: XmlNode | undefined, parser: Parser): string {
  const { type = '', mode = '' } = node?.attributes ?? {};
  return /html|xml/i.test(type) || mode === 'escaped' || mode === 'xml'
    ? htmlText(node, parser)
    : squeeze(textContent(node));
}

const number = (text: string | undefined): number | undefined =>
  /^\s*\d+\s*$/.test(text ?? '') ? Number(text) : undefined;

/** The address against which the links in an element are resolved, given that outside of it. */
function baseOf(outer: string | undefined, node: XmlNode): string | undefined {
  const inner = node.attributes['xml:base'];
  return inner && URL.canParse(inner, outer) ? new URL(inner, outer).href : outer;
}

/** The picture of an item: media elements, enclosures, and what Hexo makes of Atom. */
function pictureOf(item: XmlNode): object | undefined {
  const places = [item, child(item, 'media:group')];
  const candidates = [
    ...places.flatMap((place) => children(place, 'media:content')),
    ...places.flatMap((place) => children(place, 'media:thumbnail')),
    ...children(item, 'enclosure'),
    ...children(item, 'atom:link').filter(({ attributes }) => attributes['rel'] === 'enclosure'),
    ...children(item, 'atom:content').filter(({ attributes }) => attributes['src']),
    ...children(item, 'itunes:image'),
  ];
  const fits = ({ name, attributes: { medium = '', type = '', url = '' } }: XmlNode): boolean =>
    /thumbnail|itunes/.test(name) ||
    medium === 'image' ||
    /^image\b/.test(type) ||
    (!medium && !type && /\.(avif|gif|jpe?g|png|svg|webp)(\?|$)/i.test(url));
  const found = candidates.find(fits);
  if (!found) return undefined;
  const { url, href, src, width, height } = found.attributes;
  const alt = raw(found, 'media:description');
  return { url: url ?? href ?? src, alt, width: number(width), height: number(height) };
}

const comments = (item: XmlNode): number | undefined =>
  number(raw(item, 'slash:comments')) ??
  number(raw(item, 'thr:total')) ??
  children(item, 'atom:link')
    .filter(({ attributes }) => attributes['rel'] === 'replies')
    .map(({ attributes }) => number(attributes['thr:count']))
    .find((count) => count !== undefined);

/** `name@example.org (Name)`, as RSS wants authors: the name, and never the address. */
function person(text: string): string {
  const short = text.slice(0, 200);
  return squeeze((/@.*\(([^)@]+)\)/.exec(short)?.[1] ?? short).replace(/\S*@\S*/g, ''));
}

const alternate = (node: XmlNode): string | undefined => {
  const links = children(node, 'atom:link').map(({ attributes }) => attributes);
  const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  return (pages.find(({ type = 'text/html' }) => /html/.test(type)) ?? pages[0])?.['href'];
};

const atomAuthor = (node: XmlNode | undefined): { name: string; url: string } => {
  const author = child(node, 'atom:author');
  return { name: person(raw(author, 'atom:name')), url: raw(author, 'atom:uri', 'atom:url') };
};

interface Feed {
  /** Whose items these are, where they do not say. */
  author: ReturnType<typeof atomAuthor>;
  parser: Parser;
  base: string | undefined;
  /** Whether entities in CDATA are meant as they stand. Elsewhere they have not been resolved, in Ghost there are none. */
  literal: boolean;
}

/** An RSS item or an Atom entry; elements of one occur in the other. */
function postOf(item: XmlNode, { author, parser, base, literal }: Feed): Post | undefined {
  const line = (node: XmlNode | undefined): string =>
    squeeze(node?.cdata && !literal ? parser.decode(textContent(node)) : textContent(node));
  const guid = child(item, 'guid');
  const permalink = guid?.attributes['isPermaLink'] !== 'false' && /^https?:/.test(raw(guid)) ? raw(guid) : '';
  const content = children(item, 'atom:content').find(({ attributes }) => !attributes['src']);
  const texts = ['description', 'content:encoded', 'itunes:summary'].map((name) => child(item, name));
  const authors = [
    { name: person(line(child(item, 'dc:creator', 'author', 'itunes:author'))) },
    ...[item, child(item, 'atom:source')].map(atomAuthor),
    author,
  ];
  return parsePost(
    {
      id: raw(item, 'guid', 'atom:id') || item.attributes['rdf:about'],
      url: raw(item, 'feedburner:origLink') || raw(item, 'link') || alternate(item) || permalink,
      title: line(child(item, 'title', 'dc:title')) || atomText(child(item, 'atom:title'), parser),
      published: feedDate(raw(item, 'atom:published', 'atom:issued', 'pubDate', 'dc:date', 'dc:created')),
      updated: feedDate(raw(item, 'atom:updated', 'atom:modified', 'dc:modified')),
      summary:
        texts.reduce((found, node) => found || htmlText(node, parser), '') ||
        atomText(child(item, 'atom:summary'), parser) ||
        atomText(content, parser),
      image: pictureOf(item),
      author: authors.find(({ name }) => name),
      tags: [
        ...[...children(item, 'category'), ...children(item, 'dc:subject')].map(line),
        ...children(item, 'atom:category').map(({ attributes }) => attributes['term']),
      ],
      counts: { comments: comments(item) },
    },
    baseOf(base, item),
  );
}

export function read(root: XmlNode, url: string | undefined, parser: Parser): Page {
  const channel = child(root, 'channel') ?? root;
  const feed = {
    author: atomAuthor(channel),
    parser,
    base: baseOf(baseOf(url, root), channel),
    literal: /\bghost\b/i.test(raw(channel, 'generator')),
  };
  // RSS 1.0 has the items beside the channel, the others within it.
  const items = [...new Set([channel, root])].flatMap((place) => [
    ...children(place, 'item'),
    ...children(place, 'atom:entry'),
  ]);
  const next = children(channel, 'atom:link').find(({ attributes }) => attributes['rel'] === 'next');
  return { posts: items.flatMap((item) => postOf(item, feed) ?? []), next: next?.attributes['href'] };
}
