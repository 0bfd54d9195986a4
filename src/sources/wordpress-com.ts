/**
 * The public API of WordPress.com and Jetpack, `rest/v1.1/sites/…/posts`: likes and comment counts without a key.
 *
 * @engine WordPress.com, Jetpack | lists | browser | no key | documented
 * @engine WordPress.com, Jetpack | counts | browser | no key | documented
 */
import { parsePost } from '../posts/parse.ts';
import { field } from '../posts/view.ts';
import type { Reader } from './formats.ts';

export const read: Reader = (document, { url, html, date }) => {
  const list = field(document, 'posts');
  const posts = (Array.isArray(list) ? list : []).flatMap((post: unknown) => {
    const get = (name: string): unknown => field(post, name);
    return (
      parsePost(
        {
          id: get('ID'),
          url: get('URL'),
          title: html(get('title')),
          published: date(get('date')),
          updated: date(get('modified')),
          summary: html(get('excerpt')) || html(get('content')),
          image: get('featured_image') || field(get('post_thumbnail'), 'URL'),
          author: { name: html(field(get('author'), 'name')), url: field(get('author'), 'URL') },
          tags: [get('tags'), get('categories')].flatMap((terms) => Object.keys(terms ?? {}).map(html)),
          featured: get('sticky'),
          counts: {
            likes: get('like_count'),
            comments: field(get('discussion'), 'comment_count') ?? get('comment_count'),
          },
        },
        url,
      ) ?? []
    );
  });
  return { posts };
};
