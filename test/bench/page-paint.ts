/** How long it takes from the first line of a script until the list that it draws is on the screen. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { files as bundled } from '../weigh.ts';
import { type Files, serve, type Site } from './page-server.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const FEED = readFileSync(`${ROOT}demo/blog/feed.xml`, 'utf8');

/** Ten posts of the demo, as our own JSON. */
const POSTS = JSON.stringify({
  posts: Array.from(FEED.matchAll(/<entry>.*?<title[^>]*>(.*?)<\/title><link href="(.*?)".*?<published>(.*?)</gs))
    .slice(0, 10)
    .map(([, title, url, published]) => ({ url, title, published })),
});

/** Says when `tag` shows its links: at the end of the frame in which all of them are there. */
const watch = (tag: string): string => `<script>
const shown = () => [...document.querySelectorAll('${tag}')].every(
  ({ shadowRoot }) => shadowRoot?.querySelectorAll('li a').length === 10);
const look = () => {
  if (!document.querySelector('${tag}') || !shown()) return requestAnimationFrame(look);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => (window.painted = performance.now());
  port2.postMessage(0);
};
requestAnimationFrame(look);
</script>`;

const SCRIPTS: Readonly<Record<string, string>> = {
  'dogeared-recent': "import 'dogeared/elements/recent';",
  'minimal-list': `import '${HERE}page-minimal.ts';`,
};

const html = (script: string, body: string): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>A page</title><link rel="icon" href="data:,">${script}<h1>A page</h1>${body}<p>And what comes below.</p></html>`;

/** The room that README tells to keep until the script is there, for ten posts. */
const room = (tag: string): string => `<style>${tag}:not(:defined) { display: block; min-block-size: 34.3em; }</style>`;

const page = (tag: string, body: string, times = 1): string =>
  html(`<script type="module" src="/${tag}.js"></script>${room(tag)}${watch(tag)}`, body.repeat(times));

/** The pages: what is in them is the same, only who draws it differs. */
export const CASES = ['inside', 'json', 'feed', 'many'] as const;
const pages = (tag: string): Files => ({
  [`/${tag}/inside`]: page(tag, `<${tag} limit="10"><script type="application/json">${POSTS}</script></${tag}>`),
  [`/${tag}/json`]: page(tag, `<${tag} limit="10" src="/posts.json"></${tag}>`),
  [`/${tag}/feed`]: page(tag, `<${tag} limit="10" src="/feed.xml"></${tag}>`),
  [`/${tag}/many`]: page(tag, `<${tag} limit="10" src="/posts.json"></${tag}>`, 200),
});

/** The files of a module, each of which says when it begins; what is loaded with the first of them begins there. */
async function scripts(name: string, code: string): Promise<Files> {
  const output = await bundled(code, HERE, {
    entryFileNames: `${name}.js`,
    intro: "performance.mark('start');",
  });
  return Object.fromEntries(output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : '']));
}

/** A site with all pages, and the server of the widget on another port. */
export async function paintSite(): Promise<{ site: Site; widget: Site }> {
  const widget = await serve({
    ...(await scripts('widget', `import '${HERE}page-widget.ts';`)),
    ...(await scripts('app', `import '${HERE}page-widget-app.ts';`)),
    '/widget': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Posts</title>
<link rel="icon" href="data:,"><script type="module" src="/app.js"></script><main></main></html>`,
    '/widget.json': POSTS,
  });
  const site = await serve({
    ...Object.assign({}, ...(await Promise.all(Object.entries(SCRIPTS).map(([tag, code]) => scripts(tag, code))))),
    ...Object.assign({}, ...Object.keys(SCRIPTS).map(pages)),
    '/posts.json': POSTS,
    '/feed.xml': FEED,
    '/widget': html('', `<script src="${widget.origin}/widget.js" data-term="recent" async></script>`),
  });
  return { site, widget };
}

/** Milliseconds from script to screen, in a browser that has seen nothing yet, at a quarter of the speed. */
export async function paint(browser: Browser, address: string): Promise<number> {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await tab.emulateCPUThrottling(4);
    await tab.goto(address);
    await tab.waitForFunction('window.painted', { polling: 20, timeout: 60_000 });
    return (await tab.evaluate('window.painted - performance.getEntriesByName("start")[0].startTime')) as number;
  } finally {
    await context.close();
  }
}

/** Rounds in which each page has its turn; the first one does not count. */
export async function paints(
  browser: Browser,
  addresses: Readonly<Record<string, string>>,
  rounds: number,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(addresses).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const [name, address] of Object.entries(addresses)) {
      const time = await paint(browser, address);
      if (round >= 0) times[name]!.push(time);
    }
  return times;
}
