/** What lists cost a page: until they are seen, beside the least that can be done, and in what a page must not notice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import type { Result } from './page-feeds-work.ts';
import { endless } from './page-large.ts';
import { CASES, paints, paintSite } from './page-paint.ts';
import { demoSite, forced, growth, observe } from './page-quiet.ts';
import { median, ratio } from './rounds.ts';
import { type Row, type Section, times } from './section.ts';
import { bundle, inChromium, launch } from './tab.ts';

const MINIMAL = 'a minimal Lit element with the same links';
const WIDGET = 'an iframe widget';
const NAMES: Readonly<Record<string, string>> = {
  inside: 'ten posts as JSON in the tag: script to screen',
  json: 'ten posts from a JSON file: script to screen',
  feed: 'ten posts from a feed of 39: script to screen',
  many: '200 lists of ten posts: script to screen',
};
const WHY =
  'by the profile, of what is on top of the minimal element a third is the checking and choosing of posts and options, a third ' +
  'style and layout (room before there are rows, slots, titles of two lines), and the rest a larger script and its template.';

async function paintRows(browser: Browser, origin: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of CASES) {
    const addresses = { ours: `${origin}/dogeared-recent/${name}`, minimal: `${origin}/minimal-list/${name}` };
    const widget: Record<string, string> = /inside|json/.test(name) ? { widget: `${origin}/widget` } : {};
    const measured = await paints(browser, { ...addresses, ...widget }, name === 'many' ? 9 : 11);
    const most = name === 'many' ? 1.3 : 1.4;
    const slower = ratio(measured, 'ours', 'minimal');
    const ms = Object.entries(measured).map(([who, each]) => `${who} ${median(each).toFixed(0)} ms`);
    rows.push({
      what: NAMES[name]!,
      where: 'Chromium',
      beside: MINIMAL,
      goal: `≤ ${most}×`,
      measured: `${times(slower)} (${ms.join(', ')})`,
      met: slower <= most,
      stretch: { goal: '1.1×', met: slower <= 1.1, ...(slower > 1.1 && { why: WHY }) },
    });
    if (!('widget' in measured)) continue;
    const sooner = ratio(measured, 'widget', 'ours');
    rows.push({
      what: NAMES[name]!,
      where: 'Chromium',
      beside: WIDGET,
      goal: name === 'inside' ? '≥ 8× sooner' : '',
      measured: `${times(sooner)} sooner (the minimal element: ${times(ratio(measured, 'widget', 'minimal'))})`,
      ...(name === 'inside' && { met: sooner >= 8 }),
    });
  }
  return rows;
}

const row = (what: string, goal: string, measured: string, met: boolean, where = 'Chromium'): Row => ({
  what,
  where,
  beside: '',
  goal,
  measured,
  met,
});

async function quietRows(browser: Browser, origin: string, asked: Map<string, number>): Promise<Row[]> {
  asked.clear();
  const many = await observe(browser, `${origin}/dogeared-recent/many`);
  const requests = asked.get('/posts.json') ?? 0;
  const feed = await observe(browser, `${origin}/dogeared-recent/feed`);
  const layouts = await forced(browser, `${origin}/dogeared-recent/feed`);
  const memory = await growth(browser, `${origin}/dogeared-recent/feed`);
  const demo = await demoSite();
  const page = await observe(browser, `${demo.origin}/blog/`);
  const demoLayouts = await forced(browser, `${demo.origin}/blog/`);
  demo.close();
  return [
    row('requests for one source of 200 lists', '1', String(requests), requests === 1),
    row(
      'layout shift: 200 lists, a list of a feed, the blog of the demo',
      '0',
      [many, feed, page].map(({ shifts }) => shifts.toFixed(3)).join(', '),
      many.shifts + feed.shifts + page.shifts === 0,
    ),
    row(
      'layouts and styles forced by our scripts: a list of a feed, the blog of the demo',
      '0',
      `${layouts}, ${demoLayouts}`,
      layouts + demoLayouts === 0,
    ),
    row(
      'heap after rounds 200 to 1,000 of connecting and disconnecting',
      '≤ 125 bytes a round, no nodes',
      `${(memory.bytes / 800).toFixed(0)} bytes a round, ${memory.nodes} nodes`,
      memory.bytes <= 1e5 && memory.nodes <= 20,
    ),
    row('total blocking time of the blog of the demo', '0 ms', `${page.blocked.toFixed(0)} ms`, page.blocked === 0),
  ];
}

/** A module of this folder, bundled, in this process. */
async function inNode<T>(file: string): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dogeared-bench-'));
  const path = join(folder, 'work.mjs');
  writeFileSync(path, await bundle(file));
  const { default: work } = (await import(pathToFileURL(path).href)) as { default: T };
  rmSync(folder, { recursive: true });
  return work;
}

async function largeRows(): Promise<Row[]> {
  const { origin, sent, close } = await endless();
  const node = await inNode<(address: string) => Promise<number>>('page-large-work.ts');
  const rows: Row[] = [];
  for (const [where, refuse] of [
    ['Node', node],
    ['Chromium', (address: string) => inChromium<number>('page-large-work.ts', address)],
  ] as const) {
    const said = await refuse(`${origin}/said.xml`);
    const unsaid = await refuse(`${origin}/unsaid.xml`);
    rows.push(
      row('a feed that says that it has 11 MB is refused after', '< 50 ms', `${said.toFixed(0)} ms`, said < 50, where),
      row(
        'a feed that does not end is ended after',
        '10 MB and what is on its way',
        `${(sent() / 1e6).toFixed(1)} MB, ${unsaid.toFixed(0)} ms`,
        sent() < 2e7,
        where,
      ),
    );
  }
  close();
  return rows;
}

async function feedRows(): Promise<Row[]> {
  const cpu = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const node = await (await inNode<(clock: () => number) => Promise<Result[]>>('page-feeds-work.ts'))(cpu);
  const chromium = await inChromium<Result[]>('page-feeds-work.ts');
  return Object.entries({ Node: node, Chromium: chromium }).flatMap(([where, results]) =>
    results.map(({ kind, posts, times: faster, parser }) => ({
      what: `readPosts, 1 MB of ${kind}, ${posts} posts`,
      where,
      beside: 'feedsmith parseFeed',
      goal: '> 1×',
      measured: `${times(faster)} as fast${parser ? ` (DOMParser alone, without any CDATA: ${times(parser)})` : ''}`,
      met: faster > 1,
    })),
  );
}

export async function section(): Promise<Section> {
  const { site, widget } = await paintSite();
  const browser = await launch();
  try {
    const rows = [...(await paintRows(browser, site.origin)), ...(await quietRows(browser, site.origin, site.asked))];
    return { title: 'On a page', text: TEXT, rows: [...rows, ...(await largeRows()), ...(await feedRows())] };
  } finally {
    await browser.close();
    site.close();
    widget.close();
  }
}

const TEXT = `The built package, bundled by Rolldown with splitting, in a Chromium with an empty cache whose processor is slowed down four
times; every answer of the server takes 40 ms, but for large feeds. From script to screen is from the first line of the
script to the end of the frame that has all links; a third page of each round is an iframe widget made for this: a
script that puts an iframe of another origin there, whose application (Vue, which is in the bench already; giscus has React) asks for
JSON and draws the ten links, all from this machine. Its time counts from the first line of its script. The minimal element
(\`test/bench/page-minimal.ts\`) keeps no room and checks nothing. Layouts are forced where a trace has a script of the page on the
stack of one. The 1 MB feeds are made by \`test/bench/page-feeds-work.ts\`; titles and addresses of all posts are compared first.`;
