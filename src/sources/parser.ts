import { decode } from './dom.ts';

/** What resolves entities: the platform where it can, which costs a page little, or else a library. */
export async function parserHere(): Promise<{ decode(text: string): string }> {
  return typeof DOMParser === 'undefined' ? import('./entities.ts') : { decode };
}
