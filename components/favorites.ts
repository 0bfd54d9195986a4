import './guard.ts';
import { type Duration, toMs } from '../src/posts/duration.ts';
import type { FavoriteOptions } from '../src/posts/favorites.ts';
import type { Post } from '../src/posts/post.ts';
import type { Need } from '../src/sources/engines.ts';
import { define } from './define.ts';
import type { Entry } from './item.ts';
import { DogearedList } from './list.ts';
import { attributes } from './attributes.ts';
import { FILTERS, number, type Read, text } from './options.ts';

/** `views`, or weights such as `views:1 comments:50`. */
const weights: Read = (value) => {
  const pairs = value
    .trim()
    .split(/[\s,]+/)
    .map((pair) => pair.split(':'));
  return pairs[0]?.[1] ? Object.fromEntries(pairs.map(([signal, weight]) => [signal, Number(weight)])) : value.trim();
};

const OPTIONS = {
  ...FILTERS,
  offset: number,
  by: weights,
  within: text,
  halfLife: text,
  perTag: number,
  perAuthor: number,
};

let rule: typeof import('../src/posts/favorites.ts') | undefined;

/**
 * The posts that readers like best: of all time, or with `within` or `half-life` the recent favorites.
 *
 * @element dogeared-favorites
 */
export class DogearedFavorites extends DogearedList {
  static override options = OPTIONS;
  static override properties = attributes(Object.keys(OPTIONS));

  /**
   * How many posts to leave out from the top.
   *
   * @default 0
   */
  declare offset: number | string | null;
  /**
   * What counts: `views`, `likes`, `comments`, `rating`, `shares`, weights such as `views:1 comments:50`, or `auto`: the
   * first of these that enough posts have.
   *
   * @default 'auto'
   */
  declare by: string | object | null;
  /** The window in which counts are taken, such as `30d`. */
  declare within: Duration | null;
  /** Totals fade by half in this time, such as `14d` or `auto`. */
  declare halfLife: Duration | 'auto' | null;
  /** At most so many posts with the same tag. */
  declare perTag: number | string | null;
  /** At most so many posts by the same author. */
  declare perAuthor: number | string | null;
  /**
   * Leaves out the page being read; `"false"` marks it instead.
   *
   * @default true
   */
  declare excludeCurrent: string | boolean | null;
  protected override excludesCurrent = true;

  /** The rule comes while the posts do. */
  protected override prepare(): Promise<unknown> | undefined {
    return rule ? undefined : import('../src/posts/favorites.ts').then((module) => (rule = module));
  }

  protected override select(posts: readonly Post[], options: FavoriteOptions): Entry[] | undefined {
    return rule?.explainFavorites(posts, options);
  }

  protected override need(): Need {
    return this.allTime() ? { all: true } : { limit: 100 };
  }

  override days(): number {
    return Math.round(toMs((this.used['within'] as Duration | undefined) ?? 0) / 864e5);
  }

  protected override allTime(): boolean {
    return !this.used['within'] && !this.used['halfLife'];
  }
}

define('dogeared-favorites', DogearedFavorites);

declare global {
  interface HTMLElementTagNameMap {
    'dogeared-favorites': DogearedFavorites;
  }
}
