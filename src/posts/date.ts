import type { PostLike } from './post.ts';
import { field } from './view.ts';

/** ISO 8601: a day, then perhaps a time, then perhaps its zone. */
const ISO = /^((?:[+-]\d\d)?\d{4}-\d\d-\d\d)(?:[T ]([\d:.]+) ?(Z|[+-][\d:]+)?)?$/;

/**
 * A moment in epoch milliseconds, `undefined` when it is missing, malformed or impossible.
 *
 * Takes a `Date`, epoch milliseconds and ISO 8601, also with a space in place of the `T`. What has no zone is UTC, so
 * the answer never depends on the machine.
 */
export function readTime(value: unknown): number | undefined {
  if (typeof value === 'string') {
    const [, day, time = '00:00', zone = 'Z'] = ISO.exec(value) ?? [];
    // Chromium takes 30 February for 2 March, Firefox month 00 for December: a day must come back as it was written.
    value = new Date(day!).toJSON()?.includes(day!.slice(-10)) && Date.parse(day + 'T' + time + zone);
  }
  if (value instanceof Date) value = +value;
  return Number.isFinite(value) ? (value as number) : undefined;
}

/** A moment in epoch milliseconds, NaN when it is unknown. */
export const toTime = (value: unknown): number => readTime(value) ?? NaN;

/** A moment as ISO 8601 in UTC with milliseconds, `undefined` when it is unknown. */
export const toIso = (value: unknown): string | undefined => new Date(toTime(value)).toJSON() ?? undefined;

/** When a post was published, or what it has instead; -Infinity when unknown, so that undated posts come last. */
export const timeOf = (view: PostLike): number =>
  readTime(field(view, 'published')) ?? readTime(field(view, 'updated')) ?? -Infinity;
