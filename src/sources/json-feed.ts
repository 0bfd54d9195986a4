/** JSON Feed 1.0 and 1.1, with `_counts` as an extension of ours: `{ views, likes, comments, shares, rating }`. */
import { parsePost } from '../posts/parse.ts';
import { field } from '../posts/view.ts';
import type { Reader } from './formats.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const authorOf = (value: unknown): unknown => {
  const authors = field(value, 'authors');
  return Array.isArray(authors) && authors.length ? (authors as unknown[])[0] : field(value, 'author');
};

export const read: Reader = (document, { url, html, date }) => {
  const items = field(document, 'items');
  const posts = (Array.isArray(items) ? items : []).flatMap((item: unknown) => {
    const get = (name: string): unknown => field(item, name);
    const published = date(get('date_published'));
    return (
      parsePost(
        {
          id: get('id'),
          url: get('url') ?? get('external_url'),
          title: get('title'),
          published,
          updated: date(get('date_modified')),
          summary: get('summary') || text(get('content_text')) || html(get('content_html')),
          image: get('image') ?? get('banner_image'),
          author: authorOf(item) ?? authorOf(document),
          tags: get('tags'),
          counts: get('_counts'),
          windows: get('_windows'),
        },
        url,
      ) ?? []
    );
  });
  return { posts, next: text(field(document, 'next_url')) || undefined };
};
