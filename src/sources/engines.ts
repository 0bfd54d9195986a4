/**
 * What to ask each engine for, and how to go on: one row an engine, each a small pure step machine over addresses.
 * A feed is asked for as it is; an engine that can page is asked for no more than the list needs.
 */
import type { Answer, LoadOptions } from '../load.ts';
import { field } from '../posts/view.ts';
import { guard } from '../private.ts';
import type { FormatName, Page } from './formats.ts';
import { toJson } from './read.ts';

/** What a list needs of a source. Everything may be left out: then one page of whatever there is will do. */
export interface Need {
  /** How many posts. */
  limit?: number;
  /** Whether the list is about the whole blog, so that all pages are wanted. */
  all?: boolean;
  /** By which date the newest are meant. */
  order?: 'published' | 'updated' | undefined;
  /**
   * What is wanted beside address, title and date: `excerpt`, `image`, `author`, `tags`, or an option
   * that looks at one of these, such as `excludeTags`. Default all.
   */
  fields?: readonly string[] | undefined;
}

/** What two lists need of one source. */
export const unite = (a: Need, b: Need): Need => ({
  limit: Math.max(a.limit ?? 0, b.limit ?? 0),
  all: a.all || b.all || false,
  order: a.order ?? b.order,
  fields: a.fields && b.fields && [...new Set([...a.fields, ...b.fields])],
});

/** Whether some lists need more than others. */
export function isMore(needs: readonly Need[], others: readonly Need[]): boolean {
  const had = others.reduce(unite, others[0] ?? {});
  return JSON.stringify(needs.reduce(unite, had)) !== JSON.stringify(had);
}

/** What came back for a request, and the posts in it. */
interface Answered extends Answer {
  page: Page;
}

interface Engine {
  /** Whether an address is one of this engine's. */
  is(url: URL, format?: FormatName): boolean;
  /** The first request. What the address says already is the owner's word and stays. */
  first(url: URL, need: Need): URL;
  /** The request after an answer; undefined when there is no more. */
  next(answer: Answered, asked: URL): string | undefined;
}

/** A hundred posts a page is the most that WordPress and WordPress.com give; the others are asked for as many. */
const FULL_PAGE = 100;

/** Some posts more than the list shows, since filters may leave some out. */
const enough = ({ limit = 10, all }: Need): string => String(all ? FULL_PAGE : Math.min(limit + 10, FULL_PAGE));

function ask(url: URL, parameters: Record<string, string | undefined>): URL {
  const asked = new URL(url);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && !asked.searchParams.has(name)) asked.searchParams.set(name, value);
  return asked;
}

function turn(asked: URL, name: string, value: string | number): string {
  const next = new URL(asked);
  next.searchParams.set(name, String(value));
  return next.href;
}

/** Whether a field is wanted, for itself or for an option such as `excludeTags`. */
const wants = ({ fields }: Need, name: 'excerpt' | 'image' | 'author' | 'tags'): boolean =>
  fields?.some((field) => field.toLowerCase().includes(name.replace(/s$/, ''))) ?? true;

const WORDPRESS = /\/wp\/v2\/posts\/?$/;

export const ENGINES = {
  wordpress: {
    is: ({ pathname, searchParams }, format) =>
      WORDPRESS.test(pathname) || WORDPRESS.test(searchParams.get('rest_route') ?? '') || format === 'wordpress',
    first(url, need) {
      const site = new URL(url);
      if (!WORDPRESS.test(site.pathname) && !site.searchParams.has('rest_route'))
        site.pathname = site.pathname.replace(/(\/wp-json)?\/*$/, '/wp-json/wp/v2/posts');
      const embed = [
        wants(need, 'author') && 'author',
        wants(need, 'image') && 'wp:featuredmedia',
        wants(need, 'tags') && 'wp:term',
      ];
      const embedded = embed.filter(Boolean).join();
      const fields = ['id', 'link', 'title', 'date_gmt', 'modified_gmt', 'sticky'];
      if (wants(need, 'excerpt')) fields.push('excerpt');
      if (embedded) fields.push('_links', '_embedded');
      return ask(site, {
        per_page: enough(need),
        orderby: need.order === 'updated' ? 'modified' : undefined,
        _fields: fields.join(),
        _embed: embedded || undefined,
      });
    },
    next({ response, page }, asked) {
      const at = Number(asked.searchParams.get('page') ?? 1);
      const pages = Number(response.headers.get('X-WP-TotalPages') ?? NaN);
      const full = page.posts.length >= Number(asked.searchParams.get('per_page'));
      return at < pages || (pages !== pages && full) ? turn(asked, 'page', at + 1) : undefined;
    },
  },
  'wordpress-com': {
    is: ({ hostname, pathname }) =>
      hostname === 'public-api.wordpress.com' && /\/sites\/[^/]+\/posts\/?$/.test(pathname),
    first: (url, need) =>
      ask(url, {
        number: enough(need),
        order_by: need.order === 'updated' ? 'modified' : undefined,
        fields: `ID,URL,title,date,modified,sticky,like_count,discussion${wants(need, 'excerpt') ? ',excerpt' : ''}${
          wants(need, 'image') ? ',featured_image,post_thumbnail' : ''
        }${wants(need, 'author') ? ',author' : ''}${wants(need, 'tags') ? ',tags,categories' : ''}`,
      }),
    next({ bytes }, asked) {
      const handle = field(field(toJson(bytes), 'meta'), 'next_page');
      return typeof handle === 'string' ? turn(asked, 'page_handle', handle) : undefined;
    },
  },
  ghost: {
    is: ({ pathname }) => /\/ghost\/api\/content\/posts\/?$/.test(pathname),
    first(url, need) {
      const include = [wants(need, 'author') && 'authors', wants(need, 'tags') && 'tags'].filter(Boolean).join();
      return ask(url, {
        limit: enough(need),
        include: include || undefined,
        order: need.order === 'updated' ? 'updated_at desc' : undefined,
        // Authors come only with whole posts.
        fields: wants(need, 'author')
          ? undefined
          : 'id,url,title,published_at,updated_at,featured,custom_excerpt,excerpt,feature_image,feature_image_alt',
      });
    },
    next({ bytes }, asked) {
      const next = field(field(field(toJson(bytes), 'meta'), 'pagination'), 'next');
      return typeof next === 'number' ? turn(asked, 'page', next) : undefined;
    },
  },
  blogger: {
    is: ({ pathname, searchParams }) =>
      /\/feeds\/posts\/(default|summary)(\/-\/.*)?$/.test(pathname) && /^json$/.test(searchParams.get('alt') ?? ''),
    first: (url, need) =>
      ask(url, { 'max-results': enough(need), orderby: need.order === 'updated' ? 'updated' : undefined }),
    next({ bytes, page }, asked) {
      const total = Number(field(field(field(toJson(bytes), 'feed'), 'openSearch$totalResults'), '$t') ?? 0);
      const start = Number(asked.searchParams.get('start-index') ?? 1) + page.posts.length;
      return page.posts.length && start <= total ? turn(asked, 'start-index', start) : undefined;
    },
  },
} as const satisfies Record<string, Engine>;

/** The engine of an address; undefined for a document that is what it is. */
export function engineOf(url: URL, format?: FormatName): Engine | undefined {
  return Object.values(ENGINES).find((engine: Engine) => engine.is(url, format));
}

/**
 * How to load what lists need of an engine: the first request, and what an answer says about the next; undefined for an
 * address that is no engine's.
 *
 * @throws {SourceError} with `kind` `secret` where there is a private key in it
 */
export async function planOf(src: string, url: URL, { format, base }: LoadOptions, needed: () => readonly Need[]) {
  await guard(src, base);
  const engine = engineOf(url, format);
  const needs = needed();
  return (
    engine && {
      /** Whether it is asked for some fields only, and has others. */
      partial: needs.every(({ fields }) => fields),
      first: engine.first(url, needs.reduce(unite)).href,
      after(answer: Answer, page: Page, asked: string): Pick<Page, 'next'> & { complete: boolean } {
        const next = engine.next({ ...answer, page }, new URL(asked));
        return { next, complete: page.complete ?? !next };
      },
    }
  );
}
