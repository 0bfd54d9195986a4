/** Tags in Svelte's markup, as its language tools look them up: today's table, and the one before. Never run. */
import type {} from 'dogeared/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Older = svelteHTML.IntrinsicElements;

export const recent: SvelteHTMLElements['dogeared-recent'] = {
  src: '/feed.xml',
  layout: 'cards',
  'heading-level': 3,
  class: 'box',
  'ondogeared-load': (event) => event.detail.posts.length,
};
export const place: SvelteHTMLElements['dogeared-source'] = { src: '/comments.json', name: 'Here' };
export const comments: Older['dogeared-comments'] = {
  sort: 'newest',
  'on:dogeared-comment-posted': (event) => event.detail.comment.id,
};

// @ts-expect-error: there is no such layout
export const layout: SvelteHTMLElements['dogeared-recent'] = { layout: 'table' };
// @ts-expect-error: nor such an order
export const sort: Older['dogeared-comments'] = { sort: 'worst' };
// @ts-expect-error: an event is not a number
export const listener: SvelteHTMLElements['dogeared-recent'] = { 'ondogeared-load': (event: number) => event };
