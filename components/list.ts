import {
  type CSSResult,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Duration } from '../src/posts/duration.ts';
import { parsePosts } from '../src/posts/parse.ts';
import type { Post } from '../src/posts/post.ts';
import type { Need } from '../src/sources/engines.ts';
import type { FormatName } from '../src/sources/formats.ts';
import { DogearedElement } from './element.ts';
import { ErrorEvent, LoadEvent } from './events.ts';
import type { Entry, Item } from './item.ts';
import { here } from './here.ts';
import { attributes } from './attributes.ts';
import { FILTERS } from './options.ts';
import { postsOf } from './share.ts';
import { styles } from './styles.ts';
import type { Words } from './words.ts';

/** `idle`: no source named; `failed`: there is nothing to show but the fallback. */
export type State = 'idle' | 'loading' | 'ready' | 'empty' | 'failed';

/** What may be named without a second look; the rest of what `show` takes needs words or rules of a language. */
const PLAIN = /^(date|author|image|list|grid|cards|[1-6]?)$/;

/**
 * A module that only some lists need: undefined while it is on its way, which `then` is told the end of; null if it does
 * not come. Lists do without then.
 */
function lazy<M>(load: () => Promise<M>): (then: () => void) => M | null | undefined {
  let module: M | null | undefined;
  return (then) => {
    if (module === undefined)
      void load()
        .catch(() => null)
        .then((loaded) => {
          module = loaded;
          then();
        });
    return module;
  };
}
const rows = lazy(() => import('./item.ts'));
const extras = lazy(() => import('./extras.ts'));

/** An option that makes no sense: its name, what was given, and what the function says. */
export type Odd = readonly [name: string, given: unknown, problem: Error];

/** Tells what is wrong and what is done instead; once for each key. */
export type Warn = (error: Error, instead: string, key?: unknown) => void;

/**
 * An address without all that `normalizeUrl` may leave out. Addresses of one page are equal here; where only this says
 * that they may be, the rule is loaded.
 */
const bare = (url: string): string => url.replace(/^\w+:\/\/[^/]*|[?#].*|%..|index\.\w+|\W/gi, '');

/** What stands in an attribute with spaces or commas between. */
export const words = (value: unknown): string[] => String(value ?? '').match(/[^\s,]+/g) ?? [];

/** A number that is one already: until the rule has come to say so, an option may be anything. */
const count = (value: unknown): number => (typeof value === 'number' ? value : NaN);

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
 * @slot idle - shown where no source is named
 * @csspart heading - the heading, where `heading` is set
 * @csspart list - the list of posts
 * @csspart item - a post in the list
 * @csspart title - the link to a post
 * @csspart image - the picture of a post
 * @csspart meta - the line with date, author, count and reason
 * @csspart date - when a post was published
 * @csspart author - who wrote it
 * @csspart count - how often it was seen, liked …
 * @csspart reason - why it is in the list
 * @csspart excerpt - how a post begins
 * @csspart tags - the tags of a post
 * @csspart note - what the list says about itself: that there is nothing, or how many posts it knows
 * @cssprop --dogeared-link-color - the color of titles
 * @cssprop --dogeared-muted-color - the color of what stands beside titles
 * @cssprop --dogeared-title-weight - the weight of titles
 * @cssprop --dogeared-title-lines - how many lines a title may have; each row is as high as if it had them
 * @cssprop --dogeared-gap - between posts
 * @cssprop --dogeared-column - the narrowest column of grid and cards
 * @cssprop --dogeared-image-size - the width of pictures in a list
 * @cssprop --dogeared-image-ratio - the shape of pictures, width by height
 * @cssprop --dogeared-radius - how round the corners of pictures and cards are
 * @cssprop --dogeared-padding - inside cards
 * @cssstate idle - no source is named
 * @cssstate loading - posts are on their way, and there is no list yet
 * @cssstate ready - there is a list
 * @cssstate empty - there are no posts to list
 * @cssstate failed - there is nothing to show but the fallback
 * @fires dogeared-load
 * @fires dogeared-error
 */
export abstract class DogearedList extends DogearedElement {
  static override styles: CSSResult = styles;
  /** The options of this list's function, and how their attributes are read. */
  static options = FILTERS;

  static override properties: PropertyDeclarations = {
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
  /** The address of counts to join: `{ "/a-post/": 120 }`, a report of GoAccess, or a counter such as GoatCounter's. */
  declare countsSrc: string | null;
  /** Posts instead of a source. */
  declare posts: readonly unknown[] | null | undefined;
  /** Words to use instead of ours, one by one. */
  declare words: Partial<Words> | undefined;
  /** Draws a row: text, a node or a Lit template. */
  declare renderItem: ((item: Item) => unknown) | undefined;
  /** What to show beside titles: words of `date author image excerpt tags count reason`. */
  declare show: string | null;
  /**
   * One under the other, in columns, or in columns with a border around each.
   *
   * @default 'list'
   */
  declare layout: 'list' | 'grid' | 'cards' | null;
  /** A heading above the list, part of it for those who hear the page. */
  declare heading: string | null;
  /**
   * The level of the heading, from 1 to 6.
   *
   * @default 2
   */
  declare headingLevel: string | number | null;
  /** A name: of the lists with the same name, a later one leaves out what an earlier one shows. */
  declare distinct: string | null;
  /**
   * Leaves out the page being read, instead of marking it; `"false"` switches it off.
   *
   * @default false
   */
  declare excludeCurrent: string | boolean | null;
  /**
   * How many posts to show at most.
   *
   * @default 5
   */
  declare limit: number | string | null;
  /** Posts to leave out: their ids or addresses, with commas between them. */
  declare exclude: string | readonly string[] | null;
  /** Only posts with one of these tags, with commas between them. */
  declare tags: string | readonly string[] | null;
  /** Only posts with none of these tags, with commas between them. */
  declare excludeTags: string | readonly string[] | null;
  /** Only posts by one of these authors, with commas between them. */
  declare authors: string | readonly string[] | null;
  /** Only posts younger than this: `12h`, `30d`, `2w`, `1y`, or milliseconds. */
  declare publishedWithin: Duration | null;
  /** Only posts older than this: `12h`, `30d`, `2w`, `1y`, or milliseconds. */
  declare minAge: Duration | null;

  /**
   * What the list is doing. Also an attribute and a custom state.
   *
   * @readonly
   */
  state: State = 'idle';
  /**
   * The addresses it shows; undefined until it has settled.
   *
   * @internal
   */
  shown: string[] | undefined;
  /** How many posts the function gives by default. */
  protected standard = 5;
  /** Whether the page being read is left out when the owner does not say. */
  protected excludesCurrent = false;
  /**
   * The options that make sense, as the function takes them.
   *
   * @internal
   */
  used: Record<string, unknown> = {};

  /**
   * The words of `show`.
   *
   * @internal
   */
  fields: readonly string[] = [];
  #entries: Entry[] = [];
  /** The addresses of the page being read. */
  #current!: string[];
  /** How many posts the list was made of, where these were only the latest. */
  #latest: number | undefined;
  #source: ReturnType<typeof postsOf> | undefined;
  /** What draws more than titles. */
  #rows: typeof import('./item.ts') | null | undefined;
  /** What has drawn the rows that are there. */
  #drawn: typeof import('./item.ts') | null | undefined;
  #extra: import('./extras.ts').Extra | undefined;
  #leave: (() => void) | undefined;
  #lost: Error | undefined;
  /** What is wrong with options, for those who know the words for it. */
  #odd!: Odd[];
  #warned = new Set<unknown>();
  #internals: ElementInternals | undefined;

  /** The list, by the rule of this element's function; undefined while that is on its way. */
  protected abstract select(posts: readonly Post[], options: object): Entry[] | undefined;

  /** Loads the rule, where the options need one that has not come with the element. */
  protected prepare?(): Promise<unknown> | undefined;

  /** What the list needs of a source that can page. */
  protected need(limit: number): Need {
    return { limit, order: this.used['order'] as undefined };
  }

  /**
   * The length of the window of a favorites list, in days.
   *
   * @internal
   */
  days?(): number;

  /** Whether the list is about all posts there ever were; then a line says so if it knows only the latest. */
  protected allTime?(): boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#again();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is back at once.
    queueMicrotask(() => this.isConnected || this.#disconnect());
  }

  /** Asks the source again; the list stays until there is an answer. */
  async refresh(): Promise<void> {
    await Promise.all([this.#source?.refresh(), this.#extra?.refresh()]);
    await this.updateComplete;
  }

  /** Looks at everything anew, as after the change of an attribute. */
  #again = (): void => this.requestUpdate('src', this);

  #disconnect(): void {
    this.#leave?.();
    this.#extra?.leave();
    this.#leave = this.#source = this.#extra = undefined;
  }

  #connect(): void {
    this.#disconnect();
    this.fields = words(this.show);
    this.#odd = [];
    // The options that make sense; the others are left at their default.
    const options: Record<string, unknown> = (this.used = {});
    for (const [name, read] of Object.entries((this.constructor as typeof DogearedList).options)) {
      const given = this[name as 'limit'];
      if ((given ?? '') === '') continue;
      options[name] = typeof given === 'string' ? read(given) : given;
      try {
        this.select([], options);
      } catch (error) {
        delete options[name];
        this.#odd.push([name, given, error as Error]);
      }
    }
    const { limit = this.standard, offset = 0, ...filters } = options as { limit?: number; offset?: number };
    const named = Object.keys(filters);
    // What earlier lists show is left out as if the owner had named it.
    if (this.distinct) options['exclude'] ??= [];
    if (!this.#lost)
      this.prepare?.()?.then(this.#again, (error: Error) => {
        this.#lost = error;
        this.#again();
      });
    if (!this.src || this.#own) return;
    this.#source = postsOf(this.src, this.format ?? undefined);
    this.#leave = this.#source.join(() => this.requestUpdate(), {
      ...this.need((!named[0] && count(limit) + count(offset)) || 100),
      fields: [...this.fields, ...named],
    });
  }

  /** Tells a problem, once. */
  #warn: Warn = (error, instead, key = error.message) => {
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    console.warn(`<${this.localName}>: ${error.message}; ${instead}.`);
    this.dispatchEvent(new ErrorEvent(error));
  };

  #child(selector: string): Element | null {
    return this.querySelector(`:scope > ${selector}`);
  }

  protected override firstUpdated(): void {
    // What has been inside from the start is no news, but slots tell of it, too, and have done so a moment from now.
    queueMicrotask(() => this.renderRoot.addEventListener('slotchange', () => this.requestUpdate()));
  }

  /** What the list was given without a source: posts, or JSON that stands inside the tag. */
  get #own(): readonly unknown[] | Element | null {
    return this.posts ?? this.#child('script[type="application/json"]');
  }

  get #given(): Given | undefined {
    const own = this.#own;
    if (!own) return this.#source?.value;
    try {
      const posts: unknown = own instanceof Element ? JSON.parse(own.textContent) : own;
      return { posts: parsePosts(posts, { url: document.baseURI }), complete: true };
    } catch {
      return void this.#warn(new SyntaxError('the JSON inside the tag is broken'), 'showing the fallback');
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Who is not on the page joins nothing.
    if (!this.isConnected) return;
    if (changed.size) this.#connect();
    const given = this.#given;
    const page = here();
    const entries = this.#waits(given, page) ? undefined : given && this.#choose(given.posts, page);
    const before = String(this.shown);
    const error = this.#source?.error ?? this.#lost;
    let state: State = 'idle';
    if (entries) {
      this.#entries = entries;
      this.#latest = given?.complete ? undefined : given?.posts.length;
      state = entries[0] ? 'ready' : 'empty';
    } else if (!this.#lost && (given || (this.#source && !error))) state = this.state === 'ready' ? 'ready' : 'loading';
    else if (error || this.#own) state = 'failed';

    if (error) this.#warn(error, given ? 'keeping what is there' : 'showing the fallback', error);
    if (state !== 'ready') this.#entries = [];
    this.#become(state);
    const posts = this.#entries.map(({ post }) => post);
    this.shown = state === 'loading' ? undefined : posts.map(({ url }) => url);
    if (String(this.shown) === before) return;
    this.#extra?.tell();
    if (!given) return;
    const event = new LoadEvent({ posts, signal: this.#entries[0]?.signal, complete: !this.#latest });
    void this.updateComplete.then(() => this.dispatchEvent(event));
  }

  /** Whether something is on its way that this list cannot be drawn without; asks for it. */
  #waits(given: Given | undefined, page: string): unknown {
    const posts = given?.posts ?? [];
    const barePage = bare(page);
    const wordy =
      words([this.show, this.layout, this.headingLevel, this.format]).some((word) => !PLAIN.test(word)) ||
      this.renderItem ||
      this.#child('template') ||
      (given && ((!given.complete && this.allTime?.()) || !posts.length || posts.some(({ title }) => !title)));
    const rare =
      wordy ||
      this.countsSrc ||
      this.distinct ||
      this.#odd[0] ||
      posts.some(({ url }) => url !== page && bare(url) === barePage);
    const fields = wordy || this.fields[0] ? rows(this.#again) : null;
    const extra = rare ? extras(this.#again) : null;
    this.#rows = fields;
    if (extra) this.#extra ??= new extra.Extra(this, this.#odd, this.#warn);
    return (
      fields === undefined || extra === undefined || this.#extra?.waits(!!wordy, fields?.localeOf(this), given?.posts)
    );
  }

  /** The list; undefined while its rule is on its way. */
  #choose(posts: readonly Post[], page: string): Entry[] | undefined {
    const same = this.#extra?.same(page);
    this.#current = posts.filter(({ url }) => url === page || same?.(url)).map(({ url }) => url);
    const without = String(this.excludeCurrent ?? this.excludesCurrent) !== 'false';
    const { exclude = [] } = this.used as { exclude?: string[] };
    const taken = [...exclude, ...(without ? this.#current : []), ...(this.#extra?.taken ?? [])];
    const options = { ...this.used, exclude: taken };
    return this.select(this.#extra?.counted(posts) ?? posts, options);
  }

  #become(state: State): void {
    if (this.#internals && state === this.state) return;
    this.state = state;
    this.setAttribute('state', state);
    try {
      const { states } = (this.#internals ??= this.attachInternals());
      states.clear();
      states.add(state);
    } catch {
      // An engine without custom states; there is the attribute.
    }
  }

  /** The list is filled by `updated`. */
  protected override render(): TemplateResult {
    const { state, heading } = this;
    return html`<slot name="heading">${
      heading
        ? html`<div part="heading" role="heading" id="heading" aria-level=${/^[1-6]$/.exec(String(this.headingLevel)) ?? 2}>${heading}</div>`
        : nothing
    }</slot><div class="stack ${state}" aria-busy=${state === 'loading'}><slot></slot><slot name=${state as 'idle' | 'empty' | 'failed'}>${
      state === 'empty' ? this.#extra?.apology() : nothing
    }</slot><div><slot name="before"></slot><ol part="list" role="list" class=${[...this.fields, this.layout].join(' ')} aria-labelledby=${heading ? 'heading' : nothing}></ol>${
      this.allTime?.()
        ? html`<p part="note">${this.#latest ? this.#extra?.latest(this.#latest) : nothing}</p>`
        : nothing
    }<slot name="after"></slot></div></div>`;
  }

  /**
   * Draws the rows, and keeps room for posts that have not come or do not exist, so that nothing below the list moves. Most
   * lists have nothing but titles, for which Lit would take several times as long.
   */
  protected override updated(): void {
    const list = this.renderRoot.querySelector('ol')!;
    const rows = this.#rows;
    const { length } = this.#entries;
    const { limit = this.standard } = this.used as { limit?: number };
    const places = Math.max(length, Math.min(count(limit), 100) || 0);
    // Drawn by something else, or more than there are now.
    if (rows !== this.#drawn || list.children[places] || list.children[length]?.firstChild) list.replaceChildren();
    this.#drawn = rows;
    for (let at = 0; at < places; at++) {
      const row = (list.children[at] as HTMLElement | undefined) ?? list.appendChild(document.createElement('li'));
      const entry = this.#entries[at];
      if (!entry) continue;
      const { url, title } = entry.post;
      row.setAttribute('part', 'item');
      const text = rows?.draw(row, entry, this, this.#extra) ?? (title || url);
      // A row of the owner's own.
      if (text === false) continue;
      const link =
        row.querySelector('a') ??
        row.appendChild(Object.assign(document.createElement('a'), { part: 'title', dir: 'auto' }));
      // What a reader has selected stays so.
      if (link.text !== text) link.text = text;
      link.ariaCurrent = this.#current.includes(url) ? 'page' : null;
      if (url) link.href = url;
      else link.removeAttribute('href');
    }
  }
}
