/** `node test/site/pages.ts` writes the pages of the site, from `demo/site/pages/` and the manifest, into `demo/`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { files } from '../../demo/site/pages/pages.ts';
import type { Element } from '../../demo/site/pages/elements.ts';
import type { Lists } from '../../demo/site/pages/home.ts';
import type { Shown } from '../../demo/site/tag.ts';
import { parseComments } from '../../src/comments/comment.ts';
import { joinCounts } from '../../src/posts/counts.ts';
import { favoritePosts } from '../../src/posts/favorites.ts';
import { featuredPosts } from '../../src/posts/featured.ts';
import { recentPosts } from '../../src/posts/recent.ts';
import { readPosts } from '../../src/sources/read.ts';
import { elementsOf, survey } from '../manifest/survey.ts';
import { TABLES } from '../manifest/tables.ts';

export const DEMO = fileURLToPath(new URL('../../demo', import.meta.url));
const SITE = 'https://site.example';
/** The demo blog has a clock of its own. */
const now = '2026-11-19';

/** The lists of the demo blog, which stand inside the tags of Home. */
async function listsOf(): Promise<Lists> {
  const read = (name: string): string => readFileSync(join(DEMO, 'blog', name), 'utf8');
  const posts = joinCounts(
    await readPosts(read('feed.xml'), { url: `${SITE}/blog/feed.xml` }),
    JSON.parse(read('counts.json')) as Record<string, number>,
  );
  const shown = (chosen: typeof posts): Shown[] =>
    chosen.map(({ title, url }) => ({ title, url: url.replace(SITE, '') }));
  const { comments } = JSON.parse(read('comments.json')) as { comments: unknown[] };
  const latest = parseComments(comments, { url: SITE })
    .filter(({ status, published }) => !status && published)
    .sort((a, b) => b.published!.localeCompare(a.published!));
  return {
    recent: shown(recentPosts(posts, { now })),
    featured: shown(featuredPosts(posts, { now, pick: ['/blog/posts/what-we-can-mend-and-what-it-costs/'] })),
    favorites: shown(favoritePosts(posts, { now })),
    'recent-favorites': shown(favoritePosts(posts, { now, within: '30d' })),
    'latest-comments': latest.slice(0, 2).map(({ id, author, post }) => ({
      before: `${author.name} on `,
      title: post?.title ?? '',
      url: `${post?.url.replace(SITE, '')}#comment-${id}`,
    })),
  };
}

/** The tags as the site names them: lists first, then what belongs to comments. */
async function tagsOf(): Promise<Element[]> {
  const tags = elementsOf((await survey()).manifest);
  const named = Object.values<readonly string[]>(TABLES).flat();
  return tags.sort((a, b) => named.indexOf(a.tagName) - named.indexOf(b.tagName));
}

/** The files as they should be. */
export const wanted = async (): Promise<Map<string, string>> => files({ lists: await listsOf(), tags: await tagsOf() });

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of await wanted()) {
    const file = join(DEMO, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(path);
  }
