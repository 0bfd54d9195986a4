import { css } from 'lit';

/** The look of what stands in a comment beside text, links and paragraphs. Loaded with the first that has it. */
export const bodyStyles = css`
  .body :is(ul, ol, dl, pre, blockquote, table, details) {
    margin-block: 0.75em;
  }
  .body :is(ul, ol) {
    padding-inline-start: 1.6em;
  }
  .body li > :is(ul, ol) {
    margin-block: 0.2em;
  }
  .body :is(h3, h4, h5, h6) {
    font-size: 1.05em;
    line-height: 1.3;
    margin-block: 1em 0.4em;
  }
  .body blockquote {
    border-inline-start: 3px solid var(--line);
    color: var(--muted);
    margin-inline: 0;
    padding-inline-start: 0.9em;
  }
  .body :is(code, kbd, samp) {
    background: var(--tint);
    border-radius: 4px;
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: 0.9em;
    padding: 0.1em 0.3em;
  }
  .body kbd {
    border: 1px solid var(--line);
    border-block-end-width: 2px;
  }
  .body pre {
    background: var(--tint);
    border-radius: var(--round);
    direction: ltr;
    overflow-x: auto;
    padding: 0.75em 1em;
    text-align: left;
  }
  .body pre code {
    background: none;
    overflow-wrap: normal;
    padding: 0;
  }
  .body table {
    border-collapse: collapse;
    display: block;
    max-inline-size: max-content;
    overflow-x: auto;
  }
  .body :is(th, td) {
    border: 1px solid var(--line);
    padding: 0.3em 0.7em;
  }
  .body li:has(> input) {
    list-style: none;
    margin-inline-start: -1.4em;
  }
  .body img {
    block-size: auto;
    max-inline-size: 100%;
  }
  .body hr {
    border: 0;
    border-block-start: 1px solid var(--line);
  }
`;

/** What may be wider than the page is scrolled with the keyboard, too. */
export function widen(nodes: DocumentFragment): DocumentFragment {
  for (const wide of nodes.querySelectorAll<HTMLElement>('pre, table')) wide.tabIndex = 0;
  return nodes;
}
