import './guard.ts';
import type { Post } from '../src/posts/post.ts';
import { type RecentOptions, recentPosts } from '../src/posts/recent.ts';
import { define } from './define.ts';
import type { Entry } from './item.ts';
import { DogearedList } from './list.ts';
import { attributes, FILTERS, number, text } from './options.ts';

const OPTIONS = { ...FILTERS, offset: number, order: text };

/**
 * The newest posts of a blog.
 *
 * @element dogeared-recent
 */
export class DogearedRecent extends DogearedList {
  static override options = OPTIONS;
  static override properties = { ...DogearedList.properties, ...attributes(Object.keys(OPTIONS)) };

  /** How many posts to leave out from the top. */
  declare offset: number | string | null;
  /** `published` or `updated`. */
  declare order: string | null;

  protected override select(posts: readonly Post[], options: RecentOptions): Entry[] {
    return recentPosts(posts, options).map((post) => ({ post }));
  }
}

define('dogeared-recent', DogearedRecent);

declare global {
  interface HTMLElementTagNameMap {
    'dogeared-recent': DogearedRecent;
  }
}
