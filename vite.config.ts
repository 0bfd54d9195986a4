import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

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
      input: globSync('{,*/,blog/posts/**/,elements/*/}{index,stress}.html', { cwd: path('demo') }).map((file) =>
        path(`demo/${file}`),
      ),
    },
  },
};

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
      output: all ? { codeSplitting: false, minify: true } : { chunkFileNames: 'chunks/[name].js', minify: true },
    },
  },
});

export default defineConfig(({ mode }) => (mode === 'cdn' ? cdn(false) : mode === 'all' ? cdn(true) : demo));
