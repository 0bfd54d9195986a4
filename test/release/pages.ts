/** Pages of the rehearsal, opened in a real Chromium: one server a folder, and a CDN that has only what was published. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { TEMP } from './temp.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};
const FEED = new URL('consumers/feed.json', import.meta.url);

/** Serves a folder, and the feed of the blog; resolves to its address. */
export function serve(folder: string): Promise<string> {
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (path === '/counts.json') response.setHeader('content-type', 'application/json').end('{ "/soup/": 480 }');
    else if (/\.(json|xml)$/.test(path)) response.setHeader('content-type', 'application/json').end(readFileSync(FEED));
    else if (path === '/favicon.ico') response.writeHead(204).end();
    else if (!existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end();
    else response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain').end(readFileSync(file));
  });
  server.unref();
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as { port: number }).port}/`)),
  );
}

let browser: Promise<Browser> | undefined;
const launch = async (): Promise<Browser> =>
  puppeteer.launch({ executablePath: await chromium(), args: CHROMIUM_ARGS, userDataDir: join(TEMP, 'chromium') });

export const closeBrowser = async (): Promise<void> => (await browser)?.close();

const CDN = 'https://cdn.jsdelivr.net/npm/';

export interface Opened {
  titles: string[];
  /** What the CDN was asked for, behind the version. */
  asked: string[];
}

/** Opens a page, waits until its first list is there, and resolves to the titles in it. `cdn` is an installed package. */
export async function open(address: string, cdn?: { name: string; folder: string }): Promise<Opened> {
  const tab = await (await (browser ??= launch())).newPage();
  const [asked, said]: [string[], string[]] = [[], []];
  tab.on('console', (message) => said.push(message.text()));
  tab.on('pageerror', (error) => said.push(String(error)));
  await tab.setRequestInterception(true);
  tab.on('request', (request) => {
    const url = request.url();
    if (url.startsWith(new URL(address).origin) || /^(data|blob):/.test(url)) return void request.continue();
    const path = cdn && url.startsWith(`${CDN}${cdn.name}/`) ? url.slice(`${CDN}${cdn.name}/`.length) : undefined;
    if (!cdn || path === undefined || !existsSync(join(cdn.folder, path))) {
      said.push(`asked for ${url}`);
      return void request.abort();
    }
    asked.push(path);
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    const body = readFileSync(join(cdn.folder, path));
    void request.respond({ headers, contentType: TYPES[extname(path)] ?? 'text/plain', body });
  });
  try {
    await tab.goto(address);
    await tab.waitForSelector('dogeared-recent[state=ready]', { timeout: 20_000 });
    const links = "[...document.querySelector('dogeared-recent').shadowRoot.querySelectorAll('li a')]";
    const titles = (await tab.evaluate(`${links}.map((link) => link.textContent)`)) as string[];
    if (said.length) throw new Error('the console is not silent');
    return { titles, asked };
  } catch (error) {
    throw new Error(`${address}: ${(error as Error).message}\n${said.join('\n')}`, { cause: error });
  } finally {
    await tab.close();
  }
}
