/**
 * README's table of engines, from what their files in `src/sources/` say of themselves, a line each:
 * `@engine NAME | what it is used for | where | key | what it was tested against`.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../src/sources/', import.meta.url));

export const USES = ['lists', 'comments', 'posting', 'counts'] as const;
const WHERE = ['browser', 'same site', 'build'];
const KEYS = ['no key', 'public key', 'private key'];
/** Against the engine itself, against answers that were captured from it, or against its documentation only. */
const TESTED = ['real', 'captured', 'documented'];

export interface EngineLine {
  file: string;
  engine: string;
  use: (typeof USES)[number];
  where: string;
  key: string;
  tested: string;
}

/** Every line, in the order of the files; throws for one that makes no sense. */
export function engineLines(): EngineLine[] {
  const files = globSync('**/*.ts', { cwd: SOURCES }).sort();
  return files.flatMap((file) =>
    [...readFileSync(SOURCES + file, 'utf8').matchAll(/^ \* @engine (.*)$/gm)].map(([line, cells = '']) => {
      const [engine = '', use = '', where = '', key = '', tested = ''] = cells.split('|').map((cell) => cell.trim());
      const isFine =
        engine &&
        [USES, WHERE, KEYS, TESTED].every((words, at) =>
          (words as readonly string[]).includes([use, where, key, tested][at]!),
        );
      if (!isFine)
        throw new Error(
          `src/sources/${file}: "${line.trim()}"; allowed: NAME | ${[USES, WHERE, KEYS, TESTED].map((words) => words.join(' or ')).join(' | ')}`,
        );
      return { file: file.replaceAll('\\', '/'), engine, use: use as EngineLine['use'], where, key, tested };
    }),
  );
}

/** One row an engine, one column a use; a cell says what that was tested against. */
export function enginesTable(lines = engineLines()): string {
  const names = [...new Set(lines.map(({ engine }) => engine))].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  );
  const rows = names.map((name) => {
    const own = lines.filter(({ engine }) => engine === name);
    const all = (field: 'where' | 'key'): string => [...new Set(own.map((line) => line[field]))].join(', ');
    return [name, ...USES.map((use) => own.find((line) => line.use === use)?.tested ?? ''), all('key'), all('where')];
  });
  const head = ['engine', 'lists', 'comments', 'posting', 'counts', 'key', 'read in'];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
