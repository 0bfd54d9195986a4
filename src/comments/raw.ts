/** HTML that a writer has typed between their Markdown: the policy's own tags are drawn, every other stays readable. */
import { type Context, fits, inside, MAX_DEPTH, type Tags } from './policy.ts';
import { Refusal } from './refusal.ts';
import { escapeAround, isBlank } from './text.ts';
import type { Attributes, write } from './write.ts';

/** What writes tags; handed over, since whoever draws Markdown has it. */
export interface Writer {
  write: typeof write;
  picture: (attributes: Attributes, inLink: boolean) => Piece;
}

/** A piece of a container on its way into HTML, and what it is made of. */
export interface Piece {
  html: string;
  /** Holds blocks, so that it may not stand in a paragraph. */
  block?: boolean;
  /** Holds a link, so that it may not stand in one. */
  link?: boolean;
  /** White space, which may stand anywhere. */
  blank?: boolean;
  /** A tag as it was typed; `html` is its text, for when it is not drawn. */
  tag?: { name: string; closes: boolean; attributes: Attributes };
}

const TAG = /<(\/?)([a-z][a-z\d]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Typed HTML as pieces: text, and the tags that the policy knows. */
export function pieces(html: string, tags: Tags): Piece[] {
  const found: Piece[] = [];
  const say = (text: string): void => {
    if (text) found.push({ html: escapeAround(text), blank: isBlank(text) });
  };
  let end = 0;
  for (const { 0: whole, 1: slash, 2: written = '', 3: list = '', index } of html.matchAll(TAG)) {
    // The headings of a comment are lower than those of the page.
    const name = written.toLowerCase().replace(/^h([1-6])$/, (_, level) => `h${Math.min(+level + 2, 6)}`);
    // Task boxes are ours alone; a picture may be a link.
    if ((!tags[name] && name !== 'img') || name === 'input') continue;
    const attributes = new Map<string, string>();
    for (const [, key = '', a, b, c] of list.matchAll(ATTRIBUTE))
      if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), a ?? b ?? c ?? '');
    say(html.slice(end, index));
    found.push({ html: escapeAround(whole), tag: { name, closes: !!slash, attributes } });
    end = index + whole.length;
  }
  say(html.slice(end));
  return found;
}

/** For each tag that has an end, where that is, and the other way round. A tag within which another ends has none. */
function pairs(list: readonly Piece[], tags: Tags): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  const count = new Map<string, number>();
  const add = (name: string, n: number): void => void count.set(name, (count.get(name) ?? 0) + n);
  list.forEach(({ tag }, at) => {
    if (!tag || tag.name === 'img' || tags[tag.name]?.void) return;
    if (!tag.closes) {
      open.push(at);
      add(tag.name, 1);
    } else if (count.get(tag.name)) {
      for (let start = open.pop()!; ; start = open.pop()!) {
        const { name } = list[start]!.tag!;
        add(name, -1);
        if (name !== tag.name) continue;
        ends.set(start, at).set(at, start);
        return;
      }
    }
  });
  return ends;
}

/** The same with `<tbody>` around rows that a writer has put into a table directly, as parsers read it. */
function withBodies(list: readonly Piece[], tags: Tags): readonly Piece[] {
  if (!tags['tbody'] || !list.some(({ tag }) => tag?.name === 'table')) return list;
  const open: string[] = [];
  return list.flatMap((piece) => {
    const { name, closes } = piece.tag ?? {};
    if (!name || !/^t(able|head|body|foot|r)$/.test(name)) return piece;
    const before: Piece[] = [];
    const imply = (closes: boolean): void =>
      void before.push({ html: '', tag: { name: 'tbody', closes, attributes: new Map() } });
    if (name === 'tr' && !closes && open.at(-1) === 'table') {
      imply(false);
      open.push('');
    } else if (open.at(-1) === '' && name !== 'tr') {
      imply(true);
      open.pop();
    }
    if (!closes) open.push(name);
    else if (open.at(-1) === name) open.pop();
    return [...before, piece];
  });
}

/**
 * The pieces of a container as HTML that is well formed and inside the policy: a typed tag is drawn where it has an end,
 * may stand there, and may hold what is in it. Linear in the number of pieces.
 */
export function weave(given: readonly Piece[], tags: Tags, around: Context, { write, picture }: Writer): Piece {
  const list = withBodies(given, tags);
  const ends = pairs(list, tags);
  // How many blocks and links there are before each piece.
  const blocks = [0];
  const links = [0];
  list.forEach(({ block, link }, at) => {
    blocks.push(blocks[at]! + (block ? 1 : 0));
    links.push(links[at]! + (link ? 1 : 0));
  });
  // Tags that may hold what is in them; found from the inside out, since ends come in that order.
  const fine = new Set<number>();
  list.forEach(({ tag }, end) => {
    const start = ends.get(end);
    if (!tag?.closes || start === undefined) return;
    const { name } = tag;
    if (tags[name]?.line && blocks[end] !== blocks[start]) return;
    if (name === 'a' && links[end] !== links[start]) return;
    if (tags[name]?.only)
      for (let at = start + 1; at < end; at++) {
        const { blank, tag: child } = list[at]!;
        if (blank) continue;
        if (!fine.has(at) || !tags[child!.name]!.in.includes(name)) return;
        at = ends.get(at)!;
      }
    fine.add(start);
  });

  let html = '';
  let block = false;
  let link = false;
  // A parser takes a line break right after <pre> for none.
  let pre = false;
  const contexts = [around];
  const drawn = new Set<number>();
  list.forEach((piece, at) => {
    const { tag } = piece;
    const context = contexts.at(-1)!;
    block ||= !!piece.block;
    link ||= !!piece.link;
    const text = pre ? piece.html.replace(/^\n+/, '') : piece.html;
    pre &&= !text;
    if (!tag) html += text;
    else if (tag.closes) {
      const ours = drawn.has(ends.get(at)!);
      if (ours) contexts.pop();
      html += ours ? `</${tag.name}>` : text;
    } else if (tag.name === 'img') {
      const image = picture(tag.attributes, context.link);
      // One that cannot be shown stays what was typed.
      html += image.html || piece.html;
      link ||= !!image.link;
    } else if (fits(tags, tag.name, context) && (fine.has(at) || tags[tag.name]?.void)) {
      html += write(tags, tag.name, tag.attributes);
      pre = tag.name === 'pre';
      block ||= tags[tag.name]!.in !== 'text';
      link ||= tag.name === 'a';
      if (tags[tag.name]?.void) return;
      if (context.depth >= MAX_DEPTH) throw new Refusal('too-deep');
      contexts.push(inside(tags, tag.name, context));
      drawn.add(at);
    } else html += text;
  });
  return { html, block, link };
}
