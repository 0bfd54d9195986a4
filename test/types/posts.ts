/** Compile-time tests of the types: `tsc -p .` passes while every line marked as an error is one. Never run. */
import {
  diffCounts,
  type Explanation,
  explainFavorites,
  favoritePosts,
  featuredPosts,
  indexPosts,
  joinCounts,
  type Post,
  type PostIndex,
  recentPosts,
  windowCounts,
} from '../../src/index.ts';

interface Article {
  id: number;
  url: string;
  published: Date;
  readonly tags: readonly string[];
  body: string;
}
declare const articles: readonly Article[];

interface Entry {
  slug: string;
  data: { date: Date; tags?: string[] };
}
declare const entries: Entry[];

// The caller's own type comes back.
const recent: Article[] = recentPosts(articles);
const featured: Article[] = featuredPosts(new Set(articles), { pick: 'x', rotate: 'week' });
const favorites: Article[] = favoritePosts(articles.values(), { by: { views: 1, comments: 50 }, within: '30d' });
const explained: Explanation<Article>[] = explainFavorites(articles, { halfLife: 'auto' });
const joined: { body: string; counts?: { views?: number } }[] = joinCounts(articles, { '/': 5 });
declare const ours: Post[];
const posts: Post[] = recentPosts(ours, { limit: 3, tags: ['a'], minAge: '1.5d', order: 'updated' });

// @ts-expect-error: another shape needs accessors.
recentPosts(entries);
// @ts-expect-error
featuredPosts(entries, { limit: 3 });
// @ts-expect-error
favoritePosts(entries, {});
// @ts-expect-error
explainFavorites(entries);
// @ts-expect-error
indexPosts(entries);

// With accessors it compiles, and the shape comes back.
const get = { url: (entry: Entry) => `/${entry.slug}`, published: (entry: Entry) => entry.data.date };
const list: Entry[] = recentPosts(entries, { get, limit: 3 });
const picked: Entry[] = featuredPosts(entries, { get: { ...get, tags: (entry) => entry.data.tags } });
const best: Entry[] = favoritePosts(entries, { get, within: '7d' });
const reasons: Explanation<Entry>[] = explainFavorites(entries, { get });
// @ts-expect-error: an accessor gives what its field may be.
recentPosts(entries, { get: { published: (entry: Entry) => entry.data } });
// @ts-expect-error: there is no such field.
recentPosts(entries, { get: { date: (entry: Entry) => entry.data.date } });

// An index remembers what it is made of.
const index: PostIndex<Entry> = indexPosts(entries, { get });
const fromIndex: Entry[] = recentPosts(index, { limit: 3 });
const allFromIndex: [Entry[], Entry[], Explanation<Entry>[]] = [
  featuredPosts(index),
  favoritePosts(index),
  explainFavorites(index),
];
const articlesFromIndex: Article[] = recentPosts(indexPosts(articles));
// @ts-expect-error: accessors belong to the index.
recentPosts(index, { get });

// @ts-expect-error: options are checked.
recentPosts(articles, { limit: '5' });
// @ts-expect-error
recentPosts(articles, { publishedWithin: '7 days' });
// @ts-expect-error
recentPosts(articles, { order: 'newest' });
// @ts-expect-error
featuredPosts(articles, { rotate: 'month' });
// @ts-expect-error
favoritePosts(articles, { by: 'clicks' });
// @ts-expect-error
favoritePosts(articles, { by: { clicks: 1 } });
// @ts-expect-error: a published date that is no date.
recentPosts([{ id: 1, published: true }]);

// Counts may have windows, and posts get them.
const counted = joinCounts(articles, { '/a/': 5, '/b/': { views: 9, windows: { '30d': { views: 2 } } } });
const lately: number | undefined = counted[0]?.windows?.['30d']?.views;
const made: Record<string, { views?: number }> = windowCounts(
  [{ date: '2026-11-23', counts: { '/a/': 5 } }],
  ['7d'],
).counts;
// @ts-expect-error - not a length
windowCounts([], ['soon']);
// @ts-expect-error - views are numbers
diffCounts({ '/a/': '5' }, {});

export {
  allFromIndex,
  articlesFromIndex,
  best,
  explained,
  favorites,
  featured,
  fromIndex,
  joined,
  lately,
  list,
  made,
  picked,
  posts,
  reasons,
  recent,
};
