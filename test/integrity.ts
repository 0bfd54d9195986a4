/**
 * What a page can pin: README's script tags with the exact version and the hash of what they load, and `pinned.html`, the
 * import map with a hash for each chunk. `node test/readme.ts` writes the former, the build the latter.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CDN = join(ROOT, 'dist', 'cdn');

/** The version that README names. Before anything is published that is the one to come. */
export function version(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return version === '0.0.0' ? '0.1.0' : version;
}

const address = (file: string): string => `https://cdn.jsdelivr.net/npm/dogeared@${version()}/dist/cdn/${file}`;

/** The hash of a built file, as `integrity` wants it. */
export const hash = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(CDN, file)))
    .digest('base64')}`;

const tag = (file: string): string =>
  `<script type="module" src="${address(file)}" integrity="${hash(file)}"></script>`;

/** For a page that lets no byte change: an import map with the hash of each chunk, and the loader with its own. */
export function pinned(): string {
  const chunks = globSync('chunks/**/*.js', { cwd: CDN }).map((file) => file.replaceAll('\\', '/'));
  const integrity = Object.fromEntries(chunks.sort().map((file) => [address(file), hash(file)]));
  return `<script type="importmap">\n${JSON.stringify({ integrity }, null, 1)}\n</script>\n${tag('dogeared.js')}\n`;
}

const ADDRESS = /https:\/\/cdn\.jsdelivr\.net\/npm\/dogeared@[^/\s]+\/dist\/cdn\/([\w./-]+)/g;
const TAG =
  /<script type="module" src="https:\/\/cdn\.jsdelivr\.net\/npm\/dogeared@[^/]+\/dist\/cdn\/([^"]+)"[^>]*><\/script>/g;

/** README with the addresses and hashes of today's build. */
export const pin = (readme: string): string =>
  readme.replace(ADDRESS, (_, file: string) => address(file)).replace(TAG, (_, file: string) => tag(file));

const tags = (text: string): string => (text.match(TAG) ?? []).join('\n');

/** README as it was published with a version, if that was tagged. */
function published(name: string): string | undefined {
  try {
    return execFileSync('git', ['show', `v${name}:README.md`], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return undefined;
  }
}

/**
 * What is wrong with README's tags, if anything. A version that is out has the hashes that it was published with, whatever
 * is built today; one that is to come has those of today.
 */
export function wrongTags(readme: string, out = published(version())): string | undefined {
  if (out === undefined)
    return pin(readme) === readme ? undefined : 'README has other hashes or another version: node test/readme.ts';
  return tags(out) === tags(readme)
    ? undefined
    : `README's script tags are not those of v${version()}: take them from there`;
}
