/** Elements whose content is not part of the text. A protected post is published as a form that asks for a password. */
const DROPPED = /^(script|style|template|noscript|iframe|object|embed|svg|math|form|head|title|textarea|select)$/;

/** Elements within a word or a sentence: their tags leave no gap. */
export const INLINE =
  /^(a|abbr|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|r[bpt]|ruby|s|samp|small|span|strong|su[bp]|time|tt|u|var|wbr)$/;

/** Where the tag that begins at `start` ends: after a `>` that is not in a quoted value. */
function tagEnd(html: string, start: number): number {
  for (let at = start; at < html.length; at++) {
    const sign = html[at];
    if (sign === '>') return at + 1;
    if ((sign === '"' || sign === "'") && /=\s*$/.test(html.slice(Math.max(start, at - 9), at))) {
      const close = html.indexOf(sign, at + 1);
      at = close < 0 ? html.length : close;
    }
  }
  return html.length;
}

/**
 * The text of a piece of HTML: tags out, blocks apart, entities resolved exactly once by `decode`, white space
 * collapsed. Linear in the length of any input. The result is text and must be shown as text.
 */
export function plainText(html: string, decode: (text: string) => string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open < 0 ? html.length : open);
    if (open < 0) break;
    const tag = /^<(\/?)([a-z][^\s/>]*)/i.exec(html.slice(open, open + 40));
    if (!tag) {
      // A comment, a declaration, or just a sign: "a < b".
      const comment = html.startsWith('<!--', open);
      const markup = comment || /^<[!?/]/.test(html.slice(open, open + 2));
      const close = markup ? html.indexOf(comment ? '-->' : '>', open) : open;
      if (!markup) text += '<';
      at = close < 0 ? html.length : close + (comment ? 3 : 1);
      continue;
    }
    const name = (tag[2] ?? '').toLowerCase();
    at = tagEnd(html, open + tag[0].length);
    if (!INLINE.test(name)) text += ' ';
    if (DROPPED.test(name) && !tag[1]) {
      const rest = new RegExp(`</${name}[\\s/>]`, 'gi');
      rest.lastIndex = at;
      const close = rest.exec(html);
      at = close ? tagEnd(html, close.index + 2) : html.length;
    }
  }
  return decode(text).replace(/\s+/g, ' ').trim();
}
