import './guard.ts';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { CountLabel } from '../src/comments/count.ts';
import type { Numbers } from './comment-numbers.ts';
import { define } from './define.ts';
import { here } from './here.ts';
import { attributes } from './attributes.ts';
import { shared, Source } from './share.ts';
import { Sourced } from './sourced.ts';

type Answer = Numbers & { more?: false };

/** Numbers at an address, and the posts that elements want to know of, each by its address as it was written. */
interface Asked {
  source: Source<Answer>;
  posts: Map<string, string>;
}

const all = new Map<string, Asked>();

const numbersOf = (src: string): Asked =>
  shared(all, src, () => {
    const posts = new Map<string, string>();
    const source = new Source<Answer>(async (signal) =>
      (await import('./comment-numbers.ts')).loadNumbers(src, signal, posts),
    );
    return { posts, source };
  });

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

  /**
   * The address of numbers by address, `{ "/a-post/": 12 }`, of comments that say which post they are about, or of an engine
   * that counts comments.
   */
  declare src: string | null;
  /**
   * The post: its address, or what an engine calls it.
   *
   * @default the page
   */
  declare postUrl: string | null;
  /** Texts to use instead of ours: `none`, and one for each plural category, `{n}` being the number. */
  declare words: Partial<CountLabel> | undefined;

  /** The post that was asked about because it was not among those that an engine had been asked about. */
  #late: string | undefined;

  get #post(): string {
    return Object.assign(document.createElement('a'), { href: this.postUrl ?? here() }).href;
  }

  protected override find(): Source<Answer> | undefined {
    if (!this.src) return undefined;
    const { source, posts } = numbersOf(this.src);
    posts.set(this.#post, this.postUrl ?? '');
    return source;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { about } = this.value ?? {};
    if (!about) return;
    const post = this.#post;
    if (about.has(post) || this.#late === post) return;
    this.#late = post;
    this.find();
    void this.refresh();
  }

  protected override render(): TemplateResult {
    const { value } = this;
    if (!value) return html`<slot></slot>`;
    // Where nobody knows, what the page says is better than none, and an engine that was asked would have said none.
    const count = value.countOf(this.#post) ?? (value.about || this.textContent?.trim() ? undefined : 0);
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
