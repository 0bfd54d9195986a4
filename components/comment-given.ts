/** Comments that stand in the page itself, or in several places. Loaded when a tag has them. */
import type { CommentSource } from '../src/comments/source.ts';
import type { commentsAt } from '../src/sources/comments.ts';
import type { View } from './comment-thread.ts';

/** @param at the reader of an address, which whoever draws comments has already */
export async function sourceOf(view: View, at: typeof commentsAt): Promise<CommentSource> {
  const { host } = view;
  const comments = host.comments ?? host.querySelector(':scope > script[type="application/json"]')?.textContent;
  // What is given is read as a document would be.
  if (comments !== undefined) return { load: async () => ({ ...(await view.read(comments)), next: undefined }) };
  const { placesOf } = await import('./comment-places.ts');
  return placesOf(host, at);
}
