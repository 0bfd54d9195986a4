/** How many bytes a page loads for a list or for comments, beside the widgets that people use. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { budgets, type Row as Budget } from '../budgets.ts';
import { brotli, weigh } from '../weigh.ts';
import type { Row, Section } from './section.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Goals beyond the budgets. */
const STRETCH: Readonly<Record<string, number>> = {
  'dogeared/elements/recent with a JSON src, beside lit': 4000,
  'the same with a feed as src, in all': 7000,
  'dogeared/elements/comments before any comment is wanted, beside lit': 5500,
};

/** Why these are not met: what the bytes are, found by leaving one piece after the other out. */
const WHY: Readonly<Record<string, string>> = {
  'dogeared/elements/recent with a JSON src, beside lit':
    'of the 6 kB, 1.4 kB are the element (attributes, states, fallback, warnings), 0.8 kB its look with the room it keeps, ' +
    '1.2 kB the checking of posts, 1.1 kB loading and sharing with limits, retries and errors, 0.6 kB the rule and dates, and ' +
    'the rest attributes, events and the doors to what is loaded later.',
  'the same with a feed as src, in all':
    'on top of the list, 3.5 kB read RSS 0.9 to 2.0 and Atom 0.3 and 1.0 with encodings, dates, pictures and entities; a third ' +
    'of that is the text of HTML and the dates of RFC 822.',
};

/** What people load today: modules, and the style sheets that go with them. */
const PEERS: readonly (readonly [name: string, code: string, ...styles: string[]])[] = [
  ['giscus, the element (its application in an iframe comes on top)', "import 'giscus'"],
  ['@waline/client', "export { init } from '@waline/client'", '@waline/client/dist/waline.css'],
  ['artalk', "export { default } from 'artalk'", 'artalk/dist/Artalk.css'],
  ['twikoo', "import 'twikoo'"],
];

const bytes = (value: number): string => value.toLocaleString('en');

function budgetRow({ what, bytes: is, budget }: Budget): Row {
  const stretch = STRETCH[what];
  return {
    what,
    beside: '',
    goal: `≤ ${bytes(budget)}`,
    measured: bytes(is),
    met: is <= budget,
    ...(stretch && { stretch: { goal: bytes(stretch), met: is <= stretch, ...(is > stretch && { why: WHY[what]! }) } }),
  };
}

/** What a peer loads beside our comments in all, with lit and DOMPurify: a thread of HTML, drawn. */
async function peerRow([name, code, ...styles]: (typeof PEERS)[number], shell: number, thread: number): Promise<Row> {
  const script = (await weigh(code, [], HERE)).bytes;
  const sheets = styles.map((path) => brotli(readFileSync(`${HERE}node_modules/${path}`, 'utf8')));
  const all = sheets.reduce((sum, sheet) => sum + sheet, script);
  return {
    what: 'comments: at first, and with a thread, lit and DOMPurify included',
    beside: name,
    goal: '',
    measured: `${bytes(shell)} and ${bytes(thread)} beside ${bytes(all)}: ${(all / shell).toFixed(1)}× and ${(all / thread).toFixed(1)}×`,
  };
}

export async function section(): Promise<Section> {
  const element = "import 'dogeared/elements/comments';";
  const [shell, thread] = await Promise.all([
    weigh(element),
    weigh(element, [/components\/comment-thread\.js$/, /comment-words\/en\.js$/, /comments\/batch\.js$/]),
  ]);
  return {
    title: 'Bytes',
    text: `What a page loads, in bytes of Brotli 11, bundled and minified by Rolldown, split where the package imports on demand;
the goals are the budgets of \`test/budgets.ts\`. Rows that say "beside lit" are what comes on top of lit, which all Lit
elements of a page share; what is loaded later has rows of its own. The widgets are their npm packages, weighed by the
same function, with their style sheets. isso, cusdis and remark42 are not on npm under these names, and Debian has no isso: they
are left out.`,
    rows: [
      ...(await budgets()).map(budgetRow),
      ...(await Promise.all(PEERS.map((peer) => peerRow(peer, shell.bytes, thread.bytes)))),
    ],
  };
}
