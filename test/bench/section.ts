/** What a bench reports: rows with a goal, each measured beside something else in one run. */

export interface Row {
  /** What is measured, such as `newest 10 of 100,000, random order`. */
  what: string;
  /** Where: `Node`, `Chromium`, both or neither. */
  where?: string;
  /** What it is measured beside, such as `[...posts].sort(…).slice(0, k)`. */
  beside: string;
  /** The goal in words, such as `≥ 300×`; '' for a row that stands there to be read. */
  goal: string;
  /** What was measured, such as `412×`. */
  measured: string;
  /** Whether the goal is met; left out where there is none. */
  met?: boolean;
  /** A goal beyond the goal, which may end in an explanation. */
  stretch?: { goal: string; met: boolean; why?: string };
}

export interface Section {
  title: string;
  /** What was done, on which data, what was checked; Markdown. */
  text: string;
  rows: readonly Row[];
}

/** A ratio as it is written, such as `1.26×` and `212×`. */
export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}×`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const verdict = ({ met, stretch }: Row): string =>
  (met === undefined ? '' : met ? '✓' : '✗') + (stretch ? (stretch.met ? ' ✓' : ' ○') : '');

/** A section as Markdown. */
export function markdown({ title, text, rows }: Section): string {
  const head = ['what', 'where', 'beside', 'goal', 'measured', ''];
  const cells = rows.map((row) => [
    row.what,
    row.where ?? '',
    row.beside,
    row.goal + (row.stretch ? ` (stretch ${row.stretch.goal})` : ''),
    row.measured,
    verdict(row),
  ]);
  const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.map(cell).join(' | ')} |`);
  const why = rows.flatMap(({ what, stretch }) => (stretch?.why ? [`- ${what}: ${stretch.why}`] : []));
  return [`## ${title}`, '', text, '', ...lines, ...(why.length ? ['', ...why] : [])].join('\n');
}
