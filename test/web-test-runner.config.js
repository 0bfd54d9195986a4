// The browser tests: `BROWSERS=chromium,firefox,webkit` chooses the engines, Chromium alone by default.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { attackServer } from './attack-server.ts';
import { chromium, CHROMIUM_ARGS, display, firefox, webkit } from './browsers.ts';
import { pages } from './components/pages.ts';
import { fixtureServer } from './server.ts';

const port = 4400 + (process.pid % 500);

const launchers = {
  chromium: async () => chromeLauncher({ launchOptions: { executablePath: await chromium(), args: CHROMIUM_ARGS } }),

  // Firefox speaks WebDriver BiDi, which puppeteer speaks as well: no geckodriver.
  firefox: () => {
    const executablePath = firefox();
    return executablePath && chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath } });
  },

  webkit: () => {
    const found = webkit();
    if (!found) return undefined;
    display();
    const driver = spawn(found.driver, [`--port=${port}`], { stdio: 'ignore' });
    process.once('exit', () => driver.kill());
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
      },
    });
  },
};

const names = (process.env.BROWSERS ?? 'chromium').split(',');
const browsers = [];
for (const name of names) {
  const launcher = await launchers[name]();
  if (launcher) browsers.push(launcher);
  else if (process.env.REQUIRE_BROWSERS)
    throw new Error(`${name} is required here, but could not be found or installed.`);
  else console.log(`${name}: not on this machine and not to be installed here; its tests are skipped.`);
}

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: ['test/src/**/*.test.ts', 'test/components/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [fixtureServer, attackServer, pages],
  testFramework: { config: { timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: process.env.NIGHTLY ? 14_400_000 : 300_000,
  concurrency: 1,
  concurrentBrowsers: 1,
  browsers,
};
