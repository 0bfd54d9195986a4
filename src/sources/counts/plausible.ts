/**
 * Plausible's Stats API, `/api/v2/query`.
 *
 * @engine Plausible | counts | build | private key | documented
 */
import type { PageCounts } from '../../posts/post.ts';
import { field } from '../../posts/view.ts';
import { dayOf, need, readReport, type ReportOptions, serviceAt } from './report.ts';
import { listIn } from './engine.ts';

/** The most rows that it gives at a time. */
const ROWS = 10_000;

/** Of which site, in which Plausible, with which key. */
export interface PlausibleOptions extends ReportOptions {
  /** What Plausible calls the site, such as `example.org`. */
  site: string;
  /** Where Plausible is. Default `https://plausible.io`. */
  url?: string;
}

/**
 * Page views by path, as Plausible counted them. For build steps: the key is private.
 *
 * Windows are whole days, today among them. 10,000 pages a request, at most 20 requests for the totals and for each window.
 *
 * @returns a table for `joinCounts`: `{ '/a-post/': { views: 1204, windows: { '30d': { views: 60 } } } }`
 * @throws {SourceError} as `loadPosts` does; the key is in none
 * @throws {TypeError | RangeError} for an option that makes no sense
 * @example
 * const counts = await plausibleCounts({ site: 'example.org', key: process.env.PLAUSIBLE_KEY, within: '30d' });
 */
export async function plausibleCounts(options: PlausibleOptions): Promise<Record<string, PageCounts>> {
  const who = 'plausibleCounts';
  const key = need(who, 'key', options.key);
  const site = need(who, 'site', options.site);
  const { href } = serviceAt(who, options.url ?? 'https://plausible.io', '/api/v2/query');
  return readReport(
    who,
    {
      ask: ({ range: { window, from, to }, page }) => ({
        url: href,
        headers: { authorization: `Bearer ${key}` },
        body: {
          site_id: site,
          metrics: ['pageviews'],
          dimensions: ['event:page'],
          date_range: window ? [dayOf(from), dayOf(to)] : 'all',
          pagination: { limit: ROWS, offset: page * ROWS },
        },
      }),
      rows(told) {
        const rows = listIn(field(told.json, 'results'), told);
        return { rows, more: rows.length >= ROWS };
      },
      read: (row) => [first(field(row, 'dimensions')), first(field(row, 'metrics'))],
    },
    options,
  );
}

const first = (list: unknown): unknown => (Array.isArray(list) ? (list as unknown[])[0] : undefined);
