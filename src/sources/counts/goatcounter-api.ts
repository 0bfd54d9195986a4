/**
 * GoatCounter's API, `/api/v0/stats/hits`; its public counter is in `goatcounter.ts`.
 *
 * @engine GoatCounter | counts | build | private key | documented
 */
import type { PageCounts } from '../../posts/post.ts';
import { field, text } from '../../posts/view.ts';
import { withParameters } from '../steps.ts';
import { listIn } from './engine.ts';
import { need, readReport, type ReportOptions, serviceAt } from './report.ts';

const ROWS = 100;
const HOUR = 36e5;

/** Of which GoatCounter, with which key. */
export interface GoatCounterOptions extends ReportOptions {
  /** Where GoatCounter is, such as `https://CODE.goatcounter.com`. */
  url: string;
}

/** A whole hour, as it wants to have moments. */
const hourOf = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/**
 * Page views by path, as GoatCounter counted them. For build steps: the key is private; it may do no more than read
 * statistics.
 *
 * Windows are whole hours. 100 pages a request, at most 20 requests for the totals and for each window.
 *
 * @returns a table for `joinCounts`: `{ '/a-post': { views: 1204, windows: { '30d': { views: 60 } } } }`
 * @throws {SourceError} as `loadPosts` does; the key is in none
 * @throws {TypeError | RangeError} for an option that makes no sense
 * @example
 * const counts = await goatCounterCounts({ url: 'https://CODE.goatcounter.com', key: process.env.GOAT_KEY, within: '30d' });
 */
export async function goatCounterCounts(options: GoatCounterOptions): Promise<Record<string, PageCounts>> {
  const who = 'goatCounterCounts';
  const key = need(who, 'key', options.key);
  const { href } = serviceAt(who, options.url, '/api/v0/stats/hits');
  return readReport(
    who,
    {
      ask({ range: { from, to }, rows }) {
        const ids = rows.flatMap((row) => text(field(row, 'path_id')) || []).join();
        const [start, end] = [Math.floor(from / HOUR), Math.ceil(to / HOUR)].map((hour) => hourOf(hour * HOUR));
        return {
          url: withParameters(href, { start, end, limit: ROWS, exclude_paths: ids || undefined }),
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        };
      },
      rows: (told) => ({
        rows: listIn(field(told.json, 'hits'), told),
        more: field(told.json, 'more') === true,
      }),
      // Events are not pages.
      read: (row) => [field(row, 'event') === true ? undefined : field(row, 'path'), field(row, 'count')],
    },
    options,
  );
}
