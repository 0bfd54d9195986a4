import { type CSSResult, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { joinCounts } from '../src/posts/counts.ts';
import type { Explanation } from '../src/posts/favorites.ts';
import { parsePosts } from '../src/posts/parse.ts';
import type { Post } from '../src/posts/post.ts';
import { normalizeUrl } from '../src/posts/url.ts';
import type { Need } from '../src/sources/engines.ts';
import type { FormatName } from '../src/sources/formats.ts';
import * as distinct from './distinct.ts';
import { ErrorEvent, LoadEvent } from './events.ts';
import { draw, type Field, FIELDS, fill, type Item, toItem } from './item.ts';
import { countsOf, postsOf, type Shared } from './share.ts';
import { styles } from './styles.ts';
import { Phrases, type Words, wordsOf } from './words.ts';

/** `idle`: no source named; `failed`: there is nothing to show but the fallback. */
export type State = 'idle' | 'loading' | 'ready' | 'empty' | 'failed';

/** A post in a list; favorites lists say why. */
export type Entry = Partial<Explanation<Post>> & { post: Post };

/** How an attribute becomes an option of the functions, which say themselves what is allowed. */
export const CONVERT = {
  number: (text: string): unknown => (/^\d+$/.test(text.trim()) ? Number(text) : text),
  names: (text: string): unknown => text.split(',').map((name) => name.trim()).filter(Boolean),
  text: (text: string): unknown => text.trim(),
  /** `views`, or weights such as `views:1 comments:50`. */
  weights: (text: string): unknown =>
    text.includes(':') ? Object.fromEntries(text.trim().split(/[\s,]+/).map((pair) => [pair.split(':')[0], Number(pair.split(':')[1])])) : text.trim(),
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());

/** Lit's property declarations for options of the functions. */
export const declare = (options: object): Record<string, { attribute: string }> =>
  Object.fromEntries(Object.keys(options).map((name) => [name, { attribute: kebab(name) }]));

/** The options that all lists have: filters and how many. */
export const FILTERS: Readonly<Record<string, keyof typeof CONVERT>> = {
  limit: 'number',
  exclude: 'names',
  tags: 'names',
  excludeTags: 'names',
  authors: 'names',
  publishedWithin: 'text',
  minAge: 'text',
};

type Value = string | number | readonly string[] | object | null | undefined;

/**
 * What the list elements have in common: where posts come from, how they are drawn, and what shows when there are none.
 * Which posts a list has is a function's business.
 *
 * @slot - the fallback: shown until there is a list, and again if there never is
 * @slot heading - instead of `heading`
 * @slot before - above the list
 * @slot after - below the list
 * @slot empty - shown when the source has no posts
 * @slot failed - shown when the source could not be read and there is no fallback
 * @fires dogeared-load
 * @fires dogeared-error
 */
export abstract class DogearedList extends LitElement {
  static override styles: CSSResult = styles;
  /** The options of this list's function, and how their attributes are read. */
  static options: Readonly<Record<string, keyof typeof CONVERT>> = FILTERS;
  static limit = 5;

  static override properties = {
    ...declare(FILTERS),
    src: {},
    format: {},
    countsSrc: { attribute: 'counts-src' },
    posts: { attribute: false },
    words: { attribute: false },
    renderItem: { attribute: false },
    show: {},
    layout: {},
    heading: {},
    headingLevel: { attribute: 'heading-level' },
    distinct: {},
    excludeCurrent: { attribute: 'exclude-current' },
    state: { reflect: true },
  };

  /** The address of a feed, an engine or JSON; http(s), relative to the page. */
  declare src: string | null;
  /** What the source is, where it is not to be found out. */
  declare format: FormatName | null;
  /** The address of counts to join: `{ "/a-post/": 120 }`. */
  declare countsSrc: string | null;
  /** Posts instead of a source. */
  declare posts: readonly unknown[] | undefined;
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
  /** Read-only: what the list is doing. */
  declare state: State;
  declare limit: Value;
  declare exclude: Value;
  declare tags: Value;
  declare excludeTags: Value;
  declare authors: Value;
  declare publishedWithin: Value;
  declare minAge: Value;

  /** The addresses it shows; undefined until it has settled. */
  shown: string[] | undefined;

  #entries: Entry[] = [];
  #complete = true;
  #total = 0;
  #options: Record<string, unknown> = {};
  #words: Words | undefined;
  #locale = '';
  #leave: (() => void)[] = [];
  #sources: { posts?: Shared<{ posts: Post[]; complete: boolean }> & { refresh(): Promise<void> }; counts?: ReturnType<typeof countsOf> } = {};
  #group = '';
  readonly #warned = new Set<unknown>();
  #internals?: ElementInternals;

  constructor() {
    super();
    this.state = 'idle';
  }

  /** The list, by the rule of this element's function. */
  protected abstract select(posts: readonly Post[], options: object): Entry[];

  /** What the list needs of a source that can page. */
  protected need(limit: number): Need {
    return { limit };
  }

  /** Whether the page being read is left out when the owner does not say. */
  protected get excludesCurrent(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connect();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#disconnect();
  }

  /** Asks the source again; the list stays until there is an answer. */
  async refresh(): Promise<void> {
    await Promise.all([this.#sources.posts?.refresh(), this.#sources.counts?.refresh()]);
    await this.updateComplete;
  }

  #disconnect(): void {
    for (const leave of this.#leave.splice(0)) leave();
    this.#sources = {};
    if (this.#group) distinct.leave(this.#group, this);
    this.#group = '';
  }

  #connect(): void {
    this.#disconnect();
    this.#options = this.#read();
    const update = (): void => this.requestUpdate();
    if (this.src && !this.posts && !this.#inline()) {
      const source = postsOf(this.src, this.format ?? undefined);
      this.#leave.push(source.join(update, this.#need()));
      this.#sources.posts = source;
    }
    if (this.countsSrc) {
      this.#sources.counts = countsOf(this.countsSrc);
      this.#leave.push(this.#sources.counts.join(update, {}));
    }
    this.#group = this.distinct ?? '';
    if (this.#group) distinct.join(this.#group, this);
  }

  #need(): Need {
    const number = (name: string, standard: number): number => Number(this.#options[name] ?? standard);
    const filtered = Object.keys(this.#options).some((name) => name !== 'limit' && name in FILTERS);
    const show = this.#shows();
    const fields = (['image', 'author', 'tags'] as const).filter((field) => show.has(field));
    const limit = number('limit', (this.constructor as typeof DogearedList).limit) + number('offset', 0);
    const names = Object.keys(this.#options);
    return {
      ...this.need(filtered ? 100 : limit),
      fields: [
        ...fields,
        ...(show.has('excerpt') ? (['summary'] as const) : []),
        ...(names.some((name) => /tags/i.test(name)) ? (['tags'] as const) : []),
        ...(names.some((name) => /author/i.test(name)) ? (['author'] as const) : []),
      ],
    };
  }

  /** The options that make sense; the others are told once and left at their default. */
  #read(): Record<string, unknown> {
    const { options } = this.constructor as typeof DogearedList;
    const read: Record<string, unknown> = {};
    for (const [name, kind] of Object.entries(options)) {
      const given = (this as unknown as Record<string, Value>)[name];
      if (given === null || given === undefined || given === '') continue;
      const value = typeof given === 'string' ? CONVERT[kind](given) : given;
      try {
        this.select([], { ...read, [name]: value });
        read[name] = value;
      } catch (error) {
        const problem = (error as Error).message.replace(/^\w+: \w+/, `${kebab(name)}`);
        this.#warn(`${name} ${String(given)}`, `${problem}. Using the default.`, error as Error);
      }
    }
    return read;
  }

  #warn(key: unknown, message: string, error: Error): void {
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    console.warn(`<${this.localName}>: ${message}`);
    this.dispatchEvent(new ErrorEvent(error));
  }

  /** JSON that stands inside the tag. */
  #inline(): Element | null {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  #given(): { posts: Post[]; complete: boolean } | undefined {
    const url = document.baseURI;
    if (this.posts) return { posts: parsePosts(this.posts, { url }), complete: true };
    const inline = this.#inline();
    if (!inline) return this.#sources.posts?.value;
    try {
      return { posts: parsePosts(JSON.parse(inline.textContent ?? ''), { url }), complete: true };
    } catch {
      const error = new SyntaxError('the JSON inside the tag is broken');
      this.#warn(inline, `${error.message}; showing the fallback.`, error);
      return undefined;
    }
  }

  #shows(): Set<Field> {
    const words = (this.show ?? '').split(/[\s,]+/).filter(Boolean);
    for (const word of words)
      if (!FIELDS.includes(word as Field)) this.#warn(`show ${word}`, `show has "${word}"; allowed: ${FIELDS.join(', ')}.`, new RangeError(word));
    return new Set(words as Field[]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const sources = ['src', 'format', 'countsSrc', 'posts', 'distinct', 'show', ...Object.keys((this.constructor as typeof DogearedList).options)];
    if (this.isConnected && this.hasUpdated && sources.some((name) => changed.has(name))) this.#connect();
    this.#speak();

    const { posts: source, counts } = this.#sources;
    const given = this.#given();
    const error = source?.error ?? counts?.error;
    if (error) {
      const instead = given ? 'keeping what is there' : 'showing the fallback';
      this.#warn(error, `${error.message.replace(/\.$/, '')}; ${instead}.`, error);
    }
    const waits = source ? source.loading && !given : false;
    const countsWait = counts ? counts.loading && !counts.value : false;
    const taken = this.#group ? distinct.takenBefore(this.#group, this) : [];

    const old = this.#entries;
    if (given && !countsWait && taken && this.#words) {
      this.#choose(given, counts?.value, taken);
      this.state = this.#entries.length ? 'ready' : 'empty';
    } else if (waits || countsWait || (given && !(taken && this.#words))) {
      if (this.state !== 'ready') this.state = 'loading';
    } else this.state = source?.error || this.#inline() ? 'failed' : 'idle';

    const settled = this.state !== 'loading';
    const shown = settled ? this.#entries.map(({ post }) => post.url) : undefined;
    const changes = String(shown) !== String(this.shown) || Boolean(shown) !== Boolean(this.shown);
    this.shown = shown;
    if (this.#group && changes) distinct.tell(this.#group, this);
    if (settled && this.#entries !== old && this.state !== 'failed') void this.updateComplete.then(() => this.#announce());
    this.#expose();
  }

  #announce(): void {
    const posts = this.#entries.map(({ post }) => post);
    this.dispatchEvent(new LoadEvent({ posts, signal: this.#entries[0]?.signal, complete: this.#complete }));
  }

  #choose(given: { posts: Post[]; complete: boolean }, counts: Parameters<typeof joinCounts>[1] | undefined, taken: readonly string[]): void {
    const posts = counts ? joinCounts(given.posts, counts) : given.posts;
    const here = posts.filter((post) => this.#isCurrent(post)).map(({ url }) => url);
    const without = this.excludeCurrent === null || this.excludeCurrent === undefined ? this.excludesCurrent : String(this.excludeCurrent) !== 'false';
    const { exclude } = this.#options;
    const left = [...((exclude as string[] | undefined) ?? []), ...taken, ...(without ? here : [])];
    this.#complete = given.complete;
    this.#total = posts.length;
    this.#entries = this.select(posts, left.length ? { ...this.#options, exclude: left } : this.#options);
  }

  /** The page being read, by its canonical link. */
  #isCurrent(post: Post): boolean {
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical" i]')?.href;
    return post.url !== '' && normalizeUrl(post.url, location.href) === normalizeUrl(canonical || location.href);
  }

  /** The words of the page's language; another look when they have been loaded. */
  #speak(): void {
    const locale = this.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang || 'en';
    if (locale === this.#locale && this.#words) return;
    this.#locale = locale;
    const words = wordsOf(locale);
    if (!(words instanceof Promise)) this.#words = words;
    else
      void words.then((found) => {
        this.#words = found;
        this.requestUpdate();
      });
  }

  #expose(): void {
    try {
      this.#internals ??= this.attachInternals();
      this.#internals.states.clear();
      this.#internals.states.add(this.state);
    } catch {
      // An engine without custom states; there is the attribute.
    }
  }

  protected override render(): TemplateResult {
    const ready = this.state === 'ready' || this.state === 'empty';
    const level = Number(this.headingLevel);
    const fallback = this.state === 'empty' && !this.children.length;
    return html`
      <slot name="heading"
        >${this.heading
          ? html`<div part="heading" role="heading" aria-level=${level >= 1 && level <= 6 ? level : 2} id="heading">${this.heading}</div>`
          : nothing}</slot
      >
      ${ready ? html`<slot name="before"></slot>` : nothing}
      <div class="stack" aria-busy=${this.state === 'loading' ? 'true' : nothing}>
        <div class=${this.state === 'ready' ? 'away' : ''}><slot></slot></div>
        ${this.state === 'loading' || this.state === 'ready' ? this.#list() : nothing}
        ${fallback ? html`<slot name="empty"><p part="note">${this.#phrases.words.empty}</p></slot>` : nothing}
        ${this.state === 'failed' ? html`<slot name="failed"></slot>` : nothing}
      </div>
      ${ready ? html`<slot name="after"></slot>` : nothing}
    `;
  }

  get #phrases(): Phrases {
    return new Phrases(this.#locale, { ...(this.#words as Words), ...this.words });
  }

  #list(): TemplateResult {
    const show = this.#shows();
    const order = this.#options['order'] === 'updated' ? 'updated' : 'published';
    const rows = Math.min(Number(this.#options['limit'] ?? (this.constructor as typeof DogearedList).limit), 100);
    const meta = (['date', 'author', 'count', 'reason'] as const).some((field) => show.has(field));
    const looks = [
      ['grid', 'cards'].find((name) => name === this.layout),
      meta && 'meta',
      show.has('tags') && 'tags',
      show.has('excerpt') && 'excerpt',
    ].filter(Boolean);
    const spare = (): TemplateResult =>
      html`<li class="spare" aria-hidden="true">${show.has('image') ? html`<div class="image away"></div>` : nothing}<div class="text"></div></li>`;
    if (this.state === 'loading')
      return html`<ol class=${looks.join(' ')} aria-hidden="true">${Array.from({ length: rows }, spare)}</ol>${this.note('')}`;

    const phrases = this.#phrases;
    const look = {
      phrases,
      locale: this.#locale,
      order,
      days: this.days,
      isCurrent: (post: Post): boolean => this.#isCurrent(post),
    } as const;
    const template = this.querySelector<HTMLTemplateElement>(':scope > template');
    const drawn = this.#entries.map((entry) => {
      const item = toItem(entry, look);
      const row = this.renderItem ? this.renderItem(item) : template ? fill(template, item) : draw(item, show, order);
      return html`<li part="item">${row}</li>`;
    });
    const missing = Math.max(0, rows - drawn.length);
    const latest = this.#complete ? '' : phrases.words.latest.replace('{n}', phrases.number(this.#total));
    return html`<div>
      <ol
        part="list"
        role="list"
        class=${looks.join(' ')}
        aria-label=${this.heading ? nothing : phrases.words.posts}
        aria-labelledby=${this.heading ? 'heading' : nothing}
      >
        ${drawn}${Array.from({ length: missing }, spare)}
      </ol>
      ${this.note(latest)}
    </div>`;
  }

  /** The length of the window of a favorites list, in days. */
  protected get days(): number {
    return 0;
  }

  /** A line under the list; lists that never have one have no room for it either. */
  protected note(_latest: string): TemplateResult | typeof nothing {
    return nothing;
  }
}
