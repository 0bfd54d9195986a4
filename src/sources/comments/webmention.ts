/**
 * Webmentions as webmention.io keeps them: `/api/mentions.jf2`, a flat list of who has answered or mentioned a page. Likes
 * and reposts say nothing and are left out. What a page says of its own address may be a lie; where it was found is not.
 *
 * @engine webmention.io | comments | browser | no key | documented
 */
import { escape } from '../../comments/text.ts';
import { field, text } from '../../posts/view.ts';
import { type CommentEngine, commentsOf, listIn, withParameters } from './engine.ts';

const PAGE_SIZE = 100;

/** What is said, as opposed to done. */
const SAYING = /^(in-reply-to|mention-of)$/;

function record(mention: unknown): unknown {
  const get = (name: string): unknown => field(mention, name);
  const [author, content] = [get('author'), get('content')];
  const source = text(get('wm-source'));
  const said = text(field(content, 'text')) || text(get('summary')) || text(get('name'));
  return {
    id: get('wm-id'),
    author: { name: field(author, 'name'), url: field(author, 'url'), avatar: field(author, 'photo') },
    html: field(content, 'html') ?? `<p>${escape(said || source).replaceAll('\n', '<br>')}</p>`,
    published: text(get('published')) || get('wm-received'),
    url: source,
  };
}

/** A page in the spellings that people link to it by. */
function spellings(page: string): string[] {
  const bare = page
    .replace(/^https?:\/\//, '')
    .replace(/[#?].*|$/, '')
    .replace(/\/$/, '');
  return ['https://', 'http://'].flatMap((scheme) => [`${scheme}${bare}/`, scheme + bare]);
}

export const engine: CommentEngine = {
  start({ url, post, sort, after }) {
    const asked = new URL(url);
    const named = asked.searchParams.has('target') || asked.searchParams.has('target[]');
    if (!named && post) for (const page of spellings(post)) asked.searchParams.append('target[]', page);
    const first = withParameters(asked, {
      'per-page': PAGE_SIZE,
      page: 0,
      'sort-by': 'published',
      'sort-dir': sort === 'newest' ? 'down' : 'up',
    });
    return { page: { comments: [] }, ask: [{ url: after ?? first }] };
  },

  read([told], step) {
    const all = listIn(field(told!.json, 'children'), told!);
    const said = all.filter((one) => SAYING.test(text(field(one, 'wm-property'))) && field(one, 'wm-private') !== true);
    const at = Number(new URL(told!.url).searchParams.get('page') ?? 0);
    const next = all.length >= PAGE_SIZE ? withParameters(told!.url, { page: at + 1 }) : undefined;
    return { ...step, ask: [], page: { comments: commentsOf(said.map(record), told!.url), next } };
  },
};
