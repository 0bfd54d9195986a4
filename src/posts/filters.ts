import type { Duration } from './duration.ts';
import { span, strings } from './options.ts';
import type { PostLike } from './post.ts';
import { field, text } from './view.ts';

/** Which posts may be in a list. Tags and authors are compared without regard to case. */
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

const fold = (value: unknown): string => text(value).trim().toLowerCase();

/** An id as it is, an address without what makes no difference. */
export const bare = (value: unknown): string => text(value).replace(/^https?:\/\/(www\.)?|\/$/g, '');

/** The tags of a post, folded for comparing. */
export const tagsOf = ({ tags }: PostLike): string[] =>
  (Array.isArray(tags) || tags instanceof Set ? [...tags] : [tags]).map(fold);

/** The author's name, folded for comparing, in a list of one. */
export const authorOf = ({ author }: PostLike): string[] => [fold(field(author, 'name') ?? author)];

/** A test for the posts that pass all filters; `time` is the post's epoch milliseconds, -Infinity when unknown. */
export function passes(who: string, options: Filters, now: number): (view: PostLike, time: number) => boolean {
  const has = (
    option: keyof Filters,
    of: (view: PostLike) => string[],
    expected = true,
    spell: (value: unknown) => string = fold,
  ): ((view: PostLike) => boolean) => {
    if (options[option] === undefined) return () => true;
    const wanted = new Set(strings(who, option, options[option]).map(spell));
    return (view) => of(view).some((value) => wanted.has(value)) === expected;
  };
  const tests = [
    has('exclude', ({ id, url }) => [bare(id), bare(url)], false, bare),
    has('tags', tagsOf),
    has('excludeTags', tagsOf, false),
    has('authors', authorOf),
  ];
  const oldest = now - span(who, 'publishedWithin', options.publishedWithin ?? Infinity);
  const newest = now - span(who, 'minAge', options.minAge ?? 0);
  return (view, time) => time <= newest && time >= oldest && tests.every((test) => test(view));
}
