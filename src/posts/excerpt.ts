import { COUNT, type Kind, reader } from './options.ts';

const LOCALE: Kind<Set<string>> = [
  'language strings such as "en"',
  (value) => new Set(Intl.getCanonicalLocales(value)),
];

/**
 * The beginning of a text, cut after a whole word, with `…` where something was left out.
 *
 * Characters are counted as readers count them (grapheme clusters), so an emoji or an accent is never cut in half.
 * Words are found by the rules of the language, also where it writes no spaces; a single long word is cut.
 *
 * @param text plain text; `textFromHtml` makes it from HTML
 * @param options `length`: characters at most, the `…` included, default 160; `locale`: BCP 47 language of the text
 * @throws {TypeError | RangeError} for an option that makes no sense
 * @example
 * excerpt('The tide table on the wall is older than anybody.', { length: 20 }); // 'The tide table on…'
 */
export function excerpt(text: string, options?: { length?: number; locale?: string }): string {
  const option = reader('excerpt', options);
  const length = option('length', COUNT, 160);
  const locale = option('locale', LOCALE);
  const clean = String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean.length <= length) return clean;
  const segments = (granularity: 'grapheme' | 'word') => new Intl.Segmenter(locale && [...locale], { granularity });

  let room = length;
  let cut = 0; // where the last character that fits begins, in UTF-16 units
  let end = 0;
  for (const { index, segment } of segments('grapheme').segment(clean)) {
    if (room-- <= 0) break;
    cut = index;
    end = index + segment.length;
  }
  if (end === clean.length) return clean;
  if (length === 0) return '';

  let word = 0; // where the last whole word before the cut ends
  for (const { index, segment, isWordLike } of segments('word').segment(clean.slice(0, cut + 200))) {
    if (index + segment.length > cut) break;
    if (isWordLike) word = index + segment.length;
  }
  return clean.slice(0, word || cut) + '…';
}
