/** The engines that keep comments: how an address of each looks, and which file knows the rest. Growing is adding a row. */
import type { CommentSource } from '../../comments/source.ts';
import type { CommentOptions } from '../comments.ts';
import { type CommentEngine, sourceOf } from './engine.ts';

interface Row {
  /** Whether an address is one of this engine's; where that cannot be seen, the owner names the engine. */
  is(url: URL): boolean;
  load(): Promise<{ engine: CommentEngine<any> }>;
}

export const COMMENT_ENGINES = {
  wordpress: {
    is: ({ pathname, searchParams }) =>
      /\/wp-json\/?$|\/wp\/v2\/comments\/?$/.test(pathname) ||
      /^\/wp\/v2\/comments/.test(searchParams.get('rest_route') ?? ''),
    load: () => import('./wordpress.ts'),
  },
  waline: { is: ({ pathname }) => /\/api\/comment\/?$/.test(pathname), load: () => import('./waline.ts') },
  ghost: { is: ({ pathname }) => pathname.includes('/members/api/comments/'), load: () => import('./ghost.ts') },
  blogger: {
    is: ({ pathname }) => /\/feeds\/(\d+\/)?comments\/default/.test(pathname),
    load: () => import('./blogger.ts'),
  },
  mastodon: {
    is: ({ pathname }) => /^\/(@[^/]+|api\/v1\/statuses)\/\d+/.test(pathname),
    load: () => import('./mastodon.ts'),
  },
  bluesky: { is: ({ host }) => host === 'bsky.app', load: () => import('./bluesky.ts') },
  isso: {
    is: ({ pathname, searchParams }) => pathname.endsWith('/') && searchParams.has('uri'),
    load: () => import('./isso.ts'),
  },
  webmention: { is: ({ pathname }) => /\/mentions\.jf2$/.test(pathname), load: () => import('./webmention.ts') },
} as const satisfies Record<string, Row>;

export type EngineName = keyof typeof COMMENT_ENGINES;

/** The source for an address of an engine; undefined for an address that is none's. */
export async function engineAt(url: URL, options: CommentOptions): Promise<CommentSource | undefined> {
  const rows: Readonly<Record<string, Row>> = COMMENT_ENGINES;
  const { engine: name, post } = options;
  if (name && !Object.hasOwn(rows, name))
    throw new RangeError(`engine is ${name}; allowed: ${Object.keys(rows).join(', ')}`);
  const row = name ? rows[name] : Object.values(rows).find(({ is }) => is(url));
  return row && sourceOf((await row.load()).engine, { url, post }, options);
}
