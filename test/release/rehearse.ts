/**
 * `npm run release:rehearse`: a release from the changesets to strangers' pages, without anything leaving this machine. What
 * is committed is released in a clone and built again in another, as the pull request and its publication do on two
 * machines, published to a registry on the loopback, and used by the projects in consumers/. A line for each check.
 */
import { cpSync, globSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { closeBrowser } from './pages.ts';
import { registry } from './registry.ts';
import { consumers } from './strangers.ts';
import { run, stop, strangersEnv, TEMP } from './temp.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const [RELEASE, AGAIN] = [join(TEMP, 'release'), join(TEMP, 'published', 'elsewhere')];
let [passed, failed] = [0, 0];

/** Runs a check; its promise may hold a remark for the line. */
async function check(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = Date.now();
  let error: Error | undefined;
  try {
    const remark = await work();
    if (remark && typeof remark === 'string') what += `: ${remark}`;
  } catch (caught) {
    error = caught as Error;
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${error ? '✗' : '✓'} ${what} (${seconds} s)`);
  if (error) console.log(error.message.replace(/^/gm, '    '));
  if (error) failed++;
  else passed++;
}

function hold(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const versionOf = (folder: string): string => (JSON.parse(read(folder, 'package.json')) as { version: string }).version;
const sha = async (folder: string): Promise<string> => run('git', ['rev-parse', 'HEAD'], folder);

/** A clone with the dependencies that are installed here. */
async function clone(from: string, to: string): Promise<void> {
  const author = ['--config', 'user.name=Rehearsal', '--config', 'user.email=rehearsal@localhost'];
  await run('git', ['clone', '--quiet', ...author, from, to], TEMP);
  symlinkSync(join(ROOT, 'node_modules'), join(to, 'node_modules'), 'junction');
  writeFileSync(join(to, '.git', 'info', 'exclude'), 'node_modules\n');
}

/** What the release pull request does. */
async function version(): Promise<string> {
  const before = versionOf(RELEASE);
  const changes = globSync('.changeset/*.md', { cwd: RELEASE }).map((file) => read(RELEASE, file));
  // A version that is out cannot go out again.
  const own = "---\n'dogeared': patch\n---\n\nA rehearsal.\n";
  if (!changes.length) writeFileSync(join(RELEASE, '.changeset', 'rehearsal.md'), own);
  await run('npm', ['run', '-s', 'release:version'], RELEASE);
  const after = versionOf(RELEASE);
  hold(before !== after, `the changesets leave the version at ${before}`);
  hold(before !== '0.0.0' || after === '0.1.0', `the first release would be ${after}, not 0.1.0`);
  hold(!globSync('.changeset/*.md', { cwd: RELEASE }).length, 'there are changesets left');
  const log = read(RELEASE, 'CHANGELOG.md');
  for (const text of changes) {
    const first = text.split('---\n')[2]?.trim().split('\n')[0] ?? '';
    hold(log.includes(first), `CHANGELOG.md does not say “${first}”`);
  }
  const named = [...read(RELEASE, 'README.md').matchAll(/npm\/dogeared@([\d.]+)/g)].map(([, name]) => name);
  hold(named.length > 1 && named.every((name) => name === after), `README names ${named.join(', ')}, not ${after}`);
  await run('npm', ['test', '-s', '--', 'release'], RELEASE);
  await run('npx', ['prettier', '--check', 'README.md', 'package.json'], RELEASE);
  await run('git', ['add', '--all'], RELEASE);
  await run('git', ['commit', '--quiet', '--message', `Release ${after}`], RELEASE);
  return `${before} becomes ${after}`;
}

/** Another build at another place. */
async function buildAgain(): Promise<string> {
  await clone(RELEASE, AGAIN);
  await run('npm', ['run', '-s', 'build'], AGAIN);
  const files = (folder: string): string[] => globSync('dist/**/*.*', { cwd: folder }).sort();
  hold(files(RELEASE).join() === files(AGAIN).join(), 'the two builds have different files');
  const other = files(AGAIN).filter((file) => read(RELEASE, file) !== read(AGAIN, file));
  hold(!other.length, `these differ: ${other.join(', ')}`);
  return `${files(AGAIN).length} files`;
}

/** What the publishing workflow does, with a token in place of its identity. */
async function publish(address: string, token: string): Promise<string> {
  const npmrc = join(TEMP, 'npmrc-publisher');
  writeFileSync(npmrc, `registry=${address}\n${address.replace('http:', '')}:_authToken=${token}\n`);
  const env = { ...process.env, npm_config_userconfig: npmrc, npm_config_registry: address, npm_config_cache: join(TEMP, 'npm-cache') }; // prettier-ignore
  await run('npm', ['run', '-s', 'release:publish'], AGAIN, env);
  const published = await fetch(`${address}dogeared/${versionOf(AGAIN)}`);
  hold(published.ok, `the registry answers ${published.status}`);
  hold((await run('git', ['tag'], AGAIN)).split('\n').includes(`v${versionOf(AGAIN)}`), 'there is no tag');
  const second = await run('npx', ['changeset', 'publish'], AGAIN, env);
  hold(/no unpublished/i.test(second), `the second time it said: ${second}`);
  return `dogeared ${versionOf(AGAIN)}, once`;
}

const before = await run('git', ['status', '--porcelain'], ROOT);
if (before) console.log('What is not committed is not rehearsed.');
await check('the changesets lead to a version, CHANGELOG.md, and a README that names it', async () => {
  await clone(ROOT, RELEASE);
  return version();
});
await check('a build elsewhere has the same bytes', buildAgain);
let address = '';
await check('it is published to a registry of our own', async () => {
  const { token, ...rest } = await registry();
  ({ address } = rest);
  return publish(address, token);
});
if (failed) console.log('Nothing is as it would be published, so nobody can use it: the strangers stay at home.');
else {
  const projects = join(TEMP, 'consumers');
  cpSync(fileURLToPath(new URL('consumers', import.meta.url)), projects, { recursive: true });
  const checks = consumers(projects, versionOf(AGAIN), strangersEnv(address));
  for (const [what, work] of Object.entries(checks)) await check(what, work);
}
await check('the working tree is as it was', async () => {
  hold(
    (await run('git', ['status', '--porcelain'], ROOT)) === before,
    'git status says something else than before. Was something edited meanwhile?',
  );
  return sha(ROOT).then((commit) => commit.slice(0, 7));
});
await closeBrowser();
console.log(`\n${passed} passed, ${failed} failed`);
await stop(failed ? 1 : 0);
