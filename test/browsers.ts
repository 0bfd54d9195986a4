import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** The engines the tests run in, and where Debian keeps them. */
export type Engine = 'chromium' | 'firefox' | 'webkit';
export const ENGINES: readonly Engine[] = ['chromium', 'firefox', 'webkit'];

const root = process.platform === 'linux' && process.getuid?.() === 0;

/** Switches for a Chromium that is quiet on the network, and that starts as root (containers). */
export const CHROMIUM_ARGS = [
  ...(root ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const first = (paths: (string | undefined)[]): string | undefined => paths.find((path) => path && existsSync(path));

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

let updated = false;

/** Installs Debian packages; false where this is no Debian or we are not root. */
export function apt(...packages: string[]): boolean {
  if (!root || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  process.env['DEBIAN_FRONTEND'] = 'noninteractive';
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  updated ||= run('apt-get', [...wait, '-qq', 'update']);
  return run('apt-get', [...wait, '-qq', 'install', '-y', '--no-install-recommends', ...packages]);
}

const CHROMES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env['PROGRAMFILES'] ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
  join(process.env['LOCALAPPDATA'] ?? 'C:\\', 'Google\\Chrome\\Application\\chrome.exe'),
];

/** A Chromium from the npm registry, for Linux machines without one where we may not install packages. */
async function npmChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(homedir(), '.cache', 'dogeared-chromium');
  const module = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  const get = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, '@sparticuz/chromium@153.0.0'];
  if (!existsSync(module) && (console.log('Getting Chromium from the npm registry …'), !run('npm', get)))
    return undefined;
  const { default: chromium } = (await import(module)) as { default: { executablePath(): Promise<string> } };
  return chromium.executablePath();
}

/** Where Chrome or Chromium is; gets one where there is none. */
export async function chromium(): Promise<string> {
  const given = process.env['CHROME_PATH'];
  if (given && !existsSync(given))
    throw new Error(
      `CHROME_PATH is ${given}, but there is no such file. Correct it, or unset it and let the tests look.`,
    );
  const found = given ?? first(CHROMES) ?? (apt('chromium') ? first(CHROMES) : undefined) ?? (await npmChromium());
  if (found) return found;
  throw new Error(
    'No Chrome or Chromium found, and none could be installed here. Install Chrome, or run ' +
      '`npx @puppeteer/browsers install chrome@stable`, and set CHROME_PATH to the program.',
  );
}

const FIREFOXES = [
  process.env['FIREFOX_PATH'],
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Where Firefox is, if it is to be had. */
export function firefox(): string | undefined {
  return first(FIREFOXES) ?? (apt('firefox-esr') ? first(FIREFOXES) : undefined);
}

export interface WebKit {
  driver: string;
  browser: string;
}

function findWebKit(): WebKit | undefined {
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  const browsers = libraries.flatMap((folder) =>
    ['4.1', '4.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`),
  );
  const driver = first(['/usr/bin/WebKitWebDriver']);
  const browser = first(browsers);
  return driver && browser && first(['/usr/bin/xvfb-run']) ? { driver, browser } : undefined;
}

/** Where WebKitGTK's browser and driver are, if they are to be had; they need a display, so Xvfb as well. */
export function webkit(): WebKit | undefined {
  return findWebKit() ?? (apt('webkit2gtk-driver', 'xvfb', 'xauth') ? findWebKit() : undefined);
}

/** A display for browsers without a headless mode. Ends with this process. */
export function display(): void {
  if (process.env['DISPLAY'] || process.platform !== 'linux') return;
  const number = 100 + (process.pid % 800);
  const screen = spawn('Xvfb', [`:${number}`, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  process.env['DISPLAY'] = `:${number}`;
  process.once('exit', () => screen.kill());
}
