/** `npm run build`: the package as it is published, in dist/. */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { run } from './run-steps.ts';

const steps: readonly (readonly [string, ...string[]])[] = [
  ['tsc', '-p', 'test/tsconfig.build.json'],
  ['vite', 'build', '--mode', 'cdn', '--logLevel', 'warn'],
  ['vite', 'build', '--mode', 'all', '--logLevel', 'warn'],
];

/** Style sheets without the white space that only their authors need; no bundler looks into a template. */
function shrinkStyles(): void {
  for (const file of globSync('dist/components/*.js')) {
    const code = readFileSync(file, 'utf8');
    const shrunk = code.replace(/css `([^`]*)`|css`([^`]*)`/g, (whole) =>
      whole
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};:,>]) ?/g, '$1')
        .replaceAll(';}', '}')
        .replace(/([:(, ])0\./g, '$1.'),
    );
    if (shrunk !== code) writeFileSync(file, shrunk);
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
  if (command === 'tsc') shrinkStyles();
}
