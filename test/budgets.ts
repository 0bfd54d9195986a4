/**
 * The sizes that we promise, measured on the built package as a page gets it: bundled and minified by Rolldown, split
 * where the package imports on demand, brotli 11, 1 kB = 1,000 bytes.
 */
import { fileURLToPath } from 'node:url';
import { weigh } from './weigh.ts';

export interface Row {
  what: string;
  bytes: number;
  /** What we promise. */
  budget: number;
  /**
   * Where the promise is not kept yet: what it may weigh until then. Goes down, not up. The rows of lists went up once, with
   * the speed of ranking: what cannot win is left out unread, and favorites are columns of numbers.
   */
  ceiling?: number;
}

/** Whether a row is heavier than it may be today. */
export const tooHeavy = ({ bytes, budget, ceiling = budget }: Row): boolean => bytes > ceiling;

const FEED = [/sources\/document\.js$/, /sources\/dom\.js$/];
/** What a page loads when a reader comes near its comments, in the words of one language. */
const THREAD = [/components\/comment-thread\.js$/, /comment-words\/en\.js$/, /comments\/batch\.js$/];
/** What only some comments have, beside paragraphs of text and links: votes, badges; lists, quotes, code, tables. */
const DETAILS = [...THREAD, /components\/comment-(details|body-styles)\.js$/];
/** What the door to HTML does for few comments only: pictures, task boxes, strays, and what is long or odd. */
const UNUSUAL = [...THREAD, /comments\/rare\.js$/];
const MARKDOWN = [...THREAD, /comments\/markdown\.js$/];
/** What Markdown that is long, or has pictures, loads beside that. */
const SELDOM = [...MARKDOWN, /comments\/seldom\.js$/];
/** What comments with tags that somebody typed load beside that. */
const TYPED = [...MARKDOWN, /comments\/raw\.js$/];
/** What only lists that name it load, beside their source. */
const SHOW = [/components\/item\.js$/];
const OPTIONS = [/components\/recent-options\.js$/];
/** What is loaded only for an address that no file has. */
const ENGINES = /src\/sources\/(comments\/|counts\/|merge|steps)/;
const FOREIGN = /node_modules\/(marked|dompurify|htmlparser2|entities|dom\w+)\//;

const RANKING =
  'recentPosts, featuredPosts, favoritePosts, explainFavorites, indexPosts, wilsonLowerBound, bayesianAverage, halfLifeDecay';
const recent = "import 'dogeared/elements/recent';";
const featured = "import 'dogeared/elements/featured';";
const favorites = "import 'dogeared/elements/favorites';";
const comments = "import 'dogeared/elements/comments';";

/** Every promise with what it weighs now. */
export async function budgets(): Promise<Row[]> {
  const [lit, one, all, list, feed, show, options, withFeatured, withFavorites, three] = await Promise.all([
    weigh("export { LitElement, html, css } from 'lit'"),
    weigh("export { recentPosts } from 'dogeared'"),
    weigh(`export { ${RANKING} } from 'dogeared'`),
    weigh(recent),
    weigh(recent, FEED),
    weigh(recent, SHOW),
    weigh(recent, OPTIONS),
    weigh(recent + featured),
    weigh(recent + favorites),
    weigh(recent + featured + favorites, FEED),
  ]);
  const [purify, marked, shell, thread, details, unusual, markdown, typed, seldom] = await Promise.all([
    weigh("export { default } from 'dompurify'"),
    weigh("export { Lexer, Tokenizer } from 'marked'"),
    weigh(comments),
    weigh(comments, THREAD),
    weigh(comments, DETAILS),
    weigh(comments, UNUSUAL),
    weigh(comments, MARKDOWN),
    weigh(comments, TYPED),
    weigh(comments, SELDOM),
  ]);
  return [
    { what: 'lit, which all Lit elements of a page share', bytes: lit.bytes, budget: 5400 },
    { what: "import { recentPosts } from 'dogeared'", bytes: one.bytes, budget: 1000, ceiling: 1485 },
    { what: 'all ranking functions', bytes: all.bytes, budget: 3000, ceiling: 3660 },
    {
      what: 'dogeared/elements/recent with a JSON src, beside lit',
      bytes: list.bytes - lit.bytes,
      budget: 5500,
      ceiling: 6065,
    },
    { what: 'the same with a feed as src, in all', bytes: feed.bytes - lit.bytes, budget: 9000, ceiling: 9525 },
    { what: 'what `show` adds when it is named', bytes: show.bytes - list.bytes, budget: 800 },
    { what: 'options beside `limit` when one is named', bytes: options.bytes - list.bytes, budget: 800 },
    {
      what: 'dogeared/elements/featured on the same page; its ranking comes beside the feed',
      bytes: withFeatured.bytes - list.bytes,
      budget: 800,
    },
    {
      what: 'dogeared/elements/favorites on the same page; its ranking comes beside the feed',
      bytes: withFavorites.bytes - list.bytes,
      budget: 800,
    },
    {
      what: 'modules of marked, DOMPurify or an XML library on a page of lists',
      bytes: three.modules.filter((name) => FOREIGN.test(name)).length,
      budget: 0,
    },
    {
      what: 'dogeared/elements/comments before any comment is wanted, beside lit',
      bytes: shell.bytes - lit.bytes,
      budget: 7000,
    },
    {
      what: 'a thread of comments in HTML, in all, beside lit and DOMPurify',
      bytes: thread.bytes - lit.bytes - purify.bytes,
      budget: 10_000,
      ceiling: 13_185,
    },
    {
      what: 'modules of engines for comments in a file, and of the table of them',
      bytes: thread.modules.filter((name) => ENGINES.test(name)).length,
      budget: 0,
    },
    {
      what: 'what votes, badges, quotes, lists and code add when there are any',
      bytes: details.bytes - thread.bytes,
      budget: 1200,
    },
    {
      what: 'pictures, task boxes and HTML that is long or odd, when there are any',
      bytes: unusual.bytes - thread.bytes,
      budget: 1500,
    },
    {
      what: 'Markdown on top, beside marked',
      bytes: markdown.bytes - thread.bytes - marked.bytes,
      budget: 2000,
    },
    {
      what: 'HTML tags typed in Markdown, when there are any',
      bytes: typed.bytes - markdown.bytes,
      budget: 1400,
    },
    {
      what: 'pictures in Markdown, and a look at what is long, when there are any',
      bytes: seldom.bytes - markdown.bytes,
      budget: 600,
    },
  ];
}

/** The rows as a table: ✓ as promised, ○ over the promise but not over today's ceiling, ✗ over both. */
export function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const number = (value: number | undefined): string => (value?.toLocaleString('en') ?? '').padStart(8);
  const lines = rows.map((row) => {
    const sign = tooHeavy(row) ? '✗' : row.bytes > row.budget ? '○' : '✓';
    return `${sign} ${row.what.padEnd(width)} ${number(row.bytes)} ${number(row.budget)} ${number(row.ceiling)}`;
  });
  const head = ['is', 'promised', 'until then'].map((name) => name.padStart(8)).join(' ');
  return [`  ${'brotli bytes'.padEnd(width)} ${head}`, ...lines].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(await budgets()));
