/** Work measured in Chromium: a module of ours, bundled with what it imports, run in an empty page. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { dogeared } from '../weigh.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A module of this folder as one minified script that a page can load. */
export async function bundle(file: string): Promise<string> {
  const built = await rolldown({ input: `${ROOT}/test/bench/${file}`, platform: 'browser', plugins: [dogeared] });
  const { output } = await built.generate({ format: 'es', minify: true, codeSplitting: false });
  return output[0].code;
}

export const launch = async (...args: string[]): Promise<Browser> =>
  puppeteer.launch({
    executablePath: await chromium(),
    args: [...CHROMIUM_ARGS, '--js-flags=--expose-gc', '--enable-precise-memory-info', ...args],
    protocolTimeout: 600_000,
  });

/**
 * What the default export of a module of this folder returns in an empty page of Chromium, given an argument, on a
 * processor that is `slow` times as slow.
 */
export async function inChromium<R>(file: string, argument?: string, slow = 1): Promise<R> {
  const code = await bundle(file);
  const server = createServer(({ url }, response) => {
    const script = url === '/bench.js';
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ? code : '<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.emulateCPUThrottling(slow);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return (await page.evaluate(async (given) => {
      const { default: work } = (await import('/bench.js' as string)) as { default: (given?: string) => unknown };
      return await work(given);
    }, argument)) as R;
  } finally {
    await browser.close();
    server.close();
  }
}
