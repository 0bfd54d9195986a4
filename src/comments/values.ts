/** Values of attributes. */
import { character } from './text.ts';

/** Text within the quotes of an attribute. */
export const quoted = (html: string): string => html.replaceAll('"', '&quot;');

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The value of an attribute that a writer has written with character references. Only those that addresses and titles
 * need are resolved; any other stays letter by letter, so that no name can hide a sign from whoever looks at the value.
 */
export const resolve = (value: string): string =>
  value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all: string, decimal?: string, hex?: string, name?: string) =>
      (name ? NAMED[name.toLowerCase()] : character(decimal, hex)) ?? all,
  );
