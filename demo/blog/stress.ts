/** Ten thousand comments, the same ones every time, and what they cost this browser. */
import '../../components/comments.ts';
import type { BlogComment } from '../../src/comments/comment.ts';

const COUNT = 10_000;
const NAMES = ['Ada', 'Bilal', 'Chiara', 'Dmitri', 'Ewa', 'Farah', 'Goro', 'Hana', 'Ilse', 'José'];
const BODIES = [
  'Thank you, this helped. I had the **same** question about `paste` last week.',
  '> The splash on it continues on page 15.\n\nI keep coming back to that line.',
  'Two things:\n\n1. the grain runs along the spine\n2. the glue must be thin\n\nand then _wait_.',
  '```js\nconst fold = (page) => page.corner;\n```\nWorks for me with vector<int>, too.',
  'See <https://example.org/a-page?with=query&and=more>, about half way down.',
  '| tool | for |\n| --- | --- |\n| bone folder | folds |\n| needle | holes |',
];
const HOSTILE =
  '<img src=x onerror=alert(1)><script>alert(2)</script><style>* { display: none }</style>[x](javascript:alert(3))';

/** Numbers that look like chance, from a seed: mulberry32. */
function chance(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function* comments(): Generator<BlogComment> {
  const random = chance(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let at = 0; at < COUNT; at++)
    yield {
      id: String(at),
      ...(at && random() < 0.7 && { parentId: String(at - 1 - Math.floor(random() * Math.min(at, 12))) }),
      author: { name: pick(NAMES) },
      body: random() < 0.02 ? HOSTILE : `${pick(BODIES)}\n\nNumber ${at}.`,
      published: new Date(Date.UTC(2026, 0, 1) + at * 3_000_000).toISOString(),
      votes: { up: Math.floor(random() * 40), down: Math.floor(random() * 6) },
    };
}

const element = document.querySelector('dogeared-comments')!;
const measured = document.querySelector('#measured')!;
let longest = 0;
if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    tell();
  }).observe({ type: 'longtask' });

let start = 0;
let took = 0;
const tell = (): void => {
  measured.textContent = `First comments after ${Math.round(took)} ms; longest task since: ${longest ? `${Math.round(longest)} ms` : 'under 50 ms'}.`;
};
element.addEventListener('dogeared-comments-load', () => {
  took ||= performance.now() - start;
  tell();
});

const all = [...comments()];
// What came before is this page's own work.
setTimeout(() => {
  start = performance.now();
  element.comments = all;
});
