/** XML documents: from text to a tree, by the platform's parser or else by the tolerant one. Loaded for feeds only. */
import { toText } from './bytes.ts';
import { read } from './feed.ts';
import type { Page } from './formats.ts';
import { parserHere } from './parser.ts';
import { type ReadOptions, readPage } from './read.ts';
import { parseXml } from './tree.ts';
import { addText, toNode } from './xml.ts';

/** What owners mistake for feeds, `refusal.ts` knows their names; and pictures, which may hold RDF. */
const OTHER = /^<(!doctype html|html|urlset|sitemapindex|opml|svg)\b|\0/i;

const ROOTS = /^(rss|rdf:RDF|atom:feed)$/;

/** Where the XML begins: some servers print warnings or blank lines before it. */
const XML_START = /<(\?xml|!doctype\s+(rss|rdf|feed)|rss\b|rdf:RDF\b|(\w+:)?feed\b)/i;

/** Instructions and comments before the root. The declared encoding is history by now. */
const PROLOG = /^(\s*(<\?[^>]*\?>|<!--[^]*?-->))*\s*/;

/** The posts of a feed, or why it is none. */
export async function readDocument(body: Uint8Array | string, options: ReadOptions): Promise<Page> {
  const { url } = options;
  const text = (typeof body === 'string' ? body : toText(body, options.contentType)).trim();
  if (/^[[{]/.test(text)) return readPage(text, options); // JSON in an encoding of its own
  const opening = text.replace(PROLOG, '');
  const refuse = async (broken?: 'entities' | 'syntax'): Promise<never> => {
    throw (await import('./refusal.ts')).refusal(url ?? '', opening, broken);
  };
  const start = opening.slice(0, 10_000).search(XML_START);
  let source = opening
    .slice(start)
    // What no XML may contain, but what people paste into posts.
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(PROLOG, '');
  if (OTHER.test(opening.slice(0, start)) || !XML_START.test(source.slice(0, 200))) return refuse();
  source = source
    // Nobody loads the DTD it names, and a parser that knows of one leaves out what it does not know, such as `&eacute;`.
    .replace(/^<!doctype[^>[]*>\s*/i, '')
    .replace(/^<feed(?=[\s>])(?![^>]*\sxmlns\s*=)/, '<feed xmlns="http://www.w3.org/2005/Atom"');
  // Feeds need no entities of their own; a document that defines some wants to fill memory or read other files.
  if (/^<!doctype/i.test(source)) return refuse('entities');

  const { decode } = await parserHere();
  const root = parseXml(source) ?? (await import('./tolerant.ts')).parseTolerantly(source, { addText, toNode });
  return root && ROOTS.test(root.name) ? read(root, url, decode) : refuse('syntax');
}
