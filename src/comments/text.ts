/** Text on its way into HTML. */

/** A character reference as HTML reads it, wherever it stands. */
const REFERENCE = '#\\d{1,7};|#x[\\da-f]{1,6};|[a-z][a-z\\d]{1,31};';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as HTML shows it, letter by letter. */
export const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign]!);

/** Text within the quotes of an attribute. */
export const quoted = (html: string): string => html.replaceAll('"', '&quot;');

/** The same, but what the writer has written as `&copy;` or `&#169;` stays that. */
export const escapeAround = (text: string): string =>
  text
    // A carriage return cannot be written down: the next parser makes a line feed of it.
    .replace(/&#(0*13|x0*d);/gi, '\n')
    .replace(new RegExp(`&(?!${REFERENCE})|[<>]`, 'gi'), (sign) => SIGNS[sign]!);

/** Line breaks at the beginning of HTML, also those written as references. */
export const LINE_BREAKS = /^(?:\n|&#0*10;|&#[xX]0*[aA];|&NewLine;)+/;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The value of an attribute that a writer has written with character references. Only those that addresses and titles
 * need are resolved; any other stays letter by letter, so that no name can hide a sign from whoever looks at the value.
 */
export const resolve = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase() as string]!;
    const code = decimal ? +decimal : parseInt(hex as string, 16);
    return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : (all as string);
  });

/** Text without what no text has: control characters, half characters, other ways to end a line. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\0-\x08\x0b-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    );

/** The beginning of a text, at most so many units, never half a character. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
