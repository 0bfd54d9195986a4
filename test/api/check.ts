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
function git(cwd: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** What today is compared with: names of commits, or nothing at all before the first release. */
function bases(root: string): (string | undefined)[] {
  const tag = git(root, 'describe', '--tags', '--abbrev=0', '--match', 'v*');
  const main = ['origin/main', 'main'].find((name) => git(root, 'rev-parse', '--verify', '-q', name));
  const left = main && git(root, 'merge-base', 'HEAD', main);
  return left ? [tag, left] : [tag];
}

/** A file as a commit has it. */
const then = (root: string, base: string | undefined, file: string): string | undefined =>
  base && git(root, 'show', `${base}:${file}`);

const versionIn = (manifest = '{ "version": "0.0.0" }'): string =>
  (JSON.parse(manifest) as { version: string }).version;

/** Whether there is a changeset that was not there, or said something else, at a base. */
function hasChangeset(root: string, base: string | undefined): boolean {
  const known = base
    ? git(root, 'diff', '--name-only', '--diff-filter=d', base, '--', '.changeset')
    : git(root, 'ls-files', '.changeset');
  const untracked = git(root, 'ls-files', '--others', '--exclude-standard', '.changeset');
  return /^\.changeset\/(?!readme)[^/]+\.md$/im.test(`${known}\n${untracked}`);
}

/** The first base since which the report has changed without a changeset. */
export function unannounced(root = ROOT): string | undefined {
  // A copy without its history has nothing to compare with.
  if (git(root, 'rev-parse', 'HEAD') === undefined) return undefined;
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  for (const base of bases(root)) {
    if (then(root, base, REPORT) === read(REPORT).trim()) continue;
    // A release has used up its changesets.
    if (versionIn(then(root, base, 'package.json')) !== versionIn(read('package.json'))) continue;
    if (!hasChangeset(root, base)) return base ?? 'the beginning';
  }
  return undefined;
}

/** What is wrong, if anything: at most one sentence for each of the two questions. */
export function problems(): string[] {
  const found: string[] = [];
  if (readFileSync(join(ROOT, REPORT), 'utf8') !== report())
    found.push(`${REPORT} is not that of this build: npm run api writes it; look at the difference as users will.`);
  const base = unannounced();
  const name = base?.replace(/^[0-9a-f]{40}$/, 'this branch left main');
  if (name) found.push(`${REPORT} has changed since ${name}, and no changeset tells users: npx changeset.`);
  return found;
}
