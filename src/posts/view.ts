/** A field of an object, `undefined` where there is none: nothing that somebody put on `Object.prototype`. */
export const field = (object: unknown, key: string): unknown =>
  key in {} && !Object.hasOwn(Object(object), key) ? undefined : (object as Record<string, unknown> | undefined)?.[key];

/** Whether somebody has put something on `Object.prototype`, which has 12 names of its own. */
export const extended = (): boolean => Reflect.ownKeys(Object.prototype).length > 12;

/** The own fields of an object, without what somebody put on `Object.prototype`. */
export const own = <V>(value: V): V => ({ __proto__: null, ...value }) as V;

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A text or number as text; '' for anything else. */
export const text = (value: unknown): string => (typeof value === 'string' || Number.isFinite(value) ? value + '' : '');

/** The items of anything iterable; of a text or anything else, a list of one. */
export const list = (value: any): unknown[] => (value?.[Symbol.iterator] && !value.trim ? [...value] : [value]);
