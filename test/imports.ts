/** `demo → components → src`: who may import what, and who may touch what. Prints what breaks the rules. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Folders, from the inside out: each may import from itself and from those before it. */
const LAYERS = ['src', 'components', 'demo'];

/** Packages, and the only files that may import them. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  lit: /^components\//,
  marked: /^src\/comments\/markdown\.ts$/,
  dompurify: /^src\/comments\/sanitize\.ts$/,
  jsdom: /^src\/comments\/node\.ts$/,
  htmlparser2: /^src\/sources\/tolerant\.ts$/,
  entities: /^src\/(sources\/(entities|tolerant)|posts\/text)\.ts$/,
};

/** What only one file may use, and what it looks like. */
const TOUCHES: readonly (readonly [name: string, pattern: RegExp, file: RegExp])[] = [
  ['DOMParser', /new DOMParser\b/, /^src\/sources\/dom\.ts$/],
  ['a Trusted Types policy', /createPolicy\(/, /^src\/sources\/dom\.ts$/],
  ['the network', /\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket/, /^src\/load\.ts$/],
  ['storage', /\b(local|session)Storage\b|indexedDB|document\.cookie/, /^(components|demo)\//],
];

const problems: string[] = [];
const files = globSync('{src,components,demo}/**/*.ts', { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));

for (const file of files) {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const layer = LAYERS.indexOf(file.split('/')[0] ?? '');
  for (const [, specifier = ''] of code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    if (specifier.startsWith('.')) {
      const target = relative(ROOT, join(ROOT, dirname(file), specifier)).replaceAll('\\', '/');
      const other = LAYERS.indexOf(target.split('/')[0] ?? '');
      if (other < 0 || other > layer) problems.push(`${file} imports ${target}: imports run demo → components → src`);
      if (/(^|\/)index\.ts$/.test(target))
        problems.push(`${file} imports ${target}: an index is a table of contents for users`);
      continue;
    }
    const name = specifier.split('/')[0] ?? '';
    if (!PACKAGES[name]?.test(file)) problems.push(`${file} imports ${specifier}: not allowed there`);
  }
  for (const [name, pattern, owner] of TOUCHES)
    if (pattern.test(code) && !owner.test(file)) problems.push(`${file} touches ${name}: only ${owner.source} may`);
}

console.log(problems.length ? problems.join('\n') : `${files.length} files import in the right direction`);
process.exitCode = problems.length ? 1 : 0;
