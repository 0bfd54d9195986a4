/**
 * `npm run bench`: dogeared beside what people would use instead, in one run; writes RESULTS.md. `npm run bench -- ranking`
 * measures one section and leaves the others as they stand. Ratios are what counts: the machine may be busy.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { install } from '../install.ts';
import { run } from '../run-steps.ts';
import { markdown, type Section } from './section.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const RESULTS = `${HERE}RESULTS.md`;

/** In the order in which they stand in RESULTS.md. */
const SECTIONS: Readonly<Record<string, () => Promise<{ section: () => Promise<Section> }>>> = {
  ranking: () => import('./ranking.ts'),
  comments: () => import('./comments.ts'),
  bytes: () => import('./bytes.ts'),
  page: () => import('./page.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in SECTIONS));
if (unknown) {
  console.error(`bench: there is no section "${unknown}"; there are ${Object.keys(SECTIONS).join(', ')}.`);
  process.exit(1);
}

await install(HERE);
const built = await run('node', ['test/build.ts']);
if (built.code) throw new Error(`the build failed:\n${built.output}`);

const written = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
const before = (name: string): string =>
  new RegExp(`<!-- ${name} -->\\n[^]*?<!-- /${name} -->`).exec(written)?.[0] ?? `<!-- ${name} -->\n<!-- /${name} -->`;

const parts: string[] = [];
let missed = 0;
for (const [name, load] of Object.entries(SECTIONS)) {
  if (wanted.length && !wanted.includes(name)) {
    parts.push(before(name));
    continue;
  }
  const section = await (await load()).section();
  missed += section.rows.filter(({ met }) => met === false).length;
  const text = markdown(section);
  console.log(`${text}\n`);
  const machine = `Measured with Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}.`;
  parts.push(`<!-- ${name} -->\n\n${text}\n\n${machine}\n\n<!-- /${name} -->`);
}

const INTRO = `# How fast, beside what

Written by \`npm run bench\`. All figures are ratios: the two were run in turns (A B A B …) in one process on one machine,
and what stands here is the median over the rounds. ✓ the goal is met, ✗ it is not; a second sign is for a goal beyond
the goal: ✓ met, ○ not met, and why stands below the table.`;
writeFileSync(RESULTS, [INTRO, ...parts, ''].join('\n\n'));
await run('prettier', ['--write', RESULTS]);
console.log(missed ? `${missed} goals are missed` : 'every goal is met');
process.exitCode = missed ? 1 : 0;
