import type { Signal } from '../src/posts/favorites.ts';
import type { Post } from '../src/posts/post.ts';

/** A list has been drawn: which posts, why they are there, and whether the whole blog was looked at. */
export interface LoadDetail {
  posts: Post[];
  /** Why the first post is there, in a favorites list. */
  signal?: Signal | undefined;
  complete: boolean;
}

/** `dogeared-load`: a list has been drawn. Bubbles, so that one listener on the document hears all lists. */
export class LoadEvent extends CustomEvent<LoadDetail> {
  constructor(detail: LoadDetail) {
    super('dogeared-load', { detail, bubbles: true, composed: true });
  }
}

/** `dogeared-error`: a source could not be read, or an attribute made no sense. */
export class ErrorEvent extends CustomEvent<{ error: Error }> {
  constructor(error: Error) {
    super('dogeared-error', { detail: { error }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'dogeared-load': LoadEvent;
    'dogeared-error': ErrorEvent;
  }
}
