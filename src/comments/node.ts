/** The same door with a DOM in Node: for HTML of engines, and for those who want nodes. Needs jsdom beside dogeared. */
import { JSDOM } from 'jsdom';
import { doorIn } from './render.ts';
import { purifyIn, type WindowLike } from './sanitize.ts';

let own: WindowLike | undefined;

export const { renderComment, renderCommentFragment, sanitizeComment, sanitizeCommentFragment } = doorIn(
  () => (own ??= new JSDOM('').window as unknown as WindowLike),
);

/**
 * The four functions in a window of the caller's.
 *
 * @throws {TypeError} that names a DOM which DOMPurify does not call safe: happy-dom, linkedom
 * @example
 * const { sanitizeComment } = commentsIn(new JSDOM('').window);
 */
export function commentsIn(window: WindowLike): ReturnType<typeof doorIn> {
  purifyIn(window);
  return doorIn(() => window);
}
