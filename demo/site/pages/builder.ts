/** The tag builder: every field of every widget, from the tables. The script shows those that belong together. */
import { type Markup, markup } from '../markup.ts';
import { PLATFORM_NAMES, platformOf } from '../platforms.ts';
import { type Field, startOf, type Widget, WIDGET_NAMES, widgetOf } from '../widgets.ts';
import type { Page } from './layout.ts';
import { looks } from './preview.ts';

const select = (id: string, name: string, choices: Iterable<readonly [string, string]>, chosen = ''): Markup =>
  markup`<select id="${id}" name="${name}">${[...choices].map(
    ([value, label]) => markup`<option value="${value}"${value === chosen && markup` selected`}>${label}</option>`,
  )}</select>`;

function input(name: string, widget: Widget, field: Field): Markup {
  const id = `${name}.${field.name}`;
  const start = startOf(widget, field);
  const hint = field.hint && markup`<p class="hint" id="${id}.hint">${field.hint}</p>`;
  const described = field.hint && markup` aria-describedby="${id}.hint"`;
  const label = markup`<label for="${id}">${field.label}</label>`;
  switch (field.kind) {
    case 'flags':
      return markup`<fieldset class="field flags"><legend>${field.label}</legend>${field.choices.map(
        ([value, text]) =>
          markup`<label><input type="checkbox" name="${id}" value="${value}"${start.split(' ').includes(value) && markup` checked`} /> ${text}</label>`,
      )}</fieldset>`;
    case 'switch':
      return markup`<div class="field flags"><label><input type="checkbox" id="${id}" name="${id}" value="true" /> ${field.label}</label></div>`;
    case 'choice':
      return markup`<div class="field">${label}${select(id, id, field.choices, start)}${hint}</div>`;
    case 'number':
      return markup`<div class="field short">${label}<input type="number" id="${id}" name="${id}" value="${start}" min="${field.least}" max="${field.most}"${described} />${hint}</div>`;
    default:
      return markup`<div class="field">${label}<input type="text" id="${id}" name="${id}" value="${start}" autocomplete="off" spellcheck="false"${described} />${hint}</div>`;
  }
}

function options(name: (typeof WIDGET_NAMES)[number], first: boolean): Markup {
  const widget = widgetOf(name);
  const more = widget.fields.filter((field) => field.more);
  return markup`<div data-widget="${name}"${!first && markup` hidden`}>
        <div class="grid">${widget.fields.filter((field) => !field.more).map((field) => input(name, widget, field))}</div>
        ${more.length > 0 && markup`<details class="more"><summary>More options</summary><div class="grid">${more.map((field) => input(name, widget, field))}</div></details>`}
      </div>`;
}

const addresses = (source: 'posts' | 'comments'): Markup =>
  source === 'posts'
    ? markup`<p class="hint" data-source="posts">Your feed, or the address of WordPress, Ghost or Blogger: <a href="../recipes/">which one is yours?</a></p>`
    : markup`<p class="hint" data-source="comments" hidden>A JSON file of comments, or the address of an engine: /wp-json of WordPress, /api/comment of Waline, a post on Mastodon or Bluesky …</p>`;

export const builder: Page = {
  path: 'builder/',
  title: 'Tag builder · dogeared',
  description: 'Choose a list, give the address of your feed, see it live, and copy the finished tag.',
  script: 'builder',
  asks: 'http: https:',
  body: () => markup`
<div class="wrap title">
  <h1>Tag builder</h1>
  <p class="lead">Three choices, one preview, one tag to copy. What you type stays in the address of this page; nothing is sent to us.</p>
  <noscript><p class="status" data-tone="fine">The builder needs JavaScript. The <a href="../recipes/">recipes</a> have tags to copy as well.</p></noscript>
</div>
<form id="builder" class="wrap builder" autocomplete="off">
  <div class="ask">
    <fieldset class="step">
      <legend><span class="number">1</span> What to show</legend>
      <div class="cards">${WIDGET_NAMES.map((name, at) => {
        const { label, what } = widgetOf(name);
        return markup`<label class="card"><input type="radio" name="widget" value="${name}"${at === 0 && markup` checked`} /><span><strong>${label}</strong> ${what}</span></label>`;
      })}</div>
    </fieldset>
    <fieldset class="step">
      <legend><span class="number">2</span> From where</legend>
      <div class="field"><label for="src">Address</label>
        <div class="row"><input type="text" inputmode="url" id="src" name="src" placeholder="https://your-blog.example/feed.xml" autocomplete="off" spellcheck="false" aria-describedby="status" /><button type="button" id="sample" aria-pressed="true">Sample</button></div>
        ${addresses('posts')}${addresses('comments')}
      </div>
      <div id="status" class="status" role="status"></div>
      <details id="paste" class="more"><summary>Paste its text instead</summary>
        <div class="field"><label for="pasted">Text of the feed or file</label><textarea id="pasted" rows="5" spellcheck="false"></textarea></div>
        <button type="button" id="take">Take this text</button>
      </details>
      <div class="field"><label for="place">The tag will stand on</label>${select('place', 'place', [
        ['same', 'the same site: the tag gets a path'],
        ['other', 'another site: the tag gets the whole address'],
      ])}</div>
    </fieldset>
    <fieldset class="step">
      <legend><span class="number">3</span> How</legend>
      ${WIDGET_NAMES.map((name, at) => options(name, at === 0))}
    </fieldset>
  </div>
  <section class="see" aria-labelledby="see">
    <h2 id="see">Preview</h2>
    ${looks}
    <div id="frame" class="frame"><iframe id="preview" src="../frame/index.html" title="Your list on a page like yours"></iframe></div>
  </section>
  <section class="take" aria-labelledby="take-it">
    <h2 id="take-it"><span class="number">4</span> Take it with you</h2>
    <div class="looks">
      <div class="field"><label for="on">Your blog runs on</label>${select(
        'on',
        'on',
        PLATFORM_NAMES.map((name) => [name, platformOf(name).label] as const),
      )}</div>
      <div class="field flags" id="by-platform" hidden><label><input type="checkbox" name="list" value="built" /> <span>Let a template write what changes: <span id="language"></span></span></label></div>
    </div>
    <div class="parts">
      <div>
        <p id="note" class="status" data-tone="fine">The addresses in this tag are those of the sample. Put in your own, above.</p>
        <div class="code"><pre tabindex="0" role="region" aria-label="The finished tag"><code id="tag"></code></pre><button type="button" class="copy" data-copy="tag">Copy</button></div>
        <p class="share"><button type="button" id="share">Copy a link to this setting</button> <span id="shared" role="status"></span></p>
      </div>
      <div>
        ${PLATFORM_NAMES.map((name, at) => {
          const { label, where, notes } = platformOf(name);
          return markup`<div class="where" data-platform="${name}"${at > 0 && markup` hidden`}><h3>Where it goes in ${label}</h3><ol>${where(WIDGET_NAMES[0]!).map((step) => markup`<li>${step}</li>`)}</ol>${notes.map((note) => markup`<p class="hint">${note}</p>`)}</div>`;
        })}
      </div>
    </div>
  </section>
</form>`,
};
