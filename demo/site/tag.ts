/** The builder's rule: a setting, the address it is shared by, and the tag it makes. No page, no network, no clock. */
import { escape } from './markup.ts';
import { type PlatformName, PLATFORM_NAMES, platformOf } from './platforms.ts';
import { startOf, valueFor, type WidgetName, WIDGET_NAMES, widgetOf } from './widgets.ts';

/** The version in the script line is the one that README names; a test compares them. */
export const SCRIPT = 'https://cdn.jsdelivr.net/npm/dogeared@0.1.0/dist/cdn/dogeared.js';

/** How the preview looks; it has no part in the tag. */
export const LOOKS = {
  host: ['serif', 'sans', 'blogger', 'magazine'],
  scheme: ['light', 'dark'],
  width: ['wide', 'narrow'],
  dir: ['ltr', 'rtl'],
} as const;

export type Looks = { -readonly [name in keyof typeof LOOKS]: (typeof LOOKS)[name][number] };

export interface Setting {
  widget: WidgetName;
  /** The address as the owner wrote it; '' is the sample. */
  src: string;
  /** Whether the tag will stand on the site that the address is of. */
  place: 'same' | 'other';
  /** Every field of the widget, '' where it says nothing. */
  options: Record<string, string>;
  platform: PlatformName;
  /** Who writes the list inside the tag: we, now, or the platform, whenever it builds. */
  list: 'now' | 'built';
  looks: Looks;
}

const oneOf = <T extends string>(values: readonly T[], given: string | null): T =>
  values.find((value) => value === given) ?? values[0]!;

/** Who writes the list, unless the owner says. */
const usual = (platform: PlatformName): Setting['list'] => (platformOf(platform).builds ? 'built' : 'now');

/** The options of a widget as they are before an owner has touched them. */
export const startOptions = (name: WidgetName): Record<string, string> => {
  const widget = widgetOf(name);
  return Object.fromEntries(widget.fields.map((field) => [field.name, startOf(widget, field)]));
};

/** Reads what stands behind `#`. Whatever makes no sense is as if it were not there. */
export function readSetting(hash: string): Setting {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const name = oneOf(WIDGET_NAMES, given.get('widget'));
  const options = startOptions(name);
  for (const field of widgetOf(name).fields) {
    const value = given.get(field.name);
    if (value !== null) options[field.name] = value === '' ? '' : (valueFor(field, value) ?? options[field.name]!);
  }
  const platform = oneOf(PLATFORM_NAMES, given.get('on'));
  const list = given.get('list');
  const look = (given.get('look') ?? '').split('.');
  return {
    widget: name,
    src: (given.get('src') ?? '').trim().slice(0, 2000),
    place: oneOf(['same', 'other'], given.get('place')),
    options,
    platform,
    list: list === 'now' || list === 'built' ? list : usual(platform),
    looks: {
      host: LOOKS.host.find((value) => look.includes(value)) ?? 'serif',
      scheme: look.includes('dark') ? 'dark' : 'light',
      width: look.includes('narrow') ? 'narrow' : 'wide',
      dir: look.includes('rtl') ? 'rtl' : 'ltr',
    },
  };
}

/** What stands behind `#` for a setting: only what differs from the beginning. */
export function writeSetting({ widget, src, place, options, platform, list, looks }: Setting): string {
  const start = startOptions(widget);
  const look = Object.entries(looks).filter(([name, value]) => value !== LOOKS[name as keyof Looks][0]);
  const pairs: [string, string | false][] = [
    ['widget', widget !== WIDGET_NAMES[0] && widget],
    ['src', src],
    ['place', place !== 'same' && place],
    ...Object.entries(options).filter(([name, value]) => value !== start[name]),
    ['on', platform !== PLATFORM_NAMES[0] && platform],
    ['list', list !== usual(platform) && list],
    ['look', look.map(([, value]) => value).join('.')],
  ];
  const said = pairs.filter(([name, value]) => value || (value === '' && name in options)) as [string, string][];
  return said.length ? `#${new URLSearchParams(said).toString()}` : '';
}

/** The whole address of what an owner wrote: a host alone is a site. Undefined for what is no address of the web. */
export function addressOf(written: string): string | undefined {
  const whole = /^https?:\/\//i.test(written)
    ? written
    : /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|\?|$)/.test(written)
      ? `https://${written}`
      : '';
  return URL.canParse(whole) ? new URL(whole).href : undefined;
}

/** An address as the tag has it: on its own site a path will do, whatever the host is called. */
const inTag = (address: string, { place }: Pick<Setting, 'place'>): string => {
  const whole = addressOf(address);
  if (!whole) return address;
  const { pathname, search, href } = new URL(whole);
  return place === 'same' ? pathname + search : href;
};

/** The attributes of the tag, in order. `site` is the address of this site, which the sample is under. */
export function attributesOf(setting: Setting, site: string): [name: string, value: string][] {
  const { widget: name, src, options, platform } = setting;
  const widget = widgetOf(name);
  const sample = (field: string): string =>
    src || !widget.sample[field] ? '' : new URL(site).pathname + widget.sample[field];
  const attributes: [string, string][] = [['src', src ? inTag(src, setting) : sample('src')]];
  for (const field of widget.fields) {
    const value = options[field.name] || sample(field.name);
    const template = src && field.name === 'post-url' && !options[field.name] ? platformOf(platform).post : '';
    const written = field.kind === 'address' && options[field.name] ? inTag(value, setting) : value;
    if (template && setting.list === 'built') attributes.push([field.name, template]);
    else if (written && value !== field.standard) attributes.push([field.name, written]);
  }
  return attributes;
}

const hostOf = (url = ''): string => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '');

/** A row of the list as it is now: a title with its address, and what stands before it. */
export interface Shown {
  title: string;
  url?: string | undefined;
  before?: string | undefined;
}

export interface Tag {
  /** What has to stand above all, in the language of the platform. */
  before?: string;
  script: string;
  tag: string;
}

/** The finished tag, with a list inside that reads without JavaScript. */
export function tagOf(setting: Setting, shown: readonly Shown[], site: string): Tag {
  const platform = platformOf(setting.platform);
  const widget = widgetOf(setting.widget);
  const safe = (text: string): string =>
    escape(text).replace(platform.special ?? /(?!)/g, (character) => `&#${character.charCodeAt(0)};`);
  const attributes = attributesOf(setting, site)
    .map(([name, value]) => {
      if (value !== platform.post) return ` ${name}="${safe(value)}"`;
      return value.startsWith('{Astro') ? ` ${name}=${value}` : ` ${name}="${value}"`;
    })
    .join('');

  const limit =
    Number(setting.options['limit']) || Number(widget.fields.find(({ name }) => name === 'limit')?.standard ?? 5);
  const written = setting.list === 'built' ? platform.lists?.[setting.widget]?.(limit) : undefined;
  const home = hostOf(setting.src ? (addressOf(setting.src) ?? shown[0]?.url) : site);
  const link = (url: string): string => (hostOf(url) === home ? inTag(url, setting) : url);
  const row = ({ title, url, before = '' }: Shown): string =>
    `<li>${safe(before)}${url ? `<a href="${safe(link(url))}">${safe(title)}</a>` : safe(title)}</li>`;
  const items = written?.items ?? (setting.widget === 'comment-count' ? [] : shown.map(row));
  const list = /favorites|comments/.test(setting.widget) ? 'ol' : 'ul';
  const inside = items.length ? `\n  <${list}>\n${items.map((item) => `    ${item}\n`).join('')}  </${list}>\n` : '';
  const word = setting.widget === 'comment-count' ? safe(shown[0]?.title ?? '') : '';
  return {
    ...(written?.before && { before: written.before }),
    script: `<script ${platform.script ? `${platform.script} ` : ''}type="module" src="${SCRIPT}"></script>`,
    tag: `<${widget.tag}${attributes}>${inside}${word}</${widget.tag}>`,
  };
}

/** All of it as one text to paste. */
export const textOf = ({ before, script, tag }: Tag): string => `${before ? `${before}\n` : ''}${script}\n\n${tag}\n`;
