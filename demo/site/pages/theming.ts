/** Theming: every property and part with a field to try it, and three finished looks. */
import { LOOK_NAMES, type Part, PARTS, PROPERTIES, type Property, RATIOS } from '../looks.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from './layout.ts';
import { looks } from './preview.ts';

function control({ name, label, standard, kind, least = 0, most = 10, step = 1, unit = '' }: Property): Markup {
  const id = `property-${name}`;
  const reset = markup`<button type="button" class="link reset" data-reset="${name}" hidden>Reset<span class="unseen"> ${label}</span></button>`;
  const field =
    kind === 'color'
      ? markup`<input type="color" id="${id}" name="${name}" value="#8a8a8a" />`
      : kind === 'ratio'
        ? markup`<select id="${id}" name="${name}"><option value="">As it is</option>${RATIOS.map((ratio) => markup`<option>${ratio}</option>`)}</select>`
        : markup`<input type="range" id="${id}" name="${name}" min="${least}" max="${most}" step="${step}" value="${parseFloat(standard) || least}" data-unit="${unit}" />`;
  return markup`<div class="control"><label for="${id}">${label}</label>${field}<output for="${id}" id="value-${name}">${standard}</output><code>--dogeared-${name}</code>${reset}</div>`;
}

const partRow = ({ name, what, of, example = 'font-weight: 400;' }: Part): Markup =>
  markup`<div class="part"><label for="part-${name}"><code>${name}</code> ${what}</label><button type="button" class="link" data-part="${name}" aria-pressed="false">Show it<span class="unseen"> (${name})</span></button><input type="text" id="part-${name}" data-declarations="${name}" placeholder="${example}" autocomplete="off" spellcheck="false" /><span class="hint">${of.join(', ')}</span></div>`;

const group = (title: string, of: Property['of'][]): Markup =>
  markup`<fieldset class="step"><legend>${title}</legend>${PROPERTIES.filter((property) => of.includes(property.of)).map(control)}</fieldset>`;

export const theming: Page = {
  path: 'theming/',
  title: 'Theming · dogeared',
  description: 'Every custom property and part, with a field to try it, and three finished looks to copy.',
  script: 'theming',
  body: (root) => markup`
<div class="wrap title">
  <h1>Theming</h1>
  <p class="lead">Fonts, colors and sizes come from your page. What you want otherwise, you say in your own style sheet: with a custom property, or with a rule for a part.</p>
</div>
<form id="theming" class="wrap builder theming" autocomplete="off">
  <div class="ask">
    <fieldset class="step">
      <legend>Begin with a look</legend>
      <div class="cards">
        <label class="card"><input type="radio" name="start" value="" checked /><span><strong>None</strong> Your page alone.</span></label>
        ${Object.entries(LOOK_NAMES).map(([name, text]) => {
          const [title, what] = text.split(': ');
          return markup`<label class="card"><input type="radio" name="start" value="${name}" /><span><strong>${title}</strong> ${what![0]!.toUpperCase() + what!.slice(1)}.</span></label>`;
        })}
      </div>
      <p class="hint">As files: ${Object.keys(LOOK_NAMES).map((name, at) => markup`${at > 0 && ', '}<a href="${root}looks/${name}.css" data-look="${name}">${name}.css</a>`)}</p>
    </fieldset>
    ${group('Lists', ['lists', 'both'])}
    ${group('Comments', ['comments'])}
    <fieldset class="step">
      <legend>Parts</legend>
      <p>A part is a piece of an element that your style sheet can reach. Write declarations and see what they do; “Show it” draws a line around the part in the preview.</p>
      <details class="more" open><summary>Parts of lists</summary><div>${PARTS.filter(({ of }) => of[0] !== 'comments').map(partRow)}</div></details>
      <details class="more"><summary>Parts of comments</summary><div>${PARTS.filter(({ of }) => of[0] === 'comments').map(partRow)}</div></details>
    </fieldset>
  </div>
  <section class="see" aria-labelledby="see">
    <h2 id="see">Preview</h2>
    ${looks}
    <div id="frame" class="frame"><iframe id="preview" src="../frame/index.html" title="Lists and comments on a page like yours"></iframe></div>
  </section>
  <section class="take" aria-labelledby="sheet-title">
    <h2 id="sheet-title">Your style sheet</h2>
    <p id="nothing" class="status">Nothing is set yet: no style sheet is needed.</p>
    <div class="code"><pre tabindex="0" role="region" aria-label="Your style sheet"><code id="sheet"></code></pre><button type="button" class="copy" data-copy="sheet">Copy</button></div>
  </section>
  <section class="take prose" aria-labelledby="more">
    <div>
    <h2 id="more">Beyond that</h2>
    <ul>
      <li><strong>Dark pages</strong> need nothing: colors are mixed from the color of your text. If your page has a dark mode, say so with <code>color-scheme: light dark</code>.</li>
      <li><strong>States</strong> are an attribute: <code>dogeared-recent[state='empty'] { display: none; }</code> hides a list that has nothing to show. There are idle, loading, ready, empty and failed.</li>
      <li><strong>Layouts</strong> are an attribute as well: <code>layout="grid"</code> or <code>"cards"</code>.</li>
      <li><strong>A row of your own</strong> goes into a <code>&lt;template&gt;</code> inside the tag. It is drawn as a part of the element: style it there.</li>
    </ul>
    </div>
  </section>
</form>`,
};
