/** The same door with a DOM in Node: for HTML of engines, and for those who want nodes. Needs jsdom beside dogeared. */
import { JSDOM } from 'jsdom';
import { doorIn } from './render.ts';
import { isHappy, purifyIn, type WindowLike } from './sanitize.ts';

let own: WindowLike | undefined;

const door = doorIn(() => (own ??= new JSDOM('').window as unknown as WindowLike));

/**
 * As `renderComment` of `dogeared/comments`; the last to parse the result is DOMPurify, in jsdom.
 *
 * @function
 */
export const renderComment = door.renderComment;

/**
 * As `renderCommentFragment` of `dogeared/comments`: nodes of jsdom.
 *
 * @function
 */
export const renderCommentFragment = door.renderCommentFragment;

/**
 * As `renderCommentFragments` of `dogeared/comments`: nodes of jsdom.
 *
 * @function
 */
export const renderCommentFragments = door.renderCommentFragments;

/**
 * As `sanitizeComment` of `dogeared/comments`, where there is a DOM: HTML of an engine, cleaned.
 *
 * @function
 */
export const sanitizeComment = door.sanitizeComment;

/**
 * As `sanitizeCommentFragment` of `dogeared/comments`: nodes of jsdom.
 *
 * @function
 */
export const sanitizeCommentFragment = door.sanitizeCommentFragment;

/**
 * The functions in a window of the caller's.
 *
 * @throws {TypeError} that names a DOM which DOMPurify does not call safe: happy-dom, linkedom
 * @example
 * const { sanitizeComment } = commentsIn(new JSDOM('').window);
 */
export function commentsIn(
  window: WindowLike,
): Pick<
  typeof import('./render.ts'),
  'renderComment' | 'renderCommentFragment' | 'renderCommentFragments' | 'sanitizeComment' | 'sanitizeCommentFragment'
> {
  if (!purifyIn(window)) {
    const name = isHappy(window) ? 'happy-dom' : 'this DOM (linkedom, an old browser?)';
    throw new TypeError(`dogeared: ${name} cannot be trusted to sanitise HTML; use a browser or jsdom`);
  }
  return doorIn(() => window);
}
