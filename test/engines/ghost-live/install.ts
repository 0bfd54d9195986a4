/** Ghost from npm, in a folder that stays between runs: it is large, and its SQLite is compiled. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run } from '../../run-steps.ts';

export const VERSION = '5.130.6';
const HOME = join(homedir(), '.cache', 'dogeared-ghost');
/** Where it is, once it is installed. */
export const GHOST = join(HOME, 'package');
const DONE = join(HOME, `${VERSION}.installed`);

/** The machine's own Node and npm: Ghost 5 wants Node 18, 20 or 22, not the one that the tests run on. */
export const MACHINE = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);

/** Installs it; where that cannot be done, why. */
export async function installGhost(): Promise<string | undefined> {
  if (existsSync(DONE)) return undefined;
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(HOME, { recursive: true });
  const step = async (command: string, args: readonly string[], env = {}): Promise<void> => {
    const { code, output } = await run('env', ['-C', existsSync(GHOST) ? GHOST : HOME, command, ...args], {
      PATH: MACHINE,
      ...env,
    });
    if (code)
      throw new Error(
        `${command} ${args.join(' ')} ended with ${code}: ${output.trim().split('\n').slice(-3).join(' ')}`,
      );
  };
  try {
    await step('npm', ['pack', '--silent', `ghost@${VERSION}`]);
    await step('tar', ['xzf', `ghost-${VERSION}.tgz`]);
    // What it is developed with comes from elsewhere than the registry, and npm asks for it even with --omit=dev.
    const file = join(GHOST, 'package.json');
    const { devDependencies: _, ...about } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...about, overrides: { jackspeak: '2.3.6' } }));
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    await step('npm', ['install', '--omit=dev', '--legacy-peer-deps', '--ignore-scripts', ...quiet]);
    await step('npm', ['rebuild', 'sqlite3', ...quiet], { npm_config_build_from_source: 'true' });
    writeFileSync(DONE, '');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
