/** XML documents: from text to a tree, by the platform's parser or else by the tolerant one. Loaded for feeds only. */
import { read } from './feed.ts';
import type { Page } from './formats.ts';
import { parserHere } from './parser.ts';
import { type ReadOptions, readPage } from './read.ts';
import { parseXml } from './tree.ts';
import { parseAround, toNode } from './xml.ts';

/** What owners mistake for feeds, `refusal.ts` knows their names; and pictures, which may hold RDF. */
const OTHER = /^<(!doctype html|html|urlset|sitemapindex|opml|svg)\b|\0/i;

const ROOTS = /^(rss|rdf:RDF|atom:feed)$/;

/** Where the root begins: some servers print warnings or blank lines before the XML. */
const ROOT = /<(rss|rdf:RDF|(\w+:)?feed)\b/i;

/**
 * What may stand before the root: instructions, as the declared encoding is history by now, comments, and a DTD, which nobody
 * loads; parsers that know of one leave out what they do not know, such as `&eacute;`. None with entities in it.
 */
const PROLOG = /^(\s*(<\?[^>]*\?>|<!--[^]*?-->|<!doctype\s+(rss|rdf|feed)[^>[]*>))*\s*/i;

/** Signs of another encoding than UTF-8. */
const ENCODED = /(charset|encoding)\s*=(?!\s*["']?utf-8)|[\0\ufffd]/i;

/**
 * The posts of a feed, or why it is none.
 *
 * @param text the body as UTF-8
 */
export async function readDocument(body: Uint8Array | string, options: ReadOptions, text: string): Promise<Page> {
  const { url, contentType } = options;
  // Once more: it may be JSON in an encoding of its own.
  if (typeof body !== 'string' && ENCODED.test(contentType + text.slice(0, 1024)))
    return readPage((await import('./bytes.ts')).toText(body, contentType), options);
  const opening = text.replace(PROLOG, '');
  const refuse = async (broken?: 'entities' | 'syntax'): Promise<never> => {
    throw (await import('./refusal.ts')).refusal(url ?? '', opening, broken);
  };
  // Feeds need no entities of their own; a document that defines some wants to fill memory or read other files. Where they
  // hide, no parser gets to see them.
  if (/^<!doctype\s+(rss|rdf|feed)/i.test(opening)) return refuse('entities');
  const start = opening.slice(0, 10_000).search(ROOT);
  if (start < 0 || OTHER.test(opening.slice(0, start))) return refuse();
  const feed = opening
    .slice(start)
    .replace(/^<feed(?=[\s>])(?![^>]*\sxmlns\s*=)/, '<feed xmlns="http://www.w3.org/2005/Atom"');

  const { decode } = await parserHere();
  const tree = parseXml(feed) ?? (await import('./tolerant.ts')).parseTolerantly(feed, { parseAround, toNode });
  return tree && ROOTS.test(tree.name) ? read(tree, url, decode) : refuse('syntax');
}
