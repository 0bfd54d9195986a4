import type { Counts, PostLike } from './post.ts';
import { normalizeUrl } from './url.ts';
import { field, text } from './view.ts';

/** Counts by address or path: views as a number, or several counts. */
export type CountTable =
  { readonly [url: string]: number | Counts } | Iterable<readonly [url: string, counts: number | Counts]>;

const fine = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < Infinity;

/** The counts that make sense, added to those found before: several spellings of one address are one page. */
function add(into: Counts, counts: unknown): Counts {
  if (fine(counts)) return add(into, { views: counts });
  for (const name of ['views', 'likes', 'comments', 'shares'] as const) {
    const value = field(counts, name);
    if (fine(value)) into[name] = ((field(into, name) as number) ?? 0) + value;
  }
  const rating = field(counts, 'rating') as Counts['rating'];
  if (rating) into.rating = rating;
  return into;
}

/** What a table of counts says of a page, whatever the spelling of its address. */
export function countsFor(counts: CountTable): (url: string) => Counts | undefined {
  const pairs = Symbol.iterator in counts ? (counts as Iterable<readonly [string, unknown]>) : Object.entries(counts);
  const table = new Map<string, Counts>();
  for (const [url, value] of pairs) {
    const key = normalizeUrl(url);
    table.set(key, add(table.get(key) ?? {}, value));
  }
  return (url) => {
    const page = normalizeUrl(url);
    return table.get(page) ?? table.get(page.replace(/^https:\/\/[^/?]+/, '') || '/');
  };
}

/**
 * Gives posts the counts that are kept elsewhere, matched by normalised address.
 *
 * A key is an address or a path; a path fits on any host. Entries that are one page in several spellings are added up.
 * A count of the table replaces the post's own of the same name.
 *
 * @param posts posts with a `url`
 * @param counts an object, `Map` or list of pairs: address → number of views, or `{ views, likes, comments, shares, rating }`
 * @returns fresh copies of the posts that a count was found for, and the others as they are, in the same order
 * @example
 * joinCounts(posts, { '/a-lamp-for-the-pier/': 1204 });
 */
export function joinCounts<T extends PostLike>(posts: Iterable<T>, counts: CountTable): (T & { counts?: Counts })[] {
  const find = countsFor(counts);
  return Array.from(posts, (post) => {
    const url = text(field(post, 'url'));
    const found = url ? find(url) : undefined;
    return found
      ? { ...post, counts: { ...(field(post, 'counts') as Counts), ...found } }
      : (post as T & { counts?: Counts });
  });
}
