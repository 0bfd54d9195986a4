/** XML documents: from text to a tree, by the platform's parser or else by the tolerant one. Loaded for feeds only. */
import { toText } from './bytes.ts';
import { SourceError } from './error.ts';
import { read } from './feed.ts';
import type { Page } from './formats.ts';
import { parserHere } from './parser.ts';
import { type ReadOptions, readPage } from './read.ts';
import type { XmlNode } from './xml.ts';

/** Other documents that owners mistake for feeds, by what they begin with. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^<(!doctype html|html)\b/i, 'a web page'],
  [/^<(urlset|sitemapindex)\b/i, 'a sitemap'],
  [/^<opml\b/i, 'a list of feeds (OPML)'],
  [/^<svg\b/i, 'a picture'],
];

const ROOTS = /^(rss|rdf:RDF|atom:feed)$/;

/** Where the XML begins: some servers print warnings or blank lines before it. */
const XML_START = /<(\?xml|!doctype\s+(rss|rdf|feed)|rss\b|rdf:RDF\b|(\w+:)?feed\b)/i;

/** Instructions and comments before the root. The declared encoding is history by now. */
const PROLOG = /^(\s*(<\?[^>]*\?>|<!--[^]*?-->))*\s*/;

/** The posts of a feed, or why it is none. */
export async function readDocument(body: Uint8Array | string, options: ReadOptions): Promise<Page> {
  const { url } = options;
  const reject: (problem: string, kind?: 'malformed') => never = (problem, kind) => {
    throw new SourceError(kind ?? 'not-a-feed', url ?? '', problem);
  };
  const text = (typeof body === 'string' ? body : toText(body, options.contentType)).replace(/^[\s\ufeff]+/, '');
  if (!text) reject('is empty');
  if (/^[[{]/.test(text)) return readPage(text, options); // JSON in an encoding of its own
  const opening = text.replace(PROLOG, '');
  const other = OTHERS.find(([pattern]) => pattern.test(opening));
  if (other) reject(`is ${other[1]}, not a feed`);
  const start = opening.slice(0, 10_000).search(XML_START);
  let source = opening
    .slice(start)
    // What no XML may contain, but what people paste into posts.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(PROLOG, '');
  // Pictures may hold RDF.
  if (opening.slice(0, start).includes('\0') || !XML_START.test(source.slice(0, 200))) reject('is not a feed');
  // Feeds need no entities of their own; a document that defines some wants to fill memory or read other files.
  const [doctype = ''] = /^<!doctype[^[>]*./i.exec(source) ?? [];
  if (doctype.endsWith('[')) reject('defines entities of its own, which no feed needs', 'malformed');
  // Nobody loads the DTD it names, and a parser that knows of one leaves out what it does not know, such as `&eacute;`.
  source = source
    .slice(doctype.length)
    .replace(/^\s*<feed(?=[\s>])(?![^>]*\sxmlns\s*=)/, '<feed xmlns="http://www.w3.org/2005/Atom"');

  let parser = await parserHere();
  let root: XmlNode | undefined;
  try {
    root = parser.parseXml(source);
  } catch {
    root = undefined; // a page whose Trusted Types policy does not know ours
  }
  if (!root) {
    parser = (await import('./tolerant.ts')).tolerant;
    root = parser.parseXml(source);
  }
  if (!root || !ROOTS.test(root.name)) reject('looks like a feed, but is broken beyond reading', 'malformed');
  return read(root, url, parser);
}
