/** An element of a document. Names carry the usual prefix of their namespace, whatever prefix the document chose. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  /** Elements and texts in document order, without comments and instructions. */
  children: (XmlNode | string)[];
  /** Whether some of the text stood in a CDATA section, where XML resolves no entities. */
  cdata: boolean;
}

/** What tells the namespaces of feeds apart, however they are written, and the prefixes by which the readers know them. */
const PREFIXES = Object.entries({
  '2005/atom': 'atom',
  'purl.org/atom/': 'atom',
  'purl.org/dc/': 'dc',
  'modules/content': 'content',
  'modules/slash': 'slash',
  'purl.org/rss/1.0/': '',
  'rdf-syntax': 'rdf',
  '/thread': 'thr',
  '/mrss': 'media',
  itunes: 'itunes',
  feedburner: 'feedburner',
  xhtml: 'xhtml',
});

/** The namespace of a prefix; '' is none. */
type Lookup = (prefix: string) => string | null | undefined;

/** One name: by the namespace where that is known, else as it was written. */
function canonical(name: string, lookup: Lookup): string {
  const colon = name.indexOf(':');
  const space = lookup(name.slice(0, Math.max(colon, 0)))?.toLowerCase();
  const prefix = space && PREFIXES.find(([part]) => space.includes(part))?.[1];
  return prefix === undefined ? name : (prefix && prefix + ':') + name.slice(colon + 1);
}

/** The attributes of most elements. */
const NONE = Object.create(null) as XmlNode['attributes'];

/** An element without anything in it. What its attributes are asked for is theirs, whatever the page has put on `Object`. */
export function toNode(name: string, written: Iterable<readonly [string, string]>, lookup: Lookup): XmlNode {
  let attributes = NONE;
  for (const [name, value] of written) {
    if (attributes === NONE) attributes = Object.create(null) as typeof NONE;
    // Those without a prefix are in no namespace.
    attributes[canonical(name, (prefix) => prefix && lookup(prefix))] = value;
  }
  return { name: canonical(name, lookup), attributes, children: [], cdata: false };
}

/** A text without what no XML may contain, but what people paste into posts. */
const clean = (text: string): string => text.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '');

/** Makes a tree of a text; what its CDATA sections hold, `section` knows. */
export type Parser = (text: string, section: (text: string) => string) => XmlNode | undefined;

/**
 * The tree that a parser makes of a document, without having seen what stands in CDATA sections: that is most of a feed, and
 * parsers look at every letter.
 */
export function parseAround(source: string, parser: Parser): XmlNode | undefined {
  const sections: string[] = [];
  const around = source.split(']]>').map((part) => {
    const start = part.indexOf('<![CDATA[') + 9;
    if (start < 9) return part;
    sections.push(part.slice(start));
    return part.slice(0, start) + '-';
  });
  let at = 0;
  const tree = parser(clean(around.join(']]>')), () => sections[at++]!);
  // Unless each was found again, some stand where there are none, as in comments.
  return tree && at !== sections.length ? parser(clean(source), String) : tree;
}

/** The child elements of some names, in the order of the names. */
export function children(node: XmlNode | undefined, ...names: string[]): XmlNode[] {
  const found: XmlNode[] = [];
  for (const name of names)
    for (const item of node?.children ?? []) if (typeof item !== 'string' && item.name === name) found.push(item);
  return found;
}

/** The first of these. */
export function child(node: XmlNode | undefined, ...names: string[]): XmlNode | undefined {
  for (const name of names)
    for (const item of node?.children ?? []) if (typeof item !== 'string' && item.name === name) return item;
  return undefined;
}

/** All text of an element; block elements of inline markup leave a gap. */
export function textContent(node: XmlNode | undefined, inline = /^/): string {
  let text = '';
  const open: (XmlNode | string)[] = node ? [...node.children].reverse() : [];
  for (let next; (next = open.pop()) !== undefined;) {
    if (typeof next === 'string') text += next;
    // Inline markup may hold what is not for reading.
    else if (!/^xhtml:(script|style|form)$/.test(next.name)) {
      const gap = inline.test(next.name.replace(/^.*:/, '')) ? '' : ' ';
      // One by one: there may be more children than a call takes arguments.
      for (const item of [gap, ...next.children, gap].reverse()) open.push(item);
    }
  }
  return clean(text);
}
