/**
 * Looks for comments that take long: `node test/fuzz-time.ts 42 60` begins with the seed 42 and searches for 60 seconds.
 *
 * A candidate is a pattern of fragments that mean something in Markdown, repeated at two levels up to the length that a
 * comment may have. The slowest are kept, changed and tried again. Prints the worst, each with its time at 20,000
 * characters and with how much longer it takes at double the length (2 is linear, 4 quadratic).
 */
import process from 'node:process';
import { isInsidePolicy } from '../src/comments/check.ts';
import { markdownToHtml } from '../src/comments/markdown.ts';
import * as raw from '../src/comments/raw.ts';
import * as seldom from '../src/comments/seldom.ts';
import { MAX_LENGTH } from '../src/comments/limits.ts';
import { tagsOf } from '../src/comments/narrow.ts';
import { Refusal } from '../src/comments/refusal.ts';
import { build, type Pattern as Given } from './fixtures/slow.ts';

/** A pattern that can be changed. */
type Pattern = Required<Omit<Given, 'parts' | 'indented'>> & {
  parts: [unit: string, times: number][];
  indented?: boolean;
};

const FRAGMENTS =
  '` `` ``` ~~~ * ** *** _ __ ~ ~~ [ ] ( ) ![ ]( ][ [] () < > << <! <!-- --> <? ?> <![CDATA[ ]]> & &amp; &#35; &a | |- |-| -|- - = + # ## > >> \\ \\\\ \\[ \\* \\` / @ . , ; : " \' a aa b x ab1 é 文 😀 0 1. 1) 999999999. http:// https://a.b/ www. www.a.b a@b. a@b.c mailto:a@b.c xmpp: <a <a> </a> <b> </b> <p> </p> <pre> <script> <table> <td> <details> <a@b.c> <http://a> [a] [a]: [a]:b [^ [^1]: ]: [a](b) [a](<b [a](b" ](< [x] =" "b" <aæ b=\' \'> >a'
    .split(' ')
    .concat([' ', '  ', '    ', '\t', '\n', '\n\n', '\n    ', '\n> ', '\n- ', '\n  - ', '\n1. ', '\n---\n', '\n===\n'])
    .concat([
      '> ',
      '- ',
      '* ',
      '1. ',
      '- [ ] ',
      '- [x] ',
      '# ',
      '| ',
      ' |',
      '\n|',
      '\n|-|\n',
      '|a|b|\n|-|-|\n',
      '\n[a]: b',
    ])
    .concat([
      '[a]: b\n',
      '[a]: b "',
      '[a]: <',
      "<a b='",
      '<a href="',
      '<b ',
      '</a ',
      '<!-',
      '<!A ',
      '&#',
      'a '.repeat(9),
    ])
    .concat(['~~a~~ ', '**a** ', '*a ', '_a ', '**a', 'a**', 'a*', '`a` ', '![a](b) ', '\r', '\0', '\u200d', '\ud800']);

interface Finding {
  pattern: Pattern;
  time: number;
  outcome: string;
}

/** Mulberry32: small, and the same numbers for the same seed. */
function generator(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const tags = tagsOf();
const words = { done: 'done', todo: 'to do' };

/** Milliseconds of this thread, whatever else the machine has to do. */
function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** What a server does with a comment: milliseconds, and how it ended. */
export function measure(text: string): { time: number; outcome: string } {
  const start = now();
  let outcome: string;
  try {
    const html = markdownToHtml(text, tags, words, { raw, seldom });
    outcome = isInsidePolicy(html, tags, ['done', 'to do']) ? `${html.length} characters` : 'UNPROVEN';
  } catch (error) {
    outcome = error instanceof Refusal ? error.reason : `BROKEN ${String(error)}`;
  }
  return { time: now() - start, outcome };
}

function search(seed: number, seconds: number): Finding[] {
  const random = generator(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const fragments = (most: number): string => Array.from({ length: 1 + below(most) }, () => pick(FRAGMENTS)).join('');
  const times = (): number => pick([1, 1, 1, 2, 3, 5, 10, 20, 40, 90, 200, 450, 1000, 5000]);
  const make = (): Pattern => ({
    head:
      random() < 0.4
        ? fragments(2)
            .repeat(random() < 0.2 ? times() : 1)
            .slice(0, 9000)
        : '',
    parts: Array.from({ length: 1 + below(3) }, () => [fragments(3), times()] as [string, number]),
    tail: random() < 0.4 ? fragments(2) : '',
    ...(random() < 0.1 && { indented: true }),
  });
  const change = (pattern: Pattern): Pattern => {
    const copy: Pattern = { ...pattern, parts: pattern.parts.map(([unit, n]) => [unit, n]) };
    const at = below(copy.parts.length);
    const part = copy.parts[at]!;
    [
      () => (part[1] = times()),
      () => (part[1] = Math.max(1, Math.round(part[1] * (0.5 + random())))),
      () => (part[0] = fragments(3)),
      () => (part[0] += pick(FRAGMENTS)),
      () => (part[0] = pick(FRAGMENTS) + part[0]),
      () => (part[0] = part[0].slice(1) || pick(FRAGMENTS)),
      () => (part[0] = part[0].slice(0, -1) || pick(FRAGMENTS)),
      () => copy.parts.splice(at, 0, [fragments(2), times()]),
      () => copy.parts.length > 1 && copy.parts.splice(at, 1),
      () => (copy.head = random() < 0.5 ? '' : fragments(3)),
      () => (copy.head = copy.head.repeat(1 + below(50)).slice(0, 9000)),
      () => (copy.tail = random() < 0.5 ? '' : fragments(3)),
      () => (copy.indented = !copy.indented),
    ][below(13)]!();
    return copy;
  };

  let best: Finding[] = [];
  // What our own checker refuses, or marked dies of, is worth knowing, too.
  const odd = new Map<string, Pattern>();
  const attempt = (pattern: Pattern): void => {
    const text = build(pattern, MAX_LENGTH);
    // What the same marks do is one finding: the shape of the first round stands for it.
    const key = text.slice(0, 60);
    let { time, outcome } = measure(text);
    if (/^[A-Z]/.test(outcome) && !odd.has(outcome)) odd.set(outcome, pattern);
    if (best.length >= 40 && time < best.at(-1)!.time) return;
    // Once more: the first time may have met the garbage collector.
    const again = measure(text);
    [time, outcome] = [Math.min(time, again.time), again.outcome];
    const same = best.findIndex((other) => build(other.pattern, 60) === key);
    if (same >= 0 && best[same]!.time >= time) return;
    if (same >= 0) best.splice(same, 1);
    best.push({ pattern, time, outcome });
    best = best.sort((a, b) => b.time - a.time).slice(0, 40);
  };

  const end = performance.now() + seconds * 1000;
  for (const fragment of FRAGMENTS) attempt({ head: '', parts: [[fragment, 1]], tail: '' });
  for (const a of FRAGMENTS)
    for (const b of FRAGMENTS) if (random() < 0.04) attempt({ head: '', parts: [[a + b, 1]], tail: '' });
  let tried = 0;
  while (performance.now() < end) {
    tried++;
    attempt(random() < 0.35 || !best.length ? make() : change(pick(best).pattern));
  }
  for (const [outcome, pattern] of odd) console.log(outcome, JSON.stringify(pattern));
  console.log(`seed ${seed}: ${tried} patterns in ${seconds} s`);
  // Once more, now that everything is compiled.
  for (const one of best) one.time = Math.min(...[1, 2, 3].map(() => measure(build(one.pattern, MAX_LENGTH)).time));
  return best.sort((a, b) => b.time - a.time);
}

if (process.argv[1]?.endsWith('fuzz-time.ts')) {
  const [seed = 1, seconds = 30] = process.argv.slice(2).map(Number);
  const short = (text: string): string =>
    JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}…×${text.length}` : text);
  for (const { pattern, time, outcome } of search(seed, seconds).slice(0, 25)) {
    const half = measure(build(pattern, MAX_LENGTH / 2)).time;
    const parts = pattern.parts.map(([unit, times]) => `${short(unit)}×${times}`).join(' ');
    console.log(
      `${time.toFixed(0).padStart(6)} ms  ×${(time / half).toFixed(1)}  ${outcome.padEnd(18)} ${short(pattern.head)} (${parts})* ${short(pattern.tail)}${pattern.indented ? ' indented' : ''}`,
    );
  }
}
