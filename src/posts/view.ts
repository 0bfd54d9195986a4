/** Where a stand-in keeps its post: what `get` made of a post of another shape, or what an index keeps of one. */
export const POST = Symbol();

/** A field of an object, `undefined` where there is none: nothing that somebody put on `Object.prototype`. */
export const field = (object: unknown, key: string): unknown =>
  key in {} && !Object.hasOwn(Object(object), key) ? undefined : (object as Record<string, unknown> | undefined)?.[key];

/** A text or number as text; '' for anything else. */
export const text = (value: unknown): string => (typeof value === 'string' || Number.isFinite(value) ? value + '' : '');

/** The items of anything iterable; of a text or anything else, a list of one. */
export const list = (value: any): unknown[] => (value?.[Symbol.iterator] && !value.trim ? [...value] : [value]);
