/** Where a comment is written: fields, preview, sending. Loaded when a source can take comments. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BlogComment } from '../src/comments/comment.ts';
import { MAX_LENGTH } from '../src/comments/limits.ts';
import type { Draft } from '../src/comments/source.ts';
import { CommentPostedEvent, CommentSubmitEvent } from './comment-post-events.ts';
import { named } from './comment-details.ts';
import { button, setBody, setRaw } from './comment-item.ts';
import type { SourceError } from '../src/sources/error.ts';
import type { View } from './comment-thread.ts';
import { here } from './here.ts';

export { formStyles } from './comment-form-styles.ts';
export { formWordsOf } from './comment-form-words.ts';

/** Why a source does not take a comment, as far as there are words for it. */
const REFUSED = /^(login|flood|duplicate|refused)$/;

type Field = 'name' | 'email' | 'url' | 'body';

/** A browser's memory of this tab, which may be forbidden or full: then nothing is remembered. */
const memory = {
  get(key: string): Partial<Record<Field, string>> {
    try {
      return (JSON.parse(sessionStorage.getItem(key) ?? '{}') ?? {}) as Partial<Record<Field, string>>;
    } catch {
      return {};
    }
  },
  set(key: string, value: object | undefined): void {
    try {
      if (value) sessionStorage.setItem(key, JSON.stringify(value));
      else sessionStorage.removeItem(key);
    } catch {
      // The text is still in its field.
    }
  },
};

let count = 0;

/** What writers do in a thread. */
interface Desk {
  /** Open forms, by what they are about. */
  open: Map<string, Form>;
  /** The comment that one more click deletes. */
  deleting?: string | undefined;
  /** What could not be done about a comment, and why. */
  trouble?: { id: string; why: string } | undefined;
}

const desks = new WeakMap<View, Desk>();

export function deskOf(view: View): Desk {
  const desk = desks.get(view) ?? { open: new Map() };
  desks.set(view, desk);
  return desk;
}

/** What a form is about, if not a new thread. */
interface About {
  parent?: BlogComment;
  edited?: BlogComment;
}

/** The form with this key: one that is open, or a new one. */
export function formAt(view: View, key: string, about: About = {}): Form {
  const { open } = deskOf(view);
  const form = open.get(key) ?? new Form(view, key, about);
  open.set(key, form);
  return form;
}

/** What a comment has to be drawn anew for; always while there is a form in it. */
export function stateOf(view: View, id: string): unknown[] {
  const { open, deleting, trouble } = deskOf(view);
  const isOpen = open.has(`edit ${id}`) || open.has(`reply ${id}`);
  return [isOpen && Symbol(), deleting === id, trouble?.id === id && trouble.why];
}

/** The form in the place of a comment that is changed. */
export const edited = (view: View, id: string): TemplateResult | undefined =>
  deskOf(view).open.get(`edit ${id}`)?.render();

/** What stands between a comment and the answers to it. */
export function below(view: View, id: string): unknown[] {
  const { open, trouble } = deskOf(view);
  return [
    trouble?.id === id ? html`<p part="note" role="alert">${trouble.why}</p>` : nothing,
    open.get(`reply ${id}`)?.render(),
  ];
}

/** What can be done about a comment, beyond reading it. */
export function actionsFor(view: View, comment: BlogComment): unknown[] {
  const { words, source, page } = view;
  const { deleting } = deskOf(view);
  const { id } = comment;
  const mine = source!.canEdit?.(comment);
  const action = (text: string, part: string, ...what: Parameters<View['act']>) =>
    button(text, () => view.act(...what), part);
  return [
    page.canPost &&
      (source!.canReply?.(comment) ?? true) &&
      action(words.reply, 'reply', 'write', `reply ${id}`, { parent: comment }),
    mine &&
      source!.edit &&
      comment.body !== undefined &&
      action(words.edit, 'edit', 'write', `edit ${id}`, { edited: comment }),
    mine && source!.remove && action(deleting === id ? words.deleteNow : words.delete, 'delete', 'remove', comment),
    deleting === id && action(words.cancel, 'spare', 'spare', id),
  ].map((action) => action || nothing);
}

/** Who wrote last in a place, so that nobody types their name twice. */
const writers = new WeakMap<HTMLElement, { name: string; email: string; url: string }>();

export class Form {
  readonly #view: View;
  readonly #key: string;
  readonly #parent: BlogComment | undefined;
  readonly #edited: BlogComment | undefined;
  readonly #id = `form${count++}`;
  readonly #fields: Record<Field, string>;
  readonly #page = here().replace(/#.*/, '');
  #preview: HTMLElement | undefined;
  #sending = false;
  #problem = '';
  /** Whether the source takes comments only on its own page. */
  #isElsewhere = false;

  constructor(view: View, key: string, { parent, edited }: About) {
    this.#view = view;
    this.#key = key;
    this.#parent = parent;
    this.#edited = edited;
    const kept = edited ? { body: edited.body ?? '' } : memory.get(this.#draftKey);
    const text = (field: Field): string => (typeof kept[field as 'body'] === 'string' ? kept[field as 'body']! : '');
    const { name, email, url } = writers.get(view.host) ?? { name: '', email: '', url: '' };
    this.#fields = {
      name: text('name') || name,
      email: text('email') || email,
      url: text('url') || url,
      body: text('body'),
    };
  }

  /** One draft for each page and what it answers. */
  get #draftKey(): string {
    return `dogeared ${this.#page} ${this.#key}`;
  }

  #element<E extends HTMLElement>(part: string): E | null {
    return this.#view.host.shadowRoot!.querySelector<E>(`#${this.#id}${part}`);
  }

  /** To the first field that is empty. */
  focus(): void {
    this.#element(this.#edited || this.#fields.name ? 'body' : 'name')?.focus();
  }

  #changed = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    this.#fields[name as Field] = value;
    if (!this.#edited) memory.set(this.#draftKey, this.#fields);
    this.#view.host.requestUpdate();
  };

  /** Draws what is written, through the same door as every comment. */
  async #show(preview: boolean): Promise<void> {
    this.#preview = undefined;
    if (preview) {
      const { body } = this.#fields;
      const { words, host } = this.#view;
      const node = document.createElement('div');
      node.dir = 'auto';
      setRaw(node, body.trim() ? body : words.nothing);
      this.#preview = node;
      host.requestUpdate();
      if (!body.trim()) return;
      await this.#view
        .drawEach([{ body }], (_, nodes) => setBody(node, nodes))
        .catch((error: Error) => host.warn(error, 'showing the comment as plain text'));
    }
    this.#view.host.requestUpdate();
  }

  /** Arrow keys, Home and End go from tab to tab. */
  #keys = (event: KeyboardEvent): void => {
    if (!/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    const preview = event.key === 'Home' ? false : event.key === 'End' ? true : !this.#preview;
    void this.#show(preview);
    this.#element(preview ? 'previewTab' : 'writeTab')?.focus();
  };

  /** Whether all is there; what is not is said by the browser, in its own words. */
  async #check(form: HTMLFormElement): Promise<boolean> {
    if (this.#preview) {
      await this.#show(false);
      await this.#view.host.updateComplete;
    }
    for (const field of form.querySelectorAll<HTMLInputElement>('[required]'))
      // White space is nothing, whatever the browser thinks.
      if (!field.value.trim()) field.value = this.#fields[field.name as Field] = '';
    return form.reportValidity();
  }

  #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#sending) return;
    this.#sending = true;
    try {
      if (await this.#check(event.target as HTMLFormElement)) await this.#deliver();
    } catch (error) {
      await this.#explain(error as Error);
    }
    this.#sending = false;
    this.#view.host.requestUpdate();
  };

  /** Says why a comment was not taken: in words for people, or else in those of the source. */
  async #explain(error: Error): Promise<void> {
    const view = this.#view;
    const kind = (error as Partial<SourceError>).kind ?? '';
    if (REFUSED.test(kind)) await view.learn().catch(() => 0);
    const { words } = view;
    const said = kind === 'closed' ? words.closed : words[kind as 'login'];
    const says = String(error.message ?? error);
    this.#problem = `${words.sendFailed} ${said ? said + (kind === 'refused' ? ` (${says})` : '') : says}`;
    this.#isElsewhere = kind === 'login';
  }

  async #deliver(): Promise<void> {
    const { source, host, words } = this.#view;
    const { signal } = this.#view.life;
    const edited = this.#edited;
    const { name, email, url, body } = this.#fields;
    const draft: Draft = {
      name: name.trim(),
      ...(email.trim() && { email: email.trim() }),
      ...(url.trim() && { url: url.trim() }),
      body,
    };
    if (this.#parent) draft.parentId = this.#parent.id;
    if (!edited && !host.dispatchEvent(new CommentSubmitEvent(draft))) return;
    this.#problem = '';
    host.requestUpdate();
    void this.#view.act('say', words.sending);
    const sent = await (edited ? source!.edit!(edited, body, signal) : source!.post!(draft, signal));
    // What has been typed meanwhile is the next comment.
    const isAll = this.#fields.body === body;
    if (isAll) this.#fields.body = '';
    if (!edited) {
      writers.set(host, { name, email, url });
      if (isAll) memory.set(this.#draftKey, undefined);
    }
    // It was for another thread.
    if (this.#view.request.signal.aborted) return;
    if (this.#key) await this.#view.act('close', this.#key);
    const comment = (await this.#view.act('add', sent, !edited)) as BlogComment | undefined;
    const isThere =
      comment && comment.status !== 'pending' && this.#view.order.some((thread) => thread.comment.id === comment.id);
    await this.#view.act('say', edited ? words.saved : isThere ? words.posted : words.held);
    if (!edited && comment) host.dispatchEvent(new CommentPostedEvent(comment));
  }

  #field(field: 'name' | 'email' | 'url', label: string, type: string, required: boolean): TemplateResult {
    const id = this.#id + field;
    const { words } = this.#view;
    const remarks = [field === 'email' && words.private, !required && words.optional].filter(Boolean).join(', ');
    return html`<div class="field">
      <label for=${id}>${label}${remarks ? html` <small>(${remarks})</small>` : nothing}</label>
      <input
        id=${id}
        name=${field}
        type=${type}
        autocomplete=${field}
        dir="auto"
        maxlength=${field === 'name' ? 80 : 500}
        ?required=${required}
        .value=${live(this.#fields[field])}
        @input=${this.#changed}
      />
    </div>`;
  }

  #tab(preview: boolean, label: string): TemplateResult {
    const selected = preview === !!this.#preview;
    return html`<button
      type="button"
      role="tab"
      id=${this.#id + (preview ? 'previewTab' : 'writeTab')}
      aria-selected=${String(selected)}
      aria-controls=${this.#id + 'panel'}
      tabindex=${selected ? 0 : -1}
      @click=${() => this.#show(preview)}
      @keydown=${this.#keys}
    >
      ${label}
    </button>`;
  }

  render(): TemplateResult {
    const { words, page, elsewhere } = this.#view;
    const there = this.#isElsewhere && elsewhere;
    const id = this.#id;
    const { body } = this.#fields;
    const title = this.#parent
      ? named(words.replyTo, this.#view.nameOf(this.#parent))
      : this.#edited
        ? words.edit
        : words.post;
    const used = words.characters
      .replace('{n}', body.length.toLocaleString(this.#view.locale))
      .replace('{most}', MAX_LENGTH.toLocaleString(this.#view.locale));
    const panel = this.#preview
      ? html`<div class="preview">${this.#preview}</div>`
      : html`<textarea
          id=${id + 'body'}
          name="body"
          dir="auto"
          rows="5"
          required
          maxlength=${MAX_LENGTH}
          aria-describedby="${id}hint ${id}used"
          .value=${live(body)}
          @input=${this.#changed}
        ></textarea>`;
    return html`<form part="form" aria-labelledby=${id + 'title'} @submit=${this.#send}>
      <div class="title" id=${id + 'title'}>${title}</div>
      ${
        this.#edited
          ? nothing
          : html`<div class="fields">
            ${this.#field('name', words.name, 'text', true)}
            ${page.email ? this.#field('email', words.email!, 'email', page.email === 'required') : nothing}
            ${this.#field('url', words.website, 'url', false)}
          </div>`
      }
      <div class="bar">
        <label for=${id + 'body'}>${words.body}</label>
        ${
          page.plain
            ? nothing
            : html`<div class="tabs" role="tablist" aria-label=${words.body}>
              ${this.#tab(false, words.write)}${this.#tab(true, words.preview)}
            </div>`
        }
      </div>
      ${
        page.plain
          ? panel
          : html`<div role="tabpanel" id=${id + 'panel'} aria-labelledby=${id + (this.#preview ? 'previewTab' : 'writeTab')}>${panel}</div>`
      }
      <div class="hints">
        <span id=${id + 'hint'}>${page.plain ? words.plain : words.markdown}</span> <span id=${id + 'used'}>${used}</span>
      </div>
      <p class="problem" role="alert">${this.#problem}</p>
      <div class="buttons">
        <button type="submit" part="send" class="button" aria-disabled=${String(this.#sending)}>
          ${this.#sending ? words.sending : this.#problem ? words.retry : this.#edited ? words.save : words.send}
        </button>
        ${there ? html`<a part="post" class="button" href=${there}>${words.there}</a>` : nothing}
        ${
          this.#key
            ? html`<button type="button" class="plain" @click=${() => this.#view.act('close', this.#key, (this.#parent ?? this.#edited)?.id)}>
              ${words.cancel}
            </button>`
            : nothing
        }
      </div>
    </form>`;
  }
}
