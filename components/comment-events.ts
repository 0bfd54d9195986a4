import type { BlogComment } from '../src/comments/comment.ts';

/** `dogeared-comments-load`: comments have been drawn; how many there are in all, and whether these are all. */
export class CommentsLoadEvent extends CustomEvent<{ comments: BlogComment[]; total: number; complete: boolean }> {
  constructor(detail: { comments: BlogComment[]; total: number; complete: boolean }) {
    super('dogeared-comments-load', { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'dogeared-comments-load': CommentsLoadEvent;
  }
}
