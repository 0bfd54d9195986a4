import './guard.ts';
import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { BlogComment } from '../src/comments/comment.ts';
import { attributes } from './attributes.ts';
import type { CommentWords } from './comment-words.ts';
import { define } from './define.ts';
import type { Latest } from './latest-list.ts';
import { latest } from './latest-styles.ts';
import { names } from './names.ts';
import { shared, Source } from './share.ts';
import { Sourced } from './sourced.ts';

/** The first page of a source is enough: it is asked for the newest. */
type Answer = { comments: BlogComment[]; more?: false };

const sources = new Map<string, Source<Answer>>();

const commentsOf = (src: string): Source<Answer> =>
  shared(
    sources,
    src,
    () =>
      new Source<Answer>(async (signal) =>
        (await import('../src/sources/comments.ts')).commentsAt(src).load({ sort: 'newest', signal }),
      ),
  );

/**
 * The newest comments of a blog: who said it, on which post, when, and how it begins.
 *
 * @element dogeared-latest-comments
 * @slot - the fallback: shown until there are comments, and again if there never are
 * @csspart heading - the heading, where `heading` is set
 * @csspart list - the list of comments
 * @csspart item - a comment in the list
 * @csspart author - who said it
 * @csspart post - the link to the comment, by the title of its post
 * @csspart date - when it was said
 * @csspart excerpt - how it begins
 * @cssprop --dogeared-link-color - the color of links
 * @cssprop --dogeared-muted-color - the color of snippets and dates
 * @cssprop --dogeared-gap - between comments
 * @fires dogeared-error
 */
export class DogearedLatestComments extends Sourced<Answer> {
  static override styles: CSSResult = latest;
  static override properties = {
    ...attributes(['src', 'limit', 'excludeAuthors', 'heading', 'headingLevel']),
    comments: { attribute: false },
    words: { attribute: false },
  };

  /** The address of comments as JSON, each with the post it is about. */
  declare src: string | null;
  /** Comments instead of a source. */
  declare comments: readonly unknown[] | null | undefined;
  /**
   * How many comments to show at most.
   *
   * @default 5
   */
  declare limit: number | string | null;
  /** Names of authors to leave out, such as the blog's own, with commas between them. */
  declare excludeAuthors: string | null;
  /** Words to use instead of ours, one by one. */
  declare words: Partial<CommentWords> | undefined;
  /** A heading above the list. */
  declare heading: string | null;
  /**
   * The level of the heading, from 1 to 6.
   *
   * @default 2
   */
  declare headingLevel: number | string | null;

  #view: Latest | undefined;

  protected override find(): Source<Answer> | undefined {
    return this.src && !this.comments ? commentsOf(this.src) : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // How they look comes while they do.
    import('./latest-list.ts').then(
      async ({ latestIn }) => {
        this.#view = await latestIn(this);
        this.requestUpdate();
      },
      (error: Error) => this.warn(error),
    );
  }

  protected override render(): TemplateResult {
    const level = /^[1-6]$/.exec(String(this.headingLevel)) ?? 2;
    const heading = this.heading
      ? html`<div part="heading" role="heading" id="heading" aria-level=${level}>${this.heading}</div>`
      : nothing;
    const list = this.#view?.draw(this.comments ?? this.value?.comments, {
      limit: Math.max(0, Math.floor(Number(this.limit ?? 5))) || 5,
      without: names(this.excludeAuthors ?? ''),
      words: this.words,
    });
    return html`${heading}${list ?? html`<slot></slot>`}`;
  }
}

define('dogeared-latest-comments', DogearedLatestComments);

declare global {
  interface HTMLElementTagNameMap {
    'dogeared-latest-comments': DogearedLatestComments;
  }
}
