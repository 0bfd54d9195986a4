/**
 * The one place where the platform parses markup. Both documents are inert: nothing in them runs, loads or is drawn,
 * and only plain data leaves this file. Under Trusted Types `DOMParser` is a sink, hence the policy.
 */
import { addText, canonical, newElement, type Parser, type XmlNode } from './xml.ts';

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
    const tree = toNode(document.documentElement);
    // Walked with a stack of our own, so that no depth of nesting can exhaust the engine's.
    const open: [Element, XmlNode][] = [[document.documentElement, tree]];
    for (let top = open.pop(); top; top = open.pop()) {
      const [element, parent] = top;
      for (let node = element.firstChild; node; node = node.nextSibling)
        if (node.nodeType === 1) {
          const inner = toNode(node as Element);
          parent.children.push(inner);
          open.push([node as Element, inner]);
        } else if (node.nodeType < 5) {
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
