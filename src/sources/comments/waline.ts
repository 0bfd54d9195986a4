/**
 * Waline, `/api/comment`: threads of two levels that name what they answer. Errors come with status 200 and an `errno`;
 * `comment` is HTML, `orig` what was typed, which is never drawn.
 *
 * @engine Waline | comments | browser | no key | real
 * @engine Waline | posting | browser | no key | real
 */
import type { BlogComment } from '../../comments/comment.ts';
import { link } from '../../posts/parse.ts';
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import type { Told } from '../steps.ts';
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
  saying,
  withParameters,
} from './engine.ts';

const PAGE_SIZE = 50;
const SORTS = { oldest: 'insertedAt_asc', newest: 'insertedAt_desc', best: 'like_desc' } as const;

interface WalineStep extends CommentStep {
  /** Where comments are asked for, and sent to. */
  api: string;
  /** What Waline calls a post: the path of its page, readable. */
  path: string | undefined;
  base: string | undefined;
}

/** @throws {SourceError} where Waline says that something went wrong */
function dataOf(told: Told): unknown {
  if (field(told.json, 'errno') === 0) return field(told.json, 'data');
  const says = saying(text(field(told.json, 'errmsg')));
  throw new SourceError('http', told.url, `answered with an error instead of comments${says}`);
}

function record(comment: unknown, base?: string): unknown {
  const get = (name: string): unknown => field(comment, name);
  return {
    id: get('objectId'),
    parentId: get('pid') || undefined,
    author: {
      name: get('nick'),
      url: get('link'),
      avatar: get('avatar'),
      badge: get('label') || (get('type') === 'administrator' ? 'Admin' : undefined),
    },
    html: get('comment'),
    published: get('time'),
    votes: get('like'),
    pinned: !!get('sticky'),
    status: get('status'),
    // A path, of the blog's and not of Waline's own site.
    post: base && link(get('url'), base),
  };
}

/** The comment that begins the thread which one is in. */
function rootOf(id: string, comments: readonly BlogComment[]): BlogComment | undefined {
  const parents = new Map(comments.map((comment) => [comment.id, comment]));
  let found = parents.get(id);
  for (let left = parents.size; left && found?.parentId; left--) found = parents.get(found.parentId) ?? found;
  return found;
}

/** Why a comment was not taken, by what Waline says in English. */
const REFUSED: readonly (readonly [RegExp, Parameters<typeof refuse>[0]])[] = [
  [/duplicate/i, 'duplicate'],
  [/too (fast|quick)/i, 'flood'],
];

export const engine: CommentEngine<WalineStep> = {
  start({ url, post, sort, after, base }) {
    const own = new URL(url);
    if (!/\/api\/comment\/?$/.test(own.pathname)) own.pathname = own.pathname.replace(/\/*$/, '/api/comment');
    const path = own.searchParams.get('path') ?? (post && pathOf(post));
    const api = withParameters(own.origin + own.pathname, { lang: 'en' });
    const page = path
      ? withParameters(own, { path, pageSize: PAGE_SIZE, page: 1, sortBy: SORTS[sort], lang: 'en' })
      : withParameters(own, { type: 'recent', count: 20, lang: 'en' });
    return { api, path, base, page: { comments: [] }, ask: [{ url: after ?? page }] };
  },

  read([told], step) {
    const data = dataOf(told!);
    if (!step.path) {
      const recent = listIn(data, told!).map((comment) => record(comment, step.base));
      return { ...step, ask: [], page: { comments: commentsOf(recent, told!.url) } };
    }
    const roots = listIn(field(data, 'data'), told!);
    const all = roots.flatMap((root) => [root, ...items(field(root, 'children'))]);
    const [at = 0, pages = 0, total] = ['page', 'totalPages', 'count'].map((name) => countOf(field(data, name)));
    return {
      ...step,
      ask: [],
      page: {
        comments: commentsOf(
          all.map((comment) => record(comment)),
          told!.url,
        ),
        canPost: true,
        email: 'optional',
        total,
        next: at < pages ? withParameters(told!.url, { page: at + 1 }) : undefined,
      },
    };
  },

  post: {
    ask({ name, email, url, body, parentId }, { api, path, page }) {
      const parent = page.comments.find(({ id }) => id === parentId);
      return {
        url: api,
        accept: REFUSALS,
        body: {
          comment: body,
          nick: name,
          mail: email ?? '',
          link: url ?? '',
          url: path,
          ...(parent && { pid: parent.id, rid: rootOf(parent.id, page.comments)!.id, at: parent.author.name }),
        },
      };
    },
    read(told) {
      const { json, status } = told;
      const says = field(json, 'errmsg');
      const words = says && typeof says === 'object' ? Object.values(says).map(text).join('; ') : text(says);
      if (status === 401) throw refuse('login', told, words);
      if (status === 429) throw refuse('flood', told, words);
      if (field(json, 'errno') !== 0)
        throw refuse(REFUSED.find(([pattern]) => pattern.test(words))?.[1] ?? 'refused', told, words);
      return commentsOf([record(field(json, 'data'))], told.url)[0];
    },
  },
};
