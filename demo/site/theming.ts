/** The picture of the theming page: fields in, style sheet and preview out. The sheet is written in looks.ts. */
import { get } from '../../src/load.ts';
import { copyButtons, showCode } from './copy.ts';
import { PARTS, PROPERTIES, sheetOf } from './looks.ts';
import { type Ordered, Preview } from './order.ts';
import type { Looks } from './tag.ts';

const $ = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const form = $<HTMLFormElement>('theming');
const preview = new Preview($<HTMLIFrameElement>('preview'));
const blog = new URL('../blog/', location.href).pathname;

const WIDGETS: readonly Ordered[] = [
  {
    tag: 'dogeared-recent',
    attributes: [
      ['src', `${blog}feed.xml`],
      ['limit', '3'],
      ['show', 'date author image tags'],
      ['heading', 'Recently added'],
    ],
  },
  {
    tag: 'dogeared-favorites',
    attributes: [
      ['src', `${blog}feed.xml`],
      ['counts-src', `${blog}counts.json`],
      ['limit', '3'],
      ['show', 'count reason'],
      ['heading', 'All-time favorites'],
    ],
  },
  {
    tag: 'dogeared-featured',
    attributes: [
      ['src', `${blog}feed.xml`],
      ['pick', `${blog}posts/what-we-can-mend-and-what-it-costs/`],
      ['show', 'image excerpt'],
      ['layout', 'cards'],
      ['heading', 'Featured post'],
    ],
  },
  {
    tag: 'dogeared-latest-comments',
    attributes: [
      ['src', `${blog}comments.json`],
      ['limit', '2'],
      ['heading', 'Latest comments'],
    ],
  },
  {
    tag: 'dogeared-comment-count',
    attributes: [
      ['src', `${blog}comments.json`],
      ['post-url', `${blog}posts/the-recipe-book-of-mrs-almond/`],
    ],
  },
  {
    tag: 'dogeared-comments',
    attributes: [
      ['src', `${blog}comments/the-recipe-book-of-mrs-almond.json`],
      ['limit', '6'],
    ],
    form: true,
  },
];

/** What was set; what was not is left alone. */
const values: Record<string, string> = {};
const parts: Record<string, string> = {};
/** The part with a line around it. */
let outlined = '';
const sheets = new Map<string, string>([['', '']]);

/** The text of a look. */
async function sheetNamed(name: string): Promise<string> {
  const link = document.querySelector<HTMLAnchorElement>(`[data-look="${name}"]`);
  if (!sheets.has(name) && link) sheets.set(name, new TextDecoder().decode((await get(link.href, {})).bytes));
  return sheets.get(name) ?? '';
}

async function draw(): Promise<void> {
  const data = new FormData(form);
  const start = String(data.get('start'));
  const look = await sheetNamed(start).catch(() => '');
  if (start !== new FormData(form).get('start')) return;
  const sheet = [look.trim(), sheetOf(values, parts).trim()].filter(Boolean).join('\n\n');
  const outline = PARTS.filter(({ name }) => name === outlined).map(
    ({ name, of }) =>
      `:is(${of.map((element) => `dogeared-${element}`).join(', ')})::part(${name}) { outline: 2px dashed #d33682; outline-offset: 1px; }`,
  );
  const looks = Object.fromEntries(['host', 'scheme', 'width', 'dir'].map((name) => [name, data.get(name)])) as Looks;
  $('frame').dataset['width'] = looks.width;
  preview.show({ widgets: WIDGETS, looks, css: [sheet, ...outline].join('\n'), part: outlined });
  showCode($('sheet'), sheet ? `${sheet}\n` : '', 'css');
  $('nothing').hidden = Boolean(sheet);
  $('sheet').closest<HTMLElement>('.code')!.hidden = !sheet;
}

function set(name: string, value: string): void {
  const property = PROPERTIES.find((one) => one.name === name)!;
  values[name] = value;
  $(`value-${name}`).textContent = value || property.standard;
  document.querySelector<HTMLElement>(`[data-reset="${name}"]`)!.hidden = !value;
}

form.addEventListener('input', ({ target }) => {
  const field = target as HTMLInputElement;
  const { declarations, unit = '' } = field.dataset;
  if (declarations) parts[declarations] = field.value;
  else if (PROPERTIES.some(({ name }) => name === field.name)) set(field.name, field.value && field.value + unit);
  void draw();
});

form.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button');
  const { reset, part } = button?.dataset ?? {};
  if (reset) {
    set(reset, '');
    const field = $(`property-${reset}`);
    if (field instanceof HTMLSelectElement) field.value = '';
    else (field as HTMLInputElement).value = (field as HTMLInputElement).defaultValue;
    field.focus();
  } else if (part) {
    outlined = outlined === part ? '' : part;
    for (const other of form.querySelectorAll<HTMLElement>('[data-part]'))
      other.setAttribute('aria-pressed', String(other.dataset['part'] === outlined));
  } else return;
  void draw();
});
form.addEventListener('submit', (event) => event.preventDefault());

copyButtons();
void draw();
document.documentElement.dataset['ready'] = '';
