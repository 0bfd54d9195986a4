import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Files of the demo that no page imports: readers, tags and people who copy them find them at their own addresses. */
const FILES = 'blog/{feed.xml,*.json,comments/*.json,images/*},looks/*.css,ranking/*.json';

/** Addresses that are said, not loaded, are left alone. */
const addresses: Plugin = {
  name: 'dogeared:addresses',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replaceAll(/<link (?=rel="(canonical|alternate)")/g, '<link vite-ignore '),
  },
};

/** Copies them. With `--base=/folder/` the blog, whose links begin at the root, is built for that folder. */
const asTheyAre = (): Plugin => {
  let base = '/';
  const move = (text: string): string =>
    base.startsWith('/') ? text.replaceAll(/(["'(])\/blog\//g, `$1${base}blog/`) : text;
  return {
    name: 'dogeared:files',
    apply: 'build',
    configResolved: (config) => void (base = config.base),
    transformIndexHtml: { order: 'post', handler: move },
    generateBundle() {
      for (const fileName of globSync(`{${FILES}}`, { cwd: path('demo') })) {
        const source = readFileSync(path(`demo/${fileName}`), 'utf8');
        this.emitFile({ type: 'asset', fileName, source: fileName.startsWith('blog/') ? move(source) : source });
      }
    },
  };
};

/** The site, and the demo blog in it: `npm start` serves them, `vite build` makes static files of them. */
const demo: UserConfig = {
  root: path('demo'),
  base: './',
  publicDir: false,
  appType: 'mpa',
  plugins: [addresses, asTheyAre()],
  server: { host: '127.0.0.1', fs: { allow: [path('.')] } },
  build: {
    target: 'es2022',
    // A strict page loads no data: addresses.
    assetsInlineLimit: 0,
    outDir: path('dist/demo'),
    emptyOutDir: true,
    rolldownOptions: {
      input: globSync('{index.html,[!_]*/{index,stress}.html,blog/posts/**/index.html,elements/*/index.html}', {
        cwd: path('demo'),
      }).map((file) => path(`demo/${file}`)),
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
