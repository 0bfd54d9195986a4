/** Tags in React: `tsc` passes while every line marked as an error is one. Never run. */
import type {} from 'dogeared/react';
import { useRef } from 'react';
import type { DogearedFavorites } from 'dogeared/elements';

export function Sidebar() {
  const list = useRef<DogearedFavorites>(null);
  return (
    <aside>
      <dogeared-recent src="/feed.xml" limit={3} layout="cards" heading-level="3" className="box" key="recent">
        <p>The fallback</p>
      </dogeared-recent>
      <dogeared-featured src="/feed.xml" rotate="week" posts={[{ url: '/fog/' }]} />
      <dogeared-favorites ref={list} within="30d" ondogeared-load={(event) => event.detail.posts.length} />
      <dogeared-comments sort="newest" images ondogeared-comment-submit={(event) => event.detail.draft.body} />
      <dogeared-comments>
        <dogeared-source name="Here" src="/comments.json" key="here" />
      </dogeared-comments>
      <dogeared-comment-count postUrl="/fog/" words={{ none: 'Quiet' }} />
      <dogeared-latest-comments exclude-authors="Nora" />
    </aside>
  );
}

// @ts-expect-error: there is no such layout
export const layout = <dogeared-recent layout="table" />;
// @ts-expect-error: nor such a time
export const time = <dogeared-favorites within="30 days" />;
// @ts-expect-error: lists fold nothing
export const foreign = <dogeared-recent foldBelow={3} />;
// @ts-expect-error: nor is a place a list
export const place = <dogeared-source limit={3} />;
// @ts-expect-error: what a list is doing is not to be set
export const state = <dogeared-recent state="ready" />;
// @ts-expect-error: an event is not a number
export const listener = <dogeared-recent ondogeared-load={(event: number) => event} />;
// @ts-expect-error: there is no such tag
export const tag = <dogeared-popular />;
