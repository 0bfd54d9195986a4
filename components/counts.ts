/** Counts for the lists of a page: one source an address, which is asked for what all of them need. */
import type { CountTable } from '../src/posts/counts.ts';
import { type Duration, toMs } from '../src/posts/duration.ts';
import type { Post } from '../src/posts/post.ts';
import { loadCounts } from '../src/sources/counts.ts';
import { shared, Source } from './share.ts';

interface Loaded {
  table: CountTable;
  more: false;
}

/** The counts at an address, and what the lists that name it want of them. */
class PageCounts {
  readonly source: Source<Loaded>;
  /** Posts of all these lists, by address. */
  readonly #posts = new Map<string, Post>();
  readonly #windows = new Set<Duration>();
  /** How many of both there were when an engine was asked about them; undefined while none was. */
  #asked: { posts?: number; windows?: number } = {};
  /** Whether counts are on their way. */
  busy = false;
  #times = 0;
  /** Tells one who waits for posts that there are some. */
  #arrived?: () => void;

  constructor(src: string) {
    const within = (): Duration[] => {
      this.#asked.windows = this.#windows.size;
      return [...this.#windows];
    };
    this.source = new Source(async (signal) => {
      const time = ++this.#times;
      this.#asked = {};
      this.busy = true;
      const posts = async (): Promise<Iterable<Post>> => {
        while (!this.#posts.size) await this.#arrival(signal);
        this.#asked.posts = this.#posts.size;
        return this.#posts.values();
      };
      const table = await loadCounts(src, { signal, posts, within }).finally(() => (this.busy = time < this.#times));
      return { table, more: false };
    });
  }

  /** Settles when posts come, or nobody waits for them any more. */
  #arrival(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((done, fail) => {
      this.#arrived = done;
      signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
    });
  }

  want(within: Duration | undefined): void {
    if (within && toMs(within) > 0) this.#windows.add(within);
  }

  /** Takes the posts of a list, and asks again where an engine was asked about fewer. */
  take(posts: readonly Post[]): void {
    for (const post of posts) if (post.url) this.#posts.set(post.url, post);
    if (this.#posts.size) this.#arrived?.();
    const { posts: some = this.#posts.size, windows = this.#windows.size } = this.#asked;
    if (this.busy || (some === this.#posts.size && windows === this.#windows.size)) return;
    this.busy = true;
    void this.source.refresh();
  }
}

const all = new Map<string, PageCounts>();

/** What one list wants of its counts, as long as its attributes stay. */
export class ListCounts {
  readonly #counts: PageCounts;
  readonly leave: () => void;

  constructor(src: string, within: unknown, listener: () => void) {
    this.#counts = shared(all, src, () => new PageCounts(src));
    this.#counts.want(within as Duration | undefined);
    this.leave = this.#counts.source.join(listener);
  }

  get table(): CountTable | undefined {
    return this.#counts.source.value?.table;
  }

  /** Whether there is anything to wait for, now that these posts are known. */
  look(posts: readonly Post[] | undefined): { settled: boolean; error: Error | undefined } {
    if (posts) this.#counts.take(posts);
    const { busy, source } = this.#counts;
    return { settled: !busy && !!(source.value ?? source.error), error: source.error };
  }

  refresh(): Promise<void> {
    return this.#counts.source.refresh();
  }
}
