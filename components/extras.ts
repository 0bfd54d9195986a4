/** What only some lists need, loaded when one does: counts from elsewhere, groups, words. */
import { loadCounts } from '../src/sources/counts.ts';
import type { CountTable } from '../src/posts/counts.ts';
import { shared, Source } from './share.ts';

export { joinCounts } from '../src/posts/counts.ts';
export { join, takenBefore, tell } from './distinct.ts';
export { phrasesOf } from './phrases.ts';

const counts = new Map<string, Source<{ table: CountTable }>>();

/** The counts of an address. */
export const countsOf = (src: string): Source<{ table: CountTable }> =>
  shared(counts, src, () => new Source(async (signal) => ({ table: await loadCounts(src, { signal }) })));
