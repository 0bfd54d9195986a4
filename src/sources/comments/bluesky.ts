/**
 * The answers to a post on Bluesky: `app.bsky.feed.getPostThread`, a tree of plain texts with marked stretches. Names are
 * resolved first; what the post's writer has hidden there is hidden here.
 *
 * @engine Bluesky | comments | browser | no key | documented
 */
import { escape, quoted } from '../../comments/text.ts';
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { type CommentEngine, commentsOf, items, type CommentStep } from './engine.ts';

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
    if (type === 'mention') return `https://bsky.app/profile/${encodeURIComponent(text(field(feature, 'did')))}`;
    if (type === 'tag') return `https://bsky.app/hashtag/${encodeURIComponent(text(field(feature, 'tag')))}`;
  }
  return undefined;
}

/** Plain text with its marked stretches, which are counted in bytes of UTF-8, as HTML. */
function markup(record: unknown): string {
  const bytes = new TextEncoder().encode(text(field(record, 'text')));
  const part = (from: number, to?: number): string =>
    escape(new TextDecoder().decode(bytes.subarray(from, to))).replaceAll('\n', '<br>');
  const facets = items(field(record, 'facets')).map((facet) => {
    const { byteStart = NaN, byteEnd = NaN } = (field(facet, 'index') ?? {}) as {
      byteStart?: number;
      byteEnd?: number;
    };
    return { from: byteStart, to: byteEnd, url: target(facet) };
  });
  let html = '';
  let at = 0;
  for (const { from, to, url } of facets.sort((a, b) => a.from - b.from)) {
    if (!url || !(from >= at && to > from && to <= bytes.length)) continue;
    html += `${part(at, from)}<a href="${quoted(escape(url))}">${part(from, to)}</a>`;
    at = to;
  }
  return `<p>${html}${part(at)}</p>`;
}

function record(post: unknown, root: string): unknown {
  const get = (name: string): unknown => field(post, name);
  const [author, says] = [get('author'), get('record')];
  const handle = text(field(author, 'handle'));
  const parent = idOf(field(field(field(says, 'reply'), 'parent'), 'uri'));
  return {
    id: idOf(get('uri')),
    parentId: parent === root ? undefined : parent,
    author: {
      name: text(field(author, 'displayName')) || handle,
      url: `https://bsky.app/profile/${encodeURIComponent(handle)}`,
      avatar: field(author, 'avatar'),
    },
    html: markup(says),
    published: field(says, 'createdAt'),
    url: `https://bsky.app/profile/${encodeURIComponent(handle)}/post/${encodeURIComponent(text(get('uri')).split('/').at(-1)!)}`,
    votes: get('likeCount'),
  };
}

export const engine: CommentEngine<BlueskyStep> = {
  start({ url }) {
    const [, who, key] = /\/profile\/([^/]+)\/post\/([^/]+)/.exec(url.pathname) ?? [];
    if (!who || !key) throw new SourceError('address', url.href, 'is not the address of a post on Bluesky');
    const name = decodeURIComponent(who);
    const ask = name.startsWith('did:')
      ? threadAsk(name, key)
      : `${API}com.atproto.identity.resolveHandle?${new URLSearchParams({ handle: name })}`;
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
    const open = [...items(field(thread, 'replies'))];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const post = field(next, 'post');
      // Deleted or blocked, or hidden with all that answers it.
      if (!post || hidden.has(field(post, 'uri'))) continue;
      records.push(record(post, root));
      open.push(...items(field(next, 'replies')));
    }
    return { ...step, ask: [], page: { ...step.page, comments: commentsOf(records, told!.url) } };
  },
};
