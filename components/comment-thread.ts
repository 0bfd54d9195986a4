/** What a reader sees of comments: threads, as far as they are shown. Loaded when comments are wanted. */
import { adoptStyles, html, nothing, type PropertyValues, render, type TemplateResult } from 'lit';
import { Drawer } from '../src/comments/batch.ts';
import type { BlogComment } from '../src/comments/comment.ts';
import type { CommentPage, CommentSource } from '../src/comments/source.ts';
import { type Sort, SORTS, type Thread, threadComments } from '../src/comments/thread.ts';
import { breathe } from '../src/slices.ts';
import { CommentsLoadEvent } from './comment-events.ts';
import type { Form } from './comment-form.ts';
import { actions, head, isOn, setBody, setRaw } from './comment-item.ts';
import { threadStyles } from './comment-styles.ts';
import { type CommentWords, commentWordsOf, localeOf } from './comment-words.ts';
import type { DogearedComments } from './comments.ts';
import type { EngineWords } from './engine-words.ts';
import { here } from './here.ts';
import type { Plural } from './words.ts';

/** Levels that are drawn one in another; browsers choke on deep lists, and readers on narrow columns. */
const LEVELS = 8;

/** JSON that stands inside the tag. */
const INLINE = ':scope > script[type="application/json"]';

/** Where comments are kept, if in several places. */
const PLACES = ':scope > dogeared-source';

/** How long a reader waits for bodies to be drawn before they see them as text. */
const PATIENCE = 1500;

/** What only some readers do: loaded when one does. */
type Actions = typeof import('./comment-actions.ts');

/** A comment on the page. Its nodes stay the same as long as it is there, its body as long as the text is the same. */
interface Drawn {
  item: HTMLLIElement;
  article: HTMLElement;
  body: HTMLElement;
  /** Where a form is. */
  below: HTMLElement;
  replies: HTMLOListElement;
  text?: string;
  /** Whether the body is there, and not only its text. */
  done?: boolean;
  /** What it was drawn from the last time. */
  from?: readonly unknown[];
}

/** What a comment may lack, said by itself: what a page adds to Object.prototype is not a comment's. */
const BLANK = Object.fromEntries(
  'parentId,body,html,published,url,votes,pinned,status,source,avatar,badge'
    .split(',')
    .map((name) => [name, undefined]),
);

/** Attributes that make sense, with commas between: sort, limit, heading-level, fold-below. */
const SENSE = /^(|oldest|newest|best),(|\d*[1-9]\d*),(|[1-6]),(|-?[\d.]+)$/;

/** An element of ours. */
function make<K extends keyof HTMLElementTagNameMap>(tag: K, part?: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (part) element.setAttribute('part', part);
  return element;
}

/** The list of what begins a thread, or of the answers to a comment. Lists without marks are lists all the same. */
function makeList(part: string): HTMLOListElement {
  const list = make('ol', part);
  list.setAttribute('role', 'list');
  return list;
}

export class View {
  readonly host: DogearedComments;
  words!: CommentWords & Partial<EngineWords>;
  locale: string | undefined;
  dates!: Intl.DateTimeFormat;
  source: CommentSource | undefined;
  /** Reads what somebody says is a page of comments. */
  read!: (page: unknown) => Promise<CommentPage>;
  readonly sorts = SORTS;
  /** Settled when the last load is. */
  started!: Promise<void>;
  comments = new Map<string, BlogComment>();
  /** All comments in the order in which they are read, and where each stands in it. */
  order: Thread[] = [];
  places = new Map<string, number>();
  /** The stretch of them that is on the page: where it begins, and where it ends. */
  from = 0;
  shown = 0;
  sort: Sort = 'oldest';
  page: Omit<CommentPage, 'comments'> = {};
  /** What was sent from here: it stays, also where a source does not give it back at once. */
  sent = new Map<string, BlogComment>();
  collapsed = new Set<string>();
  unfolded = new Set<string>();
  /** The comment that one more click deletes. */
  deleting: string | undefined;
  /** What could not be done about a comment, and why. */
  trouble: { id: string; why: string } | undefined;
  /** Whether more comments are on their way, or have not come. */
  more: 'coming' | 'failed' | undefined;
  forms: typeof import('./comment-form.ts') | undefined;
  /** Open forms, by what they are about. */
  open = new Map<string, Form>();
  /** Who wrote last in this page, so that nobody types their name twice. */
  writer = { name: '', email: '', url: '' };

  #actions: Actions | undefined;
  #own = false;
  /** The words of the language, without the owner's. */
  #ours!: CommentWords & Partial<EngineWords>;
  /** How many comments each thread has, itself among them, by its place. */
  #sizes: number[] = [];
  /** How many are not deleted. */
  #alive = 0;
  #lost = false;
  #nodes = new Map<string, Drawn>();
  #list = makeList('list');
  /** Ends with the next load. */
  #request = new AbortController();
  /** Ends when the element leaves: what is being sent goes on when comments are loaded anew. */
  #life = new AbortController();
  #said = '';
  #ready = false;
  /** What the last load was about. */
  #about: readonly unknown[] = [];

  constructor(host: DogearedComments) {
    this.host = host;
    this.#dress();
    const { sort, limit, headingLevel, foldBelow } = host;
    if (!SENSE.test([sort, limit, headingLevel, foldBelow].join())) void this.act('complain');
    if (SORTS.includes(sort!)) this.sort = sort!;
    void this.load();
  }

  connect(): void {
    if (!this.life.aborted) return;
    this.#life = new AbortController();
    void this.load();
  }

  /** Ends what is under way. */
  disconnect(): void {
    this.#request.abort();
    this.#life.abort();
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  get life(): AbortSignal {
    return this.#life.signal;
  }

  get limit(): number {
    const limit = Math.floor(Number(this.host.limit ?? 20));
    return limit > 0 ? limit : 20;
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

  /** What comments are read from: what makes it another thread first. */
  get #wanted(): readonly unknown[] {
    const { src, engine, post, source, comments } = this.host;
    return [`${src} ${engine} ${post}`, source, comments];
  }

  /** Another source is asked, and nothing of the one before stays; all else is drawn anew from what is there. */
  update(changed: PropertyValues): void {
    const { host } = this;
    const [src, source, comments] = this.#wanted.map((value, at) => value !== this.#about[at]);
    if (src || source) this.#forget();
    if (src || source || comments) return void this.load();
    if (changed.has('muted') || changed.has('foldBelow')) void this.act('folded').then(() => host.requestUpdate());
    if (this.words && (changed.has('words') || changed.has('images'))) {
      this.words = { ...this.#ours, ...host.words };
      for (const drawn of this.#nodes.values()) drawn.done = !drawn.text;
      void this.drawBodies();
    }
    if (!changed.has('sort')) return;
    if (this.#ready) void this.act('resort', host.sort ?? 'oldest');
    else if (SORTS.includes(host.sort!) && host.sort !== this.sort) {
      this.sort = host.sort!;
      void this.load();
    }
  }

  #forget(): void {
    for (const kept of [this.collapsed, this.unfolded, this.open, this.sent, this.#nodes, this.comments]) kept.clear();
    this.from = this.shown = 0;
    this.deleting = this.trouble = this.more = undefined;
    this.#ready = false;
    this.#list.replaceChildren();
  }

  async #findSource(): Promise<CommentSource | undefined> {
    const { host } = this;
    const { comments, source, src, engine, post } = host;
    const inline = host.querySelector(INLINE);
    const places = host.querySelectorAll(PLACES);
    if (!source && !comments && !inline && !places[0] && !src) return undefined;
    const { commentsAt, readCommentPage } = await import('../src/sources/comments.ts');
    this.read = (page) => readCommentPage(page, { base: document.baseURI, signal: this.signal });
    this.#own = !source && !comments && !inline;
    if (source) return source;
    // Read as a document would be.
    if (!this.#own) return { load: async () => (comments ?? inline!.textContent) as never };
    return places[0]
      ? (await import('./comment-places.ts')).sourceOf(host, places)
      : commentsAt(src!, { engine: engine ?? undefined, post: post ?? here() });
  }

  /** Asks for a page. Nothing of what others bring is trusted. */
  async ask(after?: string): Promise<CommentPage> {
    const { signal, sort, source, host } = this;
    const page = await source!.load({ after, sort, signal });
    signal.throwIfAborted();
    if (this.#own) return page;
    const known = await this.read(page);
    return host.source ? { ...page, ...known, canPost: page.canPost } : { ...known, next: undefined };
  }

  /** Asks the source from the beginning. What is on the page stays until there is an answer. */
  load(): Promise<void> {
    this.#request.abort();
    this.#request = new AbortController();
    this.#about = this.#wanted;
    return (this.started = this.#load(this.signal));
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { host } = this;
    if (!this.#ready) host.become('loading');
    try {
      const locale = localeOf(host);
      const [source, words] = await Promise.all([
        this.#findSource(),
        commentWordsOf(locale),
        // What an owner wants folded is not shown first.
        (host.muted ?? host.foldBelow ?? '') !== '' && this.act('folded'),
      ]);
      if (signal.aborted) return;
      this.dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
      this.#ours = words;
      Object.assign(this, { source, locale, words: { ...words, ...host.words } });
      if (!source) {
        this.#ready = false;
        return host.become('idle');
      }
      host.requestUpdate();
      const pages = [await this.ask()];
      const { email, plain, missing } = pages[0]!;
      if (email ?? plain ?? missing?.[0]) await this.speak();
      // Who has read on stays there.
      if (this.#ready && pages[0]!.next !== undefined) await this.act('readOn', pages);
      if ((pages[0]!.canPost || source.canEdit) && !this.forms) await this.#loadForms();
      if (signal.aborted) return;
      const known = this.comments;
      this.comments = new Map();
      this.page = {};
      this.#lost = false;
      this.more = undefined;
      this.shown = Math.max(this.shown, this.limit);
      for (const page of pages) this.take(page);
      // What the source has by now is the source's.
      for (const [id, comment] of this.sent)
        if (this.comments.has(id)) this.sent.delete(id);
        else this.keep(comment);
      // With ten thousand comments this is a good part of what a task may take.
      await breathe();
      this.arrange();
      await breathe();
      if (signal.aborted) return;
      await this.drawBodies(true);
      const arrived = this.order.filter(({ comment }) => !known.has(comment.id)).length;
      if (this.#ready && arrived) this.say(this.plural(this.words.arrived, arrived));
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

  /** Learns the words for what only engines do. */
  async speak(): Promise<void> {
    const { engineWordsOf } = await import('./engine-words.ts');
    this.#ours = { ...this.#ours, ...engineWordsOf(this.locale) };
    this.words = { ...this.#ours, ...this.host.words };
  }

  #dress(): void {
    const { constructor, shadowRoot } = this.host;
    const own = (constructor as typeof DogearedComments).elementStyles;
    adoptStyles(shadowRoot!, [...own, threadStyles, ...(this.forms ? [this.forms.formStyles] : [])]);
  }

  async #loadForms(): Promise<void> {
    this.forms = await import('./comment-form.ts').catch(() => undefined);
    this.#dress();
  }

  /** Adds a page of comments to what is there. What only the first page says holds for all. */
  take({ comments, next, total, canPost, closed, ...more }: CommentPage): void {
    const { page } = this;
    this.page = {
      ...more,
      ...page,
      missing: more.missing,
      next,
      total: total ?? page.total,
      canPost: canPost ?? page.canPost ?? false,
      closed: closed ?? page.closed,
    };
    for (const comment of comments) this.keep(comment);
  }

  keep(comment: BlogComment): void {
    this.comments.set(comment.id, { ...BLANK, ...comment, author: { ...BLANK, ...comment.author } } as BlogComment);
  }

  /** Puts comments into their threads and order. */
  arrange(): void {
    const { sort } = this;
    const open = threadComments(this.comments.values(), { sort, pinnedFirst: true, maxDepth: LEVELS }).reverse();
    this.order = [];
    for (let next = open.pop(); next; next = open.pop()) {
      this.order.push(next);
      for (let at = next.replies.length; at--;) open.push(next.replies[at]!);
    }
    this.places = new Map(this.order.map(({ comment }, at) => [comment.id, at]));
    this.#sizes = [];
    this.#alive = 0;
    for (let at = this.order.length; at--;) {
      const { replies, comment } = this.order[at]!;
      this.#sizes[at] = replies.reduce((sum, reply) => sum + this.#sizes[this.places.get(reply.comment.id)!]!, 1);
      this.#alive += +(comment.status !== 'deleted');
    }
    for (const id of this.#nodes.keys()) if (!this.places.has(id)) this.#nodes.delete(id);
    if (this.from >= this.order.length) this.from = 0;
  }

  /** What is on the page: a stretch of the order, after what its first comment stands under. */
  get #visible(): Thread[] {
    const threads = this.order.slice(this.from, this.shown);
    for (let at = this.from, first = threads[0]; first && first.depth > 1;)
      if (this.order[--at]!.depth < first.depth) threads.unshift((first = this.order[at]!));
    return threads;
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

  /** What draws bodies here. */
  get drawer(): Drawer {
    return new Drawer(this.words, isOn(this.host.images));
  }

  /** Draws the bodies of what is shown and has none yet. `wait`: until they are there, up to a moment. */
  async drawBodies(wait?: boolean): Promise<void> {
    const { signal } = this;
    const missing = this.#visible
      .map(({ comment }) => [comment, this.#nodeOf(comment)] as const)
      .filter(([, { done }]) => !done);
    if (!missing.length) return;
    const drawing = this.drawer
      .draw(
        missing.map(([comment]) => comment),
        (at, nodes) => {
          const drawn = missing[at]![1];
          drawn.done = true;
          setBody(drawn.body, nodes);
        },
        signal,
      )
      .catch((error: Error) => {
        if (signal.aborted) return;
        this.host.warn(error, 'showing comments as plain text');
        for (const [, drawn] of missing) if (!drawn.done) setRaw(drawn.body, drawn.text!);
      });
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (wait) await Promise.race([drawing, new Promise((done) => (timer = setTimeout(done, PATIENCE)))]);
    clearTimeout(timer);
  }

  #nodeOf({ id, body, html: markup }: BlogComment): Drawn {
    let drawn = this.#nodes.get(id);
    if (!drawn) {
      drawn = {
        item: make('li', 'item'),
        article: make('article', 'comment'),
        body: make('div', 'body'),
        below: make('div'),
        replies: makeList('replies'),
      };
      drawn.article.tabIndex = -1;
      drawn.body.dir = 'auto';
      drawn.item.append(drawn.article, drawn.below);
      this.#nodes.set(id, drawn);
    }
    const text = markup ?? body ?? '';
    if (drawn.text !== text) {
      const isFirst = drawn.text === undefined;
      Object.assign(drawn, { text, done: !text });
      // Another body comes in the place of the one that is there.
      if (isFirst || !text) setRaw(drawn.body, text);
    }
    return drawn;
  }

  /** Goes to a comment with the keyboard and the eye. */
  focus(id: string | undefined, block: ScrollLogicalPosition = 'nearest'): void {
    const { article } = this.#nodes.get(id!) ?? {};
    article?.scrollIntoView({ block });
    article?.focus({ preventScroll: true });
  }

  /** Leaves the keyboard somewhere when the button it was on is gone. */
  refocus(id?: string): void {
    const { shadowRoot } = this.host;
    if (shadowRoot!.activeElement) return;
    if (id) this.focus(id);
    else shadowRoot!.querySelector<HTMLElement>('[part=heading]')?.focus();
  }

  /** Tells those who do not see the page. */
  say(text: string): void {
    // The same words twice are heard once.
    this.#said = text === this.#said ? text + '\u00a0' : text;
    this.host.requestUpdate();
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  plural(forms: Plural & { none?: string }, n: number): string {
    const form = (!n && forms.none) || (forms[new Intl.PluralRules(this.locale).select(n)] ?? forms.other);
    return form.replace('{n}', this.number(n));
  }

  nameOf({ author }: BlogComment): string {
    return author.name || this.words.anonymous;
  }

  titleOf(comment: BlogComment): string {
    return this.words.permalink.replace('{name}', () => this.nameOf(comment));
  }

  form(key: string, options: { parent?: BlogComment; edited?: BlogComment } = {}): Form {
    const found = this.open.get(key) ?? new this.forms!.Form(this, key, options);
    this.open.set(key, found);
    return found;
  }

  // What it looks like.

  render(): TemplateResult | typeof nothing {
    if (!this.words) return nothing;
    const { words, host, order, page } = this;
    if (!this.#ready)
      return this.#lost
        ? this.#problem()
        : host.state === 'loading'
          ? html`<p class=${host.childElementCount ? 'hidden' : 'quiet'} role="status">${words.loading}</p>`
          : nothing;
    this.#place();
    const level = /^[1-6]$/.exec(String(host.headingLevel)) ?? 2;
    const rest = order.length > this.shown || page.next !== undefined;
    const note = (text: string | false | undefined) => (text ? html`<p part="note">${text}</p>` : nothing);
    const more = (isThere: boolean, ...args: unknown[]) =>
      isThere
        ? html`<button type="button" part="more" class="more" @click=${() => this.act('more', ...args)}>${words.more}</button>`
        : nothing;
    return html`<section aria-labelledby="heading">
      <div class="top">
        <slot name="heading"
          ><div part="heading" role="heading" id="heading" aria-level=${level} tabindex="-1">
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
            : nothing
        }
      </div>
      ${note(page.closed === 'protected' && words.protected)}${this.#lost ? this.#problem() : nothing}${more(this.from > 0, true)}${this.#list}
      ${note(this.more === 'failed' && words.failed)}${note(page.missing?.[0] && words.missing?.replace('{name}', () => page.missing!.join(', ')))}${more(rest)}${note(page.closed === 'closed' && words.closed)}${
        page.canPost && this.forms
          ? this.form('').render()
          : page.closed
            ? nothing
            : html`<p>${this.elsewhere(words.post)}</p>`
      }
      <p class="hidden" role="status">${this.#said}</p>
    </section>`;
  }

  /** The comments could not be asked for, or not again. */
  #problem(): TemplateResult {
    const again = async (): Promise<void> => {
      await this.load();
      await this.host.updateComplete;
      this.refocus();
    };
    return html`<p part="note" role="status">${this.words.failed} ${this.button(this.words.retry, again)}</p>`;
  }

  button(text: string, click: () => unknown, part: string | typeof nothing = nothing): TemplateResult {
    // A held key, and the second click of two, are what a hand does by itself.
    const hold = (event: KeyboardEvent): void => void (event.repeat && event.preventDefault());
    const press = (event: MouseEvent): unknown => event.detail > 1 || click();
    return html`<button type="button" class="plain" part=${part} @keydown=${hold} @click=${press}>${text}</button>`;
  }

  /** A link to where comments can be sent, if not here. */
  elsewhere(text: string): TemplateResult | typeof nothing {
    const replyUrl = this.host.replyUrl ?? this.page.replyUrl;
    return replyUrl &&
      URL.canParse(replyUrl, document.baseURI) &&
      /^http/.test(new URL(replyUrl, document.baseURI).protocol)
      ? html`<a part="post" class="button" href=${replyUrl}>${text}</a>`
      : nothing;
  }

  /** Puts what is shown where it belongs, moving only what is somewhere else, and draws what has changed. */
  #place(): void {
    const next = new Map<Node, ChildNode | null>([[this.#list, this.#list.firstChild]]);
    const lists = [this.#list];
    const visible = this.#visible;
    for (const [at, thread] of visible.entries()) {
      const drawn = this.#nodeOf(thread.comment);
      const { item, replies } = drawn;
      const list = lists[thread.depth - 1]!;
      const before = next.get(list)!;
      if (before === item) next.set(list, before.nextSibling);
      else {
        // Where it was, it may have been the next.
        const was = item.parentNode;
        if (was && next.get(was) === item) next.set(was, item.nextSibling);
        list.insertBefore(item, before);
      }
      lists[thread.depth] = replies;
      next.set(replies, replies.firstChild);
      this.#draw(thread, drawn, visible[at + 1]);
    }
    for (let [, rest] of next)
      while (rest) {
        const gone: ChildNode = rest;
        rest = rest.nextSibling;
        gone.remove();
      }
  }

  #draw(thread: Thread, drawn: Drawn, after: Thread | undefined): void {
    const { comment, inReplyTo } = thread;
    const { id } = comment;
    const closed = this.collapsed.has(id);
    const size = this.#sizes[this.places.get(id)!]! - 1;
    const state = this.forms?.stateOf(this, id) ?? [];
    const [edit, reply] = state as [Form?, Form?];
    const why = this.#actions?.folded(this, comment);
    // None of the answers may be on the page yet.
    const has = !closed && after && after.depth > thread.depth;
    if (!has) drawn.replies.remove();
    else if (!drawn.replies.parentNode) drawn.item.append(drawn.replies);
    const from = [comment, inReplyTo, closed, size, why, this.words, this.forms, isOn(this.host.avatars), ...state];
    const same = drawn.from?.every((value, at) => value === from[at]);
    if (same && !reply && !edit) return;
    drawn.from = from;
    const foot = (...actions: unknown[]) =>
      html`<footer>
        ${actions}${
          size
            ? html`<button type="button" class="plain" part="toggle" aria-expanded=${String(!closed)} @click=${() => this.act('toggle', id)}>
                ${this.plural(closed ? this.words.showReplies : this.words.hideReplies, size)}
              </button>`
            : nothing
        }
      </footer>`;
    const quiet = (...text: unknown[]) => html`<p class="quiet">${text}</p>${foot()}`;
    render(
      comment.status === 'deleted'
        ? quiet(this.words.deleted)
        : why
          ? quiet(
              why,
              ' ',
              this.button(this.words.show, () => this.act('unfold', id)),
            )
          : html`${head(this, comment, inReplyTo)}${edit ? edit.render() : html`${drawn.body}${foot(actions(this, comment))}`}`,
      drawn.article,
    );
    render(this.forms?.below(this, id) ?? nothing, drawn.below);
  }
}
