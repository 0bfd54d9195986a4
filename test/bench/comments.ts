/** Comments beside other ways to render them, in Chromium, and in Node without a DOM. */
import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import { marked } from 'marked';
import process from 'node:process';
import { renderComment } from '../../src/comments/render.ts';
import type { Results } from './comments-page.ts';
import { makeComments } from './corpus.ts';
import { race, ratio } from './rounds.ts';
import { type Row, type Section, times } from './section.ts';
import { inChromium } from './tab.ts';

const LIVE = 'script,style,iframe,object,embed,form,svg,[onerror],[onload],[onclick],a[href^="javascript:" i]';

/** Without a DOM, beside DOMPurify in jsdom for each comment. */
function inNode(): Row[] {
  const comments = makeComments(200);
  const { window } = new JSDOM('');
  const purify = createDOMPurify(window);
  const ours = () => comments.map(({ body }) => renderComment(body));
  const theirs = () => comments.map(({ body }) => purify.sanitize(marked.parse(body) as string));
  const { document } = window;
  const live = (list: string[]): number => {
    const box = document.createElement('template');
    box.innerHTML = list.join('');
    return box.content.querySelectorAll(LIVE).length;
  };
  const left = ours().filter((html, place) => html.includes(`mark${place}x`)).length;
  const clock = (): number => process.cpuUsage().user / 1000;
  // Turns of one length, so that what the garbage of one costs in the next is as much for both.
  const faster = ratio(race({ ours, theirs }, { rounds: 9, turn: 200, clock }), 'theirs', 'ours');
  const leaks = live(ours());
  return [
    {
      what: `Markdown to HTML without a DOM, 200 comments, ${left} left, ${leaks} live dangerous nodes`,
      where: 'Node',
      beside: `marked, then DOMPurify in jsdom, for each (${live(theirs())} live dangerous nodes)`,
      goal: '≥ 15×, 0 leaks',
      measured: times(faster),
      met: faster >= 15 && !leaks && left === comments.length,
    },
  ];
}

/** How many times as slow a phone is. */
const SLOW = 4;

const OURS = 'dogeared renderCommentFragments';

function rows({ pipelines, first, all, redraw }: Results, slow: number): Row[] {
  const where = 'Chromium';
  return [
    ...pipelines.map(({ name, faster, left, dangerous }) => ({
      what: `Markdown to nodes, 1,000: ${name}; ${left} left, ${dangerous} live dangerous nodes`,
      where,
      beside: 'marked, DOMPurify, innerHTML for each',
      goal: name === OURS ? '≥ 2.5×, none dangerous' : '',
      measured: times(faster),
      ...(name === OURS && {
        met: faster >= 2.5 && !dangerous && left === 1000,
        stretch: { goal: '4×', met: faster >= 4 },
      }),
    })),
    {
      what: 'the first 20 of 10,000, from the parsed answer until painted',
      where,
      beside: 'all 10,000',
      goal: '≥ 200×',
      measured: times(first.all),
      met: first.all >= 200,
    },
    {
      what: 'the first 20 of 10,000, from the parsed answer until painted',
      where,
      beside: 'a page that has only 20',
      goal: '≤ 1.2×',
      measured: times(first.page),
      met: first.page <= 1.2,
    },
    ...[
      { what: '10,000 drawn from the parsed answer: the longest task', longest: all.longest },
      { what: 'the same on a processor that is 4 times as slow', longest: slow },
    ].map(({ what, longest }) => ({
      what,
      where,
      beside: '',
      goal: 'none over 50 ms',
      measured: longest ? `${longest.toFixed(0)} ms` : 'none over 50 ms',
      met: !longest,
    })),
    {
      what: '10,000 drawn in pieces',
      where,
      beside: 'in one go',
      goal: '≤ 1.05×',
      measured: times(all.go),
      met: all.go <= 1.05,
    },
    {
      what: '10,000 drawn again with one more',
      where,
      beside: 'drawing all',
      goal: '≥ 20×',
      measured: times(redraw),
      met: redraw >= 20,
    },
  ];
}

export async function section(): Promise<Section> {
  return {
    title: 'Comments',
    text: `Comments of \`test/bench/corpus.ts\`, 2 % of them hostile. A comment counts as left when its first word is still there, and
as dangerous what runs, restyles or asks in the page. Pipelines write into boxes that are in no page, so that layout is
no part of their time; the element draws into a page. Its time goes from when the last field of the last record was read
until all is painted.`,
    rows: [
      ...rows(
        await inChromium<Results>('comments-page.ts'),
        await inChromium<number>('comments-page.ts', 'longest', SLOW),
      ),
      ...inNode(),
    ],
  };
}
