/** Text on its way into HTML. */

/** What is written in another way, as browsers do it. */
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };

/** Text as HTML shows it, letter by letter. */
export const escape = (text: string): string => text.replace(/[&<>\u00a0]/g, (sign) => SIGNS[sign]!);

/** White space as HTML has it: a no-break space is a letter there. */
export const isBlank = (text: string): boolean => !/[^ \t\n\f\r]/.test(text);

/** Characters by number, signs that begin something, but not a reference by name, which stays what it is. */
const UNESCAPED = /&#(\d{1,7});|&#x([\da-f]{1,6});|&(?![a-z][a-z\d]{1,31};)|[<>\u00a0]/gi;

/** White space that parsers read in different ways: a carriage return becomes a line feed, a reference may be dropped. */
const BREAK = /\r|&(?:#0*1[03]|#[xX]0*[aAdD]|NewLine);/g;
const SPACE = /\f|&(?:#0*(?:9|12|32)|#[xX]0*(?:9|[cC]|20)|Tab);/g;

/** A character by its number, as digits or hexadecimal ones; undefined for those that mean something else in HTML. */
export function character(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal ? +decimal : parseInt(hex ?? '', 16);
  const fine = (code > 31 && code < 127) || (code > 159 && code < 0xd800) || (code > 0xdfff && code < 0x110000);
  return fine ? String.fromCodePoint(code) : undefined;
}

/** The same, but what the writer has written as `&copy;` or `&#169;` is what they mean. */
export const escapeAround = (text: string): string =>
  /[&<>\u00a0\r\f]/.test(text)
    ? text
        .replace(BREAK, '\n')
        .replace(SPACE, ' ')
        .replace(UNESCAPED, (sign, decimal?: string, hex?: string) =>
          decimal || hex ? escape(character(decimal, hex) ?? '\ufffd') : SIGNS[sign]!,
        )
    : text;

/** Text without what no text has: control characters, half characters, other ways to end a line. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\0-\x08\x0b-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    );
