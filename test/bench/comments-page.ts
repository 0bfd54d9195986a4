/** What is measured of comments, in a page of Chromium. */
import DOMPurify from 'dompurify';
import { marked } from 'marked';
import MarkdownIt from 'markdown-it';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import '../../components/comments.ts';
import { drawAll } from '../../src/comments/batch.ts';
import { WORDS } from '../../src/comments/fallback.ts';
import { renderCommentFragment, renderCommentFragments } from '../../src/comments/render.ts';
import { type BenchComment, makeComments } from './corpus.ts';
import { median } from './rounds.ts';

type Draw = (boxes: HTMLElement[], comments: readonly BenchComment[]) => unknown;

const each =
  (html: (body: string) => string): Draw =>
  (boxes, comments) =>
    comments.forEach(({ body }, place) => (boxes[place]!.innerHTML = html(body)));

const markdownIt = new MarkdownIt({ html: true, linkify: true, breaks: true });
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize).use(rehypeStringify);
/** What DOMPurify lets through as it comes blanks a page; this is how its users make it tight. */
const TIGHT = {
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select'],
  FORBID_ATTR: ['style', 'class', 'id'],
};

const PIPELINES: Readonly<Record<string, Draw>> = {
  'dogeared renderCommentFragments': (boxes, comments) =>
    renderCommentFragments(comments.map(({ body }) => body)).forEach((nodes, place) =>
      boxes[place]!.replaceChildren(nodes),
    ),
  'dogeared (what the element draws with)': (boxes, comments) =>
    drawAll(comments, (at, nodes) => boxes[at]!.replaceChildren(nodes), WORDS),
  'dogeared renderCommentFragment': (boxes, comments) =>
    comments.forEach(({ body }, place) => boxes[place]!.replaceChildren(renderCommentFragment(body))),
  'marked, DOMPurify, innerHTML': each((body) => DOMPurify.sanitize(marked.parse(body) as string)),
  'the same, tight': each((body) => DOMPurify.sanitize(marked.parse(body) as string, TIGHT)),
  'markdown-it, DOMPurify': each((body) => DOMPurify.sanitize(markdownIt.render(body) as string)),
  'remark, rehype-sanitize': each((body) => String(remark.processSync(body))),
};

const DANGEROUS =
  'script,style,iframe,object,embed,form,input:not([type=checkbox]),base,meta,link,svg script,[onerror],[onload],[onclick],a[href^="javascript:" i]';

export interface Pipeline {
  name: string;
  /** Beside marked, DOMPurify, innerHTML for each comment: how many times as fast. */
  faster: number;
  /** Comments of 1,000 that are still there. */
  left: number;
  /** Live nodes that do harm. */
  dangerous: number;
}

const NAIVE = 'marked, DOMPurify, innerHTML';

async function pipelines(): Promise<Pipeline[]> {
  const comments = makeComments(1000);
  const times: Record<string, number[]> = {};
  const counts: Record<string, [number, number]> = {};
  const names = Object.keys(PIPELINES);
  for (let round = -2; round < 9; round++)
    for (const name of round % 2 ? [...names].reverse() : names) {
      // Not in the page: layout is the same for all of them, and a hostile style would blank the rest.
      const inert = document.implementation.createHTMLDocument();
      const boxes = comments.map(() => inert.createElement('div'));
      const start = performance.now();
      await PIPELINES[name]!(boxes, comments);
      if (round >= 0) (times[name] ??= []).push(performance.now() - start);
      counts[name] ??= [
        boxes.filter((box, place) => box.textContent?.includes(`mark${place}x`)).length,
        boxes.reduce((sum, box) => sum + box.querySelectorAll(DANGEROUS).length, 0),
      ];
    }
  return names.map((name) => ({
    name,
    faster: median(times[NAIVE]!.map((time, round) => time / times[name]![round]!)),
    left: counts[name]![0],
    dangerous: counts[name]![1],
  }));
}

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

interface Drawn {
  /** Milliseconds from when the last record was read until the comments stood there and were painted. */
  time: number;
  /** The longest task over 50 ms in that time. */
  long: number;
  element: HTMLElement & { comments: readonly unknown[]; updateComplete: Promise<unknown> };
}

/** The same records; `read` is called when the last field of the last one is looked at: then the answer is parsed. */
function watched(comments: readonly BenchComment[], read: () => void): unknown[] {
  const last = Object.defineProperty({ ...comments.at(-1) }, 'deleted', { get: read, enumerable: true });
  return [...comments.slice(0, -1), last];
}

const shown = ({ shadowRoot }: Element): number => shadowRoot?.querySelectorAll('.facts').length ?? 0;

/** Draws comments with the element, and waits until they stand there. */
async function draw(comments: readonly BenchComment[], limit: number): Promise<Drawn> {
  const element = document.createElement('dogeared-comments') as Drawn['element'];
  element.setAttribute('limit', String(limit));
  let parsed = 0;
  const long: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void long.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  element.comments = watched(comments, () => void (parsed ||= clock()));
  document.body.append(element);
  const wanted = Math.min(limit, comments.length);
  // Looking takes time, too: seldom where there is much to see.
  const look = wanted > 100 ? () => new Promise((resolve) => setTimeout(resolve, 100)) : frame;
  for (const start = clock(); shown(element) < wanted; await look())
    if (clock() - start > 120_000) throw new Error(`${shown(element)} of ${wanted} comments after 2 minutes`);
  await frame();
  const time = clock() - parsed;
  observer.disconnect();
  const after = long.filter(({ startTime }) => startTime >= parsed).map(({ duration }) => duration);
  return { time, long: Math.max(0, ...after), element };
}

/** A clock that goes on where the element's stands still. */
const clock = performance.now.bind(performance);

/** Lets the element believe that it takes no time: it does everything in one go. */
async function inOneGo<T>(act: () => Promise<T>): Promise<T> {
  performance.now = () => 0;
  try {
    return await act();
  } finally {
    performance.now = clock;
  }
}

export interface Results {
  pipelines: Pipeline[];
  first: { all: number; page: number };
  all: { longest: number; go: number };
  redraw: number;
}

/** Only how long the longest task is when all are drawn, for a page on a slow machine. */
async function longest(): Promise<number> {
  const many = makeComments(10_000);
  await draw(many.slice(0, 100), 100).then(({ element }) => element.remove());
  const { long, element } = await draw(many, 10_000);
  element.remove();
  return long;
}

export default async function work(only?: string): Promise<Results | number> {
  if (only) return longest();
  const results: Partial<Results> = { pipelines: await pipelines() };
  const many = makeComments(10_000);
  const few = many.slice(0, 20);
  await draw(few, 20).then(({ element }) => element.remove());
  const [first, page]: number[][] = [[], []];
  for (let round = 0; round < 9; round++)
    for (const [list, into] of [
      [many, first!],
      [few, page!],
    ] as const) {
      const { time, element } = await draw(list, 20);
      into.push(time);
      element.remove();
    }
  const go: number[] = [];
  const all: Drawn[] = [];
  for (let round = 0; round < 3; round++) {
    // What is below all these would never come near.
    all.at(-1)?.element.remove();
    const one = await inOneGo(() => draw(many, 10_000));
    one.element.remove();
    all.push(await draw(many, 10_000));
    go.push(all[round]!.time / one.time);
  }
  const { element } = all.at(-1)!;
  const time = median(all.map(({ time }) => time));
  results.first = { all: time / median(first!), page: median(first!.map((time, round) => time / page![round]!)) };
  results.all = { longest: Math.min(...all.map(({ long }) => long)), go: median(go) };
  const start = clock();
  const more = [...many, { id: 'one-more', author: 'Reader', published: '2027-01-01T00:00:00Z', body: 'one more' }];
  element.setAttribute('limit', '10001');
  element.comments = more;
  while (shown(element) < 10_001) {
    if (clock() - start > 60_000) throw new Error('the new comment did not come within a minute');
    await frame();
  }
  results.redraw = time / (clock() - start);
  element.remove();
  return results as Results;
}
