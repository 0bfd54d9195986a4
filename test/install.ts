import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run-steps.ts';

/** Installs what the package-lock.json of a folder names, unless it is there: what only some of us need is not in ours. */
export async function install(folder: string): Promise<void> {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'node_modules', '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const { code, output } = await run('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code) throw new Error(`npm ci in ${folder} ended with ${code}:\n${output}`);
  writeFileSync(stamp, lock);
}
