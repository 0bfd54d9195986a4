/**
 * WordPress REST, `wp/v2/posts`: titles and excerpts are HTML, the dates that have a zone are the `_gmt` ones.
 *
 * @engine WordPress | lists | browser | no key | real
 */
import { parsePost } from '../posts/parse.ts';
import { field } from '../posts/view.ts';
import type { Reader } from './formats.ts';

export const read: Reader = (document, { url, html, date }) => {
  const rendered = (value: unknown): string => html(field(value, 'rendered'));
  const embedded = (post: unknown, name: string): unknown => {
    const list = field(field(post, '_embedded'), name);
    const [first] = Array.isArray(list) ? (list as unknown[]) : [];
    return first;
  };
  const posts = (Array.isArray(document) ? document : [document]).flatMap((post: unknown) => {
    const get = (name: string): unknown => field(post, name);
    const author = embedded(post, 'author');
    const media = embedded(post, 'wp:featuredmedia');
    const details = field(media, 'media_details');
    const terms = field(get('_embedded'), 'wp:term');
    const image = field(media, 'source_url') ?? get('jetpack_featured_media_url');
    return (
      parsePost(
        {
          id: get('id'),
          url: get('link'),
          title: rendered(get('title')),
          published: date(get('date_gmt')) ?? date(get('date')),
          updated: date(get('modified_gmt')) ?? date(get('modified')),
          summary: rendered(get('excerpt')) || rendered(get('content')),
          image: {
            url: image,
            alt: field(media, 'alt_text'),
            width: field(details, 'width'),
            height: field(details, 'height'),
          },
          author: { name: field(author, 'name'), url: field(author, 'link') },
          tags: (Array.isArray(terms) ? terms.flat() : []).map((term: unknown) =>
            html(String(field(term, 'name') ?? '')),
          ),
          featured: get('sticky'),
          // WordPress Popular Posts answers in the same shape, with one field more.
          counts: { views: Number(get('pageviews') ?? NaN) },
        },
        url,
      ) ?? []
    );
  });
  return { posts };
};
