import { type CSSResult, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { parsePosts } from '../src/posts/parse.ts';
import type { Post } from '../src/posts/post.ts';
import { normalizeUrl } from '../src/posts/url.ts';
import type { Need } from '../src/sources/engines.ts';
import type { FormatName } from '../src/sources/formats.ts';
import { ErrorEvent, LoadEvent } from './events.ts';
import { draw, type Entry, type Item, picture } from './item.ts';
import { attributes, CHOICES, FILTERS, kebab, type Read } from './options.ts';
import { postsOf } from './share.ts';
import { styles } from './styles.ts';
import type { Phrases } from './phrases.ts';
import type { Words } from './words.ts';

/** `idle`: no source named; `failed`: there is nothing to show but the fallback. */
export type State = 'idle' | 'loading' | 'ready' | 'empty' | 'failed';

type Extras = typeof import('./extras.ts');

/** Undefined while it is on its way, null if it does not come: lists do without then. */
let extras: Extras | null | undefined;
const loadExtras = async (): Promise<void> => {
  extras ??= await import('./extras.ts').catch(() => null);
};

type Value = string | number | readonly string[] | object | null | undefined;
type Given = { posts: readonly Post[]; complete: boolean };

/**
 * What the list elements have in common: where posts come from, how they are drawn, and what shows when there are none.
 * Which posts a list has is a function's business.
 *
 * @slot - the fallback: shown until there is a list, and again if there never is
 * @slot heading - instead of `heading`
 * @slot before - above the list
 * @slot after - below the list
 * @slot empty - shown when there are no posts and no fallback
 * @slot failed - shown when the source could not be read
 * @fires dogeared-load
 * @fires dogeared-error
 */
export abstract class DogearedList extends LitElement {
  static override styles: CSSResult = styles;
  /** The options of this list's function, and how their attributes are read. */
  static options = FILTERS;

  static override properties = {
    ...attributes([
      'src',
      'format',
      'countsSrc',
      'show',
      'layout',
      'heading',
      'headingLevel',
      'distinct',
      'excludeCurrent',
    ]),
    posts: { attribute: false },
    words: { attribute: false },
    renderItem: { attribute: false },
  };

  /** The address of a feed, an engine or JSON; http(s), relative to the page. */
  declare src: string | null;
  /** What the source is, where it is not to be found out. */
  declare format: FormatName | null;
  /** The address of counts to join: `{ "/a-post/": 120 }`. */
  declare countsSrc: string | null;
  /** Posts instead of a source. */
  declare posts: readonly unknown[] | null | undefined;
  /** Words to use instead of ours, one by one. */
  declare words: Partial<Words> | undefined;
  /** Draws a row: text, a node or a Lit template. */
  declare renderItem: ((item: Item) => unknown) | undefined;
  /** What to show beside titles: words of `date excerpt image author tags count reason`. */
  declare show: string | null;
  /** `list`, `grid` or `cards`. */
  declare layout: string | null;
  declare heading: string | null;
  /** From 1 to 6; default 2. */
  declare headingLevel: string | number | null;
  /** A name: of the lists with the same name, a later one leaves out what an earlier one shows. */
  declare distinct: string | null;
  /** Leaves out the page being read, instead of marking it; `"false"` switches it off. */
  declare excludeCurrent: string | boolean | null;
  declare limit: Value;
  declare exclude: Value;
  declare tags: Value;
  declare excludeTags: Value;
  declare authors: Value;
  declare publishedWithin: Value;
  declare minAge: Value;

  /** Read-only: what the list is doing. Also an attribute and a custom state. */
  state: State = 'idle';
  /** Read-only: the addresses it shows; undefined until it has settled. */
  shown: string[] | undefined;
  /** How many posts the function gives by default. */
  protected standard = 5;
  /** Whether the page being read is left out when the owner does not say. */
  protected excludesCurrent = false;
  /** The options that make sense, as the function takes them. */
  protected used: Record<string, unknown> = {};

  #show: string[] = [];
  #entries: Entry[] = [];
  /** How many posts the list was made of, where these were only the latest. */
  #latest = 0;
  #source: ReturnType<typeof postsOf> | undefined;
  #counts: ReturnType<Extras['countsOf']> | undefined;
  #phrases: Phrases | undefined;
  #leave: (() => void)[] = [];
  #stale = true;
  #warned = new Set<unknown>();
  #internals: ElementInternals | undefined;

  /** The list, by the rule of this element's function. */
  protected abstract select(posts: readonly Post[], options: object): Entry[];

  /** What the list needs of a source that can page. */
  protected need(limit: number): Need {
    return { limit };
  }

  /** The length of the window of a favorites list, in days. */
  protected days(): number {
    return 0;
  }

  /** Whether the list is about all posts there ever were; then a line says so if it knows only the latest. */
  protected allTime(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stale = true;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is back at once.
    queueMicrotask(() => this.isConnected || this.#disconnect());
  }

  /** Asks the source again; the list stays until there is an answer. */
  async refresh(): Promise<void> {
    await Promise.all([this.#source?.refresh(), this.#counts?.refresh()]);
    await this.updateComplete;
  }

  #disconnect(): void {
    for (const leave of this.#leave.splice(0)) leave();
    this.#source = this.#counts = undefined;
  }

  #connect(): void {
    this.#disconnect();
    for (const [name, allowed] of Object.entries(CHOICES)) {
      const given = String(this[name as 'show'] ?? '').match(/[^\s,]+/g) ?? [];
      const odd = given.find((word) => !allowed.includes(word));
      if (odd) this.#warn(name + odd, new RangeError(`${kebab(name)} is ${odd}; allowed: ${allowed.join(', ')}`));
      if (name === 'show') this.#show = given;
    }
    this.used = this.#read();
    const update = (): void => this.requestUpdate();
    if (this.src && !this.posts && !this.#inline) {
      this.#source = postsOf(this.src, this.format ?? undefined);
      const { limit = this.standard, offset = 0, ...filters } = this.used as { limit?: number; offset?: number };
      const named = Object.keys(filters);
      this.#leave.push(
        this.#source.join(update, {
          ...this.need(named.length ? 100 : limit + offset),
          fields: [...this.#show, ...named],
        }),
      );
    }
    if (extras && this.countsSrc) {
      this.#counts = extras.countsOf(this.countsSrc);
      this.#leave.push(this.#counts.join(update));
    }
    if (extras && this.distinct) this.#leave.push(extras.join(this.distinct, this));
  }

  /** The options that make sense; the others are told once and left at their default. */
  #read(): Record<string, unknown> {
    const options: Record<string, unknown> = {};
    const table = (this.constructor as unknown as { options: Record<string, Read> }).options;
    for (const [name, read] of Object.entries(table)) {
      const given = this[name as 'limit'];
      if ((given ?? '') === '') continue;
      options[name] = typeof given === 'string' ? read(given) : given;
      try {
        this.select([], options);
      } catch (error) {
        delete options[name];
        const allowed = (error as Error).message.split('; allowed: ').pop();
        const problem = `${kebab(name)} is ${String(given)} (${typeof given}); allowed: ${allowed}`;
        this.#warn(problem, new RangeError(problem));
      }
    }
    return options;
  }

  #warn(key: unknown, error: Error, instead = 'using the default'): void {
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    console.warn(`<${this.localName}>: ${error.message}; ${instead}.`);
    this.dispatchEvent(new ErrorEvent(error));
  }

  /** JSON that stands inside the tag. */
  get #inline(): Element | null {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  /** The owner's own row. */
  get #template(): HTMLTemplateElement | null {
    return this.querySelector(':scope > template');
  }

  get #given(): Given | undefined {
    if (!this.posts && !this.#inline) return this.#source?.value;
    try {
      const posts = this.posts ?? (JSON.parse(this.#inline?.textContent ?? '') as unknown);
      return { posts: parsePosts(posts, { url: document.baseURI }), complete: true };
    } catch {
      return void this.#warn('json', new SyntaxError('the JSON inside the tag is broken'), 'showing the fallback');
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#stale || changed.size) this.#connect();
    this.#stale = false;
    const given = this.#given;
    const group = this.distinct;
    const failed = this.#source?.error;
    const uncounted = this.#counts?.error;
    if (failed) this.#warn(failed, failed, given ? 'keeping what is there' : 'showing the fallback');
    if (uncounted) this.#warn(uncounted, uncounted, 'going on without counts');

    const taken = group && extras ? extras.takenBefore(group, this) : [];
    const waits = this.#needsExtras(given) || (this.#counts && !this.#counts.value && !uncounted) || !taken;
    const before = String(this.shown);
    let state: State = failed || this.#inline ? 'failed' : 'idle';
    if (given && !waits) {
      this.#choose(given.posts, taken);
      this.#latest = given.complete ? 0 : given.posts.length;
      state = this.#entries.length ? 'ready' : 'empty';
    } else if (given || (this.#source && !failed)) state = this.state === 'ready' ? 'ready' : 'loading';

    if (state !== 'ready') this.#entries = [];
    this.#become(state);
    this.shown = state === 'loading' ? undefined : this.#entries.map(({ post }) => post.url);
    if (String(this.shown) === before) return;
    if (group) extras?.tell(group, this);
    if (!given) return;
    const posts = this.#entries.map(({ post }) => post);
    const event = new LoadEvent({ posts, signal: this.#entries[0]?.signal, complete: !this.#latest });
    void this.updateComplete.then(() => this.dispatchEvent(event));
  }

  /** Whether something is on its way that this list cannot be drawn without. */
  #needsExtras(given: Given | undefined): boolean {
    const wordy =
      this.#show.some((name) => CHOICES.show.indexOf(name) > 2) ||
      this.renderItem ||
      this.#template ||
      (given &&
        ((!given.complete && this.allTime()) || !given.posts.length || given.posts.some(({ title }) => !title)));
    if (!wordy && !this.countsSrc && !this.distinct) return false;
    if (extras === null || (extras && (!wordy || (this.#phrases && this.#phrases.locale === this.#locale))))
      return false;
    void loadExtras()
      .then(() => (wordy ? extras?.phrasesOf(this.#locale) : undefined))
      .then((phrases) => {
        if (phrases) this.#phrases = phrases;
      })
      .catch(() => (extras = null))
      .finally(() => {
        this.#stale = true;
        this.requestUpdate();
      });
    return true;
  }

  #choose(posts: readonly Post[], taken: readonly string[]): void {
    const without = String(this.excludeCurrent ?? this.excludesCurrent) !== 'false';
    const here = without ? posts.filter((post) => this.#isCurrent(post)).map(({ url }) => url) : [];
    const { exclude = [] } = this.used as { exclude?: string[] };
    const table = this.#counts?.value?.table;
    const counted = table && extras ? extras.joinCounts(posts, table) : posts;
    this.#entries = this.select(counted, { ...this.used, exclude: [...exclude, ...taken, ...here] });
  }

  /** Whether a post is the page being read, by its canonical link. */
  #isCurrent({ url }: Post): boolean {
    const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    return url !== '' && normalizeUrl(url) === normalizeUrl(canonical || location.href);
  }

  /** The page's language, where the browser knows it. */
  get #locale(): string | undefined {
    try {
      return Intl.DateTimeFormat.supportedLocalesOf(this.closest<HTMLElement>('[lang]')?.lang || [])[0];
    } catch {
      return undefined;
    }
  }

  #become(state: State): void {
    this.state = state;
    this.setAttribute('state', state);
    try {
      this.#internals ??= this.attachInternals();
      this.#internals.states.clear();
      this.#internals.states.add(state);
    } catch {
      // An engine without custom states; there is the attribute.
    }
  }

  protected override render(): TemplateResult {
    const ready = this.state === 'ready';
    const drawn = ready || this.state === 'loading';
    const level = /^[1-6]$/.test(String(this.headingLevel)) ? this.headingLevel : 2;
    const heading = this.heading
      ? html`<div part="heading" role="heading" id="heading" aria-level=${level}>${this.heading}</div>`
      : nothing;
    return html`<slot name="heading">${heading}</slot>${ready ? html`<slot name="before"></slot>` : nothing}
      <div class="stack" aria-busy=${ready ? nothing : String(drawn)}>
        <div class=${ready ? 'away' : nothing}><slot></slot></div>
        ${drawn ? this.#list(ready) : html`<slot name=${this.state}>${this.#apology}</slot>`}
      </div>
      ${ready ? html`<slot name="after"></slot>` : nothing}`;
  }

  /** What an empty list says, unless the owner says something. */
  get #apology() {
    const empty = this.state === 'empty' && !this.childElementCount && this.#phrases;
    return empty ? html`<p part="note">${empty.words(this.words).empty}</p>` : nothing;
  }

  /** The rows, and empty ones for posts that have not come or do not exist: nothing below the list moves. */
  #list(ready: boolean): TemplateResult {
    const show = this.#show;
    const phrases = this.#phrases;
    const rows = Math.min(Number(this.used['limit'] ?? this.standard), 100);
    const updated = this.used['order'] === 'updated';
    const dates = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'medium' });
    const entries = ready ? this.#entries : [];
    const drawn = entries.map((entry) => {
      const { post } = entry;
      const iso = (updated && post.updated) || post.published;
      const plain = {
        post,
        title: post.title || post.url,
        date: iso ? dates.format(new Date(iso)) : '',
        author: post.author?.name ?? '',
      };
      const item = phrases?.item(entry, plain, this.days(), this.words) ?? plain;
      const own = this.renderItem?.(item) ?? (this.#template && phrases?.fill(this.#template, item));
      return html`<li part="item" class=${own ? 'own' : nothing}>${own ?? draw(item, show, iso, this.#isCurrent(post))}</li>`;
    });
    const spare = html`<li class="spare" aria-hidden="true">${picture(show)}<div class="text"></div></li>`;
    const note = this.#latest ? phrases?.latest(this.#latest, this.words) : nothing;
    return html`<div class=${ready ? nothing : 'away'}><ol part="list" role="list" class="${show.join(' ')} ${
      this.layout
    }" aria-labelledby=${this.heading ? 'heading' : nothing}>${drawn}${Array(Math.max(0, rows - drawn.length)).fill(spare)}</ol>${
      this.allTime() ? html`<p part="note">${note}</p>` : nothing
    }</div>`;
  }
}
