// What somebody writes who has a build script and no page: functions, sources and comments.
import assert from 'node:assert/strict';
import { favoritePosts, recentPosts } from 'dogeared';
import { commentCountLabel, parseComments, renderComment, threadComments } from 'dogeared/comments';
import { readPosts } from 'dogeared/sources';

const feed = `<rss version="2.0"><channel>
  <item><title>Soup for fog</title><link>/soup/</link><pubDate>Mon, 19 Oct 2026 09:00 GMT</pubDate></item>
  <item><title>Winter berths</title><link>/berths/</link><pubDate>Mon, 16 Nov 2026 09:00 GMT</pubDate></item>
</channel></rss>`;
const posts = await readPosts(feed, { url: 'https://blog.example.org/feed.xml' });
const now = '2026-11-23';
const titles = (list) => list.map(({ title }) => title);
assert.deepEqual(titles(recentPosts(posts, { now })), ['Winter berths', 'Soup for fog']);
assert.deepEqual(titles(favoritePosts(posts, { now, limit: 1 })), ['Winter berths']);

assert.equal(renderComment('**Thick** <script>').trim(), '<p><strong>Thick</strong> &lt;script&gt;</p>');
assert.equal(commentCountLabel(2), '2 comments');
const comments = parseComments([
  { id: '1', author: 'Mara', body: 'Thick.' },
  { id: '2', parentId: '1', author: 'Jonas', body: 'Thank you!' },
]);
assert.equal(threadComments(comments)[0].replies[0].comment.author.name, 'Jonas');

// A server that renders pages imports the elements, too: there is nothing to draw on, and nothing breaks.
const { DogearedRecent } = await import('dogeared/elements');
assert.equal(typeof DogearedRecent, 'function');
console.log(process.version);
