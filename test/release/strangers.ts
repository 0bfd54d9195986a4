/** The projects in consumers/, each as somebody would set it up who has never seen this one: installed, built, opened. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { open, type Opened, serve } from './pages.ts';
import { run } from './temp.ts';

/** The entries with types for a framework, by the names that they may have. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  react: ['./react', './jsx'],
  vue: ['./vue'],
};

/** What a list of two posts from consumers/feed.json says. */
const NEWEST = ['Winter berths', 'Soup for fog'];

function same(titles: readonly string[], expected: readonly string[]): void {
  if (titles.join() !== expected.join()) throw new Error(`the list says “${titles.join(' · ')}”`);
}

/** The checks, by what they prove. `projects` is a copy of consumers/ that may be changed. */
export function consumers(
  projects: string,
  version: string,
  env: NodeJS.ProcessEnv,
): Record<string, () => Promise<unknown>> {
  const folder = (name: string): string => join(projects, name);
  const npm = (name: string, ...args: string[]): Promise<string> => run('npm', args, folder(name), env);
  /** Installs a project, with dogeared as the registry has it. */
  const install = (name: string): Promise<string> => npm(name, 'install', `dogeared@${version}`);
  const installed = (name: string, file = ''): string => join(folder(name), 'node_modules', 'dogeared', file);

  const inNode = async (program: string, major: string): Promise<string> => {
    const said = await run(program, ['main.mjs'], folder('node'), env);
    if (!said.startsWith(`v${major}.`)) throw new Error(`this was Node ${said}`);
    return said;
  };
  const types = async (resolution: string): Promise<void> => {
    if (!existsSync(installed('types'))) await install('types');
    await npm('types', 'exec', '--', 'tsc', '-p', `tsconfig.${resolution}.json`);
  };
  const app = async (name: string): Promise<string> => {
    await install(name);
    const { exports } = JSON.parse(readFileSync(installed(name, 'package.json'), 'utf8')) as { exports: object };
    const entry = TYPES[name]?.find((path) => path in exports);
    if (entry) writeFileSync(join(folder(name), 'elements.d.ts'), `import '${entry.replace('.', 'dogeared')}';\n`);
    await npm(name, 'run', 'build');
    same((await open(await serve(join(folder(name), 'dist')))).titles, NEWEST);
    return entry ? `types from dogeared${entry.slice(1)}` : TYPES[name] ? 'with types of its own' : '';
  };
  /** A page that has what README of the package says, and files from a CDN that has the package. */
  const page = async (html: string): Promise<Opened> => {
    mkdirSync(folder('html'), { recursive: true });
    const name = `page-${Date.now()}`;
    writeFileSync(join(folder('html'), `${name}.html`), `<!doctype html><html lang="en"><title>Empty</title>${html}`);
    const address = `${await serve(folder('html'))}${name}.html`;
    const opened = await open(address, { name: `dogeared@${version}`, folder: installed('node') });
    same(opened.titles, [...NEWEST, 'Tides, explained']);
    return opened;
  };
  const readme = (): string[] =>
    [...readFileSync(installed('node', 'README.md'), 'utf8').matchAll(/^```html\n([^]*?)^```$/gm)].map(
      ([, code = '']) => code,
    );
  const first = (): string => readme()[0] ?? '';
  const single = (): string => readme().find((code) => code.includes('dogeared.all.js')) ?? '';
  const withTag = (tag: string): string => tag + first().replace(/<script.*<\/script>/, '');

  return {
    'functions, sources and comments in Node 24': async () => {
      await install('node');
      return inNode(process.execPath, '24');
    },
    'the same in Node 20': async () => {
      const own = await run('node', ['--version'], projects, env).catch(() => '');
      if (own.startsWith('v20.')) return inNode('node', '20');
      await run('npm', ['install', '--no-save', '--prefix', join(projects, 'node20'), 'node@20.20.2'], projects, env);
      return inNode(join(projects, 'node20', 'node_modules', '.bin', 'node'), '20');
    },
    'types under nodenext, libraries checked': () => types('nodenext'),
    'types under bundler, libraries checked': () => types('bundler'),
    "README's first tags in an empty page, from a CDN": async () => {
      const { asked } = await page(first());
      return `${asked.length} files`;
    },
    'the same with the one file that has everything': async () => {
      const { asked } = await page(withTag(single()));
      if (asked.join() !== 'dist/cdn/dogeared.all.js') throw new Error(`it asked for ${asked.join(', ')}`);
    },
    'the same with every byte pinned': async () => {
      await page(withTag(readFileSync(installed('node', 'dist/cdn/pinned.html'), 'utf8')));
    },
    'a Vite app': () => app('vite'),
    'a React 19 app': () => app('react'),
    'a Vue app': () => app('vue'),
  };
}
