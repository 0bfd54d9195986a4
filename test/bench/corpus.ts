/** Comments as readers write them, always the same: median about 265 characters of Markdown, 2 % hostile. */
import { random } from './posts.ts';

export interface BenchComment {
  id: string;
  author: string;
  published: string;
  body: string;
}

const SENTENCES = [
  'I tried this over the weekend and it worked better than I expected.',
  'The second step took me a while, because the oven here runs hot.',
  'Thank you for writing it down so clearly!',
  'Is there a reason to prefer *butter* over oil, or is it a matter of **taste**?',
  'We used `npm run build` and got the same numbers as in your table.',
  'See https://example.org/notes for what we did last year.',
  'My grandmother always added a little [lemon](https://example.org/lemon) at the end.',
  'That is not how I remember it, but memory is a strange thing.',
];
const BLOCKS = ['> You said it would rain.\n\nAnd it did.', '- flour\n- water\n- salt', '```js\nconst x = 1 < 2;\n```'];
const HOSTILE = [
  '<img src=x onerror="alert(1)">',
  '<script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '<style>*{display:none}</style><form action="https://evil.example">',
  '<div><b><svg onload=alert(1)>',
];

export function makeComments(n: number): BenchComment[] {
  const chance = random(n);
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  return Array.from({ length: n }, (_, place) => {
    const parts = Array.from({ length: 1 + Math.floor(chance() * 7) }, () => one(SENTENCES));
    if (chance() < 0.15) parts.push(`\n\n${one(BLOCKS)}`);
    if (place % 50 === 7) parts.push(`\n\n${one(HOSTILE)}`);
    return {
      id: `c${place}`,
      author: `Reader ${place % 97}`,
      published: new Date(Date.UTC(2026, 0, 1) + place * 6e5).toISOString(),
      body: `mark${place}x ${parts.join(' ')}`,
    };
  });
}
