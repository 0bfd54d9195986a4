/** Tags in Vue's templates, as its language tools look them up. Never run. */
import type {} from 'dogeared/vue';
import type { GlobalComponents } from 'vue';

type Tag<T extends keyof GlobalComponents> = InstanceType<GlobalComponents[T]>;
type Props<T extends keyof GlobalComponents> = Tag<T>['$props'];

export const recent: Props<'dogeared-recent'> = { src: '/feed.xml', limit: 3, layout: 'cards', class: 'box', key: 1 };
export const comments: Props<'dogeared-comments'> = { sort: 'newest', 'heading-level': 3, headingLevel: '3' };
export const place: Props<'dogeared-source'> = { src: '/comments.json', name: 'Here' };
export declare const favorites: Tag<'dogeared-favorites'>;
export const state: 'idle' | 'loading' | 'ready' | 'empty' | 'failed' = favorites.state;
favorites.$emit('dogeared-error', new CustomEvent('dogeared-error', { detail: { error: new Error('so') } }));

// @ts-expect-error: there is no such layout
export const layout: Props<'dogeared-recent'> = { layout: 'table' };
// @ts-expect-error: lists fold nothing
export const foreign: Props<'dogeared-recent'> = { foldBelow: 3 };
// @ts-expect-error: comments are no list
favorites.$emit('dogeared-comments-load', new CustomEvent('dogeared-comments-load'));
