/**
 * The one place where the platform parses markup. Both documents are inert: nothing in them runs, loads or is drawn,
 * and only plain data leaves this file. Under Trusted Types `DOMParser` is a sink, hence the policy.
 */
import { addText, canonical, newElement, type Parser, tidy, type XmlNode } from './xml.ts';

interface Policy {
  createHTML(text: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

function parse(text: string, type: DOMParserSupportedType): Document {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  policy ??= trustedTypes
    ? trustedTypes.createPolicy('dogeared', { createHTML: (html) => html })
    : { createHTML: String };
  return new DOMParser().parseFromString(policy.createHTML(text), type);
}

function toNode(element: Element): XmlNode {
  const node = newElement(canonical(element.namespaceURI, element.prefix, element.localName));
  for (const { namespaceURI, prefix, localName, value } of element.attributes)
    if (!/^xmlns(:|$)/.test(prefix ?? localName)) node.attributes[canonical(namespaceURI, prefix, localName)] = value;
  return node;
}

export const dom: Parser = {
  parseXml(source) {
    const document = parse(source, 'text/xml');
    if (document.getElementsByTagName('parsererror').length) return undefined;
    const root = document.documentElement;
    const tree = toNode(root);
    // Walked with a stack of our own, so that no depth of nesting can exhaust the engine's.
    const open: [Node | null, XmlNode][] = [[root.firstChild, tree]];
    for (let top = open[open.length - 1]; top; top = open[open.length - 1]) {
      const [node, parent] = top;
      if (!node) {
        tidy(parent);
        open.pop();
        continue;
      }
      top[0] = node.nextSibling;
      if (node.nodeType === 1) {
        const inner = toNode(node as Element);
        parent.children.push(inner);
        open.push([node.firstChild, inner]);
      } else if (node.nodeType === 3 || node.nodeType === 4) {
        addText(parent, node.nodeValue ?? '');
        parent.cdata ||= node.nodeType === 4;
      }
    }
    return tree;
  },

  decode: (text) =>
    text.includes('&')
      ? (parse('<!doctype html><p>' + text.replace(/</g, '&lt;'), 'text/html').body.textContent ?? '')
      : text,
};
