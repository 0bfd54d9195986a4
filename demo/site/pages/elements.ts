/** A page an element, from the custom elements manifest: what it is, live, to copy, and all that can be set and styled. */
import { type Markup, markup } from '../markup.ts';
import { type WidgetName, widgetOf } from '../widgets.ts';
import { type Lists, sample, written } from './home.ts';
import { block, type Page } from './layout.ts';

/** What these pages take from a manifest. */
interface Told {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
export interface Element {
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly Told[];
  readonly members: readonly (Told & {
    readonly kind: 'field' | 'method';
    readonly attribute?: string;
    readonly readonly?: true;
    readonly parameters?: readonly { readonly name: string; readonly type: { readonly text: string } }[];
  })[];
  readonly events: readonly Told[];
  readonly slots: readonly Told[];
  readonly cssParts: readonly Told[];
  readonly cssProperties: readonly Told[];
  readonly cssStates: readonly Told[];
}

type Row = readonly [name: string, description: string, type?: string, standard?: string];

/** The tables of a page, in order: a heading, what its rows are called, and the rows. */
const TABLES: readonly (readonly [heading: string, called: string, rows: (element: Element) => readonly Row[]])[] = [
  ['Attributes', 'Attribute', ({ attributes }) => attributes.map(row)],
  [
    'Properties',
    'Property',
    ({ members }) =>
      members
        .filter(({ kind }) => kind === 'field')
        .map(({ attribute, ...field }) => {
          const { name, description, type, default: standard } = field;
          if (field.readonly) return [name, description, `${type?.text}, read-only`, standard];
          return attribute ? [name, `The attribute \`${attribute}\`.`, type?.text] : row(field);
        }),
  ],
  [
    'Methods',
    'Method',
    ({ members }) =>
      members
        .filter(({ kind }) => kind === 'method')
        .map(({ name, description, parameters = [] }) => [
          `${name}(${parameters.map((one) => `${one.name}: ${one.type.text}`).join(', ')})`,
          description,
        ]),
  ],
  [
    'Events',
    'Event',
    ({ events }) =>
      events.map(({ name, description, type }) => [name, description, type?.text.replace(/^CustomEvent<(.*)>$/, '$1')]),
  ],
  ['Slots', 'Slot', ({ slots }) => slots.map(({ name, description }) => [name || '(what is in the tag)', description])],
  ['Parts', 'Part', ({ cssParts }) => cssParts.map((one) => [`::part(${one.name})`, one.description])],
  ['Custom properties', 'Property', ({ cssProperties }) => cssProperties.map(row)],
  ['States', 'State', ({ cssStates }) => cssStates.map((one) => [`:state(${one.name})`, one.description])],
];

const row = ({ name, description, type, default: standard }: Told): Row => [name, description, type?.text, standard];

/** Without `dogeared-`. */
export const shortOf = ({ tagName }: Element): string => tagName.replace('dogeared-', '');
export const pathOf = (element: Element): string => `elements/${shortOf(element)}/`;
const sentenceOf = ({ description }: Element): string => /^.*?\.(?= |$)/.exec(description)?.[0] ?? description;

/** What stands between backticks is code. */
const text = (told: string): Markup =>
  markup`${told.split('`').map((piece, at) => (at % 2 ? markup`<code>${piece}</code>` : piece))}`;

/** A sentence, whatever the source began it with. */
const sentence = (told: string): Markup =>
  text(told.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/[^.…]$/, '$&.'));

function table([heading, called, rowsOf]: (typeof TABLES)[number], element: Element): Markup | '' {
  const rows = rowsOf(element);
  if (!rows.length) return '';
  const id = heading.toLowerCase().replace(' ', '-');
  return markup`  <section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <table class="api">
      <thead><tr><th scope="col">${called}</th><th scope="col">What it is</th></tr></thead>
      <tbody>
${rows.map(
  ([name, description, type, standard]) =>
    markup`        <tr><th scope="row"><code>${name}</code></th><td>${sentence(description)}${type && markup` <code class="type">${type}</code>`}${standard !== undefined && markup` <span class="standard">Default: ${/^[\w'"-]+$|^[^`]*\(.*\)/.test(standard) ? markup`<code>${standard}</code>` : text(standard)}.</span>`}</td></tr>
`,
)}      </tbody>
    </table>
  </section>
`;
}

/** Two places of the demo blog. What is in both is drawn once. */
const source = (root: string): Markup =>
  markup`<dogeared-comments limit="4">
  <dogeared-source name="This post" src="${root}blog/comments/the-recipe-book-of-mrs-almond.json"></dogeared-source>
  <dogeared-source name="All posts" src="${root}blog/comments.json"></dogeared-source>
</dogeared-comments>`;

const WRITTEN_SOURCE = `<dogeared-comments>
  <dogeared-source name="Here" src="/wp-json/wp/v2/comments?post=12"></dogeared-source>
  <dogeared-source name="Mastodon" src="https://mastodon.example/@you/112233445566778899"></dogeared-source>
</dogeared-comments>`;

/** The widgets of the builder that a tag is for: all-time and recent favorites are one tag. */
const WIDGETS: Readonly<Record<string, readonly WidgetName[]>> = {
  recent: ['recent'],
  featured: ['featured'],
  favorites: ['favorites', 'recent-favorites'],
  comments: ['comments'],
  'comment-count': ['comment-count'],
  'latest-comments': ['latest-comments'],
};

type Example = readonly [title: string, live: Markup, written: string];

/** What is shown live, and the same as its owner would write it. */
function examples(name: string, root: string, lists: Lists): readonly Example[] {
  const widgets = WIDGETS[name];
  if (!widgets) return [['Comments of two places', source(root), WRITTEN_SOURCE]];
  return widgets.map((widget) => [
    widgetOf(widget).title,
    name === 'comment-count'
      ? markup`<p>The recipe book of Mrs Almond · ${sample(widget, root)}</p>`
      : markup`<h3>${widgetOf(widget).title}</h3>
      ${sample(widget, root, lists[widget], name === 'comments' ? '4' : '')}`,
    written(widget),
  ]);
}

const others = (root: string, elements: readonly Element[], current?: Element): Markup =>
  markup`<nav class="others" aria-label="Elements"><ul>${elements.map(
    (one) =>
      markup`<li><a href="${root}${pathOf(one)}"${one === current && markup` aria-current="page"`}>${shortOf(one)}</a></li>`,
  )}</ul></nav>`;

function page(element: Element, elements: readonly Element[], lists: Lists): Page {
  const name = shortOf(element);
  return {
    path: pathOf(element),
    title: `<${element.tagName}> · dogeared`,
    description: sentenceOf(element).replaceAll('`', ''),
    script: 'home',
    body: (root) => markup`
<div class="wrap title">
  ${others(root, elements, element)}
  <h1><code>&lt;${element.tagName}&gt;</code></h1>
  <p class="lead">${text(sentenceOf(element))}</p>
</div>
<div class="wrap prose">
  <section aria-labelledby="live">
    <h2 id="live">Live, and to copy</h2>
    ${examples(name, root, lists).map(
      ([title, live, tag]) => markup`<div class="example" data-of="${name}">
      <div class="sheet shown" tabindex="0" role="region" aria-label="${title}, live">
      ${live}
      </div>
      ${block(tag, 'html', `${title}, the tag to copy`)}
    </div>`,
    )}
    <p>Once on a page, the <a href="${root}#script">script line</a>${WIDGETS[name] && markup`; the <a href="${root}builder/#widget=${WIDGETS[name][0]!}">builder</a> writes both, with your address`}. ${text(element.description.slice(sentenceOf(element).length).trim())}</p>
  </section>
${TABLES.map((one) => table(one, element))}</div>`,
  };
}

/** The index, and a page for each. */
export const elements = (all: readonly Element[], lists: Lists): Page[] => [
  {
    path: 'elements/',
    title: 'Elements · dogeared',
    description: 'Every tag: what it is, live, to copy, and all that can be set and styled.',
    body: (root) => markup`
<div class="wrap title">
  <h1>Elements</h1>
  <p class="lead">Every tag has a page: what it is, live, to copy, and all that can be set and styled.</p>
</div>
<div class="wrap">
  ${list(root, all)}
</div>`,
  },
  ...all.map((element) => page(element, all, lists)),
];

/** Every tag with its sentence. */
export const list = (root: string, all: readonly Element[]): Markup =>
  markup`<dl class="tags">${all.map(
    (element) =>
      markup`<div><dt><a href="${root}${pathOf(element)}"><code>&lt;${element.tagName}&gt;</code></a></dt><dd>${text(sentenceOf(element))}</dd></div>`,
  )}</dl>`;
