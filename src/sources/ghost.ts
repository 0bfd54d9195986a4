/**
 * Ghost's Content API: titles are plain text, and posts for members are listed, with what everybody may know of them.
 *
 * @engine Ghost | lists | browser | public key | real
 */
import { parsePost } from '../posts/parse.ts';
import { field } from '../posts/view.ts';
import type { Reader } from './formats.ts';

export const read: Reader = (document, { url, html, date }) => {
  const list = field(document, 'posts');
  const posts = (Array.isArray(list) ? list : []).flatMap((post: unknown) => {
    const get = (name: string): unknown => field(post, name);
    const author = get('primary_author') ?? (get('authors') as unknown[] | undefined)?.[0];
    const tags = get('tags');
    return (
      parsePost(
        {
          id: get('id'),
          url: get('url'),
          title: get('title'),
          published: date(get('published_at')),
          updated: date(get('updated_at')),
          summary: get('custom_excerpt') || get('excerpt') || html(get('html')),
          image: { url: get('feature_image'), alt: get('feature_image_alt') },
          author: { name: field(author, 'name'), url: field(author, 'url') },
          tags: (Array.isArray(tags) ? tags : [])
            .filter((tag: unknown) => field(tag, 'visibility') !== 'internal')
            .map((tag: unknown) => field(tag, 'name')),
          featured: get('featured'),
        },
        url,
      ) ?? []
    );
  });
  return { posts };
};
