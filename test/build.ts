/** `npm run build`: the package as it is published, in dist/. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { type Package, outputs } from './manifest/outputs.ts';
import { survey } from './manifest/survey.ts';
import { run } from './run-steps.ts';

const steps: readonly (readonly [string, ...string[]])[] = [
  ['tsc', '-p', 'test/tsconfig.build.json'],
  ['vite', 'build', '--mode', 'cdn', '--logLevel', 'warn'],
  ['vite', 'build', '--mode', 'all', '--logLevel', 'warn'],
];

/** Style sheets without the white space that only their authors need; no bundler looks into a template. */
const shrink = (template: string): string =>
  template
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,>]) ?/g, '$1')
    .replaceAll(';}', '}')
    .replace(/([:(, ])0\./g, '$1.');

/** What the compiler leaves to be done: shorter style sheets, and the imports in methods, whose `.ts` it overlooks. */
function finish(): void {
  for (const file of globSync('dist/{src,components}/**/*.js')) {
    const code = readFileSync(file, 'utf8');
    const finished = code
      .replace(/css ?`([^`]*)`/g, shrink)
      .replace(/import\((['"][^'"]+)\.ts(['"])\)/g, 'import($1.js$2)');
    if (finished !== code) writeFileSync(file, finished);
  }
}

rmSync('dist', { recursive: true, force: true });
for (const [command, ...args] of steps) {
  const { code, output } = await run(command, args);
  if (output.trim()) console.log(output.trim());
  if (code) {
    console.error(`build: ${command} ${args.join(' ')} ended with ${code}.`);
    process.exit(1);
  }
  if (command === 'tsc') finish();
}

// What is not documented fails a test, not the build.
const { manifest } = await survey();
const about = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
mkdirSync('dist/types');
for (const [name, text] of Object.entries(outputs(manifest, about))) writeFileSync(`dist/${name}`, text);
