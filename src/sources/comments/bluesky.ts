/**
 * The answers to a post on Bluesky: `app.bsky.feed.getPostThread`, a tree of plain texts with marked stretches. Names are
 * resolved first; what the post's writer has hidden there is hidden here.
 *
 * @engine Bluesky | comments | browser | no key | documented
 */
import { escape, quoted } from './markup.ts';
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { type CommentEngine, commentsOf, type CommentStep, countOf, encoded, items, pathOf } from './engine.ts';

const API = 'https://public.api.bsky.app/xrpc/';
/** Levels that are asked for. */
const DEPTH = '100';

interface BlueskyStep extends CommentStep {
  key: string;
  src: string;
}

const threadAsk = (did: string, key: string): string =>
  `${API}app.bsky.feed.getPostThread?${new URLSearchParams({ uri: `at://${did}/app.bsky.feed.post/${key}`, depth: DEPTH, parentHeight: '0' })}`;

/** An address of a record as a name: `did:plc:…/key`. */
const idOf = (uri: unknown): string => text(uri).replace(/^at:\/\/([^/]+)\/.*\/([^/]+)$/, '$1/$2');

/** The address that a stretch of text leads to. */
function target(facet: unknown): string | undefined {
  for (const feature of items(field(facet, 'features'))) {
    const type = text(field(feature, '$type')).split('#')[1];
    if (type === 'link') return text(field(feature, 'uri'));
    if (type === 'mention') return `https://bsky.app/profile/${encoded(text(field(feature, 'did')))}`;
    if (type === 'tag') return `https://bsky.app/hashtag/${encoded(text(field(feature, 'tag')))}`;
  }
  return undefined;
}

/** Plain text with its marked stretches, which are counted in bytes of UTF-8, as HTML. */
function markup(record: unknown): string {
  const bytes = new TextEncoder().encode(text(field(record, 'text')));
  const part = (from: number, to?: number): string =>
    escape(new TextDecoder().decode(bytes.subarray(from, to))).replaceAll('\n', '<br>');
  const facets = items(field(record, 'facets')).map((facet) => {
    const [from = 0, to = 0] = ['byteStart', 'byteEnd'].map((name) => countOf(field(field(facet, 'index'), name)));
    return { from, to, url: target(facet) };
  });
  let html = '';
  let at = 0;
  for (const { from, to, url } of facets.sort((a, b) => a.from - b.from)) {
    if (!url || !(from >= at && to > from && to <= bytes.length)) continue;
    html += `${part(at, from)}<a href="${quoted(url)}">${part(from, to)}</a>`;
    at = to;
  }
  return `<p>${html}${part(at)}</p>`;
}

function record(post: unknown, root: string): unknown {
  const get = (name: string): unknown => field(post, name);
  const [author, says] = [get('author'), get('record')];
  const handle = text(field(author, 'handle'));
  const profile = handle && `https://bsky.app/profile/${encoded(handle)}`;
  const parent = idOf(field(field(field(says, 'reply'), 'parent'), 'uri'));
  return {
    id: idOf(get('uri')),
    parentId: parent === root ? undefined : parent,
    author: {
      name: text(field(author, 'displayName')) || handle,
      url: profile,
      avatar: field(author, 'avatar'),
    },
    html: markup(says),
    published: field(says, 'createdAt'),
    url: profile && `${profile}/post/${encoded(text(get('uri')).split('/').at(-1)!)}`,
    votes: get('likeCount'),
  };
}

export const engine: CommentEngine<BlueskyStep> = {
  start({ url }) {
    const [, who, key] = /\/profile\/([^/]+)\/post\/([^/]+)/.exec(pathOf(url.href).replaceAll('%3A', ':')) ?? [];
    if (!who || !key) throw new SourceError('address', url.href, 'is not the address of a post on Bluesky');
    const ask = who.startsWith('did:')
      ? threadAsk(who, key)
      : `${API}com.atproto.identity.resolveHandle?${new URLSearchParams({ handle: who })}`;
    return { key, src: url.href, page: { comments: [], replyUrl: url.href }, ask: [{ url: ask }] };
  },

  read([told], step) {
    const did = field(told!.json, 'did');
    if (typeof did === 'string') return { ...step, ask: [{ url: threadAsk(did, step.key) }] };
    const thread = field(told!.json, 'thread');
    const top = field(thread, 'post');
    if (!top) throw new SourceError('not-a-feed', step.src, 'is not there, or not for everybody');
    const hidden = new Set(items(field(field(field(told!.json, 'threadgate'), 'record'), 'hiddenReplies')));
    const root = idOf(field(top, 'uri'));
    const records: unknown[] = [];
    const open = items(field(thread, 'replies')).reverse();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const post = field(next, 'post');
      // Deleted or blocked, or hidden with all that answers it.
      if (!post || hidden.has(field(post, 'uri'))) continue;
      records.push(record(post, root));
      for (const reply of items(field(next, 'replies')).reverse()) open.push(reply);
    }
    return { ...step, ask: [], page: { ...step.page, comments: commentsOf(records, told!.url) } };
  },
};
