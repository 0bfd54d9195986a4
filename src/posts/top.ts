import type { Posts } from './index-posts.ts';
import type { PostLike } from './post.ts';
import { field, POST, text } from './view.ts';

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
 * The best `k` of any number of posts, in one pass and O(k) memory, by the one order of all lists: the better score,
 * the newer, then id and URL by code unit; posts with neither keep the order in which they came.
 *
 * Candidates gather until there are twice as many as wanted; then they are sorted and cut to `k`. Of several with one
 * identity the best stays: since that is looked for among the gathered ones only, it costs nothing where there are none.
 *
 * @param get how to read another shape: each accessor is called exactly once a post
 * @param k how many; 0 only to visit every post
 * @param rate makes a candidate of a post, or nothing; it gets a view of the post (the post itself, or what stands in
 * for it) and the candidate that is the last at present, for others to beat
 */
export function best<T, C extends Candidate<unknown> = Candidate<T>>(
  posts: Posts<T>,
  get: unknown,
  k: number,
  rate: (view: PostLike, post: T, last?: C) => C | 0 | false | void,
): C[] {
  let found: C[] = [];
  let last: C | undefined;
  const cut = () => {
    const seen = new Set<unknown>();
    found = found
      .sort((a: any, b: any) => b.score - a.score || b.time - a.time || (name(a) < name(b) ? -1 : +(name(a) > name(b))))
      // A set that does not grow has seen this one before.
      .filter(({ view }) => seen.size < k && seen.size < seen.add(identity(view) || view).size);
    last = found[k - 1];
    return found;
  };

  for (const post of posts as Iterable<any>) {
    let view = Object(post);
    if (view !== post) continue; // what is not an object is no post
    if (get && !view[POST]) {
      view = {};
      for (const [name, read] of Object.entries(get)) view[name] = read(post);
    }
    const candidate = rate(view, post[POST] ?? post, last);
    if (candidate && found.push(candidate) > 2 * k + 50) cut();
  }
  return cut();
}
