/** What a reader sees of comments first: threads, as far as they are shown. Loaded when comments are wanted. */
import { type CSSResult, html, type PropertyValues, render, type TemplateResult } from 'lit';
import { bare } from '../src/comments/bare.ts';
import type { Body, drawAll } from '../src/comments/batch.ts';
import type { BlogComment } from '../src/comments/comment.ts';
import { orderComments, type Thread } from '../src/comments/order.ts';
import { type Sort, SORTS } from '../src/comments/sorts.ts';
import type { CommentPage, CommentSource } from '../src/comments/source.ts';
import { link } from '../src/posts/parse.ts';
import { breathe } from '../src/slices.ts';
import { commentsAt, readCommentPage } from '../src/sources/comments.ts';
import { CommentsLoadEvent } from './comment-events.ts';
import { button, head, isOn, isSpecial, setBody, setRaw } from './comment-item.ts';
import { threadStyles } from './comment-styles.ts';
import { commentWordsOf, localeOf } from './comment-words.ts';
import type { AllCommentWords } from './comment-form-words.ts';
import type { DogearedComments } from './comments.ts';
import type { EngineWords } from './engine-words.ts';
import { here } from './here.ts';
import type { Plural } from './words.ts';

/** Levels that are drawn one in another; browsers choke on deep lists, and readers on narrow columns. */
const LEVELS = 8;

/** What names comments inside the tag: JSON, or the places where they are kept. */
const GIVEN = ':scope > :is(script[type="application/json"], dogeared-source)';

/** What has a look of its own in a comment: all but text, links and paragraphs. */
const RICH = ':not(p, a, br, em, strong, b, i, del, s, sub, sup)';

/** Comments that come onto the page at first, however many are wanted: no more than a slow machine draws at once. */
const FIRST = 25;

/** How long a reader waits for bodies to be drawn before they see them as text. */
const PATIENCE = 1500;

/** What only some readers do, some pages want: loaded when one does. */
type Actions = typeof import('./comment-actions.ts');

/** A comment on the page. Its nodes stay the same as long as it is there, its body as long as the text is the same. */
interface Drawn {
  item: HTMLLIElement;
  article: HTMLElement;
  body: HTMLElement;
  /** Where a form is. */
  below: HTMLElement;
  replies: HTMLOListElement;
  text: string;
  /** Whether the body is there, and not only its text. */
  done?: boolean;
  /** What it was drawn from the last time. */
  from?: readonly unknown[] | undefined;
}

/** Attributes that want nothing but what is here, with commas between: sort, limit, heading-level, fold-below, muted. */
const SIMPLE = /^(|oldest|newest),(|\d*[1-9]\d*),(|[1-6]),,$/;

/** An element of ours. */
function make<K extends keyof HTMLElementTagNameMap>(tag: K, part: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.setAttribute('part', part);
  return element;
}

/** The list of what begins a thread, or of the answers to a comment. Lists without marks are lists all the same. */
function makeList(part: string): HTMLOListElement {
  const list = make('ol', part);
  list.setAttribute('role', 'list');
  return list;
}

const textOf = ({ body, html: markup }: BlogComment): string => markup ?? body ?? '';

/** How many comments stand under one. */
const sizeOf = ({ replies }: Thread): number => replies.reduce((sum, reply) => sum + sizeOf(reply), replies.length);

/** What makes it another thread. */
const aboutOf = ({ src, engine, post, source }: DogearedComments): unknown[] => [src, engine, post, source];

/** The comments of one source. */
export class View {
  readonly host: DogearedComments;
  words!: AllCommentWords & Partial<EngineWords>;
  locale: string | undefined;
  source: CommentSource | undefined;
  sort: Sort = 'oldest';
  /** Settled when the last load is. */
  started!: Promise<void>;
  comments = new Map<string, BlogComment>();
  /** All comments in the order in which they are read. */
  order: Thread[] = [];
  /** The stretch of them that a reader wants to see: where it begins, and where it ends. */
  from = 0;
  shown = 0;
  /** How much of it is on the page by now. */
  until = 0;
  /** What the source says besides. */
  page: Omit<CommentPage, 'comments'> = {};
  /** What was sent from here: it stays, also where a source does not give it back at once. */
  sent = new Map<string, BlogComment>();
  collapsed = new Set<string>();
  /** Whether more comments are on their way, or have not come. */
  more: 'coming' | 'failed' | undefined;
  nodes = new Map<string, Drawn>();
  /** Made once: making one takes longer than using it a hundred times. */
  date!: Intl.DateTimeFormat;
  /** What those hear who do not see the page. */
  said = '';
  /** When it was, as readers are told: "an hour ago", as of when? */
  since = Date.now();
  /** Ends with the next load. */
  request = new AbortController();
  /** Ends when the element leaves: what is being sent goes on when comments are loaded anew. */
  life: AbortController;
  forms: typeof import('./comment-form.ts') | undefined;
  details: typeof import('./comment-details.ts') | void = undefined;
  /** The words for what only engines do. */
  engine: typeof import('./engine-words.ts') | undefined;

  #actions: Actions | undefined;
  #drawAll: typeof drawAll | undefined;
  /** What the comments are of. */
  #about: readonly unknown[];
  #comments: unknown;
  /** What an owner wants in another order, or folded, is not shown first as it is. */
  #prepared: unknown;
  #lost = false;
  #ready = false;
  list = makeList('list');
  #alive = 0;

  constructor(host: DogearedComments, { sort, life } = { sort: host.sort!, life: new AbortController() }) {
    const { limit, headingLevel, foldBelow, muted } = host;
    this.host = host;
    this.life = life;
    this.#about = aboutOf(host);
    if (SORTS.includes(sort)) this.sort = sort;
    this.dress(threadStyles);
    this.#prepared = SIMPLE.test([host.sort, limit, headingLevel, foldBelow, muted].join()) || this.act('complain');
    void this.load();
  }

  /** Takes what an application has changed. Another source is another view. */
  follow(changed: PropertyValues): View {
    const { comments } = this.host;
    if (aboutOf(this.host).some((value, at) => value !== this.#about[at])) {
      this.request.abort();
      return new View(this.host, this);
    }
    if (comments !== this.#comments) void this.load();
    else if (changed.size) void this.act('follow', changed);
    return this;
  }

  connect(): void {
    if (!this.life.signal.aborted) return;
    this.life = new AbortController();
    void this.load();
  }

  /** Ends what is under way. */
  disconnect(): void {
    this.request.abort();
    this.life.abort();
  }

  get limit(): number {
    return Math.max(0, Math.floor(Number(this.host.limit))) || 20;
  }

  /** Does what a reader asks for. */
  async act<K extends keyof Actions>(name: K, ...args: unknown[]): Promise<any> {
    try {
      this.#actions ??= await import('./comment-actions.ts');
      return await (this.#actions[name] as (view: View, ...args: unknown[]) => unknown)(this, ...args);
    } catch (error) {
      this.host.warn(error as Error, 'nothing was done');
    }
  }

  /** Adds to what the element wears. */
  dress({ styleSheet }: CSSResult): void {
    const root = this.host.shadowRoot!;
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, styleSheet!])];
  }

  /** Finds its words: the owner's, and for what they do not say ours. */
  async speak(forms = this.forms): Promise<void> {
    const locale = localeOf(this.host);
    const [words, more] = await Promise.all([commentWordsOf(locale), forms?.formWordsOf(locale)]);
    this.words = { ...words, ...more!, ...this.engine?.engineWordsOf(locale), ...this.host.words };
    this.locale = locale;
    this.date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  }

  /** Finds the words for what only engines do, too. */
  async learn(): Promise<void> {
    this.engine ??= await import('./engine-words.ts');
    await this.speak();
  }

  /** Reads what somebody says is a page of comments. */
  read(page: unknown): Promise<CommentPage> {
    return readCommentPage(page, { base: document.baseURI, signal: this.request.signal });
  }

  /** Asks for a page. Nothing of what others bring is trusted. */
  async ask(after?: string): Promise<CommentPage> {
    const { signal } = this.request;
    const page = await this.source!.load({ after, sort: this.sort, signal });
    signal.throwIfAborted();
    return this.host.source ? { ...page, ...(await this.read(page)), canPost: page.canPost } : page;
  }

  /** Asks the source from the beginning. What is on the page stays until there is an answer. */
  load(): Promise<void> {
    this.request.abort();
    this.request = new AbortController();
    return (this.started = this.#load(this.request.signal));
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { host } = this;
    const { src, engine, post, source, comments } = host;
    this.#comments = comments;
    if (!this.#ready) host.become('loading');
    try {
      await Promise.all([this.#ready || this.speak(), this.#prepared]);
      if (signal.aborted) return;
      const isGiven = comments ?? host.querySelector(GIVEN);
      this.source =
        source ??
        (isGiven
          ? await (await import('./comment-given.ts')).sourceOf(this, commentsAt)
          : src
            ? commentsAt(src, { engine: engine ?? undefined, post: post ?? here() })
            : undefined);
      if (!this.source) {
        this.#ready = false;
        return host.become('idle');
      }
      host.requestUpdate();
      const page = bare(await this.ask());
      if (page.email ?? page.plain ?? page.missing?.[0]) await this.learn();
      const forms = (page.canPost || this.source.canEdit) && !this.forms && this.#loadForms();
      if (this.#ready) await this.act('again', page);
      else {
        this.comments.clear();
        this.page = page;
        page.comments.forEach((comment) => this.keep(comment));
        await breathe();
        this.arrange();
      }
      this.#lost = false;
      this.more = undefined;
      this.shown = Math.max(this.shown, this.limit);
      await breathe();
      if (signal.aborted) return;
      await Promise.all([this.drawBodies(), forms]);
      this.#ready = true;
      this.settle();
    } catch (error) {
      if (signal.aborted) return;
      this.#lost = true;
      host.warn(error as Error, this.#ready ? 'keeping what is there' : 'showing the fallback');
      if (!this.#ready) host.become('failed');
    }
    host.requestUpdate();
  }

  async #loadForms(): Promise<void> {
    try {
      const forms = await import('./comment-form.ts');
      await this.speak(forms);
      this.dress(forms.formStyles);
      this.forms = forms;
    } catch {
      // Comments can be read all the same.
    }
  }

  keep(comment: BlogComment): void {
    // What a page adds to all objects is nobody's. The comment is ours: whoever has read it has made it.
    Object.setPrototypeOf(comment, null);
    Object.setPrototypeOf(comment.author, null);
    this.comments.set(comment.id, comment);
  }

  /** Puts comments into their threads and order. */
  arrange(): void {
    // A source's dates are what `toIso` has written.
    this.order = orderComments(this.comments.values(), this.sort, true, LEVELS, Date.parse, this.#actions?.scoreOf);
    this.#alive = this.order.filter(({ comment }) => comment.status !== 'deleted').length;
  }

  /** A stretch of the order, after what its first comment stands under. */
  stretch(until: number): Thread[] {
    return [...(this.#actions?.above(this) ?? []), ...this.order.slice(this.from, until)];
  }

  /** How many comments there are, as far as anybody knows. */
  get total(): number {
    const { next, total = 0 } = this.page;
    return next === undefined ? this.#alive : Math.max(this.#alive, total + this.sent.size);
  }

  /** Says what there is now. */
  settle(): void {
    this.host.become(this.order.length ? 'ready' : 'empty');
    const comments = this.order.map(({ comment }) => comment);
    const event = new CommentsLoadEvent({ comments, total: this.total, complete: this.page.next === undefined });
    void this.host.updateComplete.then(() => this.host.dispatchEvent(event));
  }

  /** Draws bodies, with DOMPurify, which is loaded with the first of them. */
  async drawEach(bodies: readonly Body[], place: Parameters<typeof drawAll>[1], signal?: AbortSignal): Promise<void> {
    this.#drawAll ??= (await import('../src/comments/batch.ts')).drawAll;
    const rich: [at: number, nodes: DocumentFragment][] = [];
    await this.#drawAll(
      bodies,
      (at, nodes) => (nodes.querySelector(RICH) ? void rich.push([at, nodes]) : place(at, nodes)),
      this.words,
      isOn(this.host.images),
      signal,
    );
    if (!rich[0]) return;
    const { bodyStyles, widen } = await import('./comment-body-styles.ts');
    signal?.throwIfAborted();
    this.dress(bodyStyles);
    for (const [at, nodes] of rich) place(at, widen(nodes));
  }

  /**
   * Draws the bodies of what is wanted next and has none yet, and what is left of it then.
   *
   * @param patience how many milliseconds a reader waits for them
   */
  async drawBodies(patience = PATIENCE): Promise<void> {
    const { signal } = this.request;
    const { from } = this;
    const end = Math.min(this.shown, this.order.length);
    // The first, and then, each time, as many as are there already.
    const until = Math.min(end, Math.max(from + FIRST, 2 * this.until - from));
    const threads = this.stretch(until);
    const details = this.#detail(threads);
    const mover = until < end && this.act('placed');
    const missing = threads
      .map(({ comment }) => comment)
      .filter((comment) => textOf(comment) && !this.nodes.get(comment.id)?.done);
    const drawing =
      missing[0] &&
      this.drawEach(
        missing,
        (at, nodes) => {
          const drawn = this.#nodeOf(missing[at]!);
          drawn.done = true;
          setBody(drawn.body, nodes);
        },
        signal,
      ).catch((error) => signal.aborted || this.act('showRaw', error));
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([drawing, new Promise((done) => (timer = setTimeout(done, patience)))]);
    clearTimeout(timer);
    await details;
    await mover;
    this.until = until;
  }

  /** Loads what only some comments say of themselves, where one does. */
  async #detail(threads: readonly Thread[]): Promise<void> {
    if (!threads.some((thread) => isSpecial(thread, this.host))) return;
    this.details ??= await import('./comment-details.ts').catch(
      (error: Error) => void this.host.warn(error, 'showing comments without votes and badges'),
    );
    if (this.details) this.dress(this.details.detailStyles);
  }

  #nodeOf(comment: BlogComment): Drawn {
    const { id } = comment;
    let drawn = this.nodes.get(id);
    if (!drawn) {
      drawn = {
        item: make('li', 'item'),
        article: make('article', 'comment'),
        body: make('div', 'body'),
        below: document.createElement('div'),
        replies: makeList('replies'),
        text: textOf(comment),
      };
      drawn.article.tabIndex = -1;
      drawn.body.dir = 'auto';
      drawn.item.append(drawn.article, drawn.below);
      this.nodes.set(id, drawn);
    }
    return drawn;
  }

  plural(forms: Plural & { none?: string }, n: number): string {
    const form = (!n && forms.none) || (forms[new Intl.PluralRules(this.locale).select(n)] ?? forms.other);
    return form.replace('{n}', n.toLocaleString(this.locale));
  }

  nameOf({ author }: BlogComment): string {
    return author.name || this.words.anonymous;
  }

  titleOf(comment: BlogComment): string {
    return this.words.permalink.replace('{name}', () => this.nameOf(comment));
  }

  /** Where comments can be sent, if not here. */
  get elsewhere(): string | undefined {
    return link(this.host.replyUrl ?? this.page.replyUrl, document.baseURI);
  }

  render(): TemplateResult | undefined {
    const { words, host, order, page, forms } = this;
    if (!words) return undefined;
    const problem = this.#lost
      ? html`<p part="note" role="status">${words.failed} ${button(words.retry, () => this.act('retry'))}</p>`
      : undefined;
    if (!this.#ready)
      return problem || host.state !== 'loading'
        ? problem
        : html`<p class=${host.childElementCount ? 'hidden' : 'quiet'} role="status">${words.loading}</p>`;
    if (this.#actions) this.#actions.place(this);
    else this.#place();
    const note = (text: string | false) => (text ? html`<p part="note">${text}</p>` : undefined);
    const more = (isThere: boolean, above?: boolean) =>
      isThere
        ? html`<button type="button" part="more" class="more" @click=${() => this.act('more', above)}>${words.more}</button>`
        : undefined;
    const elsewhere = page.closed ? undefined : this.elsewhere;
    return html`<section aria-labelledby="heading">
      <div class="top">
        <slot name="heading"
          ><div
            part="heading"
            role="heading"
            id="heading"
            aria-level=${/^[1-6]$/.exec(String(host.headingLevel)) ?? 2}
            tabindex="-1"
          >
            ${this.plural(words.count, this.total)}
          </div></slot
        >
        ${
          order.length > 1
            ? html`<label class="sort"
                >${words.sort}
                <select part="sort" @change=${({ target }: Event) => this.act('resort', (target as HTMLSelectElement).value)}>
                  ${SORTS.map((sort) => html`<option value=${sort} ?selected=${sort === this.sort}>${words[sort]}</option>`)}
                </select></label
              >`
            : undefined
        }
      </div>
      ${note(page.closed === 'protected' && words.protected)}${problem}${more(this.from > 0, true)}${this.list}
      ${note(this.more === 'failed' && words.failed)}${note(!!page.missing?.[0] && words.missing!.replace('{name}', () => page.missing!.join(', ')))}${more(order.length > this.until || page.next !== undefined)}${note(page.closed === 'closed' && words.closed)}${
        page.canPost && forms
          ? forms.formAt(this, '').render()
          : elsewhere && html`<p><a part="post" class="button" href=${elsewhere}>${words.post}</a></p>`
      }
      <p class="hidden" role="status">${this.said}</p>
    </section>`;
  }

  /** Puts what is shown onto the page, and draws what has changed. Nothing moves until a reader does something. */
  #place(): void {
    const lists: Element[] = [this.list];
    const threads = this.stretch(this.until);
    threads.forEach((thread, at) => {
      const { item, replies } = this.fill(thread, threads[at + 1]);
      lists[thread.depth] = replies;
      if (!item.parentNode) lists[thread.depth - 1]!.append(item);
    });
  }

  /** Draws a comment, where it is not drawn as it is; `after` is what comes next on the page. */
  fill(thread: Thread, after: Thread | undefined): Drawn {
    const { forms, words, details } = this;
    const { comment, inReplyTo } = thread;
    const { id } = comment;
    const drawn = this.#nodeOf(comment);
    const closed = this.collapsed.has(id);
    const size = sizeOf(thread);
    const curtain = comment.status === 'deleted' ? words.deleted : this.#actions?.curtain(this, comment);
    // None of the answers may be on the page yet.
    if (closed || !after || after.depth <= thread.depth) drawn.replies.remove();
    else if (!drawn.replies.parentNode) drawn.item.append(drawn.replies);
    if (!drawn.body.className) setRaw(drawn.body, drawn.text);
    const from = [
      comment,
      inReplyTo,
      closed,
      size,
      curtain,
      words,
      forms,
      details,
      ...(forms?.stateOf(this, id) ?? []),
    ];
    if (drawn.from?.every((value, at) => value === from[at])) return drawn;
    drawn.from = from;
    const foot = (actions?: unknown) =>
      html`<footer>
        ${actions}${
          size
            ? html`<button type="button" class="plain" part="toggle" aria-expanded=${String(!closed)} @click=${() => this.act('toggle', id)}>
                ${this.plural(closed ? words.showReplies : words.hideReplies, size)}
              </button>`
            : undefined
        }
      </footer>`;
    const body = (): unknown =>
      forms?.edited(this, id) ?? [drawn.body, foot([details?.votes(this, comment), forms?.actionsFor(this, comment)])];
    render(
      curtain ? html`<p class="quiet">${curtain}</p>${foot()}` : html`${head(this, thread)}${body()}`,
      drawn.article,
    );
    if (forms) render(forms.below(this, id), drawn.below);
    return drawn;
  }
}
