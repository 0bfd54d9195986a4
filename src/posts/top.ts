import type { PostLike } from './post.ts';
import { field, text } from './view.ts';

/** A post on its way into a list. */
export interface Candidate<T> {
  readonly post: T;
  readonly view: PostLike;
  /** Epoch milliseconds; -Infinity when unknown, so that undated posts come last. */
  readonly time: number;
  /** The higher the better; lists by date have none. */
  readonly score?: number;
}

/** What makes two entries the same post: the id, or else the address; '' for a post with neither. */
export const identity = (view: PostLike): string => text(field(view, 'id')) || text(field(view, 'url'));

/** Id, then URL, then whatever else tells two versions of one post apart; '' for a post with neither. */
const name = ({ view, post }: Candidate<unknown>): string => {
  const names = text(field(view, 'id')) + '\0' + text(field(view, 'url'));
  try {
    return identity(view) && names + '\0' + JSON.stringify(post);
  } catch {
    return names;
  }
};

/**
 * Collects the best `k` of any number of candidates, in one pass and O(k) memory, by the one order of all lists: the
 * better score, the newer, then id and URL by code unit; candidates with neither keep the order in which they came.
 *
 * Candidates gather until there are twice as many as wanted; then they are sorted and cut to `k`. Of several with one
 * identity the best stays: since that is looked for among the gathered ones only, it costs nothing where there are none.
 *
 * @returns `add`, which says who is the last at present, for others to beat, and `take`, which gives the list
 */
export function best<T, C extends Candidate<T> = Candidate<T>>(
  k: number,
): [add: (candidate: C) => C | undefined, take: () => C[]] {
  let found: C[] = [];
  let last: C | undefined;
  const take = () => {
    const seen = new Set<unknown>();
    found = found
      .sort((a: any, b: any) => {
        const better = b.score - a.score || b.time - a.time;
        if (better) return better;
        a = name(a);
        b = name(b);
        return a < b ? -1 : +(a > b);
      })
      // A set that does not grow has seen this one before.
      .filter(({ view }) => seen.size < k && seen.size < seen.add(identity(view) || view).size);
    last = found[k - 1];
    return found;
  };
  const add = (candidate: C) => {
    if (found.push(candidate) > 2 * k + 50) take();
    return last;
  };
  return [add, take];
}
