/** How long things may be. */

/** Characters of a body. */
export const MAX_LENGTH = 20_000;

/** The beginning of a text, at most so many units, never half a character. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
