import { dom } from './dom.ts';
import type { Parser } from './xml.ts';

/** The platform's parser where there is one: it is complete and costs a page little. */
export async function parserHere(): Promise<Parser> {
  return typeof DOMParser === 'undefined' ? (await import('./tolerant.ts')).tolerant : dom;
}
