/** Elements within a word or a sentence: their tags leave no gap. */
export const INLINE =
  /^(a|abbr|b|bd[io]|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|r[bpt]|ruby|s|samp|small|span|strong|su[bp]|time|tt|u|var|wbr)$/i;

/**
 * What HTML is made of: text, also "a < b"; comments; elements whose content is not part of the text, up to their closing
 * tag (a protected post is published as a form that asks for a password); other tags, up to their name; declarations.
 */
const PIECE =
  /([^<]+|<(?![!?/a-z]))|<!(?=--)[^]*?(?:-->|$)|<(script|style|template|noscript|iframe|object|embed|svg|math|form|head|title|textarea|select)(?![^\s/>])[^]*?(?:<\/\2(?![^\s/>])|$)|<\/?([a-z][^\s/>]*)|<[!?/][^>]*>?/giy;

/** What comes next in a tag: a quoted value, which may hold a `>`, or its end. */
const IN_TAG = /=\s*(?:"[^"]*"?|'[^']*'?)|>|$/g;

/**
 * The text of a piece of HTML: tags out, blocks apart, entities resolved exactly once by `decode`; white space is left for
 * `line` to collapse. Linear in the length of any input. The result is text and must be shown as text.
 */
export function plainText(html: string, decode: (text: string) => string): string {
  let text = '';
  for (let piece; (piece = PIECE.exec(html));) {
    const [, words = '', dropped, name = dropped] = piece;
    text += words;
    if (!name) continue;
    if (!INLINE.test(name)) text += ' ';
    IN_TAG.lastIndex = PIECE.lastIndex;
    while (IN_TAG.exec(html)![0].startsWith('='));
    PIECE.lastIndex = IN_TAG.lastIndex;
  }
  return decode(text).trim();
}
