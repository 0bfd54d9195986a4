/**
 * Webmentions as webmention.io keeps them: `/api/mentions.jf2`, a flat list of who has answered or mentioned a page. Likes
 * and reposts say nothing and are left out. What a page says of its own address may be a lie; where it was found is not.
 *
 * @engine webmention.io | comments | browser | no key | documented
 */
import { escape } from './markup.ts';
import { toIso } from '../../posts/date.ts';
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { type CommentEngine, commentsOf, countOf, listIn, withParameters } from './engine.ts';

const PAGE_SIZE = 100;

/** What is said, as opposed to done. */
const SAYING = /^(in-reply-to|mention-of)$/;

function record(mention: unknown): unknown {
  const get = (name: string): unknown => field(mention, name);
  const [author, content] = [get('author'), get('content')];
  const source = text(get('wm-source'));
  const said = text(field(content, 'text')) || text(get('summary')) || text(get('name')) || source;
  return {
    id: get('wm-id'),
    author: { name: field(author, 'name'), url: field(author, 'url'), avatar: field(author, 'photo') },
    html: text(field(content, 'html')) || (said ? `<p>${escape(said).replaceAll('\n', '<br>')}</p>` : undefined),
    published: toIso(get('published')) ?? get('wm-received'),
    url: source,
  };
}

/** A page in the spellings that people link to it by. */
function spellings(page: string, base?: string): string[] {
  if (!URL.canParse(page, base)) throw new SourceError('address', page, 'is not the whole address of a post');
  const { host, pathname, search } = new URL(page, base);
  const bare = host + pathname.replace(/\/$/, '');
  return ['https://', 'http://'].flatMap((scheme) => [`${scheme}${bare}/${search}`, scheme + bare + search]);
}

const sizeOf = (url: URL): number => countOf(url.searchParams.get('per-page')) ?? PAGE_SIZE;

export const engine: CommentEngine = {
  start({ url, post, sort, after, base }) {
    const asked = new URL(url);
    const named = asked.searchParams.has('target') || asked.searchParams.has('target[]');
    if (!named && post) for (const page of spellings(post, base)) asked.searchParams.append('target[]', page);
    const first = withParameters(asked, {
      'per-page': sizeOf(asked),
      page: 0,
      'sort-by': 'published',
      'sort-dir': sort === 'newest' ? 'down' : 'up',
    });
    return { page: { comments: [] }, ask: [{ url: after ?? first }] };
  },

  read([told], step) {
    const all = listIn(field(told!.json, 'children'), told!);
    const said = all.filter((one) => SAYING.test(text(field(one, 'wm-property'))) && field(one, 'wm-private') !== true);
    const asked = new URL(told!.url);
    const at = countOf(asked.searchParams.get('page')) ?? 0;
    const next = all.length && all.length >= sizeOf(asked) ? withParameters(told!.url, { page: at + 1 }) : undefined;
    return { ...step, ask: [], page: { comments: commentsOf(said.map(record), told!.url), next } };
  },
};
