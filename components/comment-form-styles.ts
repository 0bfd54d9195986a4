import { css } from 'lit';

/** The look of the form; the rest is that of the thread it stands in. */
export const formStyles = css`
  form {
    border: 1px solid var(--line);
    border-radius: var(--round);
    display: grid;
    gap: 0.6em;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: 2em;
    padding: 1em;
  }
  li > form,
  article form {
    margin-block-start: 1em;
  }
  .title {
    font-weight: 700;
  }
  .fields {
    display: grid;
    gap: 0.6em 1em;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(13em, 34%)), 1fr));
  }
  .field:nth-child(3) {
    grid-column: 1 / -1;
  }
  label {
    font-size: 0.875em;
    font-weight: 600;
  }
  label small {
    font-size: 1em;
    font-weight: 400;
  }
  .field input,
  textarea {
    background: transparent;
    border: 1px solid color-mix(in srgb, currentcolor 55%, transparent);
    border-radius: var(--round);
    box-sizing: border-box;
    color: inherit;
    display: block;
    font: inherit;
    inline-size: 100%;
    letter-spacing: inherit;
    padding: 0.4em 0.6em;
  }
  .bar {
    align-items: end;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
  }
  .tabs {
    display: flex;
    gap: 0.25em;
  }
  [role='tab'] {
    background: none;
    border: 0;
    border-block-end: 2px solid transparent;
    color: var(--muted);
    cursor: pointer;
    font-size: 0.875em;
    padding: 0.3em 0.6em;
  }
  [role='tab'][aria-selected='true'] {
    border-color: currentcolor;
    color: inherit;
    font-weight: 600;
  }
  textarea,
  .preview {
    min-block-size: 8em;
  }
  textarea {
    resize: vertical;
  }
  .preview {
    background: var(--tint);
    border-radius: var(--round);
    box-sizing: border-box;
    padding: 0.5em 0.75em;
  }
  .preview > .body {
    margin-block-start: 0;
  }
  .hints {
    color: var(--muted);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.8em;
    gap: 0 1.5em;
    justify-content: space-between;
  }
  .problem {
    font-weight: 600;
    margin: 0;
  }
  .problem:empty {
    display: none;
  }
  .buttons {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  [part='send'] {
    background: var(--dogeared-accent-color, transparent);
    border-width: 2px;
    color: var(--dogeared-accent-text, inherit);
  }
  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.7;
  }
  @media (forced-colors: active) {
    .preview {
      border: 1px solid;
    }
  }
  @media print {
    form {
      display: none;
    }
  }
`;
