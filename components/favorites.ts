import './guard.ts';
import { nothing, html, type TemplateResult } from 'lit';
import { toMs } from '../src/posts/duration.ts';
import { explainFavorites, type FavoriteOptions } from '../src/posts/favorites.ts';
import type { Post } from '../src/posts/post.ts';
import type { Need } from '../src/sources/engines.ts';
import { define } from './define.ts';
import { declare, DogearedList, type Entry, FILTERS } from './list.ts';

const OPTIONS = {
  ...FILTERS,
  offset: 'number',
  by: 'weights',
  within: 'text',
  halfLife: 'text',
  perTag: 'number',
  perAuthor: 'number',
} as const;

/**
 * The posts that readers like best: of all time, or with `within` or `half-life` the recent favorites.
 *
 * @element dogeared-favorites
 */
export class DogearedFavorites extends DogearedList {
  static override options = OPTIONS;
  static override properties = { ...DogearedList.properties, ...declare(OPTIONS) };

  declare offset: number | string | null;
  /** `auto`, `views`, `likes`, `comments`, `rating`, `shares`, or weights such as `views:1 comments:50`. */
  declare by: string | object | null;
  /** The window in which counts are taken, such as `30d`. */
  declare within: string | number | null;
  /** Totals fade by half in this time, such as `14d` or `auto`. */
  declare halfLife: string | number | null;
  /** At most so many posts with the same tag. */
  declare perTag: number | string | null;
  /** At most so many posts by the same author. */
  declare perAuthor: number | string | null;

  protected override select(posts: readonly Post[], options: FavoriteOptions): Entry[] {
    return explainFavorites(posts, options);
  }

  /** Whether the list is about all posts there ever were. */
  get #allTime(): boolean {
    return !this.within && !this.halfLife;
  }

  protected override need(): Need {
    return this.#allTime ? { all: true } : { limit: 100 };
  }

  protected override get excludesCurrent(): boolean {
    return true;
  }

  protected override get days(): number {
    return Math.round(toMs(this.within ?? 0) / 864e5) || 0;
  }

  protected override note(latest: string): TemplateResult | typeof nothing {
    return this.#allTime ? html`<p part="note">${latest}</p>` : nothing;
  }
}

define('dogeared-favorites', DogearedFavorites);

declare global {
  interface HTMLElementTagNameMap {
    'dogeared-favorites': DogearedFavorites;
  }
}
