/** An element of a document. Names carry the usual prefix of their namespace, whatever prefix the document chose. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  /** Elements and texts in document order, without comments and instructions. */
  children: (XmlNode | string)[];
  /** Whether some of the text stood in a CDATA section, where XML resolves no entities. */
  cdata: boolean;
}

/** What reads the documents of other people: the platform's parser in a page, a tolerant library elsewhere. */
export interface Parser {
  /** The root element, or undefined for a document that this parser refuses. */
  parseXml(source: string): XmlNode | undefined;
  /** Resolves the entities of HTML in a text, once. */
  decode(text: string): string;
}

/** An element without anything in it. What its attributes are asked for is theirs, whatever the page has put on `Object`. */
export const newElement = (name: string): XmlNode => ({
  name,
  attributes: { __proto__: null } as never,
  children: [],
  cdata: false,
});

/** The prefixes by which the readers know the namespaces of feeds, and what tells these apart, however they are written. */
const PREFIXES = [
  ['atom', '2005/atom'],
  ['atom', 'purl.org/atom/'],
  ['dc', 'purl.org/dc/'],
  ['content', 'modules/content'],
  ['slash', 'modules/slash'],
  ['', 'purl.org/rss/1.0/'],
  ['rdf', 'rdf-syntax'],
  ['thr', 'syndication/thread'],
  ['media', 'yahoo.com/mrss'],
  ['itunes', 'itunes.com/dtds'],
  ['feedburner', 'feedburner'],
  ['xhtml', '1999/xhtml'],
] as const;

/** The name of an element or attribute: by its namespace where that is known, else as it was written. */
export function canonical(namespace: string | null | undefined, prefix: string | null, local: string): string {
  const space = namespace?.toLowerCase();
  const [chosen] = (space && PREFIXES.find(([, part]) => space.includes(part))) || [prefix];
  return chosen ? `${chosen}:${local}` : local;
}

/** Adds a text to the children, joined to a text before it. */
export function addText(node: XmlNode, text: string): void {
  const last = node.children.length - 1;
  if (typeof node.children[last] === 'string') node.children[last] += text;
  else node.children.push(text);
}

/** The first child element of one of these names, in the order of the names. */
export function child(node: XmlNode | undefined, ...names: string[]): XmlNode | undefined {
  return names.flatMap((name) => children(node, name))[0];
}

/** The child elements of a name. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).filter((item): item is XmlNode => typeof item !== 'string' && item.name === name);
}

/** All text of an element; block elements of inline markup leave a gap. */
export function textContent(node: XmlNode | undefined, inline = /^/): string {
  let text = '';
  const open: (XmlNode | string)[] = node ? [...node.children].reverse() : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') text += next;
    // Inline markup may hold what is not for reading.
    else if (!/^xhtml:(script|style|form)$/.test(next.name)) {
      const gap = inline.test(next.name.replace(/^.*:/, '')) ? '' : ' ';
      text += gap;
      open.push(gap);
      // One by one: there may be more children than a call takes arguments.
      for (let at = next.children.length; at--;) open.push(next.children[at] as XmlNode | string);
    }
  }
  return text;
}
