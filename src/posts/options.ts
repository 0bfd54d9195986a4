import { readTime } from './date.ts';
import { toMs } from './duration.ts';
import { list, own } from './view.ts';

/** A kind of option: what is allowed, in words, and how it is read. What is wrong reads as no number, or throws. */
export type Kind<V> = readonly [allowed: string, read: (value: any) => V];

/** Reads one option of a call. */
export interface Option {
  <V>(name: string, kind: Kind<V>, fallback: V): V;
  <V>(name: string, kind: Kind<V>): V | undefined;
}

/**
 * How a function reads its options: nothing that somebody put on `Object.prototype` counts, and a wrong one is an error
 * that says who, what and what is allowed: a `RangeError` where the type is among those allowed, else a `TypeError`.
 */
export const reader =
  (who: string, options: unknown): Option =>
  (name: string, [allowed, read]: Kind<any>, fallback?: unknown): any => {
    const value: any = own(options as any)[name];
    if (value === undefined) return fallback;
    try {
      const result = read(value);
      if (result >= 0 || result.has) return result;
    } catch {}
    throw new (allowed.includes(typeof value?.valueOf()) ? RangeError : TypeError)(
      `${who}: ${name} is ${String(value)} (${typeof value}); allowed: ${allowed}`,
    );
  };

/** A text for comparing: of an address only what makes a difference, anything else in lower case. */
export const fold = (value: string): string => value.toLowerCase().replace(/^https?:\/\/(www\.)?|\/$/g, '');

export const COUNT: Kind<number> = ['whole numbers', (value) => (Math.floor(value) === value ? value : -1)];
export const SPAN: Kind<number> = ['numbers, strings like "7d"', toMs];
export const MOMENT: Kind<number | undefined> = ['numbers, strings, Dates', readTime];
export const LIST: Kind<Set<string>> = ['strings', (value) => new Set(list(value).map(fold as any))];
