/**
 * For a page with one script tag: finds the dogeared elements on it, now and later, and loads only those.
 */
const TAGS: Readonly<Record<string, () => Promise<unknown>>> = {
  'dogeared-recent': () => import('./recent.ts'),
  'dogeared-featured': () => import('./featured.ts'),
  'dogeared-favorites': () => import('./favorites.ts'),
  'dogeared-comments': () => import('./comments.ts'),
  'dogeared-comment-count': () => import('./comment-count.ts'),
  'dogeared-latest-comments': () => import('./latest-comments.ts'),
};

const waiting = new Set(Object.keys(TAGS));

function look(): void {
  for (const tag of waiting) {
    if (!document.querySelector(tag)) continue;
    waiting.delete(tag);
    TAGS[tag]?.().catch((error: Error) => console.warn(`<${tag}>: could not be loaded; showing the fallback.`, error));
  }
  if (!waiting.size) observer?.disconnect();
}

const observer = typeof document === 'undefined' ? undefined : new MutationObserver(look);
observer?.observe(document, { childList: true, subtree: true });
if (observer) look();
