/** What a comment may be made of. Growing is adding a row; nothing else in this project decides what is allowed. */

/**
 * Where a tag may stand: `text` wherever text may; `block` not within paragraphs and headings; a list of names only
 * directly inside one of these.
 */
type Place = 'text' | 'block' | readonly string[];

/** One attribute: its value as we write it, or undefined where it is not allowed. */
type Check = (value: string) => string | undefined;

interface Tag {
  in: Place;
  /** Holds text and what may stand in text, but no blocks. */
  line?: true;
  /** Holds nothing but tags that name it, and white space; what else an engine has put there is put into this tag. */
  only?: string;
  void?: true;
  attributes?: Readonly<Record<string, Check>>;
}

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

const language: Check = (value) => (/^language-[\w+#.-]{1,32}$/.test(value.trim()) ? value.trim() : undefined);

/** What addresses without a scheme are resolved against. The name is reserved: nobody can have it. */
const HERE = 'https://dogeared.invalid/';

/**
 * The address of a link as we write it: http, https, mailto, or relative to the page. Decided by the platform's own
 * reading of it, whatever the text looks like. A bare fragment is none: nothing in a shadow root can be its target.
 */
export const linkAddress: Check = (value) => {
  // What the platform's parser leaves out as well.
  const text = value.replace(/^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]/g, '');
  const absolute = /^[\\/]{2}/.test(text) || URL.canParse(text);
  if (!text || text.startsWith('#') || !URL.canParse(text, HERE)) return undefined;
  if (!absolute) return text.replace(/[\0-\x20"<>\\^`{|}\x7f]/g, encodeURIComponent);
  const url = URL.canParse(text) ? new URL(text) : new URL(text, HERE);
  url.username = url.password = '';
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

const text: Tag = { in: 'text' };
const block: Tag = { in: 'block' };
const heading: Tag = { in: 'block', line: true };
const cell: Tag = {
  in: ['tr'],
  attributes: { align: oneOf('left', 'center', 'right'), colspan: upTo(100), rowspan: upTo(100) },
};
const rows: Tag = { in: ['table'], only: 'tr' };

const TAGS: Tags = {
  a: { in: 'text', attributes: { href: linkAddress, title } },
  abbr: { in: 'text', attributes: { title } },
  b: text,
  blockquote: block,
  br: { in: 'text', void: true },
  caption: { in: ['table'], line: true },
  cite: text,
  code: { in: 'text', attributes: { class: language } },
  dd: { in: ['dl'] },
  del: text,
  details: { in: 'block', attributes: { open: flag } },
  dl: { in: 'block', only: 'dd' },
  dt: { in: ['dl'], line: true },
  em: text,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  hr: { in: 'block', void: true },
  i: text,
  // Only as the box of a task list, in the one form that `taskBox` writes.
  input: { in: 'text', void: true },
  ins: text,
  kbd: text,
  li: { in: ['ul', 'ol'] },
  mark: text,
  ol: { in: 'block', only: 'li', attributes: { start, reversed: flag } },
  p: { in: 'block', line: true },
  pre: { in: 'block', line: true },
  q: text,
  s: text,
  samp: text,
  strong: text,
  sub: text,
  summary: { in: ['details'], line: true },
  sup: text,
  table: { in: 'block', only: 'tbody' },
  tbody: rows,
  td: cell,
  tfoot: rows,
  th: cell,
  thead: rows,
  tr: { in: ['thead', 'tbody', 'tfoot'], only: 'td' },
  ul: { in: 'block', only: 'li' },
  var: text,
};

/** Attributes that every tag may have. */
export const COMMON: Readonly<Record<string, Check>> = {
  dir: oneOf('ltr', 'rtl', 'auto'),
  lang: (value) => (/^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(value.trim()) ? value.trim() : undefined),
};

/** Pictures, for those who ask for them; for all others they are links. */
export const IMG: Tag = {
  in: 'text',
  void: true,
  attributes: { src: imageAddress, alt: (value) => title(value) ?? '', title, width: upTo(9999), height: upTo(9999) },
};

/** What we write at a picture ourselves. */
export const IMG_OWN = { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' } as const;

/** Tags outside the policy that stand on lines of their own. */
export const LINES =
  'address article aside center div fieldset figcaption figure footer header hgroup main nav section'.split(' ');

/** Every tag of the policy. */
export const TAG_NAMES = Object.keys(TAGS);

/** Whether a tag keeps words apart, so that something has to stay between them where it goes. */
export const isApart = (tag: string): boolean =>
  LINES.includes(tag) || tag === 'br' || (Object.hasOwn(TAGS, tag) && TAGS[tag]!.in !== 'text');

/** Tags whose content is not for reading; of all other tags outside the policy the content stays. */
export const DROPPED =
  'applet audio canvas embed frame frameset head iframe math noembed noframes noscript object plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  );

/** Levels, beyond which a comment is shown as text. */
export const MAX_DEPTH = 100;

/** Narrows the policy, or opens what it leaves to the owner. */
export interface CommentPolicy {
  /** Draws pictures with https addresses, instead of links to them. Default false. */
  images?: boolean;
  /** Only these of the policy's tags. Others cannot be added: names that the policy does not know are ignored. */
  tags?: Iterable<string>;
  /** Characters of a body at most, up to 20,000, which is the default. */
  maxLength?: number;
}

export type Tags = Readonly<Record<string, Tag>>;

/** The tags of a policy. One that has lost all it may stand in, or what it must hold, is lost, too. */
export function tagsOf(policy: CommentPolicy = {}): Tags {
  // Nothing here has what a page adds to all objects: it would be a rule.
  const { images, tags } = { __proto__: null, ...policy } as CommentPolicy;
  let kept = Object.entries(images ? { ...TAGS, img: IMG } : TAGS).map(([tag, row]): [string, Tag] => [
    tag,
    { __proto__: null, ...row } as Tag,
  ]);
  if (tags) {
    const wanted = new Set(Array.from(tags, (tag) => String(tag).toLowerCase()));
    kept = kept.filter(([tag]) => wanted.has(tag));
    // Again until nothing changes: a cell hangs on a row, which hangs on a table.
    for (let before = -1; before !== kept.length;) {
      before = kept.length;
      const has = (tag: string): boolean => kept.some(([name]) => name === tag);
      kept = kept.filter(([, row]) => (!row.only || has(row.only)) && (typeof row.in === 'string' || row.in.some(has)));
    }
  }
  return { __proto__: null, ...Object.fromEntries(kept) } as never;
}

/** An attribute as we write it, undefined where the tag may not have it or not with this value. */
export const attribute = (tags: Tags, tag: string, name: string, value: string): string | undefined =>
  (own(tags[tag]?.attributes, name) ?? own(COMMON, name))?.(value);

const own = (checks: Tag['attributes'], name: string): Check | undefined =>
  checks && Object.hasOwn(checks, name) ? checks[name] : undefined;

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
