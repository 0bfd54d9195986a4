/** HTML out of the fields of engines, and their texts out of HTML. What comes of it goes through the one door like all else. */

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as HTML shows it … */
export const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign]!);
/** … and within the quotes of an attribute. */
export const quoted = (text: string): string => escape(text).replaceAll('"', '&quot;');

/** Text that an engine has escaped, with references by number or by one of the five names that all know. */
export const resolve = (html: string): string =>
  html.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return NAMED[name.toLowerCase()]!;
      const code = decimal ? +decimal : parseInt(hex!, 16);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : all;
    },
  );
