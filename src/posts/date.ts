/** ISO 8601 as dates are written: a year, month or day, then perhaps a time, then perhaps a zone. */
const ISO = /^([+-]\d\d)?\d{4}(-\d\d){0,2}([T ][\d:.]+)?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A moment as milliseconds since 1970-01-01T00:00Z; NaN when it is unknown: missing, malformed or impossible.
 *
 * Takes a `Date`, epoch milliseconds, ISO 8601, and the dates of mail and HTTP, `Mon, 06 Sep 2021 12:00:00 GMT`. What
 * has no zone is UTC, so the answer never depends on the machine it is read on.
 */
export function toTime(value: unknown): number {
  if (typeof value !== 'string')
    return typeof value === 'number' || value instanceof Date ? new Date(value).getTime() : NaN;
  const [iso, , , time, zone] = ISO.exec(value) ?? [];
  const parsed = Date.parse(
    iso ? value.replace(' ', 'T') + (time && !zone ? 'Z' : '') : /^\w{3}, .* GMT$|^.{6}.*\d [+-]\d{4}$/.test(value) ? value : '',
  );
  // Some engines take 30 February for 2 March.
  const day = iso && +value.slice(8, 10);
  return day && day > 28 && new Date(value.slice(0, 10)).getUTCDate() !== day ? NaN : parsed;
}

/** A moment as ISO 8601 in UTC with milliseconds, `undefined` when it is unknown. */
export function toIso(value: unknown): string | undefined {
  const time = toTime(value);
  return time === time ? new Date(time).toISOString() : undefined;
}
