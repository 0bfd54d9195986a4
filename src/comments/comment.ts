import { toIso } from '../posts/date.ts';
import { type Fields, line, link, shape } from '../posts/parse.ts';
import { field, text } from '../posts/view.ts';
import { cut } from './limits.ts';

/** A comment as plain data. Moments are ISO 8601 in UTC, addresses absolute; the body is not to be trusted. */
export interface BlogComment {
  /** What its source calls it; no two comments on a post have the same. */
  id: string;
  /** What it answers; missing for one that begins a thread. */
  parentId?: string;
  /** `name` is '' for somebody who gave none; `badge` is what an engine says of them, such as "Author". */
  author: { name: string; url?: string; avatar?: string; badge?: string };
  /** Markdown, as it was typed … */
  body?: string;
  /** … or HTML, as an engine made it. */
  html?: string;
  /** When it was said, ISO 8601. */
  published?: string;
  /** Its own address. */
  url?: string;
  /** How many readers are for it and against it; numbers from 0 up. */
  votes?: { up: number; down: number };
  /** Whether it comes first. */
  pinned?: boolean;
  /** `pending`: only its writer and the owner see it. `deleted`: there for the answers to it. */
  status?: 'pending' | 'deleted';
  /** Where it was said, if there are several places: a name for people. */
  source?: string;
  /** The post it is about, in lists over several posts. */
  post?: { url: string; title?: string };
}

const NAME_GRAPHEMES = 80;

/** A name as it may be shown: one line, no directional tricks, not longer than a line; '' where nothing can be seen. */
export function authorName(value: unknown): string {
  const name = line(value) ?? '';
  // Joiners are letters' business, but a name of nothing else is none.
  if (!name.replace(/[\p{Cf}\p{Z}\p{M}\u115f\u1160\u3164\uffa0\u2800]/gu, '')) return '';
  if (name.length <= NAME_GRAPHEMES) return name;
  // A letter with a tower of marks is a letter.
  const letters = Array.from(new Intl.Segmenter().segment(cut(name, 4000)), ({ segment }) => cut(segment, 32));
  return letters.length >= NAME_GRAPHEMES ? letters.slice(0, NAME_GRAPHEMES - 1).join('') + '…' : letters.join('');
}

const whole = (value: unknown): number =>
  typeof value === 'number' && value > 0 && value < 1e12 ? Math.floor(value) : 0;

function votes(value: unknown): BlogComment['votes'] {
  if (typeof value === 'number') return { up: whole(value), down: whole(-value) };
  return value && typeof value === 'object' ? shape(value, { up: whole, down: whole }) : undefined;
}

/** What an engine calls a comment that nobody is to read. */
const GONE = /^(deleted|removed|spam|trash|rejected|hidden)$/i;
const WAITING = /^(pending|hold|waiting|unapproved|moderation)$/i;

const key = (value: unknown): string | undefined => line(text(value));
const label = (value: unknown): string | undefined => authorName(value) || undefined;
const body = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const COMMENT: Fields = {
  id: key,
  parentId: key,
  author(value, base) {
    const author = typeof value === 'string' ? { name: value } : value;
    return { name: '', ...shape<object>(author, { name: label, url: link, avatar: link, badge: label }, base) };
  },
  body,
  html: body,
  published: toIso,
  url: link,
  votes,
  pinned: (value) => value === true || undefined,
  status: (value) => (GONE.test(text(value)) ? 'deleted' : WAITING.test(text(value)) ? 'pending' : undefined),
  source: label,
  post(value, base) {
    const post = shape(typeof value === 'string' ? { url: value } : value, { url: link, title: line }, base);
    return field(post, 'url') && post;
  },
};

/** A number that stands for a text, for records without an id: FNV-1a, 32 bit, twice. */
function fingerprint(value: string): string {
  let [a, b] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < value.length; at++) {
    a = Math.imul(a ^ value.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ value.charCodeAt(at), 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/**
 * One record of anybody's as a comment; undefined when there is nothing in it, or when it cannot be read.
 *
 * @param seen how often a record like this was read before, so that two people may say the same
 */
export function parseComment(
  record: unknown,
  base?: string,
  seen = new Map<string, number>(),
): BlogComment | undefined {
  try {
    // Without what a page adds to all objects.
    const found = { __proto__: null, ...shape<Partial<BlogComment>>(record, COMMENT, base) } as Partial<BlogComment>;
    if (field(record, 'deleted') === true) found.status = 'deleted';
    const { body, html, author = { name: '' }, ...rest } = found;
    const says = found.status === 'deleted' ? {} : html || body === undefined ? { html } : { body };
    if (Object.values(says).includes(undefined)) return undefined;
    let { id } = found;
    if (!id) {
      id = fingerprint(JSON.stringify([author.name, body, html, found.published, found.parentId]));
      const nth = (seen.get(id) ?? 0) + 1;
      seen.set(id, nth);
      if (nth > 1) id += `-${nth}`;
    }
    return { ...rest, id, author, ...(says as { body: string }) };
  } catch {
    return undefined;
  }
}

/**
 * Reads comments in our own JSON: an array of records, or an object with such an array as `comments`.
 *
 * Known fields only; one that makes no sense is left out, a record without a body too. Addresses are resolved against
 * `url`. A record without an id gets one from what is in it, so that it is the same whenever it is read.
 *
 * @param value parsed JSON, or the caller's own records: `id, parentId, author: { name, url, avatar, badge }, body` (Markdown)
 * or `html, published, url, votes: { up, down }, pinned, status, source`
 * @returns comments in the order of the records; an empty array for anything else. Never throws.
 */
export function parseComments(value: unknown, { url }: { url?: string } = {}): BlogComment[] {
  const records = Array.isArray(value) ? value : field(value, 'comments');
  const seen = new Map<string, number>();
  return Array.isArray(records) ? records.flatMap((record: unknown) => parseComment(record, url, seen) ?? []) : [];
}
