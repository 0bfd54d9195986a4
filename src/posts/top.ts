import { daysBefore } from './date.ts';
import type { Table } from './index-posts.ts';
import type { PostLike } from './post.ts';
import { isObject, text } from './view.ts';

/** A post on its way into a list. */
export interface Candidate {
  readonly view: PostLike;
  /** Where it stands in the input, from 0. */
  readonly place: number;
  /** Epoch milliseconds; -Infinity when unknown, so that undated posts come last. */
  readonly time: number;
  /** The higher the better; lists by date have none. */
  readonly score?: number;
}

/** Makes a candidate of a post, or nothing, where it cannot beat the last of the best at present. */
export type Judge<C> = (view: PostLike, place: number, last?: C, before?: string | null) => C | 0 | false | void;

/** What makes two entries the same post: the id, or else the address; '' for a post with neither. */
export const identity = (view: PostLike): string => text(view.id) || text(view.url);

/**
 * The best `k` of any number of posts, in one pass and O(k) memory, by the one order of all lists: the better score,
 * the newer, then id and URL by code unit; posts with neither keep the order in which they came.
 *
 * Candidates gather until there are half as many again as wanted; then they are sorted and cut to `k`. Of several with
 * one identity the best stays: since that is looked for among the gathered ones only, it costs nothing where there are none.
 *
 * @param scores where they are known beforehand, so that nothing is read of a post that cannot win
 * @param judge makes a candidate of a post, or nothing; it gets the candidate that is the last at present, for others to
 * beat, and what `daysBefore` has for the date of that one
 */
export function best<C extends Candidate>(
  { posts, views }: Table<unknown>,
  k: number,
  judge: Judge<C>,
  scores?: Float64Array,
): C[] {
  let found: C[] = [];
  let last: C | undefined;
  let before: string | null | undefined;
  /** Id, then URL, then whatever else tells two versions of one post apart; '' for a post with neither. */
  const name = ({ view, place }: C): string => {
    const names = text(view.id) + '\0' + text(view.url);
    try {
      return identity(view) && names + '\0' + JSON.stringify(posts[place]);
    } catch {
      return names;
    }
  };
  const cut = () => {
    const seen = new Set<unknown>();
    found = found
      .sort((a: any, b: any) => b.score - a.score || b.time - a.time || (name(a) < name(b) ? -1 : +(name(a) > name(b))))
      // A set that does not grow has seen this one before.
      .filter(({ view }) => seen.size < k && seen.size < seen.add(identity(view) || view).size);
    last = found[k - 1];
    before = last && daysBefore(last.time);
    return found;
  };

  for (let place = 0; place < views.length; place++) {
    if (scores && scores[place]! < last?.score!) continue;
    const view = views[place]!;
    // What is not an object is no post.
    const candidate = isObject(view) && judge(view, place, last, before);
    if (candidate && found.push(candidate) > 1.5 * k + 10) cut();
  }
  return cut();
}
