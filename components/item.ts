import { html, nothing, type TemplateResult } from 'lit';
import { excerpt } from '../src/posts/excerpt.ts';
import type { Explanation } from '../src/posts/favorites.ts';
import type { Post } from '../src/posts/post.ts';
import type { Phrases } from './words.ts';

/** What may be shown beside the title, by the words of the `show` attribute. */
export const FIELDS = ['date', 'excerpt', 'image', 'author', 'tags', 'count', 'reason'] as const;
export type Field = (typeof FIELDS)[number];

/** A post as a list shows it: every field as text in the page's language. */
export interface Item {
  post: Post;
  /** The title, or what stands in for a missing one. */
  title: string;
  /** The date that counts, in words; '' when unknown. */
  date: string;
  excerpt: string;
  author: string;
  tags: string;
  /** How often it was seen, liked …: the count the list is by, or the first there is. */
  count: string;
  /** Why it is in the list. */
  reason: string;
  /** Whether it is the page being read. */
  current: boolean;
}

export interface Look {
  phrases: Phrases;
  locale: string;
  /** By which date. */
  order: 'published' | 'updated';
  /** The length of the window, in days. */
  days: number;
  isCurrent: (post: Post) => boolean;
}

export function toItem(entry: Partial<Explanation<Post>> & { post: Post }, { phrases, locale, order, days, isCurrent }: Look): Item {
  const { post, signal } = entry;
  const { summary = '', url, title, counts, windows } = post;
  const [name = ''] = signal?.split(':') ?? [];
  const named = (['views', 'likes', 'comments', 'rating', 'shares'] as const).map((count) => [count, phrases.count(count, counts)] as const);
  const [, count = ''] = named.find(([kind]) => kind === name) ?? named.find(([, text]) => text) ?? [];
  const taken = signal?.endsWith(':window') ? windows?.[`${days}d`] : counts;
  const iso = post[order] ?? post.published;
  return {
    post,
    title: title || excerpt(summary, { length: 60, locale }) || url,
    date: iso ? phrases.date(iso) : '',
    excerpt: excerpt(summary, { length: 160, locale }),
    author: post.author?.name ?? '',
    tags: phrases.list(post.tags ?? []),
    count: count || (named.find(([, text]) => text)?.[1] ?? ''),
    reason: signal ? phrases.reason(signal, taken ?? counts, days) : '',
    current: isCurrent(post),
  };
}

/** One row as we draw it. */
export function draw(item: Item, show: ReadonlySet<Field>, order: 'published' | 'updated'): TemplateResult {
  const { post } = item;
  const title = post.url
    ? html`<a part="title" href=${post.url} aria-current=${item.current ? 'page' : nothing}>${item.title}</a>`
    : html`<span part="title">${item.title}</span>`;
  const date = html`<time part="date" datetime=${(post[order] ?? post.published) || nothing}>${item.date}</time>`;
  const facts = (['date', 'author', 'count', 'reason'] as const)
    .filter((field) => show.has(field) && item[field])
    .map((field) => (field === 'date' ? date : html`<span part=${field}><bdi>${item[field]}</bdi></span>`));
  return html`
    ${show.has('image')
      ? html`<div class="image">
          ${post.image
            ? html`<img
                part="image"
                src=${post.image.url}
                alt=${post.image.alt ?? ''}
                width=${post.image.width ?? nothing}
                height=${post.image.height ?? nothing}
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
              />`
            : nothing}
        </div>`
      : nothing}
    <div class="text">
      ${title}
      ${facts.length ? html`<div part="meta">${facts.map((fact, place) => (place ? html` · ${fact}` : fact))}</div>` : nothing}
      ${show.has('excerpt') && item.excerpt ? html`<p part="excerpt">${item.excerpt}</p>` : nothing}
      ${show.has('tags') && item.tags ? html`<div part="tags">${item.tags}</div>` : nothing}
    </div>
  `;
}

/** A row of the owner's own: the `<template>` with its `data-text`, `data-href` and `data-src` filled in. */
export function fill(template: HTMLTemplateElement, item: Item): DocumentFragment {
  const row = document.importNode(template.content, true);
  const { post } = item;
  const texts: Readonly<Record<string, string>> = { ...item, post: '', current: '', title: item.title };
  for (const element of row.querySelectorAll<HTMLElement>('[data-text], [data-href], [data-src]')) {
    const { text, href, src } = element.dataset;
    if (text !== undefined) element.textContent = Object.hasOwn(texts, text) ? String(texts[text]) : '';
    if (href !== undefined && post.url) element.setAttribute('href', post.url);
    if (src !== undefined) {
      if (post.image) element.setAttribute('src', post.image.url);
      else element.remove();
    }
  }
  return row;
}
