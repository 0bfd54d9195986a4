import { parse } from './dom.ts';
import { parseAround, toNode, type XmlNode } from './xml.ts';

function toTree(element: Element, section: (text: string) => string): XmlNode {
  // Names and values only: a node for each attribute takes as long as all the rest.
  const attributes = element.getAttributeNames().map((name) => [name, element.getAttribute(name)!] as const);
  const tree = toNode(element.nodeName, attributes, (prefix) => element.lookupNamespaceURI(prefix));
  // From one to the next: a list of child nodes takes several times as long.
  for (let node = element.firstChild; node; node = node.nextSibling) {
    const { nodeType, nodeValue } = node;
    if (nodeType === 1) tree.children.push(toTree(node as Element, section));
    else if (nodeType < 5) tree.children.push(nodeType === 4 ? section(nodeValue!) : nodeValue!);
    tree.cdata ||= nodeType === 4;
  }
  return tree;
}

/**
 * The root element by the platform's parser, undefined for a document that it refuses, for one that is too deep to be
 * walked, where there is no DOM, and in a page whose Trusted Types policy does not know ours.
 */
export function parseXml(source: string): XmlNode | undefined {
  try {
    return parseAround(source, (text, section) => {
      const document = parse(text, 'text/xml');
      return document.querySelector('parsererror') ? undefined : toTree(document.documentElement, section);
    });
  } catch {
    return undefined;
  }
}
