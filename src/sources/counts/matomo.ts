/**
 * Matomo's Reporting API, `Actions.getPageUrls`.
 *
 * @engine Matomo | counts | build | private key | documented
 */
import type { PageCounts } from '../../posts/post.ts';
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { listIn } from './engine.ts';
import { dayOf, need, readReport, type ReportOptions, serviceAt } from './report.ts';

const ROWS = 500;

/** Of which site, in which Matomo, with which key. */
export interface MatomoOptions extends ReportOptions {
  /** Where Matomo is. */
  url: string;
  /** The number of the site. */
  site: number | string;
}

/**
 * Page views by address, as Matomo counted them. For build steps: the key (`token_auth`) is private, and sent in the body.
 *
 * Windows are whole days, today among them. 500 pages a request, at most 20 requests for the totals and for each window.
 *
 * @returns a table for `joinCounts`: `{ 'https://example.org/a-post/': { views: 1204, windows: { '30d': { views: 60 } } } }`
 * @throws {SourceError} as `loadPosts` does; the key is in none
 * @throws {TypeError | RangeError} for an option that makes no sense
 * @example
 * const counts = await matomoCounts({ url: 'https://matomo.example.org', site: 1, key: process.env.MATOMO_KEY, within: '30d' });
 */
export async function matomoCounts(options: MatomoOptions): Promise<Record<string, PageCounts>> {
  const who = 'matomoCounts';
  const key = need(who, 'key', options.key);
  const site = need(who, 'site', options.site);
  const { href } = serviceAt(who, options.url, '/index.php');
  return readReport(
    who,
    {
      ask: ({ range: { from, to }, page }) => ({
        url: href,
        body: new URLSearchParams({
          module: 'API',
          method: 'Actions.getPageUrls',
          format: 'JSON',
          idSite: site,
          period: 'range',
          date: `${dayOf(from)},${dayOf(to)}`,
          // Otherwise it is a tree of folders.
          flat: '1',
          filter_limit: String(ROWS),
          filter_offset: String(page * ROWS),
          token_auth: key,
        }),
      }),
      rows(told) {
        // Errors come with status 200.
        if (field(told.json, 'result') === 'error') {
          const says = text(field(told.json, 'message')).replaceAll(key, '…').slice(0, 200);
          throw new SourceError('http', told.url, `answered with an error instead of counts: ${says}`);
        }
        const rows = listIn(told.json, told);
        return { rows, more: rows.length >= ROWS };
      },
      // What has no address of its own is a folder, or the rest.
      read: (row) => [field(row, 'url'), field(row, 'nb_hits')],
    },
    options,
  );
}
