/**
 * The answers to a post on Mastodon, or anything with its API: `/api/v1/statuses/ID/context`, a flat list. What is not
 * meant for everybody is left out; answering is done there.
 *
 * @engine Mastodon | comments | browser | no key | documented
 */
import { escape, quoted } from './markup.ts';
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { type CommentEngine, commentsOf, items, type CommentStep, listIn } from './engine.ts';

interface MastodonStep extends CommentStep {
  status: string;
}

/** Pictures and the like as links, by what their writer says is on them. */
const attachment = (media: unknown): string => {
  const url = text(field(media, 'url'));
  const says = text(field(media, 'description')) || url.split(/[?#]/, 1)[0]!.split('/').at(-1)!;
  return url && `<p><a href="${quoted(url)}">${escape(says)}</a></p>`;
};

function record(status: unknown, root: string): unknown {
  const get = (name: string): unknown => field(status, name);
  const account = get('account');
  const content = text(get('content')) + items(get('media_attachments')).map(attachment).join('');
  const warning = text(get('spoiler_text'));
  return {
    id: get('id'),
    parentId: get('in_reply_to_id') === root ? undefined : get('in_reply_to_id'),
    author: {
      name: text(field(account, 'display_name')) || field(account, 'acct'),
      url: field(account, 'url'),
      avatar: field(account, 'avatar_static'),
    },
    html: warning ? `<details><summary>${escape(warning)}</summary>${content}</details>` : content || undefined,
    published: get('created_at'),
    url: get('url'),
    votes: get('favourites_count'),
  };
}

export const engine: CommentEngine<MastodonStep> = {
  start({ url }) {
    const id = /(?:\/@[^/]+|\/statuses|\/notice)\/([\w-]+)/.exec(url.pathname)?.[1];
    if (!id) throw new SourceError('address', url.href, 'is not the address of a post on Mastodon');
    return {
      status: id,
      page: { comments: [], ...(!url.pathname.includes('/api/') && { replyUrl: url.href }) },
      ask: [{ url: new URL(`/api/v1/statuses/${id}/context`, url).href }],
    };
  },

  read([told], step) {
    const all = listIn(field(told!.json, 'descendants'), told!);
    const open = all.filter((status) => field(status, 'visibility') === 'public');
    const comments = commentsOf(
      open.map((status) => record(status, step.status)),
      told!.url,
    );
    return { ...step, ask: [], page: { ...step.page, comments } };
  },
};
