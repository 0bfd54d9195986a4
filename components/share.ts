/** One page, one request: every element that names the same source shares what came back. */
import { type Loaded, loadPosts } from '../src/load.ts';
import type { Need } from '../src/sources/engines.ts';
import type { FormatName } from '../src/sources/formats.ts';

const unite = (a: Need, b: Need): Need => ({
  limit: Math.max(a.limit ?? 0, b.limit ?? 0),
  all: a.all || b.all || false,
  order: a.order ?? b.order,
  fields: [...new Set([...(a.fields ?? []), ...(b.fields ?? [])])],
});

/** Something that is loaded once for all who want it, and what is known of it at a moment. */
export class Source<T> {
  /** The last good answer, kept when a later one fails. */
  value?: T;
  error?: Error | undefined;
  #load: (signal: AbortSignal, need: Need) => Promise<T>;
  #users = new Map<() => void, Need>();
  #asked: Need = unite({}, {});
  #request?: AbortController | undefined;

  constructor(load: (signal: AbortSignal, need: Need) => Promise<T>) {
    this.#load = load;
  }

  /** Asks for the source; returns how to leave. The last one to leave ends a request that is under way. */
  join(listener: () => void, need: Need = {}): () => void {
    this.#users.set(listener, need);
    if (!this.#request && this.#lacks()) void this.refresh();
    return () => {
      this.#users.delete(listener);
      // An element that changes leaves and joins again in one task.
      queueMicrotask(() => this.#users.size || this.#request?.abort());
    };
  }

  async refresh(): Promise<void> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    this.error = undefined;
    // The elements of a page join one after the other; what they need is asked for together.
    await null;
    const asked = this.#needed();
    const result = await this.#load(request.signal, asked).catch((error: Error) => error);
    if (this.#request !== request) return;
    this.#request = undefined;
    this.#asked = asked;
    if (!(result instanceof Error)) this.value = result;
    else if (!request.signal.aborted) this.error = result;
    if (this.#users.size && !this.error && this.#lacks()) return this.refresh();
    for (const listener of this.#users.keys()) listener();
  }

  #needed(): Need {
    return [...this.#users.values()].reduce(unite, this.#asked);
  }

  /** Whether asking would bring what somebody needs and nobody has. */
  #lacks(): boolean {
    const { more } = (this.value ?? { more: true }) as Partial<Loaded>;
    return !this.value || (more === true && JSON.stringify(this.#needed()) !== JSON.stringify(this.#asked));
  }
}

/** The one of a kind for an address. */
export function shared<T>(kind: Map<string, T>, src: string, make: () => T, format = ''): T {
  const key = `${format} ${URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).href : src}`;
  const found = kind.get(key) ?? make();
  kind.set(key, found);
  return found;
}

const posts = new Map<string, Source<Loaded>>();

export const postsOf = (src: string, format: FormatName | undefined): Source<Loaded> =>
  shared(posts, src, () => new Source((signal, need) => loadPosts(src, { signal, need, format })), format);
