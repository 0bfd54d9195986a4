/** What a reader sees of comments: threads, page by page. Loaded when comments are wanted. */
import { adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type BlogComment, parseComments } from '../src/comments/comment.ts';
import { Drawer, loadSanitizer } from '../src/comments/batch.ts';
import { relativeTime } from '../src/comments/relative.ts';
import type { CommentPage, CommentSource } from '../src/comments/source.ts';
import { type Sort, SORTS, type Thread, threadComments } from '../src/comments/thread.ts';
import { breathe } from '../src/slices.ts';
import { CommentsLoadEvent } from './comment-events.ts';
import type { Form, FormHost } from './comment-form.ts';
import { shell, thread as threadStyles } from './comment-styles.ts';
import { type CommentWords, commentWordsOf } from './comment-words.ts';
import type { DogearedComments } from './comments.ts';
import { names } from './options.ts';
import type { Plural } from './words.ts';

/** Levels that are drawn one in another; browsers choke on deep lists, and readers on narrow columns. */
const LEVELS = 8;

/** Hues that avatars are drawn in. */
const HUES = 8;

/** JSON that stands inside the tag. */
const INLINE = ':scope > script[type="application/json"]';

/** A comment's body on the page: kept as long as the text is the same. */
interface Drawn {
  text: string;
  node: HTMLElement;
  done: boolean;
}

/** A source of what is there already. */
const given = (records: unknown): CommentSource => ({
  load: () => Promise.resolve({ comments: parseComments(records, { url: document.baseURI }) }),
});

export class View implements FormHost {
  readonly host: DogearedComments;
  words!: CommentWords;
  locale: string | undefined;
  source: CommentSource | undefined;
  writer = { name: '', url: '' };
  /** Settled when there has been a first answer. */
  started: Promise<void>;

  #comments = new Map<string, BlogComment>();
  #threads: Thread[] = [];
  /** All comments in the order in which they are read, and where each stands in it. */
  #order: Thread[] = [];
  #places = new Map<string, number>();
  /** How many comments each thread has, itself among them, by its place. */
  #sizes: number[] = [];
  /** How many are not deleted. */
  #alive = 0;
  #shown = 0;
  #sort: Sort = 'oldest';
  #page: Omit<CommentPage, 'comments'> = {};
  #own = 0;
  #lost = false;
  #collapsed = new Set<string>();
  #unfolded = new Set<string>();
  #deleting: string | undefined;
  #bodies = new Map<string, Drawn>();
  #forms: typeof import('./comment-form.ts') | undefined;
  #open = new Map<string, Form>();
  #request = new AbortController();
  #said = '';
  #ready = false;

  constructor(host: DogearedComments) {
    this.host = host;
    adoptStyles(host.shadowRoot!, [shell, threadStyles]);
    this.#sort = SORTS.includes(host.sort!) ? host.sort! : 'oldest';
    this.started = this.load();
  }

  connect(): void {
    if (this.#request.signal.aborted) void this.load();
  }

  /** Ends what is under way. */
  disconnect(): void {
    this.#request.abort();
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  /** Another source or another order, and the comments are read anew. */
  update(changed: PropertyValues): void {
    if (['src', 'comments', 'source'].some((name) => changed.has(name)) && this.#ready) void this.load();
    if (changed.has('sort') && SORTS.includes(this.host.sort!) && this.host.sort !== this.#sort)
      this.#resort(this.host.sort!);
    if (changed.has('sort') && this.host.sort && !SORTS.includes(this.host.sort))
      this.host.warn(
        new RangeError(`sort is ${String(this.host.sort)}; allowed: ${SORTS.join(', ')}`),
        'using the default',
      );
    if (changed.has('words') && this.words) void this.#speak();
  }

  get #limit(): number {
    return Math.max(1, Math.floor(Number(this.host.limit ?? 20))) || 20;
  }

  async #speak(): Promise<void> {
    let locale: string | undefined;
    try {
      locale = Intl.DateTimeFormat.supportedLocalesOf(this.host.closest<HTMLElement>('[lang]')?.lang || [])[0];
    } catch {
      // No language that anybody knows.
    }
    this.locale = locale;
    this.words = { ...(await commentWordsOf(locale)), ...this.host.words };
    this.host.requestUpdate();
  }

  async #findSource(): Promise<CommentSource | undefined> {
    const { host } = this;
    if (host.source) return host.source;
    if (host.comments) return given(host.comments);
    const inline = host.querySelector(INLINE);
    if (inline) {
      try {
        return given(JSON.parse(inline.textContent ?? ''));
      } catch {
        throw new SyntaxError('the JSON inside the tag is broken');
      }
    }
    return host.src ? (await import('../src/sources/comments.ts')).commentsAt(host.src) : undefined;
  }

  /** Asks the source from the beginning. What is on the page stays until there is an answer. */
  async load(): Promise<void> {
    this.#request.abort();
    const request = (this.#request = new AbortController());
    const { signal } = request;
    try {
      // What every comment takes comes while the comments do.
      loadSanitizer().catch(() => undefined);
      const [source] = await Promise.all([this.#findSource(), this.#speak()]);
      this.source = source;
      const page = source ? await source.load({ sort: this.#sort, signal }) : { comments: [], canPost: false };
      if (signal.aborted) return;
      this.#comments.clear();
      this.#own = 0;
      this.#lost = false;
      this.#shown = Math.max(this.#shown, this.#limit);
      this.#take(page);
      if (page.canPost) await this.#loadForm();
      this.#ready = true;
      await this.#drawBodies(true);
      this.#tell();
    } catch (error) {
      if (signal.aborted) return;
      this.#lost = true;
      this.host.warn(error as Error, this.#ready ? 'keeping what is there' : 'showing the fallback');
      if (!this.#ready) this.host.become('failed');
    }
    this.host.requestUpdate();
  }

  async #loadForm(): Promise<void> {
    this.#forms = await import('./comment-form.ts').catch(() => undefined);
  }

  /** Adds a page of comments to what is there. */
  #take({ comments, ...page }: CommentPage): void {
    this.#page = { ...page, total: page.total ?? this.#page.total };
    for (const comment of comments) this.#comments.set(comment.id, comment);
    this.#arrange();
  }

  #arrange(): void {
    this.#threads = threadComments(this.#comments.values(), { sort: this.#sort, pinnedFirst: true, maxDepth: LEVELS });
    this.#order = [];
    const open = [...this.#threads].reverse();
    for (let next = open.pop(); next; next = open.pop()) {
      this.#order.push(next);
      for (let at = next.replies.length; at--;) open.push(next.replies[at]!);
    }
    this.#places = new Map(this.#order.map(({ comment }, at) => [comment.id, at]));
    this.#sizes = [];
    for (let at = this.#order.length; at--;)
      this.#sizes[at] = this.#order[at]!.replies.reduce(
        (sum, { comment }) => sum + this.#sizes[this.#places.get(comment.id)!]!,
        1,
      );
    this.#alive = this.#order.reduce((sum, { comment }) => sum + (comment.status === 'deleted' ? 0 : 1), 0);
    for (const id of this.#bodies.keys()) if (!this.#places.has(id)) this.#bodies.delete(id);
  }

  /** How many comments there are, as far as anybody knows. */
  get #total(): number {
    return this.#page.next === undefined ? this.#alive : Math.max(this.#alive, (this.#page.total ?? 0) + this.#own);
  }

  #tell(): void {
    const complete = this.#page.next === undefined;
    this.host.become(this.#order.length ? 'ready' : 'empty');
    const comments = this.#order.map(({ comment }) => comment);
    void this.host.updateComplete.then(() =>
      this.host.dispatchEvent(new CommentsLoadEvent({ comments, total: this.#total, complete })),
    );
  }

  /** Draws the bodies of what is shown and has none yet. `wait`: not before the first time, up to a moment. */
  async #drawBodies(wait = false): Promise<void> {
    const missing = this.#order
      .slice(0, this.#shown)
      .map(({ comment }) => ({ comment, drawn: this.#bodyOf(comment) }))
      .filter(({ drawn }) => !drawn.done);
    if (!missing.length) return;
    const drawer = new Drawer(this.words, isOn(this.host.images));
    const drawing = drawer
      .draw(
        missing.map(({ comment }) => comment),
        (at, nodes) => {
          const { drawn } = missing[at]!;
          drawn.done = true;
          drawn.node.replaceChildren(nodes);
          drawn.node.classList.remove('raw');
        },
        this.#request.signal,
      )
      .catch((error: Error) => {
        if (!this.#request.signal.aborted) this.host.warn(error, 'showing comments as plain text');
      });
    // A reader is not kept waiting for long: the text is there.
    if (wait) await Promise.race([drawing, new Promise((done) => setTimeout(done, 1500))]);
  }

  /** The body of a comment: its text at first, and its nodes once they have been drawn. The same node for the same text. */
  #bodyOf({ id, body, html: markup }: BlogComment): Drawn {
    const text = markup ?? body ?? '';
    const found = this.#bodies.get(id);
    if (found?.text === text) return found;
    const node = document.createElement('div');
    node.setAttribute('part', 'body');
    node.className = 'body raw';
    node.dir = 'auto';
    node.textContent = text;
    const drawn = { text, node, done: false };
    this.#bodies.set(id, drawn);
    return drawn;
  }

  /** Shows more, loading more where all that is there is shown. */
  async #more(): Promise<void> {
    const before = this.#shown;
    this.#shown = Math.min(this.#shown, this.#order.length) + this.#limit;
    if (this.#shown > this.#order.length && this.#page.next !== undefined) await this.#loadMore();
    await this.#drawBodies();
    this.host.requestUpdate();
    await this.host.updateComplete;
    const arrived = Math.min(this.#shown, this.#order.length) - before;
    if (arrived > 0) this.say(this.plural(this.words.arrived, arrived));
    // The button is gone with the last page; the first of the new comments is where a reader goes on.
    if (!this.#root.activeElement) this.#focus(this.#order[before]?.comment.id);
  }

  async #loadMore(): Promise<void> {
    const { signal } = this.#request;
    try {
      const page = await this.source!.load({ after: this.#page.next, sort: this.#sort, signal });
      if (!signal.aborted) this.#take(page);
    } catch (error) {
      if (signal.aborted) return;
      this.host.warn(error as Error, 'keeping what is there');
      this.say(this.words.failed);
    }
  }

  #resort(sort: Sort): void {
    this.#sort = sort;
    this.#shown = this.#limit;
    if (this.#page.next !== undefined) void this.load();
    else {
      this.#arrange();
      void this.#drawBodies();
    }
    this.host.requestUpdate();
  }

  /** Goes to a comment, wherever it is. */
  async reveal(id: string): Promise<boolean> {
    await this.started;
    while (!this.#places.has(id) && this.#page.next !== undefined) {
      const { next } = this.#page;
      await this.#loadMore();
      if (this.#page.next === next) break;
    }
    const place = this.#places.get(id);
    if (place === undefined) return false;
    const end = place + 1;
    for (let up = this.#comments.get(id); up; up = this.#parentOf(up)) {
      this.#collapsed.delete(up.id);
      this.#unfolded.add(up.id);
    }
    // What is before it comes in pieces: it may be thousands.
    while (this.#shown < end) {
      this.#shown = Math.min(this.#shown + 50, Math.max(end, this.#limit));
      this.host.requestUpdate();
      await this.host.updateComplete;
      await breathe();
    }
    await this.#drawBodies(true);
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#focus(id);
    this.say(this.#titleOf(this.#comments.get(id)!));
    return true;
  }

  /** What a comment stands under on the page. */
  #parentOf({ id, parentId = '' }: BlogComment): BlogComment | undefined {
    const parent = this.#comments.get(parentId);
    // In a circle, the way up leads down again.
    return parent && this.#places.get(parentId)! < this.#places.get(id)! ? parent : undefined;
  }

  get #root(): ShadowRoot {
    return this.host.shadowRoot!;
  }

  #focus(id: string | undefined): void {
    const place = id === undefined ? undefined : this.#places.get(id);
    const article = this.#root.querySelector<HTMLElement>(`[data-place="${place}"]`);
    if (!article) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    article.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
    article.focus({ preventScroll: true });
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

  #titleOf(comment: BlogComment): string {
    return this.words.permalink.replace('{name}', this.nameOf(comment));
  }

  /** Puts a comment that was sent, or changed, where it belongs. */
  async add(comment: BlogComment, isNew: boolean): Promise<void> {
    this.#comments.set(comment.id, comment);
    if (isNew) this.#own++;
    this.#arrange();
    this.#shown = Math.max(this.#shown, (this.#places.get(comment.id) ?? 0) + 1);
    for (let up = this.#parentOf(comment); up; up = this.#parentOf(up)) this.#collapsed.delete(up.id);
    this.host.become('ready');
    await this.#drawBodies(true);
    await this.host.updateComplete;
    this.#focus(comment.id);
  }

  /** Closes a form; `back`: the keyboard goes back to where it was opened. */
  closeForm(key: string, back: boolean): void {
    this.#open.delete(key);
    this.host.requestUpdate();
    if (back) void this.host.updateComplete.then(() => this.#focus(key.replace(/^(reply|edit) /, '')));
  }

  #formFor(key: string, options: { parent?: BlogComment; edited?: BlogComment }): Form {
    const found = this.#open.get(key) ?? new this.#forms!.Form(this, key, options);
    this.#open.set(key, found);
    return found;
  }

  #openForm(key: string, options: { parent?: BlogComment; edited?: BlogComment }): void {
    const form = this.#formFor(key, options);
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => form.focus());
  }

  async #remove(comment: BlogComment): Promise<void> {
    if (this.#deleting !== comment.id) {
      this.#deleting = comment.id;
      this.host.requestUpdate();
      return;
    }
    try {
      await this.source!.remove!(comment, this.#request.signal);
      const { id, parentId } = comment;
      const rest: BlogComment = { id, author: { name: '' }, status: 'deleted' };
      if (parentId) rest.parentId = parentId;
      if (comment.published) rest.published = comment.published;
      this.#comments.set(id, rest);
      this.#arrange();
      this.host.become(this.#order.length ? 'ready' : 'empty');
      this.say(this.words.removed);
      await this.host.updateComplete;
      this.#root.querySelector<HTMLElement>('[part=heading]')?.focus();
    } catch (error) {
      this.say(`${this.words.sendFailed} ${(error as Error).message}`);
    }
    this.#deleting = undefined;
    this.host.requestUpdate();
  }

  // What it looks like.

  render(): TemplateResult | typeof nothing {
    if (!this.words) return nothing;
    const { words, host } = this;
    if (!this.#ready) return this.#lost ? this.#problem() : html`<p class="quiet" role="status">${words.loading}</p>`;
    const level = /^[1-6]$/.exec(String(host.headingLevel)) ?? 2;
    const rest = this.#order.length > this.#shown || this.#page.next !== undefined;
    const { closed, canPost } = this.#page;
    const form = canPost && this.#forms ? this.#formFor('', {}).render() : nothing;
    return html`<section aria-labelledby="heading">
      <div class="top">
        <slot name="heading"
          ><div part="heading" role="heading" id="heading" aria-level=${level} tabindex="-1">
            ${this.plural(words.count, this.#total)}
          </div></slot
        >
        ${this.#order.length > 1 ? this.#sorter() : nothing}
      </div>
      ${closed === 'protected' ? html`<p part="note">${words.protected}</p>` : nothing}
      ${this.#lost ? this.#problem() : nothing}
      ${this.#list(this.#threads, true)}
      ${rest ? html`<button type="button" part="more" class="more" @click=${() => this.#more()}>${words.more}</button>` : nothing}
      ${closed === 'closed' ? html`<p part="note">${words.closed}</p>` : nothing}
      ${form === nothing && !closed ? this.#elsewhere() : form}
      <p class="hidden" role="status" aria-live="polite">${this.#said}</p>
    </section>`;
  }

  /** The comments could not be asked for, or not again. */
  #problem(): TemplateResult {
    return html`<p part="note" class="problem" role="status">
      ${this.words.failed}
      <button type="button" class="plain" @click=${() => this.load()}>${this.words.retry}</button>
    </p>`;
  }

  /** A link to where comments can be sent, if not here. */
  #elsewhere(): TemplateResult | typeof nothing {
    const { replyUrl } = this.host;
    const url = replyUrl && URL.canParse(replyUrl, document.baseURI) && new URL(replyUrl, document.baseURI);
    return url && /^https?:$/.test(url.protocol)
      ? html`<p><a part="post" class="button" href=${url.href}>${this.words.post}</a></p>`
      : nothing;
  }

  #sorter(): TemplateResult {
    return html`<label class="sort"
      ><span>${this.words.sort}</span>
      <select part="sort" @change=${(event: Event) => this.#resort((event.target as HTMLSelectElement).value as Sort)}>
        ${SORTS.map((sort) => html`<option value=${sort} ?selected=${sort === this.#sort}>${this.words[sort]}</option>`)}
      </select></label
    >`;
  }

  #list(threads: readonly Thread[], top = false): TemplateResult | typeof nothing {
    const shown: Thread[] = [];
    for (const thread of threads) {
      if (this.#places.get(thread.comment.id)! >= this.#shown) break;
      shown.push(thread);
    }
    return shown.length
      ? html`<ol part=${top ? 'list' : 'replies'} role="list">
          ${repeat(
            shown,
            ({ comment }) => comment.id,
            (thread) => this.#item(thread),
          )}
        </ol>`
      : nothing;
  }

  #item(thread: Thread): TemplateResult {
    const { comment, replies } = thread;
    const { id } = comment;
    const closed = this.#collapsed.has(id);
    return html`<li part="item">
      <article part="comment" data-place=${this.#places.get(id)!} tabindex="-1" lang=${nothing}>
        ${this.#comment(thread, replies.length ? this.#toggle(id, closed, this.#sizes[this.#places.get(id)!]! - 1) : nothing)}
      </article>
      ${this.#open.get(`reply ${id}`)?.render() ?? nothing} ${closed ? nothing : this.#list(replies)}
    </li>`;
  }

  #toggle(id: string, closed: boolean, count: number): TemplateResult {
    const flip = (): void => {
      if (closed) this.#collapsed.delete(id);
      else this.#collapsed.add(id);
      this.host.requestUpdate();
    };
    return html`<button type="button" part="toggle" class="plain" aria-expanded=${String(!closed)} @click=${flip}>
      ${this.plural(closed ? this.words.showReplies : this.words.hideReplies, count)}
    </button>`;
  }

  /** Why a comment is folded; undefined for most. */
  #foldedBy({ id, author, votes }: BlogComment): string | undefined {
    if (this.#unfolded.has(id)) return undefined;
    const muted = names(this.host.muted ?? '').map((name) => name.toLowerCase());
    if (author.name && muted.includes(author.name.toLowerCase())) return this.words.muted;
    const below = this.host.foldBelow;
    const score = (votes?.up ?? 0) - (votes?.down ?? 0);
    return below !== null && below !== undefined && below !== '' && score < Number(below)
      ? this.words.lowScore
      : undefined;
  }

  #comment({ comment, inReplyTo }: Thread, toggle: TemplateResult | typeof nothing): TemplateResult {
    const { words } = this;
    if (comment.status === 'deleted') return html`<p class="quiet">${words.deleted}</p><footer>${toggle}</footer>`;
    const why = this.#foldedBy(comment);
    if (why) {
      const show = (): void => {
        this.#unfolded.add(comment.id);
        this.host.requestUpdate();
        void this.host.updateComplete.then(() => this.#focus(comment.id));
      };
      return html`<p class="quiet">${why} <button type="button" class="plain" @click=${show}>${words.show}</button></p><footer>${toggle}</footer>`;
    }
    const editing = this.#open.get(`edit ${comment.id}`);
    return html`<header>
        ${this.#avatar(comment)}
        <div class="who">
          ${this.#author(comment)} ${this.#facts(comment, inReplyTo)}
        </div>
      </header>
      ${editing ? editing.render() : this.#bodyOf(comment).node}
      ${editing ? nothing : this.#foot(comment, toggle)}`;
  }

  #author({ author, status, pinned }: BlogComment): TemplateResult {
    const name = html`<bdi part="author">${author.name || this.words.anonymous}</bdi>`;
    return html`${author.url ? html`<a href=${author.url} rel="nofollow ugc noopener noreferrer">${name}</a>` : name}${
      author.badge ? html` <span part="badge" class="badge">${author.badge}</span>` : nothing
    }${status === 'pending' ? html` <span part="pending" class="badge">${this.words.pending}</span>` : nothing}${
      pinned ? html` <span class="pin" aria-hidden="true">★</span>` : nothing
    }`;
  }

  #facts(comment: BlogComment, inReplyTo: BlogComment | undefined): TemplateResult {
    const { published, source } = comment;
    const time = published === undefined ? NaN : Date.parse(published);
    const link = (id: string): string => `#comment-${encodeURIComponent(id)}`;
    const full = new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeStyle: 'short' });
    const date = Number.isNaN(time)
      ? html`<span aria-hidden="true">#</span>`
      : html`<time part="date" datetime=${published!} title=${full.format(time)}>${relativeTime(time, Date.now(), this.locale)}</time>`;
    return html`<div class="facts">
      <a part="permalink" href=${link(comment.id)} aria-label=${this.#titleOf(comment) + (Number.isNaN(time) ? '' : `, ${full.format(time)}`)}>${date}</a>
      ${inReplyTo ? html`<a part="parent" href=${link(inReplyTo.id)}>${this.#named(this.words.inReplyTo, this.nameOf(inReplyTo))}</a>` : nothing}
      ${source ? html`<span part="source">${this.#named(this.words.via, source)}</span>` : nothing}
    </div>`;
  }

  /** A sentence with a name in it, whatever direction that has. */
  #named(sentence: string, name: string): TemplateResult {
    const [before, after = ''] = sentence.split('{name}');
    return html`${before}<bdi>${name}</bdi>${after}`;
  }

  /** A picture of our own: initials on a color that goes with the name. Nobody is asked for it. */
  #avatar({ author }: BlogComment): TemplateResult {
    if (author.avatar && isOn(this.host.avatars))
      return html`<img part="avatar" class="avatar" src=${author.avatar} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`;
    const parts = author.name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const initials = [parts[0], parts.length > 1 ? parts.at(-1) : ''].map(
      (word) => /[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '',
    );
    let hue = 0;
    for (const sign of author.name) hue = (hue * 31 + sign.codePointAt(0)!) % 997;
    return html`<span part="avatar" class="avatar hue${hue % HUES}" aria-hidden="true">${initials.join('').toLocaleUpperCase(this.locale) || '?'}</span>`;
  }

  #foot(comment: BlogComment, toggle: TemplateResult | typeof nothing): TemplateResult {
    const { words, source } = this;
    const { votes, id } = comment;
    const mine = source?.canEdit?.(comment);
    const vote = (sign: string, forms: Plural, n: number) =>
      n
        ? html`<span title=${this.plural(forms, n)}><span aria-hidden="true">${sign} ${this.number(n)}</span><span class="hidden">${this.plural(forms, n)}</span></span>`
        : nothing;
    const button = (text: string, part: string, click: () => void) =>
      html`<button type="button" part=${part} class="plain" @click=${click}>${text}</button>`;
    const actions = [
      votes ? vote('▲', words.up, votes.up) : nothing,
      votes ? vote('▼', words.down, votes.down) : nothing,
      this.#page.canPost && this.#forms
        ? button(words.reply, 'reply', () => this.#openForm(`reply ${id}`, { parent: comment }))
        : nothing,
      mine && source?.edit && this.#forms
        ? button(words.edit, 'edit', () => this.#openForm(`edit ${id}`, { edited: comment }))
        : nothing,
      mine && source?.remove
        ? button(this.#deleting === id ? words.deleteNow : words.delete, 'delete', () => void this.#remove(comment))
        : nothing,
    ];
    return html`<footer>${actions}${toggle}</footer>`;
  }
}

/** Whether an attribute without value, or with any but "false", is there. */
const isOn = (value: unknown): boolean => value !== null && value !== undefined && value !== false && value !== 'false';
