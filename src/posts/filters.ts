import type { Duration } from './duration.ts';
import { fold, LIST, type Option, SPAN } from './options.ts';
import type { PostLike } from './post.ts';
import { field, list, text } from './view.ts';

/** Which posts may be in a list. Texts are compared without regard to case; of addresses, only what makes a difference. */
export interface Filters {
  /** Ids or addresses; the scheme, `www.` and a slash at the end make no difference. */
  exclude?: Iterable<string> | string;
  /** Only posts with one of these tags. */
  tags?: Iterable<string> | string;
  /** No post with one of these tags. */
  excludeTags?: Iterable<string> | string;
  /** Only posts of these authors, by name. */
  authors?: Iterable<string> | string;
  /** Only posts published within this time before `now`; undated posts are not. */
  publishedWithin?: Duration;
  /** Only posts published at least this long before `now`, or without date. */
  minAge?: Duration;
}

/** A tag, an author, an id or an address, folded for comparing; `undefined` for what is none. */
const label = (item: unknown): string | undefined => fold(text(field(item, 'name') ?? item)) || undefined;

/** What a field says, folded for comparing: each of several tags, the name of an author. */
export const names = (view: PostLike, key: string): string[] =>
  list(field(view, key)).flatMap((item) => label(item) ?? []);

/** What each filter looks at. */
const FIELDS = [
  ['exclude', 'id', 'url'],
  ['excludeTags', 'tags'],
  ['tags', 'tags'],
  ['authors', 'author'],
] as const;

/** A test for the posts that pass all filters; `time` is when the post was published, -Infinity when unknown. */
export function filter(option: Option, now: number): (view: PostLike, time: number) => boolean {
  const newest = now - option('minAge', SPAN, 0);
  const oldest = now - option('publishedWithin', SPAN, Infinity);
  const tests = FIELDS.map(([name, ...keys]) => {
    const wanted = option(name, LIST);
    return (view: PostLike) =>
      !wanted ||
      keys.some((key) => list(field(view, key)).some((item) => wanted.has(label(item)!))) !== /^ex/.test(name);
  });
  return (view, time) => time <= newest && time >= oldest && tests.every((test) => test(view));
}
