/**
 * `npm test`: everything that must hold, one step after the other. Every step runs even when an earlier one failed; at
 * the end stands how many checks passed and how many failed. `node test/run.ts lint types` runs only these steps.
 */
import { globSync } from 'node:fs';
import process from 'node:process';
import { problems } from './api/check.ts';
import { budgets, table, tooHeavy } from './budgets.ts';
import { wrongTags } from './integrity.ts';
import { readme, stated } from './readme.ts';
import { run } from './run-steps.ts';

interface Tally {
  passed: number;
  failed: number;
  /** What to show: always, or when something failed. */
  output: string;
  always?: boolean;
}

type Step = () => Promise<Tally>;

/** A program that passes or fails as one check. */
const one =
  (command: string, ...args: string[]): Step =>
  async () => {
    const { code, output } = await run(command, args);
    return { passed: code ? 0 : 1, failed: code ? 1 : 0, output };
  };

const sum = (output: string, pattern: RegExp): number =>
  [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);

/** Tests in browsers: counted for each browser, from the last state of the runner's table. */
const browsers: Step = async () => {
  const engines = process.env['BROWSERS'] ?? 'chromium,firefox,webkit';
  const { code, output } = await run('wtr', ['--config', 'test/web-test-runner.config.js'], { BROWSERS: engines });
  const summary = output.slice(output.lastIndexOf('Finished running tests'));
  const rows = new Map(
    [...output.matchAll(/^.*?(\w+): +\|[^|]*\|.*?(\d+) passed, (\d+) failed/gm)].map(([, name, ...counts]) => [
      name,
      counts,
    ]),
  );
  const passed = [...rows.values()].reduce((total, [count]) => total + Number(count), 0);
  const failed = [...rows.values()].reduce((total, [, count]) => total + Number(count), 0);
  const skipped = output.split('\n').filter((line) => line.includes('its tests are skipped'));
  const lines = [...rows].map(([name, [good, bad]]) => `${name}: ${good} passed, ${bad} failed`);
  return {
    passed,
    failed: Math.max(failed, code && !failed ? 1 : 0),
    output: [
      ...skipped,
      ...lines,
      ...(code ? [output.replace(/^.*\|.*\|.*test files.*$\n?/gm, ''), summary] : []),
    ].join('\n'),
    always: true,
  };
};

/** Tests in Node: readers without a DOM, time zones, README's examples, the demo as a browser without JavaScript has it. */
const node: Step = async () => {
  const files = globSync('test/**/*.node.ts', { exclude: ['**/node_modules/**'] });
  const { code, output } = await run('node', ['--test', '--test-reporter=spec', ...files]);
  const passed = sum(output, /^ℹ pass (\d+)$/gm);
  const failed = sum(output, /^ℹ fail (\d+)$/gm);
  return { passed, failed: Math.max(failed, code && !failed ? 1 : 0), output };
};

/** The budgets, and whether README states the sizes of today. */
const sizes: Step = async () => {
  const rows = await budgets();
  const problems = rows.filter(tooHeavy).map(({ what }) => `too heavy: ${what}`);
  if (!stated(rows)) problems.push('README states other sizes: node test/readme.ts writes these into it');
  const output = [table(rows), ...problems].join('\n');
  return { passed: rows.length + 1 - problems.length, failed: problems.length, output, always: true };
};

/** What users can import, and README's script tags: whether what is committed is of this build, and changes are announced. */
const release: Step = async () => {
  const found = [...problems(), wrongTags(readme()) ?? ''].filter(Boolean);
  return { passed: 3 - found.length, failed: found.length, output: found.join('\n') };
};

const STEPS: Readonly<Record<string, Step>> = {
  types: one('tsc', '-p', '.'),
  lint: one('eslint', '-c', 'test/eslint.config.js', 'src', 'components', 'demo', 'test', 'vite.config.ts'),
  format: one('prettier', '--check', '--log-level', 'warn', '.'),
  imports: one('node', 'test/imports.ts'),
  build: one('node', 'test/build.ts'),
  docs: one('node', 'test/docs/build.ts'),
  sizes,
  release,
  publint: one('publint', '--strict'),
  attw: one('attw', '--pack', '.', '--profile', 'esm-only', '--no-emoji'),
  node,
  browsers,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in STEPS));
if (unknown) {
  console.error(`test: there is no step "${unknown}"; there are ${Object.keys(STEPS).join(', ')}.`);
  process.exit(1);
}

let [passed, failed] = [0, 0];
for (const [name, step] of Object.entries(STEPS)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const start = Date.now();
  const tally = await step();
  passed += tally.passed;
  failed += tally.failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${tally.failed ? '✗' : '✓'} ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  if ((tally.failed || tally.always) && tally.output.trim()) console.log(tally.output.trim().replace(/^/gm, '    '));
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
