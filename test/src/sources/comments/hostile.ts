/** Answers of engines with attacks in them, one at a time, and what may never come out of them. */
import type { CommentPage } from '../../../../src/comments/source.ts';
import { sanitizeCommentFragment } from '../../../../src/comments/render.ts';
import { addressHarms, commentHarms, outside } from '../../comments/harmless.ts';
import { type Exchange, textOf } from './kit.ts';

/** JSON has no infinity, but a number that is read as one. */
const INFINITE = '@infinite@';

export const WRONG: readonly unknown[] = [
  '<script>__ran(1)</script><img src=x onerror=__ran(1)><a href="javascript:__ran(1)">x</a><svg><style>@import "x"</style>',
  '"><form action=https://evil.example><input name=parentNode><b onclick=__ran(1) id=location>x',
  'javascript:__ran(1)',
  'data:text/html,<script>__ran(1)</script>',
  'https://evil.example/api?page=2',
  '//evil.example/api?page=2',
  'https://user:word@evil.example/"\'><x',
  '\u202e\u2066dlo\u0000\u0007 ' + 'x'.repeat(10_000),
  '\ud800',
  '__proto__',
  'constructor',
  '../../../..',
  '%',
  '',
  '2026-02-30T25:61:61Z',
  '-1',
  '1e400',
  null,
  true,
  0,
  -1,
  1.5,
  9e15,
  INFINITE,
  {},
  [],
  [null],
  [[['x']], 'y', {}, 7],
  { toString: 1, valueOf: 1 },
  { length: 1e9, 0: 'x' },
];

/** Texts that patterns with an open end take long to say no to. */
export const LONG: readonly string[] = ['1x', 'a/', '/x', '<x', ' x', '&x'].map(
  ([sign, end]) => sign!.repeat(200_000) + end!,
);

type Path = readonly (string | number)[];

/** Every place in a document, each kind of place once. */
function placesIn(json: unknown): Path[] {
  const places = new Map<string, Path>();
  const walk = (value: unknown, path: Path): void => {
    const kind = path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
    if (!places.has(kind)) places.set(kind, path);
    if (!value || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(json, []);
  return [...places.values()];
}

function changed(json: unknown, path: Path, value: unknown): unknown {
  if (!path.length) return value;
  const [key, ...rest] = path;
  const copy = (Array.isArray(json) ? [...(json as unknown[])] : { ...(json as object) }) as Record<string, unknown>;
  copy[key!] = changed(copy[key!], rest, value);
  return copy;
}

const at = (json: unknown, path: Path): unknown =>
  path.reduce((value, key) => (value as Record<string, unknown>)[key], json);

const write = (json: unknown): string => JSON.stringify(json).replaceAll(`"${INFINITE}"`, '1e400');

/** What a page would have, if somebody could write to all objects. */
const POISON = '{"polluted":1,"id":"evil","html":"<b>evil</b>","errno":0,"page":"https://evil.example/"}';

/** The same exchanges, each time with one place changed: into all there is, or into every nth of it, by turns. */
export function* mutants(
  asks: readonly Exchange[],
  files: ReadonlyMap<string, string>,
  nths = 1,
  values = WRONG,
): Generator<{ what: string; asks: Exchange[] }> {
  for (const [nth, one] of asks.entries()) {
    const { file: _, ...bare } = one;
    const json: unknown = JSON.parse(textOf(one, files));
    const having = (text: string): Exchange[] => asks.map((ask, at) => (at === nth ? { ...bare, text } : ask));
    for (const [turn, path] of placesIn(json).entries()) {
      const place = `${one.ask.split(/[ ?]/)[1]!}: ${path.join('.')}`;
      for (const value of values.filter((_, nth) => (nth + turn) % nths === 0))
        yield { what: `${place} = ${write(value).slice(0, 60)}`, asks: having(write(changed(json, path, value))) };
      const object = at(json, path);
      if (!object || typeof object !== 'object' || Array.isArray(object)) continue;
      const poisoned = write(changed(json, path, { ...object, '@': 0 }));
      yield {
        what: `${place} poisoned`,
        asks: having(poisoned.replace('"@":0', `"__proto__":${POISON},"constructor":{"prototype":${POISON}}`)),
      };
    }
  }
}

/** What was found harmless before. */
const harmless = new Set<string>();

/** What is wrong with a page of comments: fields, counts, addresses, bodies. */
export function harmsOf({ comments, total, next, replyUrl, canPost, closed }: CommentPage): string[] {
  const problems = [...addressHarms(next), ...addressHarms(replyUrl)];
  if (total !== undefined && !(Number.isSafeInteger(total) && total >= 0)) problems.push(`total ${total}`);
  if (canPost !== undefined && typeof canPost !== 'boolean') problems.push(`canPost ${String(canPost)}`);
  if (closed !== undefined && !/^(closed|protected)$/.test(closed)) problems.push(`closed ${closed}`);
  for (const comment of comments) {
    const letters = JSON.stringify(comment);
    if (harmless.has(letters)) continue;
    const { html = '', status } = comment;
    problems.push(...commentHarms(comment));
    if ('body' in comment) problems.push('Markdown from an engine');
    if (typeof html !== 'string' || (!('html' in comment) && status !== 'deleted')) problems.push('no body');
    problems.push(...outside(sanitizeCommentFragment(html)));
    if (!problems.length) harmless.add(letters);
  }
  return problems;
}
