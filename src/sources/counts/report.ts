/**
 * Reports that take a private key, for build steps: how often each page was looked at, in all and within windows, page by
 * page of the report. Each of the functions that are exported is one description of what to ask and how to read it.
 */
import { address, type LoadOptions } from '../../load.ts';
import { readTime } from '../../posts/date.ts';
import { type Duration, toMs } from '../../posts/duration.ts';
import type { PageCounts, Windows } from '../../posts/post.ts';
import { SourceError } from '../error.ts';
import { type Ask, run, type Step, type Told } from '../steps.ts';
import { countIn, know, type Span } from './engine.ts';

/** What all reports that take a key have in common. */
export interface ReportOptions extends Pick<LoadOptions, 'signal' | 'fetch' | 'timeout' | 'random'> {
  /** The private key. It is sent in a header, or in the body of a POST, and is in no error. */
  key: string;
  /** Windows beside the totals, such as `'30d'`. Default none. */
  within?: Duration | readonly Duration[] | undefined;
  /** The present: epoch milliseconds, a `Date` or ISO 8601. Default `Date.now()`. */
  now?: number | Date | string | undefined;
}

/** What is asked for: all there is, or a window. */
export interface Range {
  window: keyof Windows | undefined;
  /** Epoch milliseconds. */
  from: number;
  to: number;
}

/** How far a report was read. */
export interface Reading {
  range: Range;
  /** From 0. */
  page: number;
  /** All rows so far. */
  rows: readonly unknown[];
}

/** What there is to know of a service. Everything in it is pure. */
export interface Report {
  ask(reading: Reading): Ask;
  /** The rows of an answer, and whether there are more. @throws {SourceError} for something else */
  rows(told: Told): { rows: readonly unknown[]; more: boolean };
  /** The address or path of a row, and how often it was looked at. */
  read(row: unknown): readonly [url: unknown, views: unknown];
}

/** Pages of a report that are read at most, for totals and for each window. */
export const MAX_REPORT_PAGES = 20;

interface ReportStep extends Step {
  readings: readonly Reading[];
  counts: ReadonlyMap<string, PageCounts>;
}

/** A report as a step machine. */
function machine(report: Report, ranges: readonly Range[]) {
  const asking = (readings: readonly Reading[], counts: ReadonlyMap<string, PageCounts>): ReportStep => ({
    readings,
    counts,
    ask: readings.map((reading) => report.ask(reading)),
  });
  const first = asking(
    ranges.map((range) => ({ range, page: 0, rows: [] })),
    new Map(),
  );
  const read = (told: readonly Told[], { readings, counts }: ReportStep): ReportStep => {
    let known = counts;
    const next = readings.flatMap(({ range: { window, ...range }, page, rows }, at): Reading[] => {
      const answer = report.rows(told[at]!);
      const has = (url: string): boolean => {
        const before = known.get(url);
        return (window ? before?.windows?.[window] : before?.views) !== undefined;
      };
      // Who pages by a number that a service ignores gets the same again.
      const fresh = answer.rows.map((row) => report.read(row)).filter(([url]) => !has(url as string));
      const found = fresh.flatMap(([url, given]) => {
        const views = countIn(given);
        if (typeof url !== 'string' || !url || views === undefined) return [];
        return [[url, window ? { windows: { [window]: { views } } } : { views }] as const];
      });
      known = know(known, found);
      const goesOn = answer.more && fresh[0] && page + 1 < MAX_REPORT_PAGES;
      return goesOn ? [{ range: { window, ...range }, page: page + 1, rows: [...rows, ...answer.rows] }] : [];
    });
    return asking(next, known);
  };
  return { first, read };
}

/** @param from when totals begin, epoch milliseconds */
function rangesOf(who: string, { within = [], now = Date.now() }: ReportOptions, from: number): Range[] {
  const to = readTime(now);
  if (to === undefined)
    throw new RangeError(`${who}: now is ${String(now)} (${typeof now}); allowed: numbers, strings, Dates`);
  const spans = [within].flat().map((span): Span => {
    const ms = toMs(span as Duration);
    if (ms > 0 && ms < Infinity)
      return { name: (typeof span === 'number' ? `${span / 864e5}d` : span) as keyof Windows, ms };
    throw new RangeError(
      `${who}: within is ${String(span)} (${typeof span}); allowed: numbers, strings like "7d", lists of these`,
    );
  });
  return [{ window: undefined, from, to }, ...spans.map(({ name, ms }) => ({ window: name, from: to - ms, to }))];
}

/** A text that must be given. */
export function need(who: string, name: string, value: unknown): string {
  if ((typeof value === 'string' && value.trim()) || typeof value === 'number') return String(value).trim();
  // A key that is wrong is still a key.
  const given = name === 'key' ? typeof value : `${String(value)} (${typeof value})`;
  throw new TypeError(`${who}: ${name} is ${given}; allowed: strings that are not empty`);
}

/** The address of a service, with a path of it; a service may live below a path of its own. */
export function serviceAt(who: string, url: unknown, path: string): URL {
  const service = address(need(who, 'url', url));
  service.search = '';
  service.pathname = service.pathname.replace(/\/*$/, path);
  return service;
}

/** Long ago: when totals begin where a service wants to know. */
export const LONG_AGO = Date.UTC(2000, 0);

/** The day of a moment, as services write it. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Reads a report to its end. */
export async function readReport(
  who: string,
  report: Report,
  options: ReportOptions,
): Promise<Record<string, PageCounts>> {
  const { signal, fetch, timeout, random } = options;
  const { first, read } = machine(report, rangesOf(who, options, LONG_AGO));
  const sending = {
    signal,
    ...(fetch && { fetch }),
    ...(timeout !== undefined && { timeout }),
    ...(random && { random }),
  };
  const { counts } = await run(first, read, sending).catch((error: unknown) => {
    const isDenied = error instanceof SourceError && /^40[13]$/.test(String(error.status));
    throw isDenied
      ? new SourceError(
          'http',
          error.url,
          `answered ${error.status}: the key is wrong, or may not read statistics`,
          error.status,
        )
      : error;
  });
  return Object.fromEntries(counts);
}
