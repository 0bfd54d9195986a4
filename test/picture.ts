/** `node test/picture.ts`: makes README's picture, and with a folder as argument one of the demo at each width and scheme. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { chromium, CHROMIUM_ARGS } from './browsers.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const [folder] = process.argv.slice(2);
const server = await createServer({
  configFile: path('../vite.config.ts'),
  server: { port: 0, host: '127.0.0.1' },
  logLevel: 'error',
});
await server.listen();
const browser = await puppeteer.launch({ executablePath: await chromium(), args: CHROMIUM_ARGS });

async function picture(file: string, width: number, scheme: string, dir: string, height?: number): Promise<void> {
  const tab = await browser.newPage();
  await tab.setViewport({ width, height: height ?? 900 });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await tab.goto(`${server.resolvedUrls?.local[0]}blog/`, { waitUntil: 'networkidle0' });
  await tab.evaluate((value) => void (document.documentElement.dir = value), dir);
  await tab.screenshot({ path: file as `${string}.png`, fullPage: !height });
  await tab.close();
}

if (folder)
  for (const width of [375, 768, 1280])
    for (const [scheme, dir] of [
      ['light', 'ltr'],
      ['dark', 'ltr'],
      ['light', 'rtl'],
    ] as const)
      // prettier-ignore
      await picture(`${folder}/${width}-${scheme}-${dir}.png`, width, scheme, dir);
else {
  await picture(path('../demo/screenshot.png'), 1160, 'light', 'ltr', 1250);
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1160, height: 3600 });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await tab.goto(`${server.resolvedUrls?.local[0]}blog/`, { waitUntil: 'networkidle0' });
  await tab.waitForSelector('dogeared-comments[state=ready]');
  const box = await (await tab.$('#comments'))!.boundingBox();
  const clip = { x: box!.x, y: box!.y, width: box!.width, height: 1500 };
  await tab.screenshot({ path: path('../demo/comments.png') as `${string}.png`, clip });
}
await browser.close();
await server.close();
