import { css } from 'lit';

/**
 * The look of every list. Fonts and colors are the page's. Each row is as high as its fields can get, so that nothing
 * below a list moves when its posts arrive: a title has two lines, a snippet three, everything else one.
 */
export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack > * {
    grid-area: 1 / 1;
  }
  .away {
    visibility: hidden;
  }
  .gone {
    display: none;
  }
  [part='heading'] {
    font-size: 1.15em;
    font-weight: 700;
    line-height: 1.3;
    margin-block-end: 0.6em;
  }
  ol {
    --meta: 0;
    --snippet: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--dogeared-gap, 0.7em 1.5em);
    list-style: none;
    line-height: 1.4;
    margin: 0;
    padding: 0;
  }
  ol.meta {
    --meta: 1;
  }
  ol.tags {
    --meta: 1;
  }
  ol.meta.tags {
    --meta: 2;
  }
  ol.excerpt {
    --snippet: 3;
  }
  ol.grid,
  ol.cards {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--dogeared-column, 15em)), 1fr));
  }
  li {
    display: flex;
    gap: 0.8em;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .text {
    flex: 1;
    min-inline-size: 0;
    min-block-size: calc(
      (var(--dogeared-title-lines, 2) + (var(--meta) + var(--snippet)) * 0.9) * 1.4em + 0.3em
    );
  }
  [part~='title'],
  [part~='excerpt'] {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--dogeared-title-lines, 2);
    overflow: hidden;
  }
  [part~='title'] {
    color: var(--dogeared-link-color, inherit);
    font-weight: var(--dogeared-title-weight, 600);
    text-decoration: none;
    text-wrap: pretty;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  a:focus-visible {
    outline: 2px solid;
    outline-offset: -2px;
    border-radius: 2px;
  }
  [aria-current] {
    font-style: italic;
  }
  [part~='meta'],
  [part~='excerpt'],
  [part~='tags'],
  [part~='note'] {
    color: var(--dogeared-muted-color, color-mix(in srgb, currentcolor 78%, transparent));
    font-size: 0.9em;
    margin: 0;
  }
  [part~='meta'],
  [part~='tags'] {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part~='excerpt'] {
    -webkit-line-clamp: 3;
  }
  [part~='note'] {
    min-block-size: 1.4em;
    line-height: 1.4;
    margin-block-start: 0.5em;
  }
  .image {
    flex: none;
    inline-size: var(--dogeared-image-size, 4.5em);
    aspect-ratio: var(--dogeared-image-ratio, 3 / 2);
    align-self: start;
    margin-block-start: 0.2em;
    border-radius: var(--dogeared-radius, 4px);
    background: color-mix(in srgb, currentcolor 8%, transparent);
    overflow: hidden;
  }
  .image img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  ol.grid li,
  ol.cards li {
    flex-direction: column;
    gap: 0.5em;
  }
  ol.grid .image,
  ol.cards .image {
    inline-size: 100%;
    margin: 0;
  }
  ol.cards li {
    border: 1px solid color-mix(in srgb, currentcolor 18%, transparent);
    border-radius: var(--dogeared-radius, 8px);
    padding: var(--dogeared-padding, 0.8em);
  }
  @media print {
    .spare {
      display: none;
    }
  }
`;
