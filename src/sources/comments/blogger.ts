/**
 * Blogger: the comments feed of a post, `/feeds/POST/comments/default`, and of a blog, in which every text is `{ $t }`.
 * It can be read only from the blog itself; writing is done on Blogger's own page.
 *
 * @engine Blogger | comments | same site | no key | documented
 */
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { type CommentEngine, commentsOf, countOf, items, listIn, withParameters } from './engine.ts';

const PAGE_SIZE = 200;

const t = (value: unknown): string => text(field(value, '$t'));
const lastNumber = (value: unknown): string | undefined => /(?<!\d)\d+(?=\/?$)/.exec(text(value))?.[0];

function record(entry: unknown): unknown {
  const get = (name: string): unknown => field(entry, name);
  const [author] = items(get('author'));
  const linked = (rel: string): unknown =>
    field(
      items(get('link')).find((one) => field(one, 'rel') === rel),
      'href',
    );
  const says = (name: string): boolean =>
    items(get('gd$extendedProperty')).some((one) => field(one, 'name') === name && field(one, 'value') === 'true');
  const about = get('thr$in-reply-to');
  return {
    id: lastNumber(t(get('id'))),
    // What a comment answers is known by the address of its feed.
    parentId: lastNumber(linked('related')),
    author: {
      name: t(field(author, 'name')),
      url: t(field(author, 'uri')),
      avatar: field(field(author, 'gd$image'), 'src'),
    },
    html: t(get('content')) || t(get('summary')) || undefined,
    published: t(get('published')),
    url: linked('alternate'),
    status: says('blogger.contentRemoved') ? 'deleted' : undefined,
    post: field(about, 'href'),
  };
}

export const engine: CommentEngine = {
  start({ url, post, after }) {
    const asked = new URL(url);
    if (post && !/feeds\/\d/.test(asked.pathname)) {
      if (!/^\d+$/.test(post)) throw new SourceError('address', post, 'is not the number that Blogger knows a post by');
      asked.pathname = asked.pathname.replace(/(feeds)\/comments/, `$1/${post}/comments`);
    }
    const first = withParameters(asked, { alt: 'json', 'max-results': PAGE_SIZE });
    return { page: { comments: [] }, ask: [{ url: after ?? first }] };
  },

  read([told], step) {
    const feed = field(told!.json, 'feed');
    // A feed without entries has no list of them.
    const entries = listIn(field(feed, 'entry') ?? (feed ? [] : undefined), told!);
    const total = countOf(t(field(feed, 'openSearch$totalResults')));
    const start = (countOf(new URL(told!.url).searchParams.get('start-index')) ?? 1) + entries.length;
    return {
      ...step,
      ask: [],
      page: {
        comments: commentsOf(entries.map(record), told!.url),
        total,
        next: entries.length && start <= (total ?? 0) ? withParameters(told!.url, { 'start-index': start }) : undefined,
      },
    };
  },
};
