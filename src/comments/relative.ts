/** Units of a span, the largest that it has one of, in milliseconds. */
const UNITS = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** By language: making one takes longer than using it a hundred times. */
const formats = new Map<string | undefined, Intl.RelativeTimeFormat>();

/**
 * "3 hours ago", "yesterday", in a language; a moment of the last minute, or after `now`, is "now".
 *
 * @param time and `now` in epoch milliseconds
 */
export function relativeTime(time: number, now: number, locale?: string): string {
  const format = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  formats.set(locale, format);
  const span = now - time;
  const [unit, size] = UNITS.find(([, ms]) => span >= ms) ?? (['second', Infinity] as const);
  return format.format(-Math.floor(span / size) || 0, unit);
}
