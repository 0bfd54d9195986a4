/** Reads feeds where there is no DOM, and those that a strict parser refuses. Loaded only then. */
import { decodeHTMLStrict } from 'entities';
import { Tokenizer } from 'htmlparser2';
import type { parseAround, Parser, toNode, XmlNode } from './xml.ts';

/** A name as it is written, and how many elements of this name are open. */
interface Tag {
  name: string;
  open: number;
}

interface Open {
  node: XmlNode;
  /** What the closing tag is known by. */
  tag: Tag;
  /** The namespaces that this element hides, to be put back at its end. */
  hidden: [prefix: string, namespace: string | undefined][];
}

/** What trees are made with: `xml.ts`. */
interface Make {
  parseAround: typeof parseAround;
  toNode: typeof toNode;
}

const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * The tokenizer of htmlparser2 with a tree of our own: its parser looks through all open elements at every tag, which
 * takes a document of 100,000 nested elements seconds. Here everything is linear. What makes the tree comes with
 * the call: it is a part of what has been loaded before.
 */
export function parseTolerantly(text: string, make: Make): XmlNode | undefined {
  const parser: Parser = (source, section) => parse(source, section, make);
  return make.parseAround(text, parser) ?? parser(text, String);
}

function parse(source: string, section: (text: string) => string, make: Make): XmlNode | undefined {
  source = source.replace(/\r\n?/g, '\n');
  const slice = (start: number, end: number): string => source.slice(start, end);
  const top: Open = { node: make.toNode('', [], () => null), tag: { name: '', open: 1 }, hidden: [] };
  const open = [top];
  const tags = new Map<string, Tag>();
  const spaces = new Map<string, string | undefined>([['xml', XML]]);
  const lookup = (prefix: string): string | undefined => spaces.get(prefix);
  let current = top;
  let tag = '';
  let attribute = '';
  let value = '';
  let written = new Map<string, string>();

  function begin(): void {
    const hidden: Open['hidden'] = [];
    for (const [name, namespace] of written) {
      const prefix = /^xmlns(?::|$)(.*)/.exec(name)?.[1];
      if (prefix === undefined) continue;
      hidden.push([prefix, spaces.get(prefix)]);
      spaces.set(prefix, namespace);
    }
    const node = make.toNode(tag, written, lookup);
    current.node.children.push(node);
    let known = tags.get(tag);
    if (!known) tags.set(tag, (known = { name: tag, open: 0 }));
    known.open++;
    current = { node, tag: known, hidden };
    open.push(current);
  }

  function end(): void {
    const { tag, hidden } = current;
    for (const [prefix, namespace] of hidden.reverse()) spaces.set(prefix, namespace);
    tag.open--;
    open.pop();
    current = open[open.length - 1] ?? top;
  }

  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(from, to) {
        tag = slice(from, to);
        if (written.size) written = new Map();
      },
      onattribname: (from, to) => void (attribute = slice(from, to)),
      onattribdata: (from, to) => void (value += slice(from, to)),
      onattribend() {
        if (!written.has(attribute)) written.set(attribute, decodeHTMLStrict(value.replace(/[\t\n]/g, ' ')));
        value = '';
      },
      onopentagend: begin,
      onselfclosingtag() {
        begin();
        end();
      },
      onclosetag(from, to) {
        const known = tags.get(slice(from, to));
        // What is open inside ends here as well; a closing tag of nothing is nothing.
        if (known?.open) {
          while (current.tag !== known) end();
          end();
        }
      },
      ontext: (from, to) => void current.node.children.push(decodeHTMLStrict(slice(from, to))),
      oncdata(from, to, offset) {
        current.node.cdata = true;
        current.node.children.push(section(slice(from, to - offset)));
      },
      onattribentity: ignore,
      ontextentity: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  while (current !== top) {
    const { name } = current.node;
    end();
    // Cut off within an item: half an address is worse than none.
    if (/^(item|atom:entry)$/.test(name)) current.node.children.pop();
  }
  return top.node.children.find((node) => typeof node !== 'string');
}
