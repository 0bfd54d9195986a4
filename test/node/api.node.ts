/** A change of what we export wants a changeset: each way to forget it, and each to have it, in a repository of its own. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { unannounced } from '../api/check.ts';
import { REPORT, report } from '../api/report.ts';

describe('a change of what we export', () => {
  let root = '';
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim(); // prettier-ignore
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const version = (text: string): void => write('package.json', `{ "version": "${text}" }\n`);
  const changeset = (): void => write('.changeset/brave-gulls.md', 'Something new.\n');
  const commit = (): void => void (git('add', '--all'), git('commit', '--quiet', '--message', 'A step'));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dogeared-api-'));
    git('init', '--quiet', '--initial-branch=main');
    version('0.1.0');
    write(REPORT, 'recentPosts\n');
    write('.changeset/README.md', 'What changesets are.\n');
    commit();
    git('tag', 'v0.1.0');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('needs no changeset as long as there is none', () => assert.equal(unannounced(root), undefined));

  it('without a changeset is noticed before it is committed and afterwards', () => {
    write(REPORT, 'recentPosts, favoritePosts\n');
    assert.equal(unannounced(root), 'v0.1.0');
    commit();
    assert.equal(unannounced(root), 'v0.1.0');
  });

  it('with a changeset is fine, committed or not', () => {
    write(REPORT, 'recentPosts, favoritePosts\n');
    changeset();
    assert.equal(unannounced(root), undefined);
    commit();
    assert.equal(unannounced(root), undefined);
  });

  it("does not pass with somebody else's changeset, which main has already", () => {
    write(REPORT, 'recentPosts, favoritePosts\n');
    changeset();
    commit();
    const main = git('rev-parse', 'HEAD');
    git('checkout', '--quiet', '-b', 'more');
    write(REPORT, 'recentPosts, favoritePosts, featuredPosts\n');
    commit();
    assert.equal(unannounced(root), main);
    write('.changeset/brave-gulls.md', 'Something new, and featuredPosts.\n');
    assert.equal(unannounced(root), undefined);
  });

  it('is a release when the version has changed, too', () => {
    write(REPORT, 'recentPosts, favoritePosts\n');
    version('0.2.0');
    commit();
    assert.equal(unannounced(root), undefined);
  });

  it('before the first release is a change since the beginning', () => {
    git('tag', '--delete', 'v0.1.0');
    version('0.0.0');
    commit();
    assert.equal(unannounced(root), 'the beginning');
    changeset();
    assert.equal(unannounced(root), undefined);
  });
});

describe('the report of what we export', () => {
  const text = report();

  it('has every entry, functions with their types, elements without what is private', () => {
    for (const entry of ['', '/sources', '/comments', '/elements', '/dogeared.js'])
      assert.ok(text.includes(`\n## dogeared${entry}\n`), entry);
    for (const line of [/^const renderComment: .*=> SafeHtml;?$/m, /^class DogearedRecent extends DogearedList \{$/m])
      assert.ok(line.test(text), String(line));
    assert.ok(!/\bprivate\b|#private|\/\*/.test(text), 'there is something private, or a comment');
  });

  it('has what these mention, though nobody can import it', () =>
    assert.ok(/## What these mention[^]*^abstract class DogearedList extends DogearedElement \{$/m.test(text)));
});
