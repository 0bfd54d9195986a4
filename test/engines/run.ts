/**
 * `npm run test:engines`: the elements in pages of real blog engines, end to end. `npm run test:engines -- waline` tries
 * one of them. What cannot be had on this machine is skipped, or fails with `REQUIRE_ENGINES=true`; `SCREENSHOTS=folder`
 * leaves pictures of the pages.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { run } from '../run-steps.ts';
import type { Check, Row } from './engine.ts';
import { ghost } from './ghost.ts';
import { ghostLive } from './ghost-live.ts';
import { installDebian, installNpm } from './install.ts';
import { Processes } from './processes.ts';
import { SITES } from './sites.ts';
import { Tab } from './tab.ts';
import { waline } from './waline.ts';
import { wordpress } from './wordpress.ts';

/** A job for the night: what takes too long for every change. */
const NIGHTLY = process.env['NIGHTLY'] === '1';

const ENGINES: readonly Row[] = [wordpress, ghost, ...SITES, waline, ...(NIGHTLY ? [ghostLive] : [])];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Together, and one check. */
const [MOST, MOST_CHECK] = [(NIGHTLY ? 60 : 24) * 60_000, 90_000];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !ENGINES.some((engine) => engine.name === name));
if (unknown) {
  console.error(`test: there is no engine "${unknown}"; there are ${ENGINES.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const engines = ENGINES.filter(({ name }) => !wanted.length || wanted.includes(name));

const began = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'dogeared-engines-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.env['PATH'] = [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
process.chdir(ROOT);
let [passed, failed] = [0, 0];

function tell(good: boolean, what: string, start: number, problem?: unknown): void {
  if (good) passed++;
  else failed++;
  console.log(`${good ? '✓' : '✗'} ${what} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (problem) console.log(String((problem as Error).stack ?? problem).replace(/^/gm, '    '));
}

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${MOST_CHECK / 1000} s`)), MOST_CHECK);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

// Pages may ask this machine and nobody else.
const local = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
let browser: Browser | undefined;

/** The browser, a new one where the last is gone. */
const chrome = async (): Promise<Browser> =>
  (browser = browser?.connected
    ? browser
    : await puppeteer.launch({ executablePath: await chromium(), args: [...CHROMIUM_ARGS, local] }));

const lost = (): boolean => browser?.connected === false;

/** Starts an engine, goes through its checks, and ends it, whatever happens. */
async function attempt({ name, start }: Row): Promise<void> {
  const own = join(folder, name);
  mkdirSync(own);
  const processes = new Processes(own);
  const ends: (() => unknown)[] = [];
  const tabs: Tab[] = [];
  let since = Date.now();
  const one = async ({ sentence, try: check, awaited }: Check, again = false): Promise<void> => {
    since = Date.now();
    try {
      await inTime(check());
      const said = tabs.flatMap((tab) => tab.told());
      if (said.length) throw new Error(`the console said: ${said.join('\n')}`);
      tell(true, `${name}: ${sentence}`, since);
    } catch (error) {
      // The browser itself went down, which says nothing of any engine: once more, in another.
      if (lost() && !again) return one({ sentence, try: check, awaited }, true);
      if (awaited) console.log(`~ ${name}: still awaited: ${sentence}`);
      else tell(false, `${name}: ${sentence}`, since, error);
      for (const tab of awaited ? [] : tabs) await tab.picture(`${name}-failed-${failed}`).catch(() => {});
    }
    for (const tab of tabs.splice(0)) await tab.close().catch(() => {});
  };
  let checks: readonly Check[] = [];
  const starts = async (): Promise<void> => {
    checks = await start({
      folder: own,
      processes,
      elements: (to) => cpSync('dist/cdn', to, { recursive: true }),
      async open(url, now) {
        const tab = await Tab.open(await chrome(), url, now);
        tabs.push(tab);
        return tab;
      },
      later: (end) => ends.push(end),
    });
  };
  await one({ sentence: 'starts', try: starts });
  for (const check of checks) await one(check);
  for (const end of ends.reverse()) await end();
  await processes.end();
}

const clock = setTimeout(() => {
  console.error(`\nThe engines took more than ${MOST / 60_000} minutes.\n\n${passed} passed, ${failed + 1} failed`);
  process.exit(1);
}, MOST);

// All of these at once: npm and the build go on while apt-get installs, and npm while the first engines are tried.
const npm = engines.some((engine) => engine.npm) ? installNpm() : Promise.resolve(undefined);
const built = run('node', ['test/build.ts']);
const debian = installDebian([...new Set(engines.flatMap((engine) => engine.debian))]);
const { code, output } = await built;
if (code) {
  console.error(output);
  process.exit(1);
}
await chrome();
tell(true, 'everything is built and installed', began);

for (const engine of engines) {
  const missing = (engine.debian.length && debian) || (engine.npm && (await npm)) || (await engine.prepare()) || '';
  if (!missing) await attempt(engine);
  else if (process.env['REQUIRE_ENGINES'] === 'true') tell(false, `${engine.name}: ${missing}`, Date.now());
  else console.log(`- ${engine.name} is skipped: ${missing}`);
}
await (await chrome()).close();
clearTimeout(clock);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
