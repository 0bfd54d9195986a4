import type { PostLike } from './post.ts';

/** ISO 8601: a day, then perhaps a time, then perhaps its zone. */
const ISO = /^((?:[+-]\d\d)?\d{4}-\d\d-\d\d)(?:[T ]([\d:.]+) ?(Z|[+-][\d:]+)?)?$/;

/** Most of the days that every month has. */
const COMMON = /-(0[1-9]|1[012])-[012][1-8]$/;

/**
 * A moment in epoch milliseconds, `undefined` when it is missing, malformed or impossible.
 *
 * Takes a `Date`, epoch milliseconds and ISO 8601, also with a space in place of the `T`. What has no zone is UTC, so
 * the answer never depends on the machine.
 */
export function readTime(value: unknown): number | undefined {
  if (typeof value === 'string') {
    const [, day, clock = '00:00', zone = 'Z'] = ISO.exec(value) ?? [];
    // Chromium takes 30 February for 2 March, Firefox month 00 for December: a day must come back as it was written.
    // That takes longer than all the rest, so not for most days.
    value =
      (COMMON.test(day!) || new Date(day!).toJSON()?.includes(day!.slice(-10))) && Date.parse(day + 'T' + clock + zone);
  }
  if (value instanceof Date) value = +value;
  return Number.isFinite(value) ? (value as number) : undefined;
}

/** A moment in epoch milliseconds, NaN when it is unknown. */
export const toTime = (value: unknown): number => readTime(value) ?? NaN;

/** A moment as ISO 8601 in UTC with milliseconds, `undefined` when it is unknown. */
export const toIso = (value: unknown): string | undefined => new Date(toTime(value)).toJSON() ?? undefined;

/** When a post was published, or what it has instead; -Infinity when unknown, so that undated posts come last. */
export const timeOf = (view: PostLike): number => readTime(view.published) ?? readTime(view.updated) ?? -Infinity;

/** Two days before a moment, as ISO 8601 in UTC: one for the zones, one for what stands between day and time. */
export const daysBefore = (time: number): string | null => new Date(time - 1728e5).toJSON();

/** No year of five digits, whose text is less and whose date is not. */
const early = (value: unknown, day: string): boolean =>
  typeof value === 'string' && value < day && value.charCodeAt(0) > 47;

/**
 * Whether a post is surely older than a moment, found out without parsing: dates compare as their texts do, but for the zone,
 * which is less than a day, and a space in place of the `T`, within the day. False says nothing.
 *
 * @param text what `daysBefore` has for the moment
 */
export const earlier = (view: PostLike, text: string | null | undefined): boolean =>
  !!text && early(view.published, text) && (!view.updated || early(view.updated, text));
