/** Lists of posts beside sorting, in Node and in Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Measured, memory, Results } from './ranking-work.ts';
import { type Row, type Section, times } from './section.ts';
import { bundle, inChromium } from './tab.ts';

interface Goal {
  list: string;
  order: string;
  /** How many times as long the sort should take at least. */
  sort?: number;
  /** How many times as long as the one loop we may take, and would like to. */
  loop?: readonly [goal: number, stretch: number];
}

/** For 100,000 posts and the best 10. */
const GOALS: readonly Goal[] = [
  { list: 'newest', order: 'random order', sort: 300, loop: [2, 1.3] },
  { list: 'newest', order: 'newest first', sort: 10 },
  { list: 'decay', order: 'random order', sort: 200 },
  { list: 'Bayesian', order: 'random order', sort: 40, loop: [1.5, 1.15] },
  { list: 'Wilson', order: 'random order', sort: 60, loop: [1.5, 1.15] },
];

/** Lists as they are called in RESULTS.md. */
const NAMES: Readonly<Record<string, string>> = {
  newest: 'newest',
  decay: 'recent favorites (totals that fade)',
  Bayesian: 'favorites by rating (Bayesian)',
  Wilson: 'favorites by votes (Wilson)',
};

function rowsOf({ list, n, k, order, slower, loop }: Measured, where: string): Row[] {
  const goal = n === 1e5 && k === 10 ? GOALS.find((one) => one.list === list && one.order === order) : undefined;
  const what = `${NAMES[list]}: ${k} of ${n.toLocaleString('en')}, ${order}`;
  const { sort = 0, ...others } = slower;
  const peers = Object.entries(others).map(([name, value]) => `${name} ${times(value)}`);
  const rows: Row[] = [
    {
      what,
      where,
      beside: 'sort, then slice',
      goal: goal?.sort ? `≥ ${goal.sort}×` : '',
      measured: `${times(sort)} (${peers.join(', ')})`,
      ...(goal?.sort && { met: sort >= goal.sort }),
    },
  ];
  const [most, stretch] = goal?.loop ?? [];
  if (most && stretch)
    rows.push({
      what,
      where,
      beside: 'one loop that keeps the best',
      goal: `≤ ${most}×`,
      measured: times(loop),
      met: loop <= most,
      stretch: { goal: `${stretch}×`, met: loop <= stretch },
    });
  return rows;
}

function rows(where: string, { measured, four, growth }: Results): Row[] {
  return [
    ...measured.flatMap((one) => rowsOf(one, where)),
    {
      what: 'the four lists over one index, 1,000 posts',
      where,
      beside: 'four sorts',
      goal: '≥ 100×',
      measured: `${times(four.ready)} (${times(four.built)} with making the index)`,
      met: four.ready >= 100,
    },
    ...Object.entries(growth).map(([list, value]) => ({
      what: `${NAMES[list]}: ten times as many posts`,
      where,
      beside: 'itself, with 100,000',
      goal: '≤ 11×',
      measured: times(value),
      met: value <= 11,
    })),
  ];
}

/** Bytes that are in use: on the heap, and in typed arrays beside it. */
function used(collect: boolean): number {
  setFlagsFromString('--expose-gc');
  if (collect) (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes a post that may be taken up: what a list is made of for as long as it is made, and what an index keeps. */
const COLUMNS: Readonly<Record<string, number>> = { newest: 0, decay: 4, Bayesian: 4, Wilson: 2, index: 2 };

const memoryRows = (bytes: Record<string, number>): Row[] =>
  Object.entries(COLUMNS).map(([list, columns]) => ({
    what: list === 'index' ? 'what an index keeps' : `${NAMES[list]}: what is taken up beyond the posts`,
    where: 'Node',
    beside: '100,000 posts',
    goal: columns ? `≤ 8 bytes a post and column (${columns})` : 'none that grows with the posts',
    // Less than before says that garbage was collected meanwhile, and nothing else.
    measured: bytes[list]! < 0 ? 'not known: garbage went meanwhile' : `${bytes[list]!.toFixed(1)} bytes a post`,
    met: bytes[list]! >= 0 && bytes[list]! <= columns * 8 + 1,
  }));

export async function section(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'dogeared-bench-'));
  const file = join(folder, 'ranking.mjs');
  writeFileSync(file, await bundle('ranking-work.ts'));
  const node = (await import(pathToFileURL(file).href)) as { default: () => Results; memory: typeof memory };
  rmSync(folder, { recursive: true });
  return {
    title: 'Ranking',
    text: `Posts as JSON has them (ids, ISO dates, views, ratings, votes; made by \`test/bench/posts.ts\`). Before anything is measured,
each list is compared with a plain sort by the same score, then date, then id: all are equal, and all others have the same
scores. The sort computes the score in the comparator, as people write it. The prior of the Bayesian average and the cap of
what fades are worked out once for those beside us, and are a part of our time. The loop keeps the best one post by the
same score, and for dates the greatest string.`,
    rows: [
      ...rows('Node', node.default()),
      ...memoryRows(node.memory(used)),
      ...rows('Chromium', await inChromium<Results>('ranking-work.ts')),
    ],
  };
}
