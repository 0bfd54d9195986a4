import { parse } from './dom.ts';
import { addText, toNode, type XmlNode } from './xml.ts';

function toTree(element: Element): XmlNode {
  const tree = toNode(element, element.attributes);
  for (const node of element.childNodes)
    if (node.nodeType === 1) tree.children.push(toTree(node as Element));
    else if (node.nodeType < 5) {
      addText(tree, node.nodeValue ?? '');
      tree.cdata ||= node.nodeType === 4;
    }
  return tree;
}

/**
 * The root element by the platform's parser, undefined for a document that it refuses, for one that is too deep to be
 * walked, where there is no DOM, and in a page whose Trusted Types policy does not know ours.
 */
export function parseXml(source: string): XmlNode | undefined {
  try {
    const document = parse(source, 'text/xml');
    return document.querySelector('parsererror') ? undefined : toTree(document.documentElement);
  } catch {
    return undefined;
  }
}
