import type { Parser } from './xml.ts';

/** The platform's parser where there is one: it is complete and costs a page nothing. */
export async function parserHere(): Promise<Parser> {
  return typeof DOMParser === 'undefined' ? (await import('./tolerant.ts')).tolerant : (await import('./dom.ts')).dom;
}
