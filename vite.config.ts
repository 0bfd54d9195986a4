import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Rolldown, type UserConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The demo blog: `npm start` serves it, `vite build` makes static files of it. */
const demo: UserConfig = {
  root: path('demo'),
  publicDir: false,
  server: { host: '127.0.0.1', fs: { allow: [path('.')] } },
  build: {
    target: 'es2022',
    outDir: path('dist/demo'),
    emptyOutDir: true,
    rolldownOptions: {
      input: globSync('{index.html,stress.html,posts/**/index.html}', { cwd: path('demo') }).map((file) =>
        path(`demo/${file}`),
      ),
    },
  },
};

/**
 * What a chunk is called: as the module for which it was made, with its folders. So addresses are the same in every build
 * and say what is there; numbered names would move when another module comes or goes.
 */
function chunkName({ facadeModuleId, moduleIds }: Rolldown.PreRenderedChunk): string {
  const module = relative(path('.'), facadeModuleId ?? moduleIds.at(-1) ?? '').replaceAll('\\', '/');
  return `chunks/${module.replace(/^.*node_modules\//, '').replace(/\.[jt]s$/, '')}.js`;
}

/** For pages without a build: the loader with chunks at stable addresses, or everything in one file. */
const cdn = (all: boolean): UserConfig => ({
  build: {
    target: 'es2022',
    outDir: path('dist/cdn'),
    emptyOutDir: !all,
    minify: 'oxc',
    lib: {
      entry: path(all ? 'components/index.ts' : 'components/cdn.ts'),
      formats: ['es'],
      fileName: () => (all ? 'dogeared.all.js' : 'dogeared.js'),
    },
    rolldownOptions: {
      output: all ? { codeSplitting: false, minify: true } : { chunkFileNames: chunkName, minify: true },
    },
  },
});

export default defineConfig(({ mode }) => (mode === 'cdn' ? cdn(false) : mode === 'all' ? cdn(true) : demo));
