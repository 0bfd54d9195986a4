/** What a list of the newest comments says. Loaded while the comments are. */
import { html, type TemplateResult } from 'lit';
import { anchor } from '../src/comments/anchor.ts';
import { type BlogComment, parseComments } from '../src/comments/comment.ts';
import { relativeTime } from '../src/comments/relative.ts';
import { snippet } from '../src/comments/snippet.ts';
import { threadComments } from '../src/comments/thread.ts';
import { readable } from '../src/sources/readable.ts';
import { parserHere } from '../src/sources/parser.ts';
import { type CommentWords, commentWordsOf, localeOf } from './comment-words.ts';

export class Latest {
  readonly #ours: CommentWords;
  #words: CommentWords;
  readonly #locale: string | undefined;
  readonly #decode: (text: string) => string;

  constructor(words: CommentWords, locale: string | undefined, decode: (text: string) => string) {
    this.#ours = this.#words = words;
    this.#locale = locale;
    this.#decode = decode;
  }

  /** The list; undefined where there is nothing to list. */
  draw(
    records: unknown,
    { limit, without, words }: { limit: number; without: string[]; words: Partial<CommentWords> | undefined },
  ): TemplateResult | undefined {
    this.#words = { ...this.#ours, ...words };
    const comments = parseComments(records, { url: document.baseURI });
    const silent = without.map((name) => name.toLowerCase());
    const eligible = comments.filter(({ author, status }) => !status && !silent.includes(author.name.toLowerCase()));
    // Each by itself: what it answers makes no difference here.
    const alone = eligible.map(({ parentId: _, ...comment }) => comment);
    const shown = threadComments(alone, { sort: 'newest' }).slice(0, limit);
    return shown.length
      ? html`<ol part="list" role="list" aria-label=${this.#words.latest}>
          ${shown.map(({ comment }) => this.#item(comment))}
        </ol>`
      : undefined;
  }

  #item(comment: BlogComment): TemplateResult {
    const { author, post, published, id } = comment;
    const options = this.#locale ? { locale: this.#locale } : {};
    const address = comment.url ?? (post ? post.url.replace(/#.*|$/, anchor(id)) : undefined);
    const [before, after = ''] = this.#words.on.split('{name}');
    const title = html`<bdi>${(post?.title ?? (post ? readable(new URL(post.url, document.baseURI).pathname) : '')).slice(0, 300)}</bdi>`;
    const link = address ? html`<a part="post" href=${address}>${title}</a>` : title;
    return html`<li part="item">
      <div><bdi part="author">${author.name || this.#words.anonymous}</bdi> ${post || address ? html`${before}${link}${after}` : ''}</div>
      <p part="excerpt" dir="auto">${snippet(comment, this.#decode, { length: 120, ...options })}</p>
      ${published ? html`<time part="date" datetime=${published}>${relativeTime(Date.parse(published), Date.now(), this.#locale)}</time>` : ''}
    </li>`;
  }
}

/** For an element, in the language of its place. */
export async function latestIn(host: HTMLElement): Promise<Latest> {
  const locale = localeOf(host);
  const [words, { decode }] = await Promise.all([commentWordsOf(locale), parserHere()]);
  return new Latest(words, locale, decode);
}
