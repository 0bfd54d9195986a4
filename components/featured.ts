import './guard.ts';
import { type FeaturedOptions, featuredPosts } from '../src/posts/featured.ts';
import type { Post } from '../src/posts/post.ts';
import type { Need } from '../src/sources/engines.ts';
import { define } from './define.ts';
import { declare, DogearedList, type Entry, FILTERS } from './list.ts';

const OPTIONS = { ...FILTERS, pick: 'names', rotate: 'text' } as const;

/**
 * The post that the owner wants to be seen, or several.
 *
 * @element dogeared-featured
 */
export class DogearedFeatured extends DogearedList {
  static override options = OPTIONS;
  static override properties = { ...DogearedList.properties, ...declare(OPTIONS) };
  static override limit = 1;

  /** Ids or addresses of the posts to feature, separated by commas. */
  declare pick: string | readonly string[] | null;
  /** Another one first each `day` or `week`. */
  declare rotate: string | null;

  protected override select(posts: readonly Post[], options: FeaturedOptions): Entry[] {
    return featuredPosts(posts, options).map((post) => ({ post }));
  }

  protected override need(): Need {
    return { limit: 100 };
  }
}

define('dogeared-featured', DogearedFeatured);

declare global {
  interface HTMLElementTagNameMap {
    'dogeared-featured': DogearedFeatured;
  }
}
