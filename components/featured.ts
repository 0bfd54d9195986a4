import './guard.ts';
import type { FeaturedOptions } from '../src/posts/featured.ts';
import type { Post } from '../src/posts/post.ts';
import type { Need } from '../src/sources/engines.ts';
import { define } from './define.ts';
import type { Entry } from './item.ts';
import { DogearedList } from './list.ts';
import { attributes } from './attributes.ts';
import { addresses, FILTERS, text } from './options.ts';

const OPTIONS = { ...FILTERS, pick: addresses, rotate: text };

let rule: typeof import('../src/posts/featured.ts') | undefined;

/**
 * The post that the owner wants to be seen, or several.
 *
 * @element dogeared-featured
 */
export class DogearedFeatured extends DogearedList {
  static override options = OPTIONS;
  static override properties = attributes(Object.keys(OPTIONS));

  /** Ids or addresses of the posts to feature, with commas between them. */
  declare pick: string | readonly string[] | null;
  /** Another one first each day or week. */
  declare rotate: 'day' | 'week' | null;
  /**
   * How many posts to show at most.
   *
   * @default 1
   */
  declare limit: number | string | null;
  protected override standard = 1;

  /** The rule comes while the posts do. */
  protected override prepare(): Promise<unknown> | undefined {
    return rule ? undefined : import('../src/posts/featured.ts').then((module) => (rule = module));
  }

  protected override select(posts: readonly Post[], options: FeaturedOptions): Entry[] | undefined {
    return rule?.featuredPosts(posts, options).map((post) => ({ post }));
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
