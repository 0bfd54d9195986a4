/** What a page must not notice: requests, shifts, forced layouts, blocked time, memory. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { serve, type Site } from './page-server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The demo's blog as Vite builds it. */
export async function demoSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'dogeared-demo-'));
  execFileSync('vite', ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], { cwd: ROOT });
  const files = globSync('**/*.*', { cwd: folder }).map(
    (path) => [`/${path.replaceAll('\\', '/')}`, readFileSync(join(folder, path))] as const,
  );
  rmSync(folder, { recursive: true });
  return serve(Object.fromEntries(files));
}

/** Hears of shifts and of long tasks, from the first moment of a page. */
const LISTEN = `window.shifts = 0; window.blocked = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shifts += entry.value)))
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (blocked += entry.duration - 50)))
    .observe({ type: 'longtask', buffered: true });`;

/** A page in a browser that has seen nothing yet, at a quarter of the speed, until it has been quiet for a second. */
async function visit<T>(browser: Browser, address: string, look: (tab: Page) => Promise<T>): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await tab.evaluateOnNewDocument(LISTEN);
    await tab.emulateCPUThrottling(4);
    await tab.goto(address);
    await tab.waitForNetworkIdle({ idleTime: 1000 });
    return await look(tab);
  } finally {
    await context.close();
  }
}

/** The sum of shifts, and the time by which tasks were longer than 50 ms. */
export const observe = (browser: Browser, address: string): Promise<{ shifts: number; blocked: number }> =>
  visit(browser, address, (tab) => tab.evaluate('({ shifts, blocked })') as never);

interface TraceEvent {
  name: string;
  args: { beginData?: { stackTrace?: { url: string }[] }; elementCount?: number; stackTrace?: { url: string }[] };
}

/** How often a script on the page made the browser lay it out, or work out its styles, at once. */
export async function forced(browser: Browser, address: string): Promise<number> {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack'] });
  await tab.goto(address);
  await tab.waitForNetworkIdle({ idleTime: 500 });
  const trace = JSON.parse(new TextDecoder().decode(await tab.tracing.stop())) as { traceEvents: TraceEvent[] };
  await context.close();
  const { origin } = new URL(address);
  return trace.traceEvents.filter(
    ({ name, args }) =>
      /^(Layout|UpdateLayoutTree)$/.test(name) &&
      (args.beginData?.stackTrace ?? args.stackTrace)?.some(({ url }) => url.startsWith(origin) && url.endsWith('.js')),
  ).length;
}

/** What the heap and the page have after 200 rounds of connecting and disconnecting a list, and how much that has grown after 1,000. */
export async function growth(
  browser: Browser,
  address: string,
): Promise<{ bytes: number; nodes: number; heap: number }> {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(address);
  await tab.waitForNetworkIdle({ idleTime: 300 });
  const devtools = await tab.createCDPSession();
  await devtools.send('Performance.enable');
  const rounds = async (count: number): Promise<{ heap: number; nodes: number }> => {
    await tab.evaluate(async (times) => {
      const { tagName, attributes } = document.querySelector('[limit]')!;
      const frame = (): Promise<unknown> => new Promise((done) => setTimeout(done));
      for (let round = 0; round < times; round++) {
        const list = document.createElement(tagName);
        for (const { name, value } of attributes) if (name !== 'state') list.setAttribute(name, value);
        document.body.append(list);
        await frame();
        list.remove();
        await frame();
      }
    }, count);
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const value = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
    return { heap: value('JSHeapUsedSize'), nodes: value('Nodes') };
  };
  const before = await rounds(200);
  const after = await rounds(800);
  await context.close();
  return { bytes: after.heap - before.heap, nodes: after.nodes - before.nodes, heap: before.heap };
}
