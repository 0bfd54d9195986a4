import { readTime, timeOf } from './date.ts';
import type { Posts } from './index-posts.ts';
import type { PostLike } from './post.ts';
import { best } from './top.ts';
import { field } from './view.ts';

/**
 * The newest posts, newest first: the rule of `recentPosts`, for those who need none of its options.
 *
 * @param get how to read another shape
 * @param k how many
 * @param updated whether the date of the update counts
 * @param now the present, in epoch milliseconds
 * @param keep which posts may be in the list; `time` is when the post was published, -Infinity when unknown
 */
export const newest = <T>(
  posts: Posts<T>,
  get: unknown,
  k: number,
  updated: unknown,
  now: number,
  keep: (view: PostLike, time: number) => boolean,
): T[] =>
  best<T>(posts, get, k, (view, post, last) => {
    const published = timeOf(view);
    const time = updated ? (readTime(field(view, 'updated')) ?? published) : published;
    return !(time < last?.time!) && time <= now && keep(view, published) && { post, view, time };
  }).map(({ post }) => post);
