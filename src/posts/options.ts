import { toTime } from './date.ts';
import { toMs } from './duration.ts';

/** Returns the value of an option, or says who got it wrong and what is allowed. */
export function check<V>(fine: unknown, who: string, option: string, value: unknown, allowed: string, result = value): V {
  if (fine) return result as V;
  const Kind = /^[ns]/.test(typeof value) ? RangeError : TypeError;
  throw new Kind(`${who}: ${option} is ${typeof value === 'object' ? JSON.stringify(value) : String(value)}; allowed: ${allowed}`);
}

/** The options as the caller wrote them: nothing that somebody put on `Object.prototype` counts. */
export const own = <O extends object>(options?: O): O => ({ __proto__: null, ...options }) as unknown as O;

/** A whole number from 0 up, or Infinity. */
export const count = (who: string, option: string, value: unknown): number =>
  check((value as number) >= 0 && (value === Infinity || Number.isInteger(value)), who, option, value, 'whole numbers from 0');

/** A duration in milliseconds, more than `least`. */
export const span = (who: string, option: string, value: unknown, least = -1): number =>
  check(toMs(value) > least, who, option, value, 'milliseconds, "12h", "30d", "2w", "1y"', toMs(value));

/** The present in epoch milliseconds. */
export const clock = (who: string, value: unknown = Date.now()): number =>
  check(toTime(value) < Infinity, who, 'now', value, 'dates', toTime(value));

/** A list of strings; one string is a list of one. */
export const strings = (who: string, option: string, value: unknown): string[] => {
  const list = typeof value === 'string' ? [value] : Array.from((value as string[]) ?? [0]);
  return check(list.every((item) => typeof item === 'string') && (list.length || typeof value === 'object'), who, option, value, 'strings', list);
};
