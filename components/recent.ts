import './guard.ts';
import { newest } from '../src/posts/newest.ts';
import type { Post, PostLike } from '../src/posts/post.ts';
import type { RecentOptions, recentOf } from '../src/posts/recent.ts';
import { define } from './define.ts';
import { DogearedList } from './list.ts';
import { attributes } from './attributes.ts';
import { FILTERS, number, text } from './options.ts';

const OPTIONS = { ...FILTERS, offset: number, order: text };

/**
 * The newest posts of a blog.
 *
 * @element dogeared-recent
 */
export class DogearedRecent extends DogearedList {
  static override options = OPTIONS;
  static override properties = attributes(Object.keys(OPTIONS));

  /** The rule with all its options, once a list has asked for it. */
  static rule?: typeof recentOf;

  /**
   * How many posts to leave out from the top.
   *
   * @default 0
   */
  declare offset: number | string | null;
  /**
   * By the date when posts were published, or last changed.
   *
   * @default 'published'
   */
  declare order: 'published' | 'updated' | null;

  /** Whether nothing is asked for but so many posts. */
  get #plain(): boolean {
    return Object.entries(this.used).every(
      ([name, value]) => name === 'limit' && typeof value === 'number' && value >>> 0 === value,
    );
  }

  protected override prepare(): Promise<unknown> | undefined {
    return DogearedRecent.rule || this.#plain ? undefined : import('./recent-options.ts');
  }

  protected override select(posts: readonly Post[], options: RecentOptions & { exclude?: string[] }) {
    const { limit = this.standard, exclude = [] } = options;
    const table = { posts, views: posts };
    if (DogearedRecent.rule) return DogearedRecent.rule(table, options).map((post) => ({ post }));
    if (!this.#plain) return undefined;
    const keep = ({ url }: PostLike) => !exclude.includes(url!);
    return newest(table, limit, Date.now(), keep).map(({ view }) => ({ post: view as Post }));
  }
}

define('dogeared-recent', DogearedRecent);

declare global {
  interface HTMLElementTagNameMap {
    'dogeared-recent': DogearedRecent;
  }
}
