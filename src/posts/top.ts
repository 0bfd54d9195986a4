import type { PostLike } from './post.ts';
import { identity, text } from './view.ts';

/** A post on its way into a list. */
export interface Candidate<T> {
  readonly post: T;
  readonly view: PostLike;
  readonly score: number;
  /** Epoch milliseconds; -Infinity when unknown, so that undated posts come last. */
  readonly time: number;
  /** The place in the input. */
  readonly row: number;
}

/** Id, then URL, then whatever else tells two versions of one post apart; '' for a post with neither. */
const name = (view: PostLike): string => {
  if (!identity(view)) return '';
  const names = text(view.id) + '\0' + text(view.url);
  try {
    return names + '\0' + JSON.stringify(view);
  } catch {
    return names;
  }
};

/**
 * The best `k` of any number of candidates, in one pass and O(k) memory, by the one order of all lists: the better
 * score, the newer, then id and URL by code unit; candidates with neither keep the order of the input.
 *
 * Candidates gather until there are twice as many as wanted; then they are sorted, cut to `k`, and the last one
 * becomes the `cut` that later ones must reach. Of several with one identity the best stays: since that is looked for
 * among the gathered ones only, it costs nothing where there are none.
 */
export class Top<T> {
  cut?: Candidate<T>;
  #k: number;
  #found: Candidate<T>[] = [];

  constructor(k: number) {
    this.#k = k;
  }

  add(candidate: Candidate<T>): void {
    if (this.#found.push(candidate) > 2 * this.#k + 50) this.take();
  }

  /** The list, best first. */
  take(): Candidate<T>[] {
    const seen = new Set<unknown>();
    this.#found = this.#found
      .sort((a, b) => {
        const better = b.score - a.score || b.time - a.time;
        if (better) return better;
        const [first, second] = [name(a.view), name(b.view)];
        return first < second ? -1 : first > second ? 1 : a.row - b.row;
      })
      .filter(({ view, row }) => {
        const id = identity(view) || row;
        return seen.size < this.#k && !seen.has(id) && seen.add(id);
      });
    this.cut = this.#found[this.#k - 1];
    return this.#found;
  }
}
