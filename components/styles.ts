import { css } from 'lit';

/**
 * The look of every list. Fonts and colors are the page's. Each row is as high as its fields can get, so that nothing
 * below a list moves when its posts arrive: a title has two lines, a snippet three, everything else one. What does not
 * change that comes with `item.ts`.
 */
export const styles = css`
  :host(:not([hidden])) {
    display: block;
  }
  .stack,
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack > * {
    display: block;
    grid-area: 1 / 1;
  }
  .ready > slot,
  .loading > div,
  li:empty {
    visibility: hidden;
  }
  .stack:not(.ready, .loading) > div {
    display: none;
  }
  #heading {
    font-size: 1.15em;
    font-weight: 700;
    margin-block-end: 0.6em;
  }
  ol {
    --lines: var(--dogeared-title-lines, 2);
    --row: calc((var(--lines) + var(--facts, 0) + var(--tags, 0) + var(--snippet, 0)) * 1.4em);
    align-content: start;
    gap: var(--dogeared-gap, 0.7em 1.5em);
    line-height: 1.4;
    list-style: none;
    margin: 0;
    overflow-wrap: anywhere;
    padding: 0;
  }
  .date,
  .author,
  .count,
  .reason {
    --facts: 0.9;
  }
  .tags {
    --tags: 0.9;
  }
  .excerpt {
    --snippet: 2.7;
  }
  .grid,
  .cards {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--dogeared-column, 15em)), 1fr));
  }
  .own,
  .image li {
    display: flex;
    gap: 0.8em;
  }
  .text {
    flex: 1;
    min-inline-size: 0;
  }
  li,
  .text,
  li:empty::after {
    min-block-size: var(--row);
  }
  a,
  p {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--lines);
    display: -webkit-box;
    margin: 0;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  a {
    color: var(--dogeared-link-color, inherit);
    font-weight: var(--dogeared-title-weight, 600);
    outline-offset: -2px;
    text-decoration: none;
  }
  a[href]:hover {
    text-decoration: underline;
  }
  [aria-current] {
    font-style: italic;
  }
  [part='note'] {
    font-size: 0.9em;
    line-height: 1.4;
    margin-block-start: 0.5em;
    min-block-size: 1.4em;
  }
  .image li:empty::before,
  .image li:empty::after {
    content: '';
  }
  .picture,
  li:empty::before {
    align-self: start;
    aspect-ratio: var(--dogeared-image-ratio, 3 / 2);
    flex: none;
    inline-size: var(--size, var(--dogeared-image-size, 4.5em));
  }
  .grid li,
  .cards li {
    --size: 100%;
    flex-direction: column;
  }
  .cards li {
    border: 1px solid color-mix(in srgb, currentcolor 20%, transparent);
    border-radius: var(--dogeared-radius, 8px);
    padding: var(--dogeared-padding, 0.8em);
  }
  @media print {
    li:empty {
      display: none;
    }
  }
`;
