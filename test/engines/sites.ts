/** Sites as generators build them from one folder of posts, each with its usual feed, served as files. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATES, MOST_READ, MOST_READ_OF_TEN, NEWEST, READ_LATELY } from './content/expected.ts';
import { engine, type Row, type Site } from './engine.ts';
import { files, listen } from './files.ts';

interface Post {
  slug: string;
  title: string;
  date: string;
  tags: string[];
  excerpt: string;
  body: string;
  image?: string;
}

interface Generator {
  name: string;
  debian?: readonly string[];
  npm?: boolean;
  /** Builds the site in the folder it runs in. */
  build: readonly [command: string, ...args: string[]];
  env?: Record<string, string>;
  /** Where posts, the tags, and the finished site belong. */
  posts: string;
  tags: string;
  output: string;
  /** What a file of a post is called. */
  file?: (post: Post) => string;
  /** Feeds; the first is that of the four lists. */
  feeds: readonly string[];
  /** How many posts a feed holds. */
  holds: number;
  /** What a feed says beside title and date. */
  says: { image?: boolean; excerpt?: string };
}

const EXCERPT = 'Day one: smoke.';
const BODY = 'Smoke, then more smoke, then a very quiet hour, and then the cones went down one by one.';

const GENERATORS: readonly Generator[] = [
  {
    name: 'hugo',
    debian: ['hugo'],
    build: ['hugo', '--quiet', '--baseURL', 'SITE'],
    posts: 'content/posts',
    tags: 'layouts/partials/dogeared.html',
    output: 'public',
    feeds: ['/index.xml'],
    holds: 14,
    says: { excerpt: BODY },
  },
  {
    name: 'jekyll',
    debian: ['jekyll', 'ruby-jekyll-feed'],
    build: ['jekyll', 'build', '--quiet', '--disable-disk-cache', '--config', '_config.yml,_site.yml'],
    posts: '_posts',
    tags: '_includes/dogeared.html',
    output: '_site',
    file: ({ date, slug }) => `${date.slice(0, 10)}-${slug}`,
    feeds: ['/feed.xml'],
    holds: 10,
    says: { excerpt: EXCERPT, image: true },
  },
  {
    name: 'eleventy',
    npm: true,
    build: ['eleventy', '--quiet'],
    posts: 'posts',
    tags: '_includes/dogeared.html',
    output: '_site',
    feeds: ['/feed.xml', '/atom.xml', '/feed.json'],
    holds: 10,
    says: { excerpt: BODY },
  },
  {
    name: 'hexo',
    npm: true,
    build: ['hexo', 'generate', '--silent', '--config', '_config.yml,_site.yml'],
    posts: 'source/_posts',
    tags: 'themes/plain/layout/dogeared.ejs',
    output: 'public',
    feeds: ['/rss2.xml', '/atom.xml'],
    holds: 10,
    says: { excerpt: EXCERPT, image: true },
  },
  {
    name: 'astro',
    npm: true,
    build: ['astro', 'build', '--silent'],
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    posts: 'posts',
    tags: 'src/dogeared.html',
    output: 'dist',
    feeds: ['/rss.xml'],
    holds: 14,
    says: { excerpt: EXCERPT, image: true },
  },
];

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const POSTS = JSON.parse(readFileSync(path('content/posts.json'), 'utf8')) as Post[];
const VIEWS = JSON.parse(readFileSync(path('content/views.json'), 'utf8')) as Record<string, number>;

/** Front matter that all of them read: JSON is YAML. */
const markdown = ({ title, date, tags, excerpt, slug, image, body }: Post): string => {
  const data = {
    layout: undefined,
    title,
    date,
    tags,
    description: excerpt,
    excerpt,
    slug,
    image: image && `/${image}`,
  };
  const lines = Object.entries(data).filter(([, value]) => value !== undefined);
  return `---\n${lines.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n')}\n---\n${body}\n`;
};

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A site whose server can be ended. */
interface Closable extends Site {
  close: () => void;
}

const site = (generator: Generator): Row =>
  engine<Closable>({
    ...generator,
    async start({ folder, processes, elements, later }) {
      const root = join(folder, 'source');
      const output = join(root, generator.output);
      const { origin, close } = await listen(files(output));
      later(close);
      cpSync(path(`sites/${generator.name}`), root, { recursive: true });
      if (generator.npm) symlinkSync(path('node_modules'), join(root, 'node_modules'));
      for (const post of POSTS)
        write(join(root, generator.posts, `${generator.file?.(post) ?? post.slug}.md`), markdown(post));
      const more = generator.feeds.map(
        (feed, nth) => `<dogeared-recent id="feed-${nth}" src="${feed}" show="date"></dogeared-recent>`,
      );
      const tags = readFileSync(path('sites/tags.html'), 'utf8')
        .replaceAll('FEED', generator.feeds[0]!)
        .replaceAll('ORIGIN', origin);
      write(join(root, generator.tags), `${tags}\n<h2>From each feed</h2>\n${more.join('\n')}\n`);
      // Some learn their address from the environment, some from a file of settings.
      write(join(root, '_site.yml'), `url: ${origin}\n`);
      const [command, ...args] = generator.build.map((word) => word.replace('SITE', origin));
      await processes.run(command!, args, {
        cwd: root,
        env: { SITE: origin, PATH: `${path('node_modules/.bin')}:${process.env['PATH']}`, ...generator.env },
      });
      elements(join(output, 'dogeared'));
      cpSync(path('content/mug.png'), join(output, 'mug.png'));
      cpSync(path('sites/style.css'), join(output, 'style.css'));
      const counts = Object.entries(VIEWS).map(([slug, views]) => [`/posts/${slug}/`, views]);
      writeFileSync(join(output, 'counts.json'), JSON.stringify(Object.fromEntries(counts)));
      return { origin, close };
    },
    checks: {
      async 'the four lists on its front page'({ origin }, { open }) {
        const tab = await open(`${origin}/`);
        const recent = await tab.list('#recent');
        assert.deepEqual(
          recent.items.map(({ title }) => title),
          NEWEST.slice(0, 5),
        );
        assert.equal(recent.items[0]?.excerpt, generator.says.excerpt);
        const { items } = await tab.list('#featured');
        assert.equal(items[0]?.title, 'A mug for left hands');
        assert.equal(items[0]?.image, generator.says.image);
        const favorites = await tab.list('#favorites');
        assert.deepEqual(
          favorites.items.map(({ title }) => title),
          generator.holds === 10 ? MOST_READ_OF_TEN : MOST_READ,
        );
        assert.match(favorites.note, new RegExp(`\\b${generator.holds}\\b`));
        assert.deepEqual(await tab.titles('#lately'), READ_LATELY);
        assert.equal(await tab.ran(), false);
        await tab.picture(generator.name);
      },
      async 'titles, dates and addresses of all posts of each feed'({ origin }, { open }) {
        const tab = await open(`${origin}/`);
        for (const nth of generator.feeds.keys()) {
          const list = `#feed-${nth}`;
          await tab.page.$eval(list, (element) => element.setAttribute('limit', '20'));
          await tab.until(
            (name, many) => document.querySelector(name)!.shadowRoot!.querySelectorAll('[part=item]').length === many,
            list,
            generator.holds,
          );
          const { items } = await tab.list(list);
          assert.deepEqual(
            items.map(({ title }) => title),
            NEWEST.slice(0, generator.holds),
          );
          assert.deepEqual(
            items.map(({ date }) => date),
            DATES.slice(0, generator.holds),
          );
          for (const { title, url } of items) {
            const answer = await fetch(url);
            assert.equal(answer.status, 200, url);
            assert.ok(url.startsWith(`${origin}/posts/`), url);
            const [, heading = ''] = /<h1>([^]*?)<\/h1>/.exec(await answer.text()) ?? [];
            const plain = heading.replace(
              /&#3[49];|&amp;|&lt;|&gt;/g,
              (name) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>' })[name] ?? name,
            );
            assert.equal(plain, title);
          }
        }
      },
      // As in README's first example; addresses work, and are what the page of this test has.
      async 'a post is picked by its path'({ origin }, { open }) {
        const tab = await open(`${origin}/`);
        tab.patience = 3000;
        await tab.page.$eval('#featured', (element) => element.setAttribute('pick', '/posts/market-day/'));
        await tab.until(
          () =>
            !/mug/.test(document.querySelector('#featured')!.shadowRoot!.querySelector('[part=title]')!.textContent),
        );
        assert.deepEqual(await tab.titles('#featured'), ['Market day']);
      },
      async 'a server that is gone: the lists stay, and an error says so'({ origin, close }, { open }) {
        const tab = await open(`${origin}/`);
        const before = await tab.titles('#recent');
        close();
        await tab.refresh('#recent');
        assert.deepEqual([await tab.titles('#recent'), (await tab.list('#recent')).state], [before, 'ready']);
        const said = tab.told().filter((line) => line.startsWith('<dogeared-recent>'));
        assert.ok(
          said.some((line) => /cannot be reached.*; keeping what is there\.$/.test(line)),
          said.join(),
        );
      },
    },
  });

export const SITES: readonly Row[] = GENERATORS.map(site);
