/**
 * `npm run release:version`: what the release pull request holds. The changesets become a version and CHANGELOG.md; then
 * everything that names the version or depends on it is written anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from '../run-steps.ts';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

interface Named {
  version: string;
}

async function step(command: string, ...args: string[]): Promise<void> {
  const { code, output } = await run(command, args);
  if (output.trim()) console.log(output.trim());
  if (code) process.exit(code);
}

await step('changeset', 'version');

// Changesets does not know about npm's lockfile, which names our version twice.
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as Named;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Named & { packages: Record<string, Named> };
lock.version = version;
if (lock.packages['']) lock.packages[''].version = version;
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);

await step('node', 'test/build.ts');
await step('node', 'test/readme.ts');
