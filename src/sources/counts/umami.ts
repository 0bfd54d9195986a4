/**
 * Umami's API, `/api/websites/ID/metrics`.
 *
 * @engine Umami | counts | build | private key | documented
 */
import type { PageCounts } from '../../posts/post.ts';
import { field } from '../../posts/view.ts';
import { withParameters } from '../steps.ts';
import { listIn } from './engine.ts';
import { need, readReport, type ReportOptions, serviceAt } from './report.ts';

const ROWS = 500;

/** Of which website, in which Umami, with which key. */
export interface UmamiOptions extends ReportOptions {
  /** Where Umami is. Default Umami Cloud, `https://api.umami.is`. */
  url?: string;
  /** The id of the website. */
  website: string;
  /** What a path is called: `path`, or `url` in an Umami from before October 2025. Default `path`. */
  type?: 'path' | 'url';
}

/**
 * Visitors by path, as Umami counted them: it says of a page how many sessions saw it. For build steps: the key is private,
 * an API key of Umami Cloud, or the token of a login elsewhere.
 *
 * 500 pages a request, at most 20 requests for the totals and for each window.
 *
 * @returns a table for `joinCounts`: `{ '/a-post/': { views: 1204, windows: { '30d': { views: 60 } } } }`
 * @throws {SourceError} as `loadPosts` does; the key is in none
 * @throws {TypeError | RangeError} for an option that makes no sense
 * @example
 * const counts = await umamiCounts({ website: process.env.UMAMI_ID, key: process.env.UMAMI_KEY, within: '30d' });
 */
export async function umamiCounts(options: UmamiOptions): Promise<Record<string, PageCounts>> {
  const who = 'umamiCounts';
  const key = need(who, 'key', options.key);
  const website = encodeURIComponent(need(who, 'website', options.website));
  const { url = 'https://api.umami.is', type = 'path' } = options;
  const isCloud = serviceAt(who, url, '').hostname === 'api.umami.is';
  const { href } = serviceAt(who, url, `/${isCloud ? 'v1' : 'api'}/websites/${website}/metrics`);
  return readReport(
    who,
    {
      ask: ({ range: { from, to }, page }) => ({
        url: withParameters(href, { type, startAt: from, endAt: to, limit: ROWS, offset: page * ROWS }),
        headers: { [isCloud ? 'x-umami-api-key' : 'authorization']: isCloud ? key : `Bearer ${key}` },
      }),
      rows(told) {
        const rows = listIn(told.json, told);
        return { rows, more: rows.length >= ROWS };
      },
      read: (row) => [field(row, 'x'), field(row, 'y')],
    },
    options,
  );
}
