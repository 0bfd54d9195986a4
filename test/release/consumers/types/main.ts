// Every entry with types, used as its documentation says; what is wrong on purpose must be refused.
import { explainFavorites, favoritePosts, type Post, recentPosts } from 'dogeared';
import { type BlogComment, parseComments, renderComment, threadComments } from 'dogeared/comments';
import { sanitizeComment } from 'dogeared/comments/node';
import { DogearedComments, DogearedRecent } from 'dogeared/elements';
import 'dogeared/elements/featured';
import 'dogeared/elements/favorites';
import 'dogeared/elements/comments';
import 'dogeared/elements/comment-count';
import 'dogeared/elements/latest-comments';
import { loadPosts, readPosts } from 'dogeared/sources';

const mine = [{ url: '/soup/', published: new Date(), pages: 3 }];
const pages: number = recentPosts(mine)[0]?.pages ?? 0;
const [best] = explainFavorites(mine, { halfLife: '14d' });
const score: number | undefined = best?.score;
// @ts-expect-error: a limit is a number
favoritePosts(mine, { limit: 'three' });

const posts: Promise<Post[]> = readPosts('{ "posts": [] }');
const loaded: Post[] = (await loadPosts('/feed.xml')).posts;

const comments: BlogComment[] = parseComments([]);
// @ts-expect-error: it is text, not anything; a type that is not found would be anything
const wrong: number = sanitizeComment('<p>Thick');
// @ts-expect-error: and so are the options of an element
const options: number = DogearedRecent.options;
const html: string = renderComment('*Thick*') + sanitizeComment('<p>Thick');
const replies = threadComments(comments)[0]?.replies.length;

const list = document.createElement('dogeared-recent');
if (list instanceof DogearedRecent) list.posts = loaded;
document.querySelector('dogeared-comments')?.addEventListener('dogeared-error', ({ detail }) => detail.error);
export { DogearedComments, html, options, pages, posts, replies, score, wrong };
