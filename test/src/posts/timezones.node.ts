/**
 * The lists are the same wherever the reader is: this script runs itself in several time zones and compares.
 * In a browser a test cannot choose the zone, so it is plain Node: `node test/src/posts/timezones.node.ts`.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { explainFavorites, favoritePosts } from '../../../src/posts/favorites.ts';
import { featuredPosts } from '../../../src/posts/featured.ts';
import { recentPosts } from '../../../src/posts/recent.ts';
import { blog, expected, now } from '../../fixtures/blog.ts';

const ZONES = ['UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Niue'];

/** Dates as people write them, most of them without a zone, around midnight and a change of clocks. */
const loose = [
  ...['2026-03-29', '2026-03-29T02:30', '2026-03-29 02:30:00', '2026-03-28T23:59:59.999', '2026-03-29T00:00Z'],
  ...['2026-03-29T02:30:00+05:45', '2026-03-29 02:30:00 -0330', '2026-3-29', '2026/03/29', 'Mar 29 2026', '2026-02-30'],
  ...['2026-03-29 (draft)', '2026-03-29 10:00 PM', '12345', '10000-01-01', '29.03.2026'],
].map((published, place) => ({ id: `${place}`.padStart(2, '0'), published, featured: true }));

function lists(): unknown {
  const then = '2026-03-30T00:00';
  return [
    recentPosts(blog, { now }).map(({ url }) => url),
    recentPosts(loose, { now: then, limit: 99 }).map(({ id }) => id),
    recentPosts(loose, { now: then, limit: 99, publishedWithin: '24h' }).map(({ id }) => id),
    ['day', 'week'].map((rotate) => featuredPosts(loose, { now: then, rotate: rotate as 'day' }).map(({ id }) => id)),
    favoritePosts(blog, { now, within: '30d' }).map(({ url }) => url),
    explainFavorites(blog, { now: '2026-11-23T12:00', halfLife: 'auto' }).map(({ post, score }) => [post.id, score]),
  ];
}

if (process.argv[2] === 'print') console.log(JSON.stringify(lists()));
else {
  const answers = ZONES.map((TZ) => {
    const child = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), 'print'], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    assert.equal(child.status, 0, child.stderr);
    return child.stdout;
  });
  for (const [place, answer] of answers.entries()) assert.equal(answer, answers[0], ZONES[place]);
  const [recent, order] = JSON.parse(answers[0]!);
  assert.deepEqual(recent, expected.recent);
  assert.deepEqual(order.slice(0, 7), ['06', '01', '02', '00', '04', '03', '05']);
  assert.equal(order.length, loose.length);
  console.log(`The lists are the same in ${ZONES.join(', ')}.`);
}
