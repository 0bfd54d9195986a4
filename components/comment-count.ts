import './guard.ts';
import { html, type TemplateResult } from 'lit';
import type { CountLabel } from '../src/comments/count.ts';
import type { Numbers } from './comment-numbers.ts';
import { define } from './define.ts';
import { here } from './here.ts';
import { attributes } from './options.ts';
import { shared, Source } from './share.ts';
import { Sourced } from './sourced.ts';

type Answer = Numbers & { more?: false };

const sources = new Map<string, Source<Answer>>();

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
export class DogearedCommentCount extends Sourced<Answer> {
  static override properties = { ...attributes(['src', 'postUrl']), words: { attribute: false } };

  /** The address of numbers by address, `{ "/a-post/": 12 }`, or of comments that say which post they are about. */
  declare src: string | null;
  /**
   * The address of the post.
   *
   * @default the page
   */
  declare postUrl: string | null;
  /** Texts to use instead of ours: `none`, and one for each plural category, `{n}` being the number. */
  declare words: Partial<CountLabel> | undefined;

  protected override find(): Source<Answer> | undefined {
    return this.src ? numbersOf(this.src) : undefined;
  }

  protected override render(): TemplateResult {
    const { value } = this;
    if (!value) return html`<slot></slot>`;
    const url = Object.assign(document.createElement('a'), { href: this.postUrl ?? here() }).href;
    // Where nobody knows, what the page says is better than none.
    const count = value.countOf(url) ?? (this.textContent?.trim() ? undefined : 0);
    if (count === undefined) return html`<slot></slot>`;
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
