/**
 * Isso, `/?uri=…`: threads of two levels, of which a part may be left out. `text` is finished HTML; what is wrong is said on
 * a page instead of in JSON. Names and addresses of people come escaped.
 *
 * @engine Isso | comments | browser | no key | documented
 * @engine Isso | posting | browser | no key | documented
 */
import { resolve } from './markup.ts';
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import type { Ask, Told } from '../steps.ts';
import {
  type CommentEngine,
  commentsOf,
  type CommentStep,
  countOf,
  items,
  listIn,
  pathOf,
  REFUSALS,
  refuse,
  withParameters,
} from './engine.ts';

const PAGE_SIZE = 50;
const SORTS = { oldest: 'oldest', newest: 'newest', best: 'upvotes' } as const;
const MODES: Readonly<Record<string, string>> = { 2: 'pending', 4: 'deleted' };

interface IssoStep extends CommentStep {
  at: 'threads' | 'answers';
  /** Where comments are sent to. */
  api: string;
}

function record(comment: unknown): unknown {
  const get = (name: string): unknown => field(comment, name);
  const created = get('created');
  return {
    id: get('id'),
    parentId: get('parent'),
    author: { name: resolve(text(get('author'))), url: resolve(text(get('website'))), avatar: get('gravatar_image') },
    html: get('text'),
    published: typeof created === 'number' ? created * 1000 : undefined,
    votes: { up: get('likes'), down: get('dislikes') },
    status: MODES[text(get('mode'))],
  };
}

const hidden = (thread: unknown): number => countOf(field(thread, 'hidden_replies')) ?? 0;

/** The answers to a comment, all of them, where some were left out. */
function rest(comment: unknown, { url }: Told): Ask[] {
  const id = countOf(field(comment, 'id'));
  if (!id || !hidden(comment)) return [];
  const asked = new URL(url);
  for (const name of ['limit', 'nested_limit', 'offset']) asked.searchParams.delete(name);
  return [{ url: withParameters(asked, { parent: id }) }];
}

export const engine: CommentEngine<IssoStep> = {
  start({ url, post, sort, after }) {
    const asked = new URL(url);
    // As a browser writes it: Isso's own script sends the path of the page unread.
    const uri = asked.searchParams.get('uri') ?? (post && pathOf(post) && new URL(post, 'http://-').pathname);
    if (!uri) throw new SourceError('address', url.href, 'needs a post: its path as ?uri=…');
    asked.pathname = asked.pathname.replace(/\/*$/, '/');
    const first = withParameters(asked, { uri, sort: SORTS[sort], limit: PAGE_SIZE, nested_limit: PAGE_SIZE });
    const api = withParameters(new URL('new', asked.origin + asked.pathname), { uri });
    // Before the first comment, older versions know nothing of a page.
    return { at: 'threads', api, page: { comments: [] }, ask: [{ url: after ?? first, accept: [404], words: true }] };
  },

  read(told, step) {
    const [first] = told as [Told];
    const { page } = step;
    if (first.status === 404)
      return { ...step, ask: [], page: { ...page, canPost: true, email: 'optional', total: 0 } };
    if (step.at === 'answers') {
      const known = new Set(page.comments.map(({ id }) => id));
      const all = told.flatMap((answer) => listIn(field(answer.json, 'replies'), answer));
      const more = commentsOf(all.map(record), first.url).filter(({ id }) => !known.has(id));
      return { ...step, ask: [], page: { ...page, comments: page.comments.concat(more) } };
    }
    const roots = listIn(field(first.json, 'replies'), first);
    const all = roots.flatMap((root) => [root, ...items(field(root, 'replies'))]);
    const at = countOf(new URL(first.url).searchParams.get('offset')) ?? 0;
    return {
      ...step,
      at: 'answers',
      ask: roots.flatMap((root) => rest(root, first)),
      page: {
        comments: commentsOf(all.map(record), first.url),
        canPost: true,
        email: field(field(first.json, 'config'), 'require-email') === true ? 'required' : 'optional',
        total: countOf(field(first.json, 'total_replies')),
        next: roots.length && hidden(first.json) ? withParameters(first.url, { offset: at + roots.length }) : undefined,
      },
    };
  },

  post: {
    ask: ({ name, email, url, body, parentId }, { api }) => ({
      url: api,
      accept: REFUSALS,
      words: true,
      body: {
        text: body,
        author: name,
        ...(email && { email }),
        ...(url && { website: url }),
        ...(parentId && { parent: Number(parentId) }),
      },
    }),
    read(told) {
      if (told.status < 400) return commentsOf([record(told.json)], told.url)[0];
      const says = resolve(/<p>([^<]*)/.exec(told.words ?? '')?.[1] ?? '').trim();
      throw refuse(/ratelimit/.test(says) ? 'flood' : 'refused', told, says);
    },
  },
};
