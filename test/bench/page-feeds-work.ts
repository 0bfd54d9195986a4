/** Reading feeds of a megabyte, beside feedsmith: the same in Node and in Chromium. */
import { readPosts } from '../../src/sources/index.ts';
import { parseFeed } from 'feedsmith';
import { random } from './posts.ts';
import { median } from './rounds.ts';

const SIZE = 1e6;
const WORDS =
  'a the of in to and we it on with paper thread glue board press knife book page cloth spine sewn old new small slow turn'.split(
    ' ',
  );

const chance = random(1);
const some = (count: number): string =>
  Array.from({ length: count }, () => WORDS[Math.floor(chance() * WORDS.length)]).join(' ');
const cdata = (text: string): string => `<![CDATA[${text}]]>`;

/** HTML as blogs have it, of about so many letters. */
function article(length: number): string {
  let html = '';
  while (html.length < length)
    html += `<p>${some(40)} <a href="https://blog.example/">${some(2)}</a> &#8220;${some(12)}&#8221; <em>${some(3)}</em>.</p>\n`;
  return html;
}

const date = (nth: number): Date => new Date(17e11 - nth * 864e5);

/** As WordPress and as Jekyll write them: a summary, and a text of some ten thousand letters. */
const KINDS: Readonly<Record<string, { head: string; post: (nth: number) => string; foot: string }>> = {
  'RSS 2.0 as WordPress has it': {
    head: `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Blog</title>
<link>https://blog.example/</link><description>A blog</description>`,
    post: (nth) => `<item><title>${some(7)} ${nth}</title><link>https://blog.example/${nth}/</link>
<comments>https://blog.example/${nth}/#comments</comments><dc:creator>${cdata(some(2))}</dc:creator>
<pubDate>${date(nth).toUTCString()}</pubDate><category>${cdata(some(1))}</category><category>${cdata(some(1))}</category>
<guid isPermaLink="false">https://blog.example/?p=${nth}</guid><description>${cdata(`<p>${some(50)} [&#8230;]</p>`)}</description>
<content:encoded>${cdata(article(1e4))}</content:encoded><slash:comments>${nth}</slash:comments></item>`,
    foot: '</channel></rss>',
  },
  'Atom as Jekyll has it': {
    head: '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>',
    post: (nth) => `<entry><title type="html">${some(7)} ${nth}</title>
<link href="https://blog.example/${nth}/" rel="alternate" type="text/html" title="${some(7)}"/>
<published>${date(nth).toISOString()}</published><updated>${date(nth).toISOString()}</updated>
<id>https://blog.example/${nth}</id><content type="html" xml:base="https://blog.example/${nth}/">${cdata(article(1e4))}</content>
<author><name>${some(2)}</name></author><category term="${some(1)}"/><summary type="html">${cdata(some(30))}</summary></entry>`,
    foot: '</feed>',
  },
};

function make({ head, post, foot }: (typeof KINDS)[string]): string {
  let text = head;
  for (let nth = 0; text.length < SIZE; nth++) text += post(nth);
  return text + foot;
}

/** Title and address of each post, as feedsmith has them. */
function theirs(text: string): unknown[] {
  const { feed } = parseFeed(text) as { feed: Record<string, any> };
  return ((feed['items'] ?? feed['entries']) as Record<string, any>[]).map(({ title, link, links }) => ({
    title: title.value ?? title,
    url: link ?? links[0].href,
  }));
}

export interface Result {
  kind: string;
  posts: number;
  /** How many times as long feedsmith takes. */
  times: number;
  /** The same beside the least that we do in a page: the platform's parser, without what stands in CDATA sections. */
  parser?: number;
}

export default async function work(clock = () => performance.now()): Promise<Result[]> {
  const results: Result[] = [];
  for (const [kind, parts] of Object.entries(KINDS)) {
    const text = make(parts);
    const posts = await readPosts(text);
    const ours = JSON.stringify(posts.map(({ title, url }) => ({ title, url })));
    if (!posts.length || ours !== JSON.stringify(theirs(text))) throw new Error(`${kind}: not the same posts`);
    const bare = text.replace(/<!\[CDATA\[[^]*?\]\]>/g, '');
    const inPage = typeof DOMParser !== 'undefined';
    const rounds: number[] = [];
    const parser: number[] = [];
    for (let round = -8; round < 25; round++) {
      const start = clock();
      await readPosts(text);
      const middle = clock();
      parseFeed(text);
      const end = clock();
      if (inPage) new DOMParser().parseFromString(bare, 'text/xml');
      if (round < 0) continue;
      rounds.push((end - middle) / (middle - start));
      parser.push((end - middle) / (clock() - end));
    }
    results.push({ kind, posts: posts.length, times: median(rounds), ...(inPage && { parser: median(parser) }) });
  }
  return results;
}
