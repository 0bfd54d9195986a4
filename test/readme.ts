/** README.md: `node test/readme.ts` writes the sizes, the tables of engines and elements, and the hashes of the script tags into it. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { budgets, type Row } from './budgets.ts';
import { enginesTable } from './engines-table.ts';
import { pin } from './integrity.ts';
import { elementsOf, type Manifest } from './manifest/survey.ts';
import { type TableName, TABLES, tables } from './manifest/tables.ts';

const README = fileURLToPath(new URL('../README.md', import.meta.url));

export const readme = (): string => readFileSync(README, 'utf8');

/** The code blocks of a language, in order. */
export const blocks = (language: string): string[] =>
  [...readme().matchAll(new RegExp('^```' + language + '\\n([^]*?)^```$', 'gm'))].map(([, code = '']) => code);

const SIZES = /<!-- sizes -->\n[^]*?<!-- \/sizes -->/;

/** README's table of sizes, to a tenth of a kilobyte, so that it is not out of date with every byte. */
export function sizes(rows: readonly Row[]): string {
  const lines = rows
    .filter(({ budget }) => budget)
    .map(
      ({ what, bytes }) =>
        [what.replace(/^(import.*|dogeared\S*)/, '`$1`'), `${(bytes / 1000).toFixed(1)} kB`] as const,
    );
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column as 0].length), 4));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [
    '<!-- sizes -->',
    '',
    row(['what', 'size']),
    row(widths.map((width) => '-'.repeat(width))),
    ...lines.map(row),
    '',
    '<!-- /sizes -->',
  ].join('\n');
}

/** Whether README states each size to a tenth of a kilobyte. */
export function stated(rows: readonly Row[]): boolean {
  const numbers = [...(SIZES.exec(readme())?.[0] ?? '').matchAll(/ (\d+\.\d) kB/g)].map(
    ([, size]) => Number(size) * 1000,
  );
  const weighed = rows.filter(({ budget }) => budget);
  return numbers.length === weighed.length && weighed.every(({ bytes }, row) => Math.abs(bytes - numbers[row]!) <= 100);
}

const ENGINES = /<!-- engines -->\n[^]*?<!-- \/engines -->/;

/** README's table of engines, as their files would have it. */
export const engines = (): string => `<!-- engines -->\n\n${enginesTable()}\n\n<!-- /engines -->`;

/** The table of engines that README has. */
export const statedEngines = (): string | undefined => ENGINES.exec(readme())?.[0];

const SPEED = /<!-- speed -->[^]*?<!-- \/speed -->/;

/** What `npm run bench` wrote of everything that has a goal, met or not. */
export function speed(): string {
  const results = readFileSync(new URL('bench/RESULTS.md', import.meta.url), 'utf8');
  const rows = results
    .split('\n')
    .filter((line) => /^\|.*[✓✗]/.test(line))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map(([, what, where, beside, goal, measured, sign]) => [what, where, beside, goal, `${measured} ${sign}`]);
  const head = ['what', 'where', 'beside', 'goal', 'measured'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return ['<!-- speed -->', '<!-- prettier-ignore -->', ...lines, '', '<!-- /speed -->'].join('\n');
}

/** The speed that README states. */
export const statedSpeed = (): string | undefined => SPEED.exec(readme())?.[0];

const marked = (name: TableName): RegExp => new RegExp(`<!-- ${name} -->[^]*?<!-- /${name} -->`);

/** What README says about elements, and what it would say after `npm run build`. */
export function elementTables(): { name: TableName; stated: string | undefined; actual: string }[] {
  const manifest = JSON.parse(
    readFileSync(new URL('../dist/custom-elements.json', import.meta.url), 'utf8'),
  ) as Manifest;
  const missing = elementsOf(manifest).find(
    ({ tagName }) => !Object.values<readonly string[]>(TABLES).flat().includes(tagName),
  );
  if (missing) throw new Error(`README has no table for <${missing.tagName}>: TABLES in test/manifest/tables.ts`);
  return (Object.keys(TABLES) as TableName[]).map((name) => {
    return { name, stated: marked(name).exec(readme())?.[0], actual: tables(name, manifest) };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let text = pin(readme())
    .replace(SIZES, sizes(await budgets()))
    .replace(ENGINES, engines())
    .replace(SPEED, speed);
  for (const { name, actual } of elementTables()) text = text.replace(marked(name), () => actual);
  writeFileSync(README, text);
}
