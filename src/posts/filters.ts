import type { Duration } from './duration.ts';
import { fold, LIST, type Option, SPAN } from './options.ts';
import type { PostLike } from './post.ts';
import { list, own, text } from './view.ts';

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

/** Whether a post passes all filters; `time` is when it was published, -Infinity when unknown. */
export type Keep = (view: PostLike, time: number) => boolean;

type Field = 'id' | 'url' | 'tags' | 'author';

/** What a field says, folded for comparing: an id or an address, each of several tags, the name of an author. */
export const names = (view: PostLike, key: Field): string[] =>
  list(view[key])
    .map((item) => fold(text(own(item as { name?: unknown })?.name ?? item)))
    .filter(Boolean);

/** A test for the posts that pass all filters. */
export function filter(option: Option, now: number): Keep {
  const newest = now - option('minAge', SPAN, 0);
  const oldest = now - option('publishedWithin', SPAN, Infinity);
  const [exclude, excludeTags, tags, authors] = (['exclude', 'excludeTags', 'tags', 'authors'] as const).map((name) =>
    option(name, LIST),
  );
  /** Whether a post has one of these; undefined where nobody asks. */
  const has = (view: PostLike, wanted: Set<string> | undefined, key: Field): boolean | undefined =>
    wanted && names(view, key).some((name) => wanted.has(name));
  return (view, time) =>
    time <= newest &&
    time >= oldest &&
    !has(view, exclude, 'id') &&
    !has(view, exclude, 'url') &&
    !has(view, excludeTags, 'tags') &&
    has(view, tags, 'tags') !== false &&
    has(view, authors, 'author') !== false;
}
