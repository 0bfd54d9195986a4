/** What becomes of a feed that is larger than anybody wants: in Node and in Chromium alike. */
import { loadPosts, SourceError } from '../../src/sources/index.ts';
import { median } from './rounds.ts';

/** Milliseconds until `loadPosts` refuses what lies at an address. */
export default async function refusals(address: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    const error: unknown = await loadPosts(address).catch((caught: unknown) => caught);
    times.push(performance.now() - start);
    if (!(error instanceof SourceError) || error.kind !== 'too-large') throw new Error(`not refused: ${String(error)}`);
  }
  return median(times);
}
