import { css } from 'lit';

export const latest = css`
  :host(:not([hidden])) {
    display: block;
  }
  [part='heading'] {
    font-size: 1.15em;
    font-weight: 700;
    margin-block-end: 0.6em;
  }
  ol {
    display: grid;
    gap: var(--dogeared-gap, 0.9em);
    grid-template-columns: minmax(0, 1fr);
    line-height: 1.4;
    list-style: none;
    margin: 0;
    overflow-wrap: anywhere;
    padding: 0;
  }
  [part='author'] {
    font-weight: 600;
  }
  a {
    color: var(--dogeared-link-color, inherit);
  }
  p {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    display: -webkit-box;
    margin: 0;
    overflow: hidden;
  }
  p,
  time {
    color: var(--dogeared-muted-color, color-mix(in srgb, currentcolor 78%, transparent));
    font-size: 0.9em;
  }
`;
