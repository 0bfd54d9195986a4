/** What the engines are made of: Debian's packages, and npm's in a package of their own beside this file. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { apt } from '../browsers.ts';
import { run } from '../run-steps.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const POLICY = '/usr/sbin/policy-rc.d';

const isThere = (name: string): boolean =>
  spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' }).stdout === 'installed';

/** Where to read what went wrong; undefined when all is there. */
export function installDebian(packages: readonly string[]): string | undefined {
  const missing = (): string[] => packages.filter((name) => !isThere(name));
  if (!existsSync('/usr/bin/dpkg-query')) return packages.length ? 'this is no Debian' : undefined;
  const wanted = missing();
  if (!wanted.length) return undefined;
  // Debian starts servers when it installs them, on all interfaces; ours are started by the tests, on loopback.
  const own = process.getuid?.() === 0 && !existsSync(POLICY);
  if (own) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    apt(...wanted);
  } finally {
    if (own) rmSync(POLICY);
  }
  const left = missing();
  if (!left.length) return undefined;
  const why = process.getuid?.() ? 'only root can install' : 'apt-get could not install';
  return `${why} ${left.join(', ')}`;
}

/** Installs npm's packages, without their scripts: nothing of them is compiled, and nothing fetched from elsewhere. */
export async function installNpm(): Promise<string | undefined> {
  const [wanted, had] = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) => FOLDER + name);
  if (existsSync(had!) && statSync(had!).mtimeMs > statSync(wanted!).mtimeMs) return undefined;
  const { code, output } = await run('npm', [
    'ci',
    '--ignore-scripts',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--prefix',
    FOLDER,
  ]);
  return code
    ? `npm ci in test/engines ended with ${code}: ${output.trim().split('\n').slice(-3).join(' ')}`
    : undefined;
}
