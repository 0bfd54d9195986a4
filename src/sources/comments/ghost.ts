/**
 * Ghost's comments, which everybody may read: `/members/api/comments/post/ID/`. Threads of two levels; only the first
 * answers come with a comment, the others are asked for. Who writes must be a member, which Ghost sees to by itself.
 *
 * @engine Ghost | comments | browser | no key | captured
 */
import { field, text } from '../../posts/view.ts';
import type { Ask, Told } from '../steps.ts';
import { type CommentEngine, commentsOf, countOf, items, listIn, withParameters } from './engine.ts';

const PAGE_SIZE = 50;
const REPLIES = 100;
const ORDERS = {
  oldest: 'created_at asc',
  newest: 'created_at desc',
  best: 'count__likes desc, created_at desc',
} as const;

/** What a comment answers: one of the answers, or else the comment that begins the thread. */
const record = (comment: unknown, root?: string): unknown => {
  const get = (name: string): unknown => field(comment, name);
  const member = get('member');
  return {
    id: get('id'),
    parentId: get('in_reply_to_id') ?? get('parent_id') ?? root,
    author: { name: field(member, 'name'), avatar: field(member, 'avatar_image'), badge: field(member, 'expertise') },
    html: get('html'),
    published: get('created_at'),
    votes: field(get('count'), 'likes'),
    pinned: get('pinned'),
    // One that was hidden has no text, and stays for the answers to it.
    status: get('status'),
  };
};

const nextOf = ({ json }: Told): number | undefined => countOf(field(field(field(json, 'meta'), 'pagination'), 'next'));

/** The comment whose answers an address asks for. */
const rootIn = (url: string): string | undefined => /\/comments\/([^/]+)\/replies\//.exec(url)?.[1];

export const engine: CommentEngine = {
  start({ url, post, sort, after }) {
    const asked = new URL(url);
    if (!/\/comments\/post\//.test(asked.pathname))
      asked.pathname = `${asked.pathname.replace(/(\/members\/api\/comments)?\/*$/, '')}/members/api/comments/post/${encodeURIComponent(post ?? '')}/`;
    const first = withParameters(asked, { limit: PAGE_SIZE, page: 1, order: ORDERS[sort] });
    return { page: { comments: [] }, ask: [{ url: after ?? first }] };
  },

  read(told, step) {
    const { page } = step;
    const ask: Ask[] = [];
    let { next } = page;
    const records = told.flatMap((answer) => {
      const list = listIn(field(answer.json, 'comments'), answer);
      const more = nextOf(answer);
      const further = more === undefined ? undefined : withParameters(answer.url, { page: more });
      const root = rootIn(answer.url);
      if (root !== undefined) {
        if (further) ask.push({ url: further });
        return list.map((reply) => record(reply, root));
      }
      next = further;
      return list.flatMap((comment) => {
        const id = text(field(comment, 'id'));
        const replies = items(field(comment, 'replies'));
        const all = countOf(field(field(comment, 'count'), 'replies')) ?? 0;
        if (all <= replies.length || !/^\w+$/.test(id))
          return [record(comment), ...replies.map((reply) => record(reply, id))];
        const url = new URL(`../../${id}/replies/`, answer.url.replace(/\?.*/, ''));
        ask.push({ url: withParameters(url, { limit: REPLIES, page: 1 }) });
        return [record(comment)];
      });
    });
    const comments = page.comments.concat(commentsOf(records, told[0]!.url));
    return { ...step, ask, page: { comments, next } };
  },
};
