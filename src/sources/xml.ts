/** An element of a document. Names carry the usual prefix of their namespace, whatever prefix the document chose. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  /** Elements and texts in document order; comments, instructions and white space between elements are left out. */
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

/** The prefixes by which the readers know the namespaces of feeds. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss2': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dc',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/rss/1.0/modules/slash/': 'slash',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://search.yahoo.com/mrss/': 'media',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
};

/** The name of an element or attribute: by its namespace where that is known, else as it was written. */
export function canonical(namespace: string | null | undefined, prefix: string | null, local: string): string {
  const usual = namespace ? PREFIXES[namespace] : undefined;
  const chosen = usual ?? prefix ?? '';
  return chosen ? `${chosen}:${local}` : local;
}

/** Adds a text to the children, joined to a text before it. */
export function addText(node: XmlNode, text: string): void {
  const last = node.children.length - 1;
  if (typeof node.children[last] === 'string') node.children[last] += text;
  else node.children.push(text);
}

/** Leaves out white space between elements, once the children are complete. */
export function tidy(node: XmlNode): void {
  if (node.children.some((child) => typeof child !== 'string'))
    node.children = node.children.filter((child) => typeof child !== 'string' || child.trim());
}

/** The first child element of one of these names, in the order of the names. */
export function child(node: XmlNode | undefined, ...names: string[]): XmlNode | undefined {
  for (const name of names) {
    const [found] = children(node, name);
    if (found) return found;
  }
  return undefined;
}

/** The child elements of a name. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).filter((item): item is XmlNode => typeof item !== 'string' && item.name === name);
}

/** All text of an element; block elements of inline markup leave a gap. */
export function textContent(node: XmlNode | undefined, inline: RegExp = /^/): string {
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
