import './guard.ts';
import { css, type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CommentSource } from '../src/comments/source.ts';
import type { Sort } from '../src/comments/sorts.ts';
import type { AllCommentWords } from './comment-form-words.ts';
import { define } from './define.ts';
import { DogearedElement } from './element.ts';
import { ErrorEvent } from './events.ts';
import { attributes } from './attributes.ts';
import type { View } from './comment-thread.ts';

/** `idle`: nobody has come near yet; `failed`: there is nothing to show but the fallback. */
export type CommentsState = 'idle' | 'loading' | 'ready' | 'empty' | 'failed';

/** How far from what a reader sees the comments may be when they are loaded. */
const NEAR = '800px';

/**
 * The comments on a post: read as threads, and written where the source can keep them.
 *
 * Nothing is loaded until a reader comes near, follows a link to a comment, or `refresh()` is called. Comments that are
 * kept in several places are named by a `<dogeared-source>` each, inside the tag.
 *
 * @element dogeared-comments
 * @slot - the fallback, such as the comments a server has made: shown until there are comments, and again if they fail
 * @slot heading - instead of the heading with the number of comments
 * @slot after - below the comments
 * @csspart heading - the heading with the number of comments
 * @csspart sort - the menu of orders
 * @csspart list - the comments that answer none
 * @csspart replies - the answers to a comment
 * @csspart item - a comment with its answers
 * @csspart comment - a comment
 * @csspart avatar - the picture of an author, or initials
 * @csspart author - the name of an author
 * @csspart badge - what an author is, such as the author of the post
 * @csspart pending - marks a comment that waits for approval
 * @csspart pinned - marks a comment that comes first
 * @csspart permalink - the link to a comment
 * @csspart date - when a comment was written
 * @csspart parent - the link to what a comment answers, where that is not above it
 * @csspart source - where a comment was said, if in several places
 * @csspart body - what a comment says
 * @csspart reply - the button that opens the form for an answer
 * @csspart edit - the button that opens the form for a change
 * @csspart delete - the button that deletes a comment, at the second click
 * @csspart spare - the button that leaves it where it is
 * @csspart toggle - the button that hides the answers to a comment, and shows them again
 * @csspart more - the button that shows more comments
 * @csspart note - what the element says: that comments are closed, could not be loaded …
 * @csspart post - the link to where comments can be written, if not here
 * @csspart form - the form
 * @csspart send - the button that sends it
 * @cssprop --dogeared-link-color - the color of links
 * @cssprop --dogeared-muted-color - the color of what is less important
 * @cssprop --dogeared-focus-color - the outline of what the keyboard is on
 * @cssprop --dogeared-accent-color - the background of the button that sends a comment
 * @cssprop --dogeared-accent-text - the text on it
 * @cssprop --dogeared-radius - how round corners are
 * @cssstate idle - nobody has come near yet, or no source is named
 * @cssstate loading - comments are on their way
 * @cssstate ready - there are comments
 * @cssstate empty - nobody has said anything yet
 * @cssstate failed - there is nothing to show but the fallback
 * @fires dogeared-error
 * @fires dogeared-comments-load
 * @fires dogeared-comment-submit
 * @fires dogeared-comment-posted
 */
export class DogearedComments extends DogearedElement {
  static override styles: CSSResult = css`
    :host(:not([hidden])) {
      display: block;
    }
    .gone {
      display: none;
    }
  `;
  static override properties = {
    ...attributes([
      'src',
      'engine',
      'post',
      'sort',
      'limit',
      'headingLevel',
      'replyUrl',
      'muted',
      'foldBelow',
      'avatars',
      'images',
    ]),
    comments: { attribute: false },
    source: { attribute: false },
    words: { attribute: false },
  };

  /** The address of comments, as JSON or as an engine keeps them; http(s), relative to the page. */
  declare src: string | null;
  /** The engine, where the address does not say it: `wordpress`, `waline`, `ghost`, … */
  declare engine: string | null;
  /**
   * The post, for engines that keep the comments of a whole blog: address, path or number.
   *
   * @default the page
   */
  declare post: string | null;
  /** Comments instead of a source. */
  declare comments: readonly unknown[] | null | undefined;
  /** Where comments are kept, instead of an address: an engine of your own. */
  declare source: CommentSource | null | undefined;
  /**
   * Which comments come first; a reader can change it.
   *
   * @default 'oldest'
   */
  declare sort: Sort | null;
  /**
   * How many comments to show at first, and how many more each time.
   *
   * @default 20
   */
  declare limit: number | string | null;
  /**
   * The level of the heading, from 1 to 6.
   *
   * @default 2
   */
  declare headingLevel: number | string | null;
  /** The engine's own page for a comment, where this source cannot take any. */
  declare replyUrl: string | null;
  /** Names of authors whose comments are folded, with commas between them. */
  declare muted: string | null;
  /** Comments with fewer votes (for less against) than this are folded. */
  declare foldBelow: number | string | null;
  /** Shows the pictures of authors, which are asked of whoever keeps them; initials are drawn otherwise. */
  declare avatars: string | boolean | null;
  /** Shows pictures in comments, which are asked of whoever keeps them; they are links otherwise. */
  declare images: string | boolean | null;
  /** Words to use instead of ours, one by one. */
  declare words: Partial<AllCommentWords> | undefined;

  /**
   * What the element is doing. Also an attribute and a custom state.
   *
   * @readonly
   */
  state: CommentsState = 'idle';

  #view: View | undefined;
  #near: IntersectionObserver | undefined;
  #wanted: Promise<void> | undefined;
  #internals: ElementInternals | undefined;
  #warned = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#follow);
    this.#view?.connect();
    if (this.#wanted) return;
    this.#near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#want(), {
      rootMargin: NEAR,
    });
    this.#near.observe(this);
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#follow);
    this.#near?.disconnect();
    // An element that is moved is back at once.
    queueMicrotask(() => this.isConnected || this.#view?.disconnect());
  }

  /** Asks the source again; what is there stays until there is an answer. */
  async refresh(): Promise<void> {
    const again = this.#view;
    await this.#want();
    await again?.load();
    await this.updateComplete;
  }

  /** Shows a comment: loads up to it, unfolds what it is in, goes there and says so. Whether there is such a comment. */
  async reveal(id: string): Promise<boolean> {
    await this.#want();
    return ((await this.#view?.act('reveal', id)) as boolean | undefined) ?? false;
  }

  /** A link to a comment, in the address of the page. */
  #follow = (): void => {
    const id = /^#comment-(.+)/.exec(location.hash)?.[1];
    if (!id) return;
    try {
      void this.reveal(decodeURIComponent(id));
    } catch {
      // A hash that is not ours.
    }
  };

  /** Somebody wants comments: now everything is loaded that they take. */
  #want(): Promise<void> {
    this.#near?.disconnect();
    return (this.#wanted ??= this.#start());
  }

  async #start(): Promise<void> {
    this.become('loading');
    try {
      const { View } = await import('./comment-thread.ts');
      if (this.isConnected) return (this.#view = new View(this)).started;
      this.become('idle');
    } catch (error) {
      this.warn(error as Error, 'showing the fallback');
      this.become('failed');
    }
    this.#wanted = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#view = this.#view?.follow(changed);
  }

  /**
   * Tells a problem, once.
   *
   * @internal
   */
  warn(error: Error, instead: string): void {
    const message = String(error.message ?? error);
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    console.warn(`<${this.localName}>: ${message}; ${instead}.`);
    this.dispatchEvent(new ErrorEvent(error));
  }

  /** @internal */
  become(state: CommentsState): void {
    this.state = state;
    this.setAttribute('state', state);
    try {
      const { states } = (this.#internals ??= this.attachInternals());
      states.clear();
      states.add(state);
    } catch {
      // An engine without custom states; there is the attribute.
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const drawn = /ready|empty/.test(this.state);
    const fallback = html`<div class=${drawn ? 'gone' : nothing} aria-busy=${String(this.state === 'loading')}><slot></slot></div>`;
    return html`${this.#view?.render() ?? nothing}${fallback}<slot name="after"></slot>`;
  }
}

define('dogeared-comments', DogearedComments);

declare global {
  interface HTMLElementTagNameMap {
    'dogeared-comments': DogearedComments;
  }
}
