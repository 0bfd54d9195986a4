/** One page, one request: every element that names the same source shares what came back. */
import { link } from '../src/posts/parse.ts';
import { type Loaded, postsFrom } from '../src/sources/posts.ts';
import type { Need } from '../src/sources/engines.ts';
import type { FormatName } from '../src/sources/formats.ts';

/** Something that is loaded once for all who want it, and what is known of it at a moment. */
export class Source<T extends { more?: boolean }> {
  /** The last good answer, kept when a later one fails. */
  value?: T;
  error?: Error | undefined;
  #load: (signal: AbortSignal, needed: () => readonly Need[]) => Promise<T>;
  #users = new Set<() => void>();
  /** What was ever needed, by its JSON, so that nobody's posts go when another comes. */
  #needs = new Map<string, Need>();
  /** How many of these there were when it was last asked. */
  #asked = 0;
  #request?: AbortController | undefined;

  /**
   * @param load gets what is needed, when it has to know: the elements of a page join one after the other, and what they need
   * is asked for together
   */
  constructor(load: (signal: AbortSignal, needed: () => readonly Need[]) => Promise<T>) {
    this.#load = load;
  }

  /** Asks for the source; returns how to leave. The last one to leave ends a request that is under way. */
  join(listener: () => void, need: Need = {}): () => void {
    this.#users.add(listener);
    this.#needs.set(JSON.stringify(need), need);
    if (!this.#request) void this.#ask();
    return () => {
      this.#users.delete(listener);
      // An element that changes leaves and joins again in one task.
      queueMicrotask(() => this.#users.size || this.#request?.abort());
    };
  }

  get #all(): Need[] {
    return [...this.#needs.values()];
  }

  async refresh(): Promise<void> {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    this.error = undefined;
    let needs: Need[] | undefined;
    const needed = (): Need[] => (needs ??= this.#all);
    const result = await this.#load(request.signal, needed).catch((error: Error) => error);
    if (this.#request !== request) return;
    this.#request = undefined;
    this.#asked = needed().length;
    if (!(result instanceof Error)) this.value = result;
    else if (!request.signal.aborted) this.error = result;
    if (this.#users.size && !this.error && (await this.#ask())) return;
    for (const listener of this.#users) listener();
  }

  /** Asks where that would bring what somebody needs and nobody has; says whether it did. */
  async #ask(): Promise<boolean> {
    const needs = this.#all;
    const { value } = this;
    const longer = value?.more && needs.length > this.#asked;
    if (value && !(longer && (await import('../src/sources/engines.ts')).isMore(needs, needs.slice(0, this.#asked))))
      return false;
    await this.refresh();
    return true;
  }
}

/** The one of a kind for an address. */
export function shared<T>(kind: Map<string, T>, src: string, make: () => T, format = ''): T {
  const key = `${format} ${link(src, document.baseURI) ?? src}`;
  const found = kind.get(key) ?? make();
  kind.set(key, found);
  return found;
}

const posts = new Map<string, Source<Loaded>>();

export const postsOf = (src: string, format: FormatName | undefined): Source<Loaded> =>
  shared(posts, src, () => new Source((signal, needed) => postsFrom(src, { signal, format }, needed)), format);
