import { link } from '../src/posts/parse.ts';
import { names } from './names.ts';

/** How an attribute becomes an option of a function. What is allowed, the function says. */
export type Read = (text: string) => unknown;

export const text: Read = (value) => value.trim();
export const number: Read = (value) => (/^\s*\d+\s*$/.test(value) ? +value : value);

/** Ids or addresses, with commas between them; paths are those of the page. */
export const addresses = (value: string): string[] =>
  names(value).map((name) => (name[0] === '/' && link(name, document.baseURI)) || name);

/** The options that all lists have. */
export const FILTERS: Readonly<Record<string, Read>> = {
  limit: number,
  exclude: addresses,
  tags: names,
  excludeTags: names,
  authors: names,
  publishedWithin: text,
  minAge: text,
};
