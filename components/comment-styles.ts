import { css } from 'lit';

/**
 * The look of threads. Fonts and colors are the page's; what only some comments and the form have is elsewhere. Narrow
 * columns get narrow steps, whatever the page is like.
 */
export const threadStyles = css`
  section {
    --muted: var(--dogeared-muted-color, color-mix(in srgb, currentcolor 72%, transparent));
    --line: color-mix(in srgb, currentcolor 22%, transparent);
    --tint: color-mix(in srgb, currentcolor 6%, transparent);
    --round: var(--dogeared-radius, 6px);
    line-height: 1.5;
  }
  .hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    margin: -1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  .top {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    justify-content: space-between;
    margin-block-end: 1.25em;
  }
  [part='heading'] {
    font-size: 1.3em;
    font-weight: 700;
    outline: none;
  }
  .sort {
    align-items: baseline;
    color: var(--muted);
    display: flex;
    font-weight: 400;
    gap: 0.6em;
  }
  select,
  button {
    font: inherit;
    letter-spacing: inherit;
  }
  select {
    background: transparent;
    border: 1px solid color-mix(in srgb, currentcolor 55%, transparent);
    border-radius: var(--round);
    color: inherit;
    padding: 0.4em 0.6em;
  }
  option {
    background: canvas;
    color: canvastext;
  }
  [part='list'],
  [part='replies'] {
    display: grid;
    gap: 1.5em;
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li[part] {
    min-inline-size: 0;
  }
  [part='replies'] {
    border-inline-start: 2px solid var(--line);
    margin-block-start: 1.25em;
    margin-inline-start: min(1.1em, 2.5%);
    padding-inline-start: min(1.25em, 4%);
  }
  article {
    border-radius: var(--round);
    scroll-margin-block-start: 1em;
  }
  header {
    align-items: center;
    display: flex;
    gap: 0.75em;
  }
  .who {
    line-height: 1.3;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  [part='author'] {
    font-weight: 600;
  }
  a {
    color: var(--dogeared-link-color, inherit);
    text-underline-offset: 0.15em;
  }
  .facts {
    color: var(--muted);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
    gap: 0 0.75em;
  }
  .facts a {
    color: inherit;
    text-decoration: none;
  }
  .who a:hover {
    text-decoration: underline;
  }
  .avatar {
    align-items: center;
    background: hsl(var(--hue) 45% 32%);
    block-size: 2.5em;
    border-radius: 50%;
    color: #fff;
    display: flex;
    flex: none;
    font-size: 0.9em;
    font-weight: 600;
    inline-size: 2.5em;
    justify-content: center;
    object-fit: cover;
    overflow: hidden;
    user-select: none;
  }
  .hue0 {
    --hue: 210;
  }
  .hue1 {
    --hue: 345;
  }
  .hue2 {
    --hue: 28;
  }
  .hue3 {
    --hue: 155;
  }
  .hue4 {
    --hue: 265;
  }
  .hue5 {
    --hue: 190;
  }
  .hue6 {
    --hue: 310;
  }
  .hue7 {
    --hue: 80;
  }
  .body {
    margin-block: 0.6em 0.4em;
    overflow-wrap: anywhere;
  }
  .raw {
    white-space: pre-line;
  }
  .body > :first-child,
  li > :first-child {
    margin-block-start: 0;
  }
  .body > :last-child,
  li > :last-child {
    margin-block-end: 0;
  }
  .body p {
    margin-block: 0.75em;
  }
  .body a:any-link {
    color: var(--dogeared-link-color, linktext);
  }
  footer {
    align-items: center;
    color: var(--muted);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
    gap: 0.25em 1em;
  }
  .plain {
    background: none;
    border: 0;
    border-radius: 4px;
    color: inherit;
    cursor: pointer;
    font-weight: 600;
    min-block-size: 1.75em;
    padding: 0.1em 0.2em;
    text-decoration: underline transparent;
    text-underline-offset: 0.2em;
  }
  footer > .plain:first-child {
    margin-inline-start: -0.2em;
  }
  .plain:hover {
    text-decoration-color: currentcolor;
  }
  .button,
  .more {
    background: transparent;
    border: 1px solid currentcolor;
    border-radius: var(--round);
    color: inherit;
    cursor: pointer;
    display: inline-block;
    font-weight: 600;
    padding: 0.5em 1.1em;
    text-decoration: none;
  }
  .button:hover,
  .more:hover {
    background: var(--tint);
  }
  .more {
    inline-size: 100%;
    margin-block-start: 1.5em;
  }
  :focus-visible {
    outline: 2px solid var(--dogeared-focus-color, currentcolor);
    outline-offset: 2px;
  }
  .quiet,
  [part='note'] {
    color: var(--muted);
    font-style: italic;
    margin: 0;
    padding-block: 0.3em;
  }
  @media (forced-colors: active) {
    .avatar {
      border: 1px solid;
    }
  }
  @media print {
    footer,
    .more,
    .sort,
    .plain {
      display: none;
    }
  }
`;
