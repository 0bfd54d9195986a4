import { toIso } from './date.ts';
import { toMs } from './duration.ts';
import type { Counts, Image, Post } from './post.ts';
import { field, text } from './view.ts';

/** Text of one line, undefined when there is none. Control characters and directional overrides are taken out. */
export function line(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return (
    value
      .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
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

const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined;

/** An object without the entries that are unknown; undefined when nothing is left. */
export function known<T extends object>(entries: T): T | undefined {
  const pairs = Object.entries(entries).filter(([, value]) => value !== undefined);
  return pairs.length ? (Object.fromEntries(pairs) as T) : undefined;
}

export function counts(value: unknown): Counts | undefined {
  const rating = field(value, 'rating');
  const average = positive(field(rating, 'average'));
  const votes = positive(field(rating, 'count'));
  return known({
    views: positive(field(value, 'views')),
    likes: positive(field(value, 'likes')),
    comments: positive(field(value, 'comments')),
    shares: positive(field(value, 'shares')),
    rating: average !== undefined && votes !== undefined ? { average, count: votes } : undefined,
  });
}

function image(value: unknown, base?: string): Image | undefined {
  const url = link(typeof value === 'string' ? value : field(value, 'url'), base);
  if (!url) return undefined;
  return known({
    url,
    alt: line(field(value, 'alt')),
    width: positive(field(value, 'width')),
    height: positive(field(value, 'height')),
  });
}

function windows(value: unknown): Post['windows'] {
  if (typeof value !== 'object' || !value) return undefined;
  const pairs = Object.entries(value).map(([name, taken]) => [name, toMs(name) > 0 ? counts(taken) : undefined]);
  return known(Object.fromEntries(pairs) as object);
}

/** One record of anybody's as a `Post`; undefined when it has neither title nor address. */
export function parsePost(record: unknown, base?: string): Post | undefined {
  const get = (name: string): unknown => field(record, name);
  const url = link(get('url'), base) ?? '';
  const title = line(get('title')) ?? '';
  if (!url && !title) return undefined;
  const author = get('author');
  const name = line(typeof author === 'string' ? author : field(author, 'name'));
  const tags = get('tags');
  const list = Array.isArray(tags) ? tags.flatMap((tag) => line(tag) ?? []) : [];
  const updated = toIso(get('updated'));
  return known({
    id: line(text(get('id'))) ?? (url || title),
    url,
    title,
    published: toIso(get('published')) ?? updated,
    updated,
    summary: line(get('summary')),
    image: image(get('image'), base),
    author: name ? known({ name, url: link(field(author, 'url'), base) }) : undefined,
    tags: list.length ? [...new Set(list)] : undefined,
    featured: get('featured') === true || undefined,
    counts: counts(get('counts')),
    windows: windows(get('windows')),
  });
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
  const list = Array.isArray(value) ? value : field(value, 'posts');
  return Array.isArray(list) ? list.flatMap((record) => parsePost(record, options?.url) ?? []) : [];
}
