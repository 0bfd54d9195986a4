/**
 * The rehearsal's own folder and its own processes. Both are gone when it ends, however it ends: each process is started
 * as a group of its own, and ended by its id with all that it has started.
 */
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

export const TEMP = mkdtempSync(join(tmpdir(), 'dogeared-rehearsal-'));

const children = new Set<ChildProcess>();

function end(child: ChildProcess): void {
  try {
    // A minus means the group. There are none on Windows.
    if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {}
}

process.on('exit', () => {
  children.forEach(end);
  rmSync(TEMP, { recursive: true, force: true, maxRetries: 5 });
});

/** Ends what was started, and then the rehearsal. Waits a little, so that somebody is there to hear that they have ended. */
export async function stop(code: number): Promise<never> {
  const ended = [...children].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  children.forEach(end);
  await Promise.race([Promise.all(ended), sleep(3000)]);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(130));

/** Starts a program that is ended with the rehearsal. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { detached: process.platform !== 'win32', ...options });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/**
 * What a stranger's machine has: their node and npm, none of this project's programs and settings. npm keeps its cache
 * and its settings in our folder: the packages of a rehearsal must not be found in anybody's cache.
 */
export function strangersEnv(registry: string): NodeJS.ProcessEnv {
  const env = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|INIT_CWD$)/i.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return {
    ...Object.fromEntries(env),
    PATH: path.join(delimiter),
    NO_COLOR: '1',
    npm_config_registry: registry,
    npm_config_cache: join(TEMP, 'npm-cache'),
    npm_config_userconfig: join(TEMP, 'npmrc'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}

/** Runs a program to its end; resolves to what it said, rejects with it when it failed. */
export function run(command: string, args: readonly string[], cwd: string, env = process.env): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const hear = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => {
      const said = stripVTControlCharacters(output).trim();
      if (code === 0) resolve(said);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}
