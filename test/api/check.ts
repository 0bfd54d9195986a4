/**
 * Whether the committed report is that of today's build, and whether a changeset says so where it has changed: since the
 * last release, and since this branch left main.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPORT, report } from './report.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What git says, or undefined where it refuses: no repository, no such tag. */
function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

interface Base {
  /** A commit, or the empty string: before it there was nothing. */
  commit: string;
  name: string;
}

/** What today is compared with. */
function bases(): Base[] {
  const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v*');
  const main = ['origin/main', 'main'].find((name) => git('rev-parse', '--verify', '-q', name));
  const left = main && git('merge-base', 'HEAD', main);
  return [{ commit: tag ?? '', name: tag ?? 'the beginning' }, ...(main && left ? [{ commit: left, name: main }] : [])];
}

/** A file as a commit has it. */
const then = ({ commit }: Base, file: string): string | undefined =>
  commit ? git('show', `${commit}:${file}`) : undefined;

const versionIn = (manifest: string | undefined): string =>
  (JSON.parse(manifest ?? '{ "version": "0.0.0" }') as { version: string }).version;

/** Whether the way from there to here has a changeset: one that is new or other than it was. */
const hasChangeset = ({ commit }: Base): boolean => {
  const is = (path: string): boolean => /^\.changeset\/[^/]+\.md$/.test(path) && !/readme\.md$/i.test(path);
  const changed = commit ? git('diff', '--name-only', '--diff-filter=d', commit, '--', '.changeset') : git('ls-files', '.changeset'); // prettier-ignore
  const untracked = git('ls-files', '--others', '--exclude-standard', '.changeset');
  return `${changed}\n${untracked}`.split('\n').some(is);
};

/** What is wrong, if anything: at most one sentence for each of the two questions. */
export function problems(): string[] {
  const now = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const committed = readFileSync(join(ROOT, REPORT), 'utf8');
  const found: string[] = [];
  if (committed !== report())
    found.push(`${REPORT} is not that of this build: npm run api writes it; look at the difference as users will.`);
  for (const base of bases()) {
    if (then(base, REPORT) === committed.trim()) continue;
    // A release has used up its changesets.
    if (versionIn(then(base, 'package.json')) !== versionIn(now)) continue;
    if (hasChangeset(base)) continue;
    found.push(
      `${REPORT} has changed since ${base.name}, and no changeset says what that means to users: npx changeset.`,
    );
    break;
  }
  return found;
}
