import type { BlogComment } from '../src/comments/comment.ts';
import type { Draft } from '../src/comments/source.ts';

/** `dogeared-comment-submit`: before a comment is sent. Cancel it to send the draft, which may be changed, elsewhere or not at all. */
export class CommentSubmitEvent extends CustomEvent<{ draft: Draft }> {
  constructor(draft: Draft) {
    super('dogeared-comment-submit', { detail: { draft }, bubbles: true, composed: true, cancelable: true });
  }
}

/** `dogeared-comment-posted`: after a comment was sent, as the source keeps it. */
export class CommentPostedEvent extends CustomEvent<{ comment: BlogComment }> {
  constructor(comment: BlogComment) {
    super('dogeared-comment-posted', { detail: { comment }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'dogeared-comment-submit': CommentSubmitEvent;
    'dogeared-comment-posted': CommentPostedEvent;
  }
}
