/** Windows out of totals: what was counted between two moments is the difference of what had been counted by them. */
import { add, type CountTable, COUNTED, pathOf, tally } from './counts.ts';
import { toIso, toTime } from './date.ts';
import { type Duration, toMs } from './duration.ts';
import type { Counts, PageCounts, Windows } from './post.ts';
import { field } from './view.ts';

/** Totals as they stood at a moment. */
export interface Snapshot {
  /** Epoch milliseconds, a `Date` or ISO 8601; a day such as `2026-11-23` is enough. */
  readonly date: number | Date | string;
  /** What was counted by then, in all. */
  readonly counts: CountTable;
}

/** How far a window really reaches. */
export interface Reach {
  /** The moment of the snapshot that it begins with, ISO 8601 in UTC. */
  from: string;
  /** Its length in days, with fractions. */
  days: number;
}

const DAY = 864e5;

/** The same page in an older table, which may call it by its path alone, or by its whole address. */
function finder(older: ReadonlyMap<string, PageCounts>): (page: string) => PageCounts | undefined {
  const paths = new Map([...older].map(([page, counts]) => [pathOf(page), counts]));
  return (page) => older.get(page) ?? (page.startsWith('/') ? paths : older).get(pathOf(page));
}

function difference(
  older: ReadonlyMap<string, PageCounts>,
  newer: ReadonlyMap<string, PageCounts>,
): [string, Counts][] {
  const find = finder(older);
  return [...newer].flatMap(([page, counts]): [string, Counts][] => {
    const before = find(page);
    const added = COUNTED.flatMap((name) => {
      const [now = 0, then = 0] = [counts, before].map((taken) => field(taken, name) as number | undefined);
      const more = now < then ? now : now - then;
      return more ? [[name, more] as const] : [];
    });
    return added[0] ? [[page, Object.fromEntries(added)]] : [];
  });
}

/**
 * What was added between two tables of totals.
 *
 * Never negative: a count that is smaller than before was reset, and counts from zero. Addresses are compared normalised,
 * as `joinCounts` does; ratings and windows are left out, and so are pages where nothing was added.
 *
 * @param older totals as they stood before
 * @param newer totals as they stand now
 * @returns counts by normalised address, such as `{ '/soup': { views: 12 } }`
 * @example
 * diffCounts({ '/soup/': 480 }, { '/soup/': 492 }); // { '/soup': { views: 12 } }
 */
export function diffCounts(older: CountTable, newer: CountTable): Record<string, Counts> {
  return Object.fromEntries(difference(tally(older), tally(newer)));
}

/**
 * Makes totals with windows out of a series of totals, such as a daily job keeps.
 *
 * Totals are those of the newest snapshot. A window begins with the nearest snapshot that is at least that much older; where
 * there is none, that window is not made, and recent favorites go by totals that fade. What was added is summed up from
 * snapshot to snapshot, so that a counter which was reset in between loses only what it counted last.
 *
 * @param snapshots in any order; those with a date that cannot be read are left out
 * @param windows lengths, default 7 and 30 days
 * @returns `counts`, by normalised address, for `joinCounts` or as a file for `counts-src`; `reach`, how far each window
 *   really reaches back
 * @throws {RangeError} for a window that is no length of time
 * @example
 * windowCounts([{ date: '2026-11-16', counts: { '/soup/': 480 } }, { date: '2026-11-23', counts: { '/soup/': 492 } }]);
 * // { counts: { '/soup': { views: 492, windows: { '7d': { views: 12 } } } },
 * //   reach: { '7d': { from: '2026-11-16T00:00:00.000Z', days: 7 } } }
 */
export function windowCounts(
  snapshots: Iterable<Snapshot>,
  windows: Iterable<Extract<Duration, string>> = ['7d', '30d'],
): { counts: Record<string, PageCounts>; reach: Record<string, Reach> } {
  const lengths = Array.from(windows, (name) => {
    const length = toMs(name);
    if (length > 0) return [name, length] as const;
    throw new RangeError(`windowCounts: windows has ${String(name)} (${typeof name}); allowed: strings like "7d"`);
  });
  const series = Array.from(snapshots, ({ date, counts }) => ({ time: toTime(date), counts }))
    .filter(({ time }) => Number.isFinite(time))
    .sort((a, b) => a.time - b.time)
    .map(({ time, counts }) => ({ time, table: tally(counts) }));
  const newest = series.at(-1);
  if (!newest) return { counts: {}, reach: {} };

  const added = series.map(({ table }, at) => (at ? difference(series[at - 1]!.table, table) : []));
  const reach: Record<string, Reach> = {};
  const sums = lengths.flatMap(([name, length]) => {
    const first = series.findLastIndex(({ time }) => time <= newest.time - length);
    if (first < 0) return [];
    const from = series[first]!.time;
    reach[name] = { from: toIso(from)!, days: (newest.time - from) / DAY };
    const sum = new Map<string, Counts>();
    for (const [page, counts] of added.slice(first + 1).flat()) sum.set(page, add(sum.get(page) ?? {}, counts));
    return [[name, finder(sum)] as const];
  });
  const counts = [...newest.table].map(([page, { windows: _, ...totals }]) => {
    const within: Windows = Object.fromEntries(sums.map(([name, find]) => [name, find(page) ?? {}]));
    return [page, { ...totals, ...(sums[0] && { windows: within }) }] as const;
  });
  return { counts: Object.fromEntries(counts), reach };
}
