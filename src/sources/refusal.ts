/** Why a document is no feed that can be read. Loaded when one is not. */
import { SourceError } from './error.ts';

/** Other documents that owners mistake for feeds, by what they begin with. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^<(!doctype html|html)\b/i, 'a web page'],
  [/^<(urlset|sitemapindex)\b/i, 'a sitemap'],
  [/^<opml\b/i, 'a list of feeds (OPML)'],
  [/^<svg\b/i, 'a picture'],
];

/** What is wrong with a document that looks like a feed. */
const BROKEN = {
  entities: 'defines entities of its own, which no feed needs',
  syntax: 'looks like a feed, but is broken beyond reading',
};

/** @param opening the document without what may stand before its root */
export function refusal(url: string, opening: string, broken?: keyof typeof BROKEN): SourceError {
  if (broken) return new SourceError('malformed', url, BROKEN[broken]);
  const other = OTHERS.find(([pattern]) => pattern.test(opening))?.[1];
  return new SourceError(
    'not-a-feed',
    url,
    opening ? (other ? `is ${other}, not a feed` : 'is not a feed') : 'is empty',
  );
}
