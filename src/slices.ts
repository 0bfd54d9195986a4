/** Long work in short pieces, so that a page stays awake. */

/** Milliseconds of one piece. Half a frame, so that there is room for the page's own work. */
const SLICE = 6;

/** Lets the browser do what waits: input, drawing. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
}

/** Calls `work` for each item, in pieces; stops where the signal says so, by its reason. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void, signal?: AbortSignal): Promise<void> {
  let end = performance.now() + SLICE;
  for (const item of items) {
    if (performance.now() > end) {
      await breathe();
      signal?.throwIfAborted();
      end = performance.now() + SLICE;
    }
    work(item);
  }
}
