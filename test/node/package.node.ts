/** The package as npm would publish it: what is in it, how large it is, and what it brings along. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ALLOWED, isAllowed, licensed, licenseList } from '../licenses.ts';
import { run } from '../run-steps.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that users need, and why. */
const WANTED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/, 'npm and people read them'],
  [/^(dist\/)?(custom-elements|vscode\.(html|css)-custom-data|web-types)\.json$/, 'editors read them'],
  [/^dist\/types\/[\w-]+\.(js|d\.ts)$/, 'compilers of templates read them'],
  [/^dist\/(src|components)\/[\w/-]+\.js$/, 'it is what runs'],
  [/^dist\/(src|components)\/[\w/-]+\.d\.ts$/, 'compilers read them'],
  [/^dist\/(src|components)\/[\w/-]+\.js\.map$/, 'debuggers show our sources with them'],
  [/^dist\/cdn\/(dogeared|dogeared\.all|chunks\/[\w/-]+)\.js$/, 'pages without a build load them'],
  [/^dist\/cdn\/(pinned\.html|LICENSES\.txt)$/, 'pages paste the one, and the other belongs to what is bundled'],
];
/** Bytes: what npm sends, and what it unpacks. */
const MOST = { size: 900_000, unpackedSize: 3_000_000 };

describe('what npm would publish', () => {
  const packed = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']).then(
    ({ output }) => (JSON.parse(output.slice(output.indexOf('['))) as [Packed])[0],
  );
  interface Packed {
    size: number;
    unpackedSize: number;
    files: { path: string }[];
  }

  it('is what users need, and nothing else', async () => {
    const { files } = await packed;
    const unwanted = files.filter(({ path }) => !WANTED.some(([pattern]) => pattern.test(path)));
    assert.deepEqual(unwanted.map(({ path }) => path), []); // prettier-ignore
  });

  it('has every file that package.json names', async () => {
    const { files } = await packed;
    const named = readFileSync(`${ROOT}/package.json`, 'utf8').match(/(?<=")\.\/dist\/[^"*]+(?=")/g) ?? [];
    const missing = named.filter((name) => !files.some(({ path }) => `./${path}` === name));
    assert.deepEqual([named.length > 20, missing], [true, []]);
  });

  it(`is at most ${MOST.size / 1000} kB to send and ${MOST.unpackedSize / 1000} kB on disk`, async () => {
    const { size, unpackedSize } = await packed;
    assert.ok(size <= MOST.size && unpackedSize <= MOST.unpackedSize, `${size} and ${unpackedSize} bytes`);
  });
});

describe('what comes with it', () => {
  it(`has one of these licenses: ${ALLOWED.join(', ')}`, () => {
    const others = licensed().filter(({ license }) => !isAllowed(license));
    assert.deepEqual(others, []);
  });

  it('is named in CONTRIBUTING (`node test/licenses.ts` writes it)', () => {
    assert.ok(readFileSync(`${ROOT}/CONTRIBUTING.md`, 'utf8').includes(licenseList()));
  });

  it('knows what an SPDX expression leaves to choose', () => {
    const expected = { MIT: true, 'GPL-3.0': false, '(MPL-2.0 OR Apache-2.0)': true, 'MIT AND GPL-3.0': false, none: false }; // prettier-ignore
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, isAllowed(name)])), expected);
  });

  it('has its notices in the files for a CDN, which contain it', () => {
    const notices = readFileSync(`${ROOT}/dist/cdn/LICENSES.txt`, 'utf8');
    for (const { name, version } of licensed()) assert.ok(notices.includes(`${name} ${version} (`), name);
    assert.match(notices, /Redistributions in binary form must reproduce the above copyright/);
  });
});
