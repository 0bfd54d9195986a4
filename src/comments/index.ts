export { parseComments } from './comment.ts';
export type { BlogComment } from './comment.ts';
export { commentCountLabel } from './count.ts';
export type { CommentWords } from './fallback.ts';
export type { CommentPolicy } from './narrow.ts';
export type { FallbackReason } from './refusal.ts';
export {
  renderComment,
  renderCommentFragment,
  renderCommentFragments,
  sanitizeComment,
  sanitizeCommentFragment,
} from './render.ts';
export type { CommentOptions, SafeHtml } from './render.ts';
export type { CommentPage, CommentRequest, CommentSource, Draft } from './source.ts';
export { threadComments } from './thread.ts';
export type { Sort, Thread, ThreadOptions } from './thread.ts';
