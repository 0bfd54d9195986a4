import './guard.ts';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { CountLabel } from '../src/comments/count.ts';
import type { Numbers } from './comment-numbers.ts';
import { define } from './define.ts';
import { ErrorEvent } from './events.ts';
import { attributes } from './options.ts';
import { shared, Source } from './share.ts';

type Answer = Numbers & { more?: false };

const sources = new Map<string, Source<Answer>>();

const told = new WeakSet<Error>();

const numbersOf = (src: string): Source<Answer> =>
  shared(
    sources,
    src,
    () => new Source<Answer>(async (signal) => (await import('./comment-numbers.ts')).loadNumbers(src, signal)),
  );

/**
 * How many comments a post has, in words: "No comments", "12 comments". Any number of them on a page send one request.
 *
 * @element dogeared-comment-count
 * @slot - the fallback: shown until there is a number, and again if there never is
 * @csspart count - the words
 * @fires dogeared-error
 */
export class DogearedCommentCount extends LitElement {
  static override properties = { ...attributes(['src', 'postUrl']), words: { attribute: false } };

  /** The address of numbers by address, `{ "/a-post/": 12 }`, or of comments that say which post they are about. */
  declare src: string | null;
  /** The post; default the page. */
  declare postUrl: string | null;
  /** Texts to use instead of ours: `none`, and one for each plural category, `{n}` being the number. */
  declare words: Partial<CountLabel> | undefined;

  #source: Source<Answer> | undefined;
  #leave: (() => void) | undefined;
  #warned: Error | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is back at once.
    queueMicrotask(() => this.isConnected || this.#part());
  }

  #part(): void {
    this.#leave?.();
    this.#leave = this.#source = undefined;
  }

  #join(): void {
    this.#part();
    if (!this.src) return;
    this.#source = numbersOf(this.src);
    this.#leave = this.#source.join(() => this.requestUpdate());
  }

  /** Asks the source again. */
  async refresh(): Promise<void> {
    await this.#source?.refresh();
    await this.updateComplete;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('src') && this.isConnected) this.#join();
    const error = this.#source?.error;
    if (!error || error === this.#warned) return;
    this.#warned = error;
    this.dispatchEvent(new ErrorEvent(error));
    // An archive has dozens of these, and one source.
    if (told.has(error)) return;
    told.add(error);
    const instead = this.#source!.value ? 'keeping what is there' : 'showing the fallback';
    console.warn(`<${this.localName}>: ${error.message}; ${instead}.`);
  }

  protected override render(): TemplateResult {
    const { value } = this.#source ?? {};
    if (!value) return html`<slot></slot>`;
    const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || location.href;
    const count = value.countOf(Object.assign(document.createElement('a'), { href: this.postUrl ?? page }).href);
    const locale = this.closest<HTMLElement>('[lang]')?.lang;
    return html`<span part="count">${value.label(count, { ...(locale && { locale }), ...(this.words && { words: this.words }) })}</span>`;
  }
}

define('dogeared-comment-count', DogearedCommentCount);

declare global {
  interface HTMLElementTagNameMap {
    'dogeared-comment-count': DogearedCommentCount;
  }
}
