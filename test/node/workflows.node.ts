/** What the workflows promise: what they run is pinned, no secret is kept for them, and they run what everybody runs. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('.github/workflows/*.yml', { cwd: ROOT });

for (const file of files)
  describe(file, () => {
    const text = readFileSync(`${ROOT}/${file}`, 'utf8');

    it('pins every action by its digest, beside its version', () => {
      for (const [line] of text.matchAll(/^.*\buses:.*$/gm))
        assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    it('asks for no secret, and for no token but its own', () => {
      assert.doesNotMatch(text, /\bsecrets\b|NPM_TOKEN|NODE_AUTH_TOKEN/);
    });

    it('has permissions, each job its own or all the least, and runs one at a time', () => {
      assert.match(text, /^permissions:( \{\}$|\n {2}contents: read$)/m);
      assert.match(text, /^concurrency:$/m);
    });

    it('runs scripts that package.json has', () => {
      const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { scripts: object };
      for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g)) assert.ok(name in scripts, name);
    });
  });

it('one workflow runs what any CI runs, and one publishes with the identity of the workflow', () => {
  const all = files.map((file) => readFileSync(`${ROOT}/${file}`, 'utf8')).join('\n');
  assert.match(all, /run: \.ci\/run$/m);
  assert.match(all, /id-token: write/);
  assert.match(all, /run: npm run release:publish$/m);
});
