/** One page, one request: every element that names the same source shares what came back. */
import { loadCounts, type Loaded, loadPosts } from '../src/load.ts';
import type { Counts } from '../src/posts/post.ts';
import type { Need } from '../src/sources/engines.ts';
import type { FormatName } from '../src/sources/formats.ts';

/** What is known of a source at a moment. */
export interface Shared<T> {
  /** The last good answer, kept when a later one fails. */
  value?: T;
  error?: Error | undefined;
  loading: boolean;
}

type Listener = () => void;

class Source<T> implements Shared<T> {
  value?: T;
  error?: Error | undefined;
  loading = false;
  readonly #load: (signal: AbortSignal, need: Need) => Promise<T>;
  /** Whether asking again could bring more than this. */
  readonly #wider: (value: T) => boolean;
  readonly #users = new Map<Listener, Need>();
  #asked: Need = {};
  #controller?: AbortController | undefined;

  constructor(load: (signal: AbortSignal, need: Need) => Promise<T>, wider: (value: T) => boolean) {
    this.#load = load;
    this.#wider = wider;
  }

  /** Asks for the source; returns how to leave. The last one to leave ends a request that is under way. */
  join(listener: Listener, need: Need): () => void {
    this.#users.set(listener, need);
    if (!this.loading && (this.value === undefined || this.#lacks())) void this.refresh();
    return () => {
      this.#users.delete(listener);
      // An element that is moved leaves and joins again in one task.
      queueMicrotask(() => {
        if (!this.#users.size) this.#controller?.abort();
      });
    };
  }

  async refresh(): Promise<void> {
    this.#controller?.abort();
    const controller = (this.#controller = new AbortController());
    this.loading = true;
    // The elements of a page join one after the other; what they need is asked for together.
    await Promise.resolve();
    if (this.#controller !== controller) return;
    this.#asked = this.#needed();
    try {
      const value = await this.#load(controller.signal, this.#asked);
      if (this.#controller !== controller) return;
      this.value = value;
      this.error = undefined;
    } catch (error) {
      if (this.#controller !== controller) return;
      if (!controller.signal.aborted) this.error = error as Error;
    }
    this.loading = false;
    if (!this.error && this.#users.size && this.#lacks()) return this.refresh();
    for (const listener of [...this.#users.keys()]) listener();
  }

  #needed(): Need {
    return [...this.#users.values()].reduce(unite, {});
  }

  #lacks(): boolean {
    return this.value === undefined || (!covers(this.#asked, this.#needed()) && this.#wider(this.value));
  }
}

const unite = (a: Need, b: Need): Need => ({
  limit: Math.max(a.limit ?? 0, b.limit ?? 0),
  all: Boolean(a.all || b.all),
  ...((a.order ?? b.order) && { order: a.order ?? b.order }),
  fields: [...new Set([...(a.fields ?? []), ...(b.fields ?? [])])],
});

const covers = (asked: Need, need: Need): boolean =>
  (asked.all || (!need.all && (asked.limit ?? 0) >= (need.limit ?? 0))) &&
  (need.fields ?? []).every((field) => asked.fields?.includes(field)) &&
  (!need.order || asked.order === need.order);

export type Posts = Source<Loaded>;
export type CountSource = Source<Record<string, number | Counts>>;

const posts = new Map<string, Posts>();
const counts = new Map<string, CountSource>();

function find<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

const absolute = (src: string): string => {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return src;
  }
};

export const postsOf = (src: string, format: FormatName | undefined): Posts =>
  find(
    posts,
    `${format ?? ''} ${absolute(src)}`,
    () => new Source((signal, need) => loadPosts(src, { signal, need, format }), ({ more }) => more),
  );

export const countsOf = (src: string): CountSource =>
  find(counts, absolute(src), () => new Source((signal) => loadCounts(src, { signal }), () => false));
