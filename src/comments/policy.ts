/** What a comment may be made of. Growing is adding a row; nothing else in this project decides what is allowed. */
import { bare } from './bare.ts';

/**
 * Where a tag may stand: `text` wherever text may; `block` not within paragraphs and headings; a list of names only
 * directly inside one of these.
 */
type Place = 'text' | 'block' | readonly string[];

/** One attribute: its value as we write it, or undefined where it is not allowed. */
type Check = (value: string) => string | undefined;

interface Rules {
  /** Holds text and what may stand in text, but no blocks. */
  line?: true;
  /** Holds nothing but tags that name it, and white space; what else an engine has put there is put into this tag. */
  only?: string;
  void?: true;
}

type Checks = Readonly<Record<string, Check>>;

interface Tag extends Rules {
  in: Place;
  attributes: Checks;
}

export type Tags = Readonly<Record<string, Tag>>;

/** A row of the table. It has nothing of what a page adds to all objects: that would be a rule. */
const tag = (place: Place, rules?: Rules, attributes?: Checks): Tag =>
  bare({ in: place, ...rules, attributes: bare({ ...attributes }) });

const flag: Check = () => '';
const upTo =
  (most: number): Check =>
  (value) =>
    /^\d+$/.test(value) && +value > 0 && +value <= most ? String(+value) : undefined;
/** The number that a list begins with; 1 goes without saying. */
const start: Check = (value) => (/^\d{1,9}$/.test(value) ? String(+value) : undefined);
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    words.find((word) => word === value.trim().toLowerCase());

/** Control characters out; a title that could end what it stands in, as some parsers read it, is none. */
const title: Check = (value) => {
  const clean = value.replace(/[\p{Cc}]+/gu, ' ').trim();
  return /--!?>|\]>|<\//.test(clean) ? undefined : clean || undefined;
};

const matching =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.exec(value.trim())?.[0];
const language = matching(/^language-[\w+#.-]{1,32}$/);

/** What addresses without a scheme are resolved against. The name is reserved: nobody can have it. */
const HERE = 'https://dogeared.invalid/';

/** Addresses as most are, which every parser leaves as they are. */
const PLAIN = /^https?:\/\/[a-z.]+\/(?:[\w/-]|\b\.\b)*$/;

/**
 * The address of a link as we write it: http, https, mailto, or relative to the page. Decided by the platform's own
 * reading of it, whatever the text looks like. A bare fragment is none: nothing in a shadow root can be its target.
 */
export const linkAddress: Check = (value) => {
  if (PLAIN.test(value)) return value;
  // What the platform's parser leaves out as well.
  const text = value.replace(/^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]/g, '');
  const whole = URL.canParse(text);
  if (!text || text.startsWith('#') || !URL.canParse(text, HERE)) return undefined;
  if (!whole && !/^[\\/]{2}/.test(text)) return text.replace(/[\0-\x20"<>\\^`{|}\x7f]/g, encodeURIComponent);
  const url = new URL(text, whole ? undefined : HERE);
  // Setting either parses the address again.
  if (url.username + url.password) url.username = url.password = '';
  return /^(https?|mailto):$/.test(url.protocol) ? url.href : undefined;
};

/** Whether an address leaves the site; such links say so to search engines and to the page they lead to. */
export const isAbsolute = (address: string): boolean => /^[a-z]+:/i.test(address);

export const REL = 'nofollow ugc noopener noreferrer';

/** The address of a picture: https only. */
export const imageAddress: Check = (value) => {
  const address = linkAddress(value);
  return address?.startsWith('https:') ? address : undefined;
};

/** What stands for a picture without text. */
export const fileName = (address: string): string => {
  const { pathname, host } = new URL(address);
  return pathname.split('/').pop() || host;
};

const line = { line: true } as const;
const empty = { void: true } as const;
const text = tag('text');
const block = tag('block');
const lines = tag('block', line);
const rows = tag(['table'], { only: 'tr' });
const cell = tag(['tr'], {}, { align: oneOf('left', 'center', 'right'), colspan: upTo(100), rowspan: upTo(100) });

const TAGS: Tags = bare({
  a: tag('text', {}, { href: linkAddress, title }),
  abbr: tag('text', {}, { title }),
  b: text,
  blockquote: block,
  br: tag('text', empty),
  caption: tag(['table'], line),
  cite: text,
  code: tag('text', {}, { class: language }),
  dd: tag(['dl']),
  del: text,
  details: tag('block', {}, { open: flag }),
  dl: tag('block', { only: 'dd' }),
  dt: tag(['dl'], line),
  em: text,
  h3: lines,
  h4: lines,
  h5: lines,
  h6: lines,
  hr: tag('block', empty),
  i: text,
  // Only as the box of a task list, in the one form that `taskBox` writes.
  input: tag('text', empty),
  ins: text,
  kbd: text,
  li: tag(['ul', 'ol']),
  mark: text,
  ol: tag('block', { only: 'li' }, { start, reversed: flag }),
  p: lines,
  pre: lines,
  q: text,
  s: text,
  samp: text,
  strong: text,
  sub: text,
  summary: tag(['details'], line),
  sup: text,
  table: tag('block', { only: 'tbody' }),
  tbody: rows,
  td: cell,
  tfoot: rows,
  th: cell,
  thead: rows,
  tr: tag(['thead', 'tbody', 'tfoot'], { only: 'td' }),
  ul: tag('block', { only: 'li' }),
  var: text,
});

/** Attributes that every tag may have. */
const COMMON: Checks = bare<Checks>({
  dir: oneOf('ltr', 'rtl', 'auto'),
  lang: matching(/^[a-z]{1,8}(-[a-z\d]{1,8})*$/i),
});

/** Pictures, for those who ask for them; for all others they are links. */
export const IMG = tag('text', empty, {
  src: imageAddress,
  alt: (value) => title(value) ?? '',
  title,
  width: upTo(9999),
  height: upTo(9999),
});

/** What we write at a picture ourselves. */
export const IMG_OWN = { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' } as const;

/** Tags outside the policy that stand on lines of their own. */
export const LINES =
  'address article aside center div fieldset figcaption figure footer header hgroup main nav section'.split(' ');

/** Every tag of the policy, and every attribute. */
export const TAG_NAMES = Object.keys(TAGS);
export const ATTRIBUTE_NAMES = [
  COMMON,
  IMG.attributes,
  ...Object.values(TAGS).map(({ attributes }) => attributes),
].flatMap((checks) => Object.keys(checks));

/** Tags whose content is not for reading; of all other tags outside the policy the content stays. */
export const DROPPED =
  'applet audio canvas embed frame frameset head iframe math noembed noframes noscript object plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  );

/** Levels, beyond which a comment is shown as text. */
export const MAX_DEPTH = 100;

/** The tags of the policy, with pictures where the owner wants them. */
export const tagsWith = (images?: boolean): Tags => (images ? bare({ ...TAGS, img: IMG }) : TAGS);

/** An attribute as we write it, undefined where the tag may not have it or not with this value. */
export const attribute = (tags: Tags, tag: string, name: string, value: string): string | undefined =>
  (tags[tag]?.attributes?.[name] ?? COMMON[name])?.(value);

/** Where something stands, as far as it decides what may stand there. */
export interface Context {
  /** The tag it stands in; '' at the top. */
  tag: string;
  /** Within a paragraph, a heading or the like, where no block may be. */
  line: boolean;
  /** Within a link, where no other may be. */
  link: boolean;
  depth: number;
}

export const TOP: Context = { tag: '', line: false, link: false, depth: 0 };

/** Whether a tag may stand there. This keeps a text and its tree the same, however often it is parsed. */
export function fits(tags: Tags, tag: string, { tag: parent, line, link }: Context): boolean {
  const place = tags[tag]?.in;
  if (!place || (tag === 'a' && link)) return false;
  if (typeof place !== 'string') return place.includes(parent);
  return !tags[parent]?.only && (place === 'text' || !line);
}

/** What it is like inside a tag. */
export const inside = (tags: Tags, tag: string, around: Context): Context => ({
  tag,
  line: around.line || !!tags[tag]?.line,
  link: around.link || tag === 'a',
  depth: around.depth + 1,
});
