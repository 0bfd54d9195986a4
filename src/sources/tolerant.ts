/** Reads documents where there is no DOM, and feeds that a strict parser refuses. Loaded only then. */
import { decodeHTML, decodeHTMLStrict } from 'entities';
import { Parser as Htmlparser } from 'htmlparser2';
import { addText, canonical, type Parser, tidy, type XmlNode } from './xml.ts';

type Namespaces = Record<string, string | undefined>;

const XML = 'http://www.w3.org/XML/1998/namespace';

function resolve(name: string, spaces: Namespaces, attribute = false): string {
  const colon = name.indexOf(':');
  if (colon < 0) return attribute ? name : canonical(spaces[''], null, name);
  const prefix = name.slice(0, colon);
  return canonical(spaces[prefix], prefix, name.slice(colon + 1));
}

export const tolerant: Parser = {
  parseXml(source) {
    const top: XmlNode = { name: '', attributes: {}, children: [], cdata: false };
    const open: { node: XmlNode; spaces: Namespaces }[] = [{ node: top, spaces: { __proto__: null as never, xml: XML } }];
    const current = (): { node: XmlNode; spaces: Namespaces } => open[open.length - 1] as (typeof open)[number];
    let cdata = false;
    let ended = false;

    const parser = new Htmlparser(
      {
        onopentag(name, written) {
          const { node: parent, spaces: outer } = current();
          const declared = Object.entries(written).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
          const spaces = declared.length ? { ...outer } : outer;
          for (const [key, value] of declared) spaces[key.slice(6)] = value;
          const attributes: Record<string, string> = {};
          for (const [key, value] of Object.entries(written))
            if (!/^xmlns(:|$)/.test(key)) attributes[resolve(key, spaces, true)] = decodeHTMLStrict(value).replace(/[\t\n\r]/g, ' ');
          const node = { name: resolve(name, spaces), attributes, children: [], cdata: false };
          parent.children.push(node);
          open.push({ node, spaces });
        },
        onclosetag() {
          const { node } = current();
          tidy(node);
          open.pop();
          // Cut off within an item: half an address is worse than none.
          if (ended && /^(item|atom:entry)$/.test(node.name)) current().node.children.pop();
        },
        ontext(text) {
          const { node } = current();
          addText(node, cdata ? text : decodeHTMLStrict(text));
        },
        oncdatastart() {
          cdata = current().node.cdata = true;
        },
        oncdataend() {
          cdata = false;
        },
      },
      { xmlMode: true, decodeEntities: false },
    );
    parser.write(source.replace(/\r\n?/g, '\n'));
    ended = true;
    parser.end();
    return top.children.find((node): node is XmlNode => typeof node !== 'string');
  },

  decode: decodeHTML,
};
