/** XML documents: from text to a tree, by the platform's parser or else by the tolerant one. Loaded for feeds only. */
import { SourceError } from './error.ts';
import { read } from './feed.ts';
import type { Page } from './formats.ts';
import { parserHere } from './parser.ts';
import type { XmlNode } from './xml.ts';

/** Other documents that owners mistake for feeds, by what they begin with. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^<(!doctype html|html)\b/i, 'a web page'],
  [/^<(urlset|sitemapindex)\b/i, 'a sitemap'],
  [/^<opml\b/i, 'a list of feeds (OPML)'],
  [/^<svg\b/i, 'a picture'],
];

function reject(kind: 'not-a-feed' | 'malformed', url: string | undefined, problem: string): never {
  throw new SourceError(kind, url ?? '', problem);
}

const ROOTS = /^(rss|rdf:RDF|atom:feed)$/;

/** Where the XML begins: some servers print warnings or blank lines before it. */
const XML_START = /<(\?xml|!doctype\s+(rss|rdf)|rss\b|rdf:RDF\b|(\w+:)?feed\b)/i;

/** The posts of a feed, or why it is none. */
export async function readDocument(text: string, url: string | undefined): Promise<Page> {
  const start = XML_START.exec(text.slice(0, 10_000))?.index ?? 0;
  const source = text
    .slice(start)
    .trimStart()
    // What no XML may contain, but what people paste into posts.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  const opening = source.replace(/^(\s*(<\?[^>]*\?>|<!--[^]*?-->))*\s*/, '').slice(0, 200);
  const other = OTHERS.find(([pattern]) => pattern.test(opening));
  if (other) reject('not-a-feed', url, `is ${other[1]}, not a feed. Look for the address of the blog's RSS or Atom feed.`);
  if (!XML_START.test(opening)) reject('not-a-feed', url, 'is not a feed.');
  // Feeds need no entities of their own; a document that defines some wants to fill memory or read other files.
  if (/<!ENTITY/i.test(source.slice(0, 20_000))) reject('malformed', url, 'defines entities of its own, which no feed needs.');

  let parser = await parserHere();
  let root: XmlNode | undefined;
  try {
    // The declared encoding is history by now: this is a string.
    root = parser.parseXml(source.replace(/^<\?xml[^>]*\?>/, ''));
  } catch {
    root = undefined; // a page whose Trusted Types policy does not know ours
  }
  if (!root) {
    parser = (await import('./tolerant.ts')).tolerant;
    root = parser.parseXml(source);
  }
  if (!root || !ROOTS.test(root.name)) reject('malformed', url, 'looks like a feed, but is broken beyond reading.');
  return read(root, { url, parser });
}
