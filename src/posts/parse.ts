import { toIso } from './date.ts';
import { toMs } from './duration.ts';
import type { Counts, Post } from './post.ts';
import { field, text } from './view.ts';

/** Text of one line, undefined when there is none. Control characters and directional overrides are taken out. */
export function line(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim() || undefined;
}

/** An absolute http(s) address, undefined for anything else. User names and passwords are taken out. */
export function link(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || !value.trim()) return undefined;
  try {
    const url = new URL(value.trim(), base);
    url.username = url.password = '';
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    // Without a base a path is the best there is; the browser resolves it against the page.
    return !base && /^\/(?![/\\])/.test(value) ? value.trim() : undefined;
  }
}

/** How the fields of a record are read, each to undefined where it makes no sense. */
export type Fields = Readonly<Record<string, (value: unknown, base?: string) => unknown>>;

/** The fields of a record that make sense; undefined when there is none, or one that is `needed` is missing. */
export function shape<T>(record: unknown, fields: Fields, base?: string, ...needed: (keyof T)[]): T | undefined {
  const pairs = Object.entries(fields)
    .map(([name, read]) => [name, read(field(record, name), base)] as const)
    .filter((pair) => pair[1] !== undefined);
  const read = Object.fromEntries(pairs) as T;
  return pairs[0] && needed.every((name) => Object.hasOwn(read as object, name)) ? read : undefined;
}

/** A record that may be just a text: then that is the field it cannot do without. */
const named =
  (needed: string, fields: Fields) =>
  (value: unknown, base?: string): unknown =>
    shape(typeof value === 'string' ? { [needed]: value } : value, fields, base, needed as never);

const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined;

/** An average without a number of votes says nothing. */
const rating = (value: unknown): Counts['rating'] =>
  shape<Required<Counts>['rating']>(value, { average: positive, count: positive }, '', 'average', 'count');

export const counts = (value: unknown): Counts | undefined =>
  shape(value, { views: positive, likes: positive, comments: positive, shares: positive, rating });

const POST: Fields = {
  id: (value) => line(text(value)),
  url: link,
  title: line,
  published: toIso,
  updated: toIso,
  summary: line,
  image: named('url', { url: link, alt: line, width: positive, height: positive }),
  author: named('name', { name: line, url: link }),
  tags(value) {
    const list = Array.isArray(value) ? value.flatMap((tag) => line(tag) ?? []) : [];
    return list[0] && [...new Set(list)];
  },
  featured: (value) => value === true || undefined,
  counts,
  windows: (value) =>
    shape(
      value,
      Object.fromEntries(
        Object.keys(Object(value))
          .filter(toMs)
          .map((name) => [name, counts]),
      ),
    ),
};

/** One record of anybody's as a `Post`; undefined when it has neither title nor address. */
export function parsePost(record: unknown, base?: string): Post | undefined {
  const post = shape<Post>(record, POST, base);
  const url = field(post, 'url') as string | undefined;
  const id = url ?? (field(post, 'title') as string | undefined);
  const published = field(post, 'updated') as string | undefined;
  return id === undefined ? undefined : { id, url: '', title: '', ...(published && { published }), ...post };
}

/** The list in our own JSON, undefined where there is none. */
export function recordsOf(json: unknown): unknown[] | undefined {
  const list = Array.isArray(json) ? json : field(json, 'posts');
  return Array.isArray(list) ? list : undefined;
}

/**
 * Reads posts in our own JSON: an array of records, or an object with such an array as `posts`.
 *
 * Known fields only; one that makes no sense is left out, a record with neither title nor address too. Addresses are
 * http(s) or nothing, moments become ISO 8601 in UTC, a missing `id` is the address.
 *
 * @param value parsed JSON of any kind
 * @param options `url`: where it was found, for relative addresses
 * @returns a fresh array; empty when there are no posts in it
 */
export function parsePosts(value: unknown, options?: { url?: string }): Post[] {
  return (recordsOf(value) ?? []).flatMap((record) => parsePost(record, options?.url) ?? []);
}
