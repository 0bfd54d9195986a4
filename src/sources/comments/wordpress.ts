/**
 * WordPress REST, `wp/v2/comments`. Its HTML is finished: Markdown in it is text. Dates without a zone are the site's own
 * clock; the `_gmt` ones are meant.
 *
 * @engine WordPress | comments | browser | no key | real
 * @engine WordPress | posting | browser | no key | real
 */
import { escape, resolve } from './markup.ts';
import type { Draft } from '../../comments/source.ts';
import { normalizeUrl } from '../../posts/url.ts';
import { link } from '../../posts/parse.ts';
import { plainText } from '../../posts/plain.ts';
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
  type Wanted,
  withParameters,
} from './engine.ts';

/** The most that WordPress gives at a time. */
const PER_PAGE = 100;
const FIELDS = 'id,post,parent,author_name,author_url,author_avatar_urls,date_gmt,content,link,status';
const POST_FIELDS = 'id,link,comment_status,content.protected';

interface WordPressStep extends CommentStep {
  at: 'post' | 'comments' | 'rest';
  /** Where the post is looked for; pages have comments, too, in a list of their own. */
  kind: 'posts' | 'pages';
  /** The REST address of the site. */
  root: URL;
  /** The number of the post, as soon as it is known. */
  id?: string | undefined;
  /** The address of the post as the owner gave it, to be looked up. */
  post?: string | undefined;
  wanted: Wanted;
}

/** An address of the site's REST interface, with or without pretty permalinks. */
function route(root: URL, path: string, parameters: Parameters<typeof withParameters>[1]): string {
  const url = new URL(root);
  if (url.searchParams.has('rest_route')) url.searchParams.set('rest_route', `/wp/v2/${path}`);
  else url.pathname = `${url.pathname.replace(/(\/wp-json)?(\/wp\/v2\/comments)?\/*$/, '')}/wp-json/wp/v2/${path}`;
  return withParameters(url, parameters);
}

/** Without what an address says of the comments themselves. */
function rootOf(url: URL): URL {
  const root = new URL(url);
  const route = root.searchParams.get('rest_route');
  root.search = route ? `?rest_route=${encodeURIComponent(route)}` : '';
  return root;
}

/** The number that a post is called by: by itself, or in an address such as `/?p=12`. */
const numberIn = (post = ''): string | undefined => /^\d+$|(?<=[?&](?:p|page_id)=)\d+/.exec(post)?.[0];

const slugOf = (post: string): string => pathOf(post).split('/').filter(Boolean).at(-1) ?? '';

function commentsAsk({ root, wanted, id }: WordPressStep): Ask {
  const { url, sort } = wanted;
  const own = Object.fromEntries([...url.searchParams].filter(([name]) => name !== 'rest_route'));
  const asked = route(root, 'comments', {
    per_page: id ? PER_PAGE : 20,
    order: sort === 'newest' ? 'desc' : 'asc',
    ...own,
    ...(id && { post: id }),
    // The post's title and address go with the newest comments of all.
    _fields: id ? FIELDS : `${FIELDS},_links,_embedded`,
    _embed: id ? undefined : 'up',
  });
  // Who may not read the post may not read what is said about it.
  return { url: asked, accept: [401, 403] };
}

/** What is known of the post says whether comments may be sent. */
const postAsk = ({ root, id, post, kind }: WordPressStep): Ask => ({
  url: route(root, kind, { ...(id ? { include: id } : { slug: slugOf(post!) }), _fields: POST_FIELDS }),
});

function record(comment: unknown): unknown {
  const get = (name: string): unknown => field(comment, name);
  const avatars = get('author_avatar_urls');
  const [up] = items(field(get('_embedded'), 'up'));
  const date = text(get('date_gmt'));
  return {
    id: get('id'),
    parentId: get('parent') || undefined,
    author: {
      name: resolve(text(get('author_name'))),
      url: resolve(text(get('author_url'))),
      avatar: field(avatars, '96') ?? field(avatars, '48'),
    },
    html: field(get('content'), 'rendered'),
    published: date && `${date}Z`,
    url: get('link'),
    status: get('status') === 'approved' ? undefined : 'pending',
    post: up && { url: field(up, 'link'), title: plainText(text(field(field(up, 'title'), 'rendered')), resolve) },
  };
}

/** Parents that are not there: with the newest first, answers come before what they answer. */
function missing({ root, page }: WordPressStep): Ask[] {
  const known = new Set(page.comments.map(({ id }) => id));
  const wanted = [...new Set(page.comments.flatMap(({ parentId }) => parentId ?? []))].filter((id) => !known.has(id));
  if (!wanted.length) return [];
  const include = wanted.slice(0, PER_PAGE).join();
  return [{ url: route(root, 'comments', { include, per_page: PER_PAGE, _fields: FIELDS }) }];
}

/** What the post says of its comments. */
function withPost(step: WordPressStep, posts: readonly unknown[]): WordPressStep {
  const { post, root } = step;
  const same = posts.find((one) => post && normalizeUrl(text(field(one, 'link'))).endsWith(normalizeUrl(post)));
  const found = same ?? posts[0];
  if (!found) return step;
  const isOpen = field(found, 'comment_status') === 'open';
  const isProtected = field(field(found, 'content'), 'protected') === true;
  const address = link(field(found, 'link'), root.href);
  const closed = isProtected ? 'protected' : isOpen ? undefined : 'closed';
  return {
    ...step,
    id: step.id ?? text(field(found, 'id')),
    page: { ...step.page, canPost: !closed, closed, replyUrl: address && `${address}#respond` },
  };
}

const withComments = (step: WordPressStep, told: Told): WordPressStep => {
  const more = commentsOf(listIn(told.json, told).map(record), told.url);
  return { ...step, page: { ...step.page, comments: step.page.comments.concat(more) } };
};

/** WordPress' own names for why it took no comment. */
const REFUSED: Readonly<Record<string, Parameters<typeof refuse>[0]>> = {
  rest_comment_login_required: 'login',
  rest_comment_closed: 'closed',
  comment_flood: 'flood',
  comment_duplicate: 'duplicate',
};

export const engine: CommentEngine<WordPressStep> = {
  start(wanted) {
    const { url, post, after } = wanted;
    const id = url.searchParams.get('post') ?? numberIn(post);
    const step: WordPressStep = {
      at: 'comments',
      kind: 'posts',
      ask: [],
      page: { comments: [] },
      root: rootOf(url),
      id,
      post,
      wanted,
    };
    if (after !== undefined) return { ...step, ask: [{ url: after }] };
    if (post !== undefined && !id) return { ...step, at: 'post', ask: [postAsk(step)] };
    return { ...step, ask: id ? [commentsAsk(step), postAsk(step)] : [commentsAsk(step)] };
  },

  read(told, step) {
    const [first, second] = told as [Told, Told?];
    if (step.at === 'rest') {
      // Of a page by its number, the page is asked for, before anything else.
      const [about, parents] = step.kind === 'pages' ? told : [undefined, first];
      const found = about ? withPost({ ...step, kind: 'posts' }, listIn(about.json, about)) : step;
      const next = parents ? withComments(found, parents) : found;
      return { ...next, ask: next.page.comments.length > step.page.comments.length ? missing(next) : [] };
    }
    if (step.at === 'post') {
      const found = withPost(step, listIn(first.json, first));
      if (found.id) return { ...found, at: 'comments', ask: [commentsAsk(found)] };
      if (step.kind === 'posts') return { ...step, kind: 'pages', ask: [postAsk({ ...step, kind: 'pages' })] };
      throw new SourceError('not-a-feed', first.url, `has no post "${slugOf(step.post!)}"`);
    }
    if (first.status > 400) return { ...step, ask: [], page: { comments: [], closed: 'protected' } };
    const posts = second && listIn(second.json, second);
    const { page, ...found } = withComments(posts ? withPost(step, posts) : step, first);
    const asked = new URL(first.url);
    const at = countOf(asked.searchParams.get('page')) ?? 1;
    const pages = countOf(first.headers.get('X-WP-TotalPages')) ?? 1;
    const next: WordPressStep = {
      ...found,
      at: 'rest',
      kind: posts?.length === 0 ? 'pages' : 'posts',
      page: {
        ...page,
        plain: true,
        email: 'required',
        total: countOf(first.headers.get('X-WP-Total')),
        next: at < pages ? withParameters(asked, { page: at + 1 }) : undefined,
      },
    };
    const parents = step.id || step.wanted.after ? missing(next) : [];
    return { ...next, ask: next.kind === 'pages' ? [postAsk(next), ...parents] : parents };
  },

  post: {
    ask: ({ name, email, url, body, parentId }: Draft, { root, id }) => ({
      url: route(root, 'comments', {}),
      accept: REFUSALS,
      body: {
        post: Number(id),
        parent: Number(parentId ?? 0),
        author_name: name,
        ...(email && { author_email: email }),
        ...(url && { author_url: url }),
        // It takes HTML, and what was typed is meant to be read as it is.
        content: escape(body),
      },
    }),
    read(told) {
      const code = text(field(told.json, 'code'));
      if (code || told.status >= 400)
        throw refuse(REFUSED[code] ?? 'refused', told, resolve(text(field(told.json, 'message'))));
      return commentsOf([record(told.json)], told.url)[0];
    },
  },
};
