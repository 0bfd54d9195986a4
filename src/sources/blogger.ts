/**
 * Blogger's JSON: the feed with `alt=json`, where every text is `{ $t }`, and the API v3.
 *
 * @engine Blogger | lists | browser | no key | documented
 */
import { parsePost } from '../posts/parse.ts';
import type { Post } from '../posts/post.ts';
import { field } from '../posts/view.ts';
import type { Context, Reader } from './formats.ts';

const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const t = (value: unknown): string => text(field(value, '$t'));

/** Blogger writes the number of comments as a string, and nothing where comments are off. */
const number = (value: unknown): number | undefined => (/^\d+$/.test(text(value)) ? Number(value) : undefined);

function fromFeed(entry: unknown, { url, html, date }: Context): Post | undefined {
  const get = (name: string): unknown => field(entry, name);
  const [author] = list(get('author'));
  const page = list(get('link')).find((link) => field(link, 'rel') === 'alternate');
  const title = get('title');
  return parsePost(
    {
      id: t(get('id')),
      url: field(page, 'href'),
      title: field(title, 'type') === 'html' ? html(t(title)) : t(title),
      published: date(t(get('published'))),
      updated: date(t(get('updated'))),
      summary: html(t(get('summary')) || t(get('content'))),
      image: field(get('media$thumbnail'), 'url'),
      author: { name: t(field(author, 'name')), url: t(field(author, 'uri')) },
      tags: list(get('category')).map((category) => field(category, 'term')),
      counts: { comments: number(t(get('thr$total'))) },
    },
    url,
  );
}

function fromApi(post: unknown, { url, html, date }: Context): Post | undefined {
  const get = (name: string): unknown => field(post, name);
  return parsePost(
    {
      id: get('id'),
      url: get('url'),
      title: html(get('title')),
      published: date(get('published')),
      updated: date(get('updated')),
      summary: html(get('content')),
      image: field(list(get('images'))[0], 'url'),
      author: { name: field(get('author'), 'displayName'), url: field(get('author'), 'url') },
      tags: get('labels'),
      counts: { comments: number(field(get('replies'), 'totalItems')) },
    },
    url,
  );
}

export const read: Reader = (document, context) => {
  const feed = field(document, 'feed');
  const entries = feed ? list(field(feed, 'entry')) : list(field(document, 'items'));
  return { posts: entries.flatMap((entry) => (feed ? fromFeed : fromApi)(entry, context) ?? []) };
};
