import { toMs } from './duration.ts';
import type { Counts, PageCounts, PostLike, Windows } from './post.ts';
import { normalizeUrl } from './url.ts';
import { field, text } from './view.ts';

/** Counts by address or path: views as a number, or several counts, perhaps also within windows. */
export type CountTable =
  { readonly [url: string]: number | PageCounts } | Iterable<readonly [url: string, counts: number | PageCounts]>;

/** What is counted one by one. */
export const COUNTED = ['views', 'likes', 'comments', 'shares'] as const;

const fine = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < Infinity;

/** The counts that make sense, added to those found before: several spellings of one address are one page. */
export function add<C extends Counts>(into: C, counts: unknown): C {
  if (fine(counts)) return add(into, { views: counts });
  for (const name of COUNTED) {
    const value = field(counts, name);
    if (fine(value)) into[name] = Math.min(((field(into, name) as number) ?? 0) + value, Number.MAX_VALUE);
  }
  const rating = field(counts, 'rating') as Counts['rating'];
  if (rating) into.rating = rating;
  return into;
}

/** The same with the windows; there are none within these. */
function addPage(into: PageCounts, counts: unknown): PageCounts {
  const given = Object(field(counts, 'windows')) as Windows;
  const windows = { ...(field(into, 'windows') as Windows) };
  for (const name of Object.keys(given) as (keyof Windows)[])
    if (toMs(name) > 0) windows[name] = add((field(windows, name) as Counts) ?? {}, given[name]);
  if (Object.keys(windows)[0]) into.windows = windows;
  return add(into, counts);
}

/** A table by normalised address, each page once. */
export function tally(counts: CountTable): Map<string, PageCounts> {
  const pairs = Symbol.iterator in counts ? (counts as Iterable<readonly [string, unknown]>) : Object.entries(counts);
  const table = new Map<string, PageCounts>();
  for (const [url, value] of pairs) {
    const key = normalizeUrl(url);
    table.set(key, addPage(table.get(key) ?? {}, value));
  }
  return table;
}

/** The path of a normalised address, which fits on any host. */
export const pathOf = (page: string): string => page.replace(/^https:\/\/[^/?]+/, '') || '/';

/** What a table of counts says of a page, whatever the spelling of its address. */
export function countsFor(counts: CountTable): (url: string) => PageCounts | undefined {
  const table = tally(counts);
  return (url) => {
    const page = normalizeUrl(url);
    return table.get(page) ?? table.get(pathOf(page));
  };
}

/** A post with the counts that were found for it. */
type Counted<T> = T & { counts?: Counts; windows?: Windows };

/** The fresh windows first, so that of two names for one length the fresh one is found. */
function joinWindows(fresh: Windows, known: unknown): Windows {
  const joined: Windows = {};
  for (const [name, counts] of Object.entries(fresh) as [keyof Windows, Counts][])
    joined[name] = { ...(field(known, name) as Counts), ...counts };
  return { ...joined, ...(known as Windows), ...joined };
}

/**
 * Gives posts the counts that are kept elsewhere, matched by normalised address.
 *
 * A key is an address or a path; a path fits on any host. Entries that are one page in several spellings are added up.
 * A count of the table replaces the post's own of the same name, in all and within each window.
 *
 * @param posts posts with a `url`
 * @param counts an object, `Map` or list of pairs: address → number of views, or
 *   `{ views, likes, comments, shares, rating, windows }`, `windows` being such counts by length: `{ '30d': { views } }`
 * @returns fresh copies of the posts that a count was found for, and the others as they are, in the same order
 * @example
 * joinCounts(posts, { '/a-lamp-for-the-pier/': 1204 });
 */
export function joinCounts<T extends PostLike>(posts: Iterable<T>, counts: CountTable): Counted<T>[] {
  const find = countsFor(counts);
  return Array.from(posts, (post) => {
    const url = text(field(post, 'url'));
    const found = url ? find(url) : undefined;
    if (!found) return post as Counted<T>;
    const { windows, ...totals } = found;
    return {
      ...post,
      counts: { ...(field(post, 'counts') as Counts), ...totals },
      ...(windows && { windows: joinWindows(windows, field(post, 'windows')) }),
    } as Counted<T>;
  });
}
