import { html, nothing, type TemplateResult } from 'lit';
import type { Explanation } from '../src/posts/favorites.ts';
import type { Image, Post } from '../src/posts/post.ts';

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

/** The place of a picture, there before the picture is; nothing where no pictures are shown. */
export const picture = (show: readonly string[], image?: Image) =>
  show.includes('image')
    ? html`<div class="picture">${
        image &&
        html`<img part="image" src=${image.url} alt=${image.alt ?? ''} loading="lazy" decoding="async" referrerpolicy="no-referrer">`
      }</div>`
    : nothing;

/** A row as we draw it: `iso` is the date to show, in UTC. */
export function draw(item: Item, show: readonly string[], iso: string | undefined, current: boolean): TemplateResult {
  const { post } = item;
  const shown = (...names: (keyof Item)[]) => names.filter((name) => show.includes(name) && item[name]);
  return html`${picture(show, post.image)}<div class="text"><a part="title" href=${post.url || nothing} aria-current=${
    current ? 'page' : nothing
  } dir="auto">${item.title}</a><div part="meta">${shown('date', 'author', 'count', 'reason').map((name) =>
    name === 'date'
      ? html`<time part="date" dir="auto" datetime=${iso ?? nothing}>${item.date}</time>`
      : html`<bdi part=${name}>${item[name]}</bdi>`,
  )}</div>${shown('excerpt').map(() => html`<p part="excerpt" dir="auto">${item.excerpt}</p>`)}${shown('tags').map(() => html`<div part="tags" dir="auto">${item.tags}</div>`)}</div>`;
}
