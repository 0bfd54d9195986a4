/** What all pages of the site have in common. */
import { type Markup, markup } from '../markup.ts';
import { tokens } from '../tokens.ts';

export interface Page {
  /** Its folder, with a slash at the end; '' is Home. */
  readonly path: string;
  /** What the browser calls it. */
  readonly title: string;
  readonly description: string;
  readonly body: (root: string) => Markup;
  /** Its script, in `demo/site/`. */
  readonly script?: string;
  /** Sites that its script may ask, beside its own. */
  readonly asks?: string;
}

/** The pages that the navigation names. */
const NAVIGATION = [
  ['builder/', 'Tag builder'],
  ['recipes/', 'Recipes'],
  ['elements/', 'Elements'],
  ['theming/', 'Theming'],
  ['ranking/', 'Ranking'],
  ['accessibility/', 'Accessibility'],
] as const;

/** Code in its colors. */
export const code = (text: string, language: 'html' | 'css' = 'html'): Markup =>
  markup`${tokens(text, language).map(([kind, piece]) => (kind ? markup`<span class="${kind}">${piece}</span>` : piece))}`;

let blocks = 0;

/** Code with a button that copies it. */
export function block(text: string, language: 'html' | 'css' = 'html', what = 'Code'): Markup {
  const id = `code-${++blocks}`;
  return markup`<div class="code"><pre tabindex="0" role="region" aria-label="${what}"><code id="${id}">${code(text, language)}</code></pre><button type="button" class="copy" data-copy="${id}">Copy</button></div>`;
}

const policy = (asks = ''): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'${asks && ` ${asks}`}; connect-src 'self'${
    asks && ` ${asks}`
  }; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types dogeared lit-html dompurify 'allow-duplicates'`;

/** A page as a file, with links that work in any folder. */
export function render(page: Page): string {
  blocks = 0;
  const root = page.path.replace(/[^/]+/g, '..') || './';
  const entry = ([path, title]: readonly [string, string]): Markup =>
    markup`<li><a href="${root}${path}"${page.path.startsWith(path) && markup` aria-current="${page.path === path ? 'page' : 'true'}"`}>${title}</a></li>`;
  return markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${policy(page.asks)}" />
    <title>${page.title}</title>
    <meta name="description" content="${page.description}" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="${root}site/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${root}site/site.css" />
    <script type="module" src="${root}site/${page.script ?? 'page'}.ts"></script>
  </head>
  <body>
    <a class="skip" href="#main">Skip to the text</a>
    <header class="top">
      <div class="wrap">
        <p class="brand"><a href="${root}"${page.path ? '' : markup` aria-current="page"`}>dogeared</a></p>
        <nav aria-label="Site">
          <ul>
            ${NAVIGATION.map(entry)}
            <li><a href="${root}blog/">Demo blog</a></li>
          </ul>
        </nav>
      </div>
    </header>
    <main id="main">
${page.body(root)}
    </main>
    <footer class="foot">
      <div class="wrap">
        <p>dogeared is free under the MIT license. It has no server, sets no cookies, and stores nothing but the draft of a comment in its tab.</p>
        <p>This page asks nobody but the site it came from${page.asks ? ', and the addresses you type' : ''}.</p>
      </div>
    </footer>
  </body>
</html>
`.text;
}
