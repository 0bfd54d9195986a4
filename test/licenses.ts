/**
 * The packages that come with dogeared: everything in `dependencies`, and what that depends on, with their licenses.
 * `node test/licenses.ts` writes them into CONTRIBUTING.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Licenses that let anybody use dogeared anywhere, for as little as a notice. */
export const ALLOWED: readonly string[] = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

export interface Licensed {
  name: string;
  version: string;
  /** An SPDX expression. */
  license: string;
  folder: string;
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Where a package is found from the folder of another, as Node looks for it; not every package exports its package.json. */
function find(name: string, from: string): string {
  for (const folder of createRequire(join(from, 'package.json')).resolve.paths(name) ?? [])
    try {
      if (manifest(join(folder, name)).name) return join(folder, name);
    } catch {}
  throw new Error(`licenses: ${name}, which ${from} depends on, is not installed. Run npm ci.`);
}

/** Every runtime dependency, by name; optional peers are not ours to bring. */
export function licensed(): Licensed[] {
  const found = new Map<string, Licensed>();
  const visit = (folder: string): void => {
    for (const name of Object.keys(manifest(folder).dependencies ?? {})) {
      const place = find(name, folder);
      if (found.has(place)) continue;
      const { version, license = 'none' } = manifest(place);
      found.set(place, { name, version, license, folder: place });
      visit(place);
    }
  };
  visit(dirname(join(ROOT, 'package.json')));
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether an SPDX expression leaves us a license from the list: of `A OR B` one must be in it, of `A AND B` both. */
export const isAllowed = (license: string): boolean =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => ALLOWED.includes(name)));

/** CONTRIBUTING's list. Without versions: it changes when a dependency comes, goes or changes its license. */
export function licenseList(): string {
  const lines = licensed().map(({ name, license }) => `- ${name}: ${license}`);
  return `<!-- licenses -->\n\n${lines.join('\n')}\n\n<!-- /licenses -->`;
}

/** What those licenses want to be told beside code that contains theirs, as the files for a CDN do. */
export const notices = (): string =>
  licensed()
    .map(({ name, version, license, folder }) => {
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(ROOT, 'CONTRIBUTING.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/<!-- licenses -->[^]*<!-- \/licenses -->/, licenseList()));
}
