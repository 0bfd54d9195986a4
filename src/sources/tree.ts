import { parse } from './dom.ts';
import { addText, toNode, type XmlNode } from './xml.ts';

/** The root element by the platform's parser, undefined for a document that it refuses. */
export function parseXml(source: string): XmlNode | undefined {
  const document = parse(source, 'text/xml');
  if (document.querySelector('parsererror')) return undefined;
  const nodes = new Map<Node | null, XmlNode>();
  // The walk is the platform's, so that no depth of nesting can exhaust the stack: elements, texts and CDATA.
  const walker = document.createTreeWalker(document, 1 | 4 | 8);
  for (let node; (node = walker.nextNode());) {
    const parent = nodes.get(node.parentNode);
    if (node.nodeType === 1) {
      const inner = toNode(node as Element, (node as Element).attributes);
      nodes.set(node, inner);
      parent?.children.push(inner);
    } else if (parent) {
      addText(parent, node.nodeValue ?? '');
      parent.cdata ||= node.nodeType === 4;
    }
  }
  return nodes.get(document.documentElement);
}
