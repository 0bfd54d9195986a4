/** What rows show beside titles. Loaded when a list names such things, or draws rows of the owner's own. */
import { css, html, nothing, render } from 'lit';
import type { Explanation } from '../src/posts/favorites.ts';
import type { Post } from '../src/posts/post.ts';
import type { Extra } from './extras.ts';
import type { DogearedList } from './list.ts';

/** A post in a list; favorites lists say why. */
export type Entry = Partial<Explanation<Post>> & { post: Post };

/** A post as a list shows it: every field as text in the page's language, '' where there is none. */
export interface Item {
  post: Post;
  title: string;
  date: string;
  author: string;
  excerpt?: string;
  tags?: string;
  /** How often it was seen, liked …: the count the list is by, or the first there is. */
  count?: string;
  /** Why it is in the list. */
  reason?: string;
}

/** Their look. Nothing here makes a row higher: its place is kept by what comes with the list. */
const { styleSheet } = css`
  img {
    block-size: 100%;
    display: block;
    inline-size: 100%;
    object-fit: cover;
  }
  .picture {
    background: color-mix(in srgb, currentcolor 8%, transparent);
    border-radius: var(--dogeared-radius, 4px);
    overflow: hidden;
  }
  p,
  .text > div {
    --lines: 3;
    color: var(--dogeared-muted-color, color-mix(in srgb, currentcolor 78%, transparent));
    font-size: 0.9em;
  }
  .text > div {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  * + bdi::before {
    content: ' · ';
  }
`;

/** The language of the page around an element, where the browser knows it. */
export function localeOf(element: Element): string | undefined {
  try {
    // Of all that know it, this is the one that a browser has at hand.
    return Intl.PluralRules.supportedLocalesOf(element.closest<HTMLElement>('[lang]')?.lang || [])[0];
  } catch {
    return undefined;
  }
}

/** Draws a row: the owner's own, or picture, title and fields; returns the text of the title, where there is one. */
export function draw(row: HTMLElement, entry: Entry, list: DogearedList, extra: Extra | undefined): string | false {
  const { adoptedStyleSheets } = list.shadowRoot!;
  if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
  // What a page adds to Object.prototype is not a post's.
  const post = { __proto__: null, ...entry.post } as Post;
  const { image } = post;
  const iso = (list.used['order'] === 'updated' && post.updated) || post.published;
  const plain = {
    post,
    title: post.title || post.url,
    get date() {
      return iso ? new Date(iso).toLocaleDateString(localeOf(list), { dateStyle: 'medium' }) : '';
    },
    author: post.author?.name ?? '',
  };
  const item: Item = extra?.item({ ...entry, post }, plain) ?? plain;
  const shown = <Name extends keyof Item>(...names: Name[]) =>
    names.filter((name) => list.fields.includes(name) && item[name]);
  const own = extra?.own(item);
  row.className = own ? 'own' : '';
  render(
    own ||
      html`${
        list.fields.includes('image')
          ? html`<div class="picture">${
              image &&
              html`<img part="image" src=${image.url} alt=${image.alt} loading="lazy" decoding="async" referrerpolicy="no-referrer">`
            }</div>`
          : nothing
      }<div class="text"><a part="title" dir="auto"></a><div part="meta">${shown(
        'date',
        'author',
        'count',
        'reason',
      ).map((name) =>
        name === 'date'
          ? html`<time part=${name} dir="auto" datetime=${iso}>${item[name]}</time>`
          : html`<bdi part=${name}>${item[name]}</bdi>`,
      )}</div>${shown('excerpt').map((name) => html`<p part=${name} dir="auto">${item[name]}</p>`)}${shown('tags').map((name) => html`<div part=${name} dir="auto">${item[name]}</div>`)}</div>`,
    row,
  );
  return !own && item.title;
}
