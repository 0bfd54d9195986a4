/**
 * A report of GoAccess, `goaccess … -o report.json`: how often each address was asked for, in every spelling.
 *
 * @engine GoAccess | counts | same site | no key | real
 */
import { line } from '../../posts/parse.ts';
import type { PageCounts } from '../../posts/post.ts';
import { field } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { type CountEngine, countIn } from './engine.ts';

/** The counts in a report: hits by path; spellings of one page are added up where counts are joined. */
export function countsIn(report: unknown, url: string): Map<string, PageCounts> {
  const data = field(field(report, 'requests'), 'data');
  if (!Array.isArray(data)) throw new SourceError('not-a-feed', url, 'is not a report of GoAccess');
  const counts = new Map<string, PageCounts>();
  for (const entry of data as unknown[]) {
    const path = line(field(entry, 'data')) ?? '';
    const views = countIn(field(field(entry, 'hits'), 'count') ?? field(entry, 'hits'));
    // One address may be in it several times, by its method and protocol.
    if (/^\/|^https?:/.test(path) && views !== undefined)
      counts.set(path, { views: (counts.get(path)?.views ?? 0) + views });
  }
  return counts;
}

export const engine: CountEngine = {
  start: ({ url }) => ({ counts: new Map(), ask: [{ url: url.href }] }),
  read: ([told]) => ({ counts: countsIn(told!.json, told!.url), ask: [] }),
};
