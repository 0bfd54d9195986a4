/**
 * Pages of their own for the tests of the elements: `/test/pages/NAME.html` and `.json` (and those of the demo) come as they are written, `strict*.html` with the
 * policy of a strict page, `/again/PATH` is `PATH` at another address: a second copy of a script and all it imports, and
 * `/without/NAME/PATH` is one more in which `NAME.ts` cannot be loaded, `/late/NAME/PATH` one in which it takes three seconds.
 */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the elements promise to run under. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types dogeared lit-html dompurify 'allow-duplicates'";

/** The scripts that one page is tried with: `strict-built-comments.html` is `strict-comments.html` with those of `built`. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  built: ['/dist/cdn/dogeared.js'],
  index: ['/components/index.ts'],
  twice: ['/components/index.ts', '/again/components/index.ts'],
};

/** A page as it is written, or with other scripts. */
async function read(name: string): Promise<string> {
  const [, scripts = ''] = /^strict-(\w+)-comments\.html$/.exec(name) ?? [];
  const tags = SCRIPTS[scripts]?.map((src) => `<script type="module" src="${src}"></script>`).join('\n    ');
  const file = tags ? name.replace(`-${scripts}`, '') : name;
  const page = await readFile(new URL(`../pages/${file}`, import.meta.url), 'utf8');
  return tags ? page.replace(/<script type="module".*<\/script>/, tags) : page;
}

interface Context {
  path: string;
  url: string;
  res: ServerResponse;
  respond?: boolean;
}

/** Koa middleware of the test runner. */
export async function pages(context: Context, next: () => Promise<void>): Promise<void> {
  if (/^\/demo\/[\w/-]+\.json$/.test(context.path)) {
    context.respond = false;
    const data = await readFile(new URL(`../..${context.path}`, import.meta.url)).catch(() => undefined);
    return void context.res.writeHead(data ? 200 : 404, { 'Content-Type': 'application/json' }).end(data);
  }
  const page = /^\/test\/pages\/([\w-]+\.(html|json))$/.exec(context.path)?.[1];
  if (!page) {
    const [, how, name, path] = /^\/(without|late)\/([\w-]+)(\/.*)/.exec(context.url) ?? [];
    const isMeant = path?.includes(`/${name}.ts`);
    if (isMeant && how === 'late') await sleep(3000);
    if (isMeant && how === 'without') {
      context.respond = false;
      return void context.res.writeHead(404).end();
    }
    context.url = path ?? context.url.replace(/^\/again\//, '/');
    return next();
  }
  context.respond = false;
  const headers = {
    'Content-Type': page.endsWith('html') ? 'text/html; charset=utf-8' : 'application/json',
    'Cache-Control': 'no-store',
    ...(page.startsWith('strict') && { 'Content-Security-Policy': POLICY }),
  };
  context.res.writeHead(200, headers).end(await read(page));
}
