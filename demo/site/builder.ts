/** The picture of the builder: fields in, preview and tag out. What a tag says is decided in tag.ts. */
import { readComments } from '../../src/sources/comments.ts';
import { readPosts } from '../../src/sources/read.ts';
import { copyButtons, showCode } from './copy.ts';
import { type Ordered, Preview, type Report } from './order.ts';
import { explain, probe, type Problem, type Verdict } from './reach.ts';
import { addressOf, attributesOf, readSetting, type Shown, startOptions, tagOf, textOf, writeSetting } from './tag.ts';
import { platformOf } from './platforms.ts';
import { widgetOf } from './widgets.ts';

const $ = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const form = $<HTMLFormElement>('builder');
const field = (name: string): HTMLInputElement | HTMLSelectElement | RadioNodeList =>
  form.elements.namedItem(name) as HTMLInputElement;
const site = new URL('..', location.href).href.replace(/[?#].*/, '');

let setting = readSetting(location.hash);
let drawn = '';
let refused: Problem | undefined;
let shown: readonly Shown[] = [];
/** What an owner pasted instead of an address. */
let pasted: { posts?: unknown[]; comments?: unknown[] } | undefined;
let asked: AbortController | undefined;
/** The addresses of posts and of comments are two: going from one widget to another brings back its own. */
const addresses = { posts: '', comments: '' };

const preview = new Preview($<HTMLIFrameElement>('preview'), (report) => void hear(report));

/** Where a field of a widget is. */
const idOf = (name: string): string => `${setting.widget}.${name}`;

/** Puts the setting into the fields. */
function fill(): void {
  const set = (name: string, value: string): void => void ((field(name) as HTMLInputElement).value = value);
  set('widget', setting.widget);
  set('src', setting.src);
  set('place', setting.place);
  set('on', setting.platform);
  for (const [name, value] of Object.entries(setting.looks)) set(name, value);
  for (const { name, kind } of widgetOf(setting.widget).fields) {
    const value = setting.options[name] ?? '';
    if (kind === 'flags')
      for (const box of form.querySelectorAll<HTMLInputElement>(`[name="${idOf(name)}"]`))
        box.checked = value.split(' ').includes(box.value);
    else if (kind === 'switch') (field(idOf(name)) as HTMLInputElement).checked = value === 'true';
    else set(idOf(name), value);
  }
  arrange();
}

/** Reads the setting from the fields, through the same door as an address. */
function read(): void {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? '');
  const before = setting.widget;
  const query = new URLSearchParams({
    widget: text('widget'),
    src: text('src'),
    place: text('place'),
    on: text('on'),
    look: ['host', 'scheme', 'width', 'dir'].map(text).join('.'),
  });
  if (text('widget') === before) {
    for (const { name, kind } of widgetOf(before).fields)
      query.set(name, kind === 'flags' ? data.getAll(idOf(name)).join(' ') : text(idOf(name)));
  } else {
    // What several widgets have, such as how many posts, is kept when the owner has touched it.
    const start = startOptions(before);
    for (const [name, value] of Object.entries(setting.options)) if (value !== start[name]) query.set(name, value);
    const [old, next] = [before, text('widget') as typeof before].map((name) => widgetOf(name).source);
    addresses[old!] = text('src');
    if (old !== next) {
      query.delete('limit');
      query.set('src', addresses[next!]);
    }
    // A count is of an address, not of a text.
    if (old !== next || text('widget') === 'comment-count') pasted = undefined;
  }
  if (text('on') === setting.platform) query.set('list', (field('list') as HTMLInputElement).checked ? 'built' : 'now');
  setting = readSetting(`#${query.toString()}`);
  if (setting.widget !== before) fill();
}

/** Shows what belongs to the setting, and nothing else. */
function arrange(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-widget]'))
    part.hidden = part.dataset['widget'] !== setting.widget;
  for (const part of document.querySelectorAll<HTMLElement>('[data-platform]'))
    part.hidden = part.dataset['platform'] !== setting.platform;
  for (const part of document.querySelectorAll<HTMLElement>('[data-source]'))
    part.hidden = part.dataset['source'] !== widgetOf(setting.widget).source;
  const { lists, language, where } = platformOf(setting.platform);
  const steps = document.querySelectorAll(`[data-platform="${setting.platform}"] li`);
  where(setting.widget).forEach((step, at) => (steps[at]!.textContent = step));
  $('by-platform').hidden = !(lists?.[setting.widget] ?? (setting.widget === 'comment-count' && language));
  $('language').textContent = language ?? '';
  (field('list') as HTMLInputElement).checked = setting.list === 'built';
  $('paste').hidden = setting.widget === 'comment-count';
  $('frame').dataset['width'] = setting.looks.width;
  $('sample').setAttribute('aria-pressed', String(!setting.src && !pasted));
}

/** The tag as it is now. */
function write(): void {
  showCode($('tag'), textOf(tagOf(setting, shown, site)));
  $('note').hidden = Boolean(setting.src);
}

function say(verdict: Verdict | string): void {
  const status = $('status');
  status.replaceChildren();
  if (typeof verdict === 'string') {
    status.dataset['tone'] = verdict ? 'good' : '';
    status.textContent = verdict;
    return;
  }
  status.dataset['tone'] = verdict.fine ? 'fine' : 'bad';
  const title = document.createElement('strong');
  title.textContent = verdict.title;
  const text = document.createElement('p');
  text.append(title, ` ${verdict.text}`);
  const list = document.createElement('ul');
  for (const { text: words, does } of verdict.ways) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = words;
    button.addEventListener('click', () => {
      if (does === 'paste') open();
      else if (does === 'same') (field('place') as HTMLInputElement).value = 'same';
      else if (does) (field('src') as HTMLInputElement).value = does.src;
      if (does !== 'paste') change();
    });
    item.append(does ? button : words);
    list.append(item);
  }
  status.append(text, list);
}

/** Opens the field to paste into. */
function open(): void {
  $<HTMLDetailsElement>('paste').open = true;
  $('pasted').focus();
}

async function hear(report: Report): Promise<void> {
  if (report.type === 'here') return;
  if (report.type === 'shown') {
    refused = undefined;
    shown = report.shown;
    const { source } = widgetOf(setting.widget);
    if (!shown.length) say(explain({ kind: 'none' }, setting));
    else if (pasted) say('This is what you pasted. On your page the tag asks the address itself.');
    else if (!setting.src) say('This is the sample. Put in the address of your own blog when you are ready.');
    else if (!report.complete && source === 'posts' && setting.widget === 'favorites')
      say('The address can be read. It gives only the latest posts, so “all-time” means: of these.');
    else say('The address can be read. The list in the preview is live.');
    write();
    return;
  }
  if (!report.kind) return say({ title: 'An option makes no sense.', text: `${report.message}.`, ways: [] });
  await complain({ kind: report.kind, status: report.status, message: report.message }, report.url);
}

/** Says what is wrong, once it is known. */
async function complain(problem: Problem, url = addressOf(setting.src)): Promise<void> {
  refused = problem;
  const counts = setting.options['counts-src'];
  const other = counts && url && addressOf(counts) === url;
  asked?.abort();
  const { signal } = (asked = new AbortController());
  const found = problem.kind === 'network' && url ? await probe(url, signal) : undefined;
  if (signal.aborted) return;
  const verdict = explain(problem, other ? { ...setting, src: counts } : setting, found, location.protocol);
  say(other ? { ...verdict, title: `Your page views: ${verdict.title}` } : verdict);
}

/** What the preview draws; what is a path on the owner's site is no path on this one, so all addresses are whole. */
function ordered(): Ordered[] {
  const { tag, title } = widgetOf(setting.widget);
  if (setting.src && !addressOf(setting.src) && !pasted) return [];
  const attributes = attributesOf({ ...setting, place: 'other', list: 'now' }, site);
  const speaks =
    setting.options['heading'] || /-comments$|-count$/.test(setting.widget === 'latest-comments' ? '' : tag);
  return [
    {
      tag,
      attributes: attributes.filter(([name]) => !(pasted && name === 'src')),
      title: speaks ? undefined : title,
      given: pasted,
    },
  ];
}

function draw(): void {
  const widgets = ordered();
  const now = JSON.stringify(widgets);
  const isOther = now !== drawn;
  drawn = now;
  if (isOther) {
    asked?.abort();
    shown = [];
    say(setting.src && !pasted ? 'Asking …' : '');
    if (!widgets.length) say(explain({ kind: setting.src.startsWith('/') ? 'path' : 'address' }, setting));
  }
  history.replaceState(null, '', writeSetting(setting) || location.pathname + location.search);
  arrange();
  preview.show({ widgets, looks: setting.looks });
  write();
}

function change(): void {
  const { place } = setting;
  read();
  draw();
  // What a refusal means depends on where the tag will stand.
  if (place !== setting.place && refused) void complain(refused);
}

let timer = 0;
form.addEventListener('input', ({ target }) => {
  clearTimeout(timer);
  const typing = (target as Element).matches('[type=text], [type=url], [type=number], textarea');
  if ((target as Element).id === 'pasted') return;
  if (typing) timer = setTimeout(change, 500) as unknown as number;
  else change();
});
form.addEventListener('submit', (event) => event.preventDefault());

$('sample').addEventListener('click', () => {
  pasted = undefined;
  ($('pasted') as HTMLTextAreaElement).value = '';
  (field('src') as HTMLInputElement).value = '';
  change();
});

$('take').addEventListener('click', () => {
  const text = ($('pasted') as HTMLTextAreaElement).value.trim();
  const url = addressOf(setting.src);
  const taken =
    widgetOf(setting.widget).source === 'posts'
      ? readPosts(text, url ? { url } : {}).then((posts) => ({ posts }))
      : readComments(text, url ? { url } : {}).then((comments) => ({ comments }));
  taken.then(
    (given) => {
      pasted = given;
      draw();
    },
    (error: Error) =>
      say({
        title: 'This text cannot be read.',
        text: `${error.message}.`,
        ways: [
          {
            text: 'Copy all of it, from the first character to the last: the source of the feed, not how a browser draws it.',
          },
        ],
      }),
  );
});

$('share').addEventListener('click', () => {
  void navigator.clipboard.writeText(location.href).then(
    () => ($('shared').textContent = 'Copied.'),
    () => ($('shared').textContent = 'The address of this page is it.'),
  );
});

addEventListener('hashchange', () => {
  setting = readSetting(location.hash);
  fill();
  draw();
});

copyButtons();
fill();
draw();
document.documentElement.dataset['ready'] = '';
