/** RSS 0.91, 0.92, 1.0 and 2.0, Atom 0.3 and 1.0: from the tree of a document to posts. */
import { parsePost } from '../posts/parse.ts';
import { INLINE, plainText } from '../posts/plain.ts';
import type { Post } from '../posts/post.ts';
import type { Reader } from './formats.ts';
import { feedDate } from './rfc822.ts';
import { child, children, type Parser, textContent, type XmlNode } from './xml.ts';

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

const raw = (node: XmlNode | undefined): string => textContent(node).trim();

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

/** The address against which the links of an element are resolved: `xml:base`, all the way down. */
const baseOf = (base: string | undefined, ...path: (XmlNode | undefined)[]): string | undefined =>
  path.reduce((outer, node) => {
    const inner = node?.attributes['xml:base'];
    try {
      return inner ? new URL(inner, outer).href : outer;
    } catch {
      return outer;
    }
  }, base);

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
  const alt = raw(child(found, 'media:description'));
  return { url: url ?? href ?? src, alt, width: number(width), height: number(height) };
}

const comments = (item: XmlNode): number | undefined =>
  number(raw(child(item, 'slash:comments'))) ??
  number(raw(child(item, 'thr:total'))) ??
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

function rssPost(item: XmlNode, parser: Parser, base: string | undefined, literal: boolean): Post | undefined {
  /** In CDATA no entities have been resolved, so they are resolved here; Ghost alone means them literally. */
  const line = (node: XmlNode | undefined): string =>
    squeeze(node?.cdata && !literal ? parser.decode(textContent(node)) : textContent(node));
  const guid = child(item, 'guid');
  const permalink = guid?.attributes['isPermaLink'] === 'false' || !/^https?:/.test(raw(guid)) ? '' : raw(guid);
  const url = raw(child(item, 'feedburner:origLink')) || raw(child(item, 'link')) || alternate(item) || permalink;
  const texts = ['description', 'content:encoded', 'atom:summary', 'itunes:summary'];
  const tags = [...children(item, 'category'), ...children(item, 'dc:subject')];
  return parsePost(
    {
      id: raw(guid) || item.attributes['rdf:about'] || undefined,
      url,
      title: line(child(item, 'title', 'dc:title')),
      published: feedDate(raw(child(item, 'pubDate', 'dc:date', 'dc:created', 'atom:published'))),
      updated: feedDate(raw(child(item, 'atom:updated', 'dc:modified'))),
      summary: texts.reduce((found, name) => found || htmlText(child(item, name), parser), ''),
      image: pictureOf(item),
      author: person(
        line(child(item, 'dc:creator', 'author', 'itunes:author') ?? child(child(item, 'atom:author'), 'atom:name')),
      ),
      tags: tags.map(line),
      counts: { comments: comments(item) },
    },
    baseOf(base, item),
  );
}

function atomPost(entry: XmlNode, feed: XmlNode, parser: Parser, base: string | undefined): Post | undefined {
  const author = [
    child(entry, 'atom:author'),
    child(child(entry, 'atom:source'), 'atom:author'),
    child(feed, 'atom:author'),
  ]
    .map((node) => ({ name: person(raw(child(node, 'atom:name'))), url: raw(child(node, 'atom:uri', 'atom:url')) }))
    .find(({ name }) => name);
  const content = children(entry, 'atom:content').find(({ attributes }) => !attributes['src']);
  const summary = atomText(child(entry, 'atom:summary'), parser) || atomText(content, parser);
  const tags = [
    ...children(entry, 'atom:category').map(({ attributes }) => attributes['term']),
    ...children(entry, 'dc:subject').map(raw),
  ];
  return parsePost(
    {
      id: raw(child(entry, 'atom:id')) || undefined,
      url: alternate(entry),
      title: atomText(child(entry, 'atom:title'), parser),
      published: feedDate(raw(child(entry, 'atom:published', 'atom:issued'))),
      updated: feedDate(raw(child(entry, 'atom:updated', 'atom:modified'))),
      summary,
      image: pictureOf(entry),
      author,
      tags,
      counts: { comments: comments(entry) },
    },
    baseOf(base, entry),
  );
}

export const read: Reader<XmlNode> = (root, { url, parser }) => {
  if (root.name === 'atom:feed') {
    const base = baseOf(url, root);
    const posts = children(root, 'atom:entry').flatMap((entry) => atomPost(entry, root, parser, base) ?? []);
    const next = children(root, 'atom:link').find(({ attributes }) => attributes['rel'] === 'next');
    return { posts, next: next?.attributes['href'] };
  }
  const channel = child(root, 'channel');
  // RSS 1.0 has the items beside the channel, the others within it.
  const items = [...children(channel, 'item'), ...children(root, 'item')];
  const base = baseOf(url, root, channel);
  const literal = /\bghost\b/i.test(raw(child(channel, 'generator')));
  const next = children(channel, 'atom:link').find(({ attributes }) => attributes['rel'] === 'next');
  return {
    posts: items.flatMap((item) => rssPost(item, parser, base, literal) ?? []),
    next: next?.attributes['href'],
  };
};
