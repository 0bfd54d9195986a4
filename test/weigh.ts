/** Modules as a page gets them: bundled and minified by Rolldown, split where they import on demand, brotli 11. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { type OutputAsset, type OutputChunk, type OutputOptions, type Plugin, rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const brotli = (code: string): number =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** `dogeared/…` as an installed package has it: by the exports of package.json. */
export const dogeared: Plugin = {
  name: 'dogeared',
  resolveId(id) {
    const { exports } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
      exports: Record<string, { default: string }>;
    };
    const entry = /^dogeared(\/|$)/.test(id) ? exports[id.replace(/^dogeared/, '.')] : undefined;
    return entry && ROOT + entry.default.slice(2);
  },
};

/** A module with this code. */
const page = (code: string): Plugin => ({
  name: 'page',
  resolveId: (id) => (/(^|[/\\])page$/.test(id) ? '\0page' : undefined),
  load: (id) => (id === '\0page' ? code : undefined),
});

/** The files that a page with this module loads. Packages are those of `folder`, which is ours by default. */
export async function files(
  code: string,
  folder = ROOT,
  options: OutputOptions = {},
): Promise<(OutputChunk | OutputAsset)[]> {
  const bundle = await rolldown({
    input: 'page',
    cwd: folder,
    platform: 'browser',
    plugins: [page(code), dogeared],
    // As in an application: nobody imports from its entry.
    preserveEntrySignatures: 'allow-extension',
  });
  const { output } = await bundle.generate({
    format: 'es',
    minify: true,
    // As long and as odd as a hash of what is in it, but the same on every machine: names are a part of what is weighed.
    chunkFileNames: ({ name }) => `${name}-${createHash('sha256').update(name).digest('base64url').slice(0, 8)}.js`,
    ...options,
  });
  return output;
}

/** Bytes that `code` loads: at first, and with the modules that match one of `lazy`, and what they import. */
export async function weigh(
  code: string,
  lazy: readonly RegExp[] = [],
  folder?: string,
): Promise<{ bytes: number; modules: string[] }> {
  const output = await files(code, folder);
  const chunks = new Map(output.filter((item) => item.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set<OutputChunk>();
  const load = (name: string): void => {
    const chunk = chunks.get(name);
    if (!chunk || loaded.has(chunk)) return;
    loaded.add(chunk);
    chunk.imports.forEach(load);
    const wanted = (other: string): boolean =>
      lazy.some((pattern) => pattern.test(chunks.get(other)?.facadeModuleId ?? ''));
    chunk.dynamicImports.filter(wanted).forEach(load);
  };
  load([...chunks.values()].find(({ isEntry }) => isEntry)?.fileName ?? '');
  return {
    bytes: [...loaded].reduce((sum, chunk) => sum + brotli(chunk.code), 0),
    modules: [...loaded].flatMap(({ moduleIds }) => moduleIds),
  };
}
