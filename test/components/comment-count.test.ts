import { expect } from 'chai';
import '../../components/comment-count.ts';
import type { DogearedCommentCount } from '../../components/comment-count.ts';
import type { ErrorEvent } from '../../components/events.ts';
import { $, at, hits, json, moment, part, put, seen, told, unique, until } from './helpers.ts';
import { eventsOf, said } from './threads.ts';

const TAG = 'dogeared-comment-count';
const counts = (): DogearedCommentCount[] => [...document.querySelectorAll<DogearedCommentCount>(TAG)];
const texts = (): (string | undefined)[] => counts().map((element) => part(element, 'count')?.textContent ?? undefined);

/** What elements say of some posts, by one source. */
async function saidOf(src: string, posts: readonly string[], attributes = ''): Promise<(string | undefined)[]> {
  put(posts.map((url) => `<${TAG} lang="en" src="${src}" post-url="${url}" ${attributes}>old</${TAG}>`).join(' '));
  await until('all numbers', () => texts().every(Boolean));
  return texts();
}

describe('how many comments a post has', () => {
  it('by address or path, as a number or among others', async () => {
    const src = json({ '/a/': 12, [`${location.origin}/b`]: 1, '/c/': { views: 5, comments: 3 }, '/d/': 0 });
    expect(
      await saidOf(src, ['/a/', '/b/?utm_source=x', '/c', '/d/', '/nobody/', `${location.origin}/a/#x`]),
    ).to.deep.equal(['12 comments', '1 comment', '3 comments', 'No comments', 'No comments', '12 comments']);
  });

  it('by the comments themselves, which say what they are about', async () => {
    const about = (id: string, url: string, more: object = {}): object => ({ ...said(id), post: { url }, ...more });
    const comments = [
      about('1', '/a/'),
      about('2', '/a/'),
      about('3', '/b/'),
      about('4', '/a/', { status: 'deleted' }),
    ];
    const expected = ['2 comments', '1 comment', 'No comments'];
    expect(await saidOf(json(comments), ['/a/', '/b/', '/c/'])).to.deep.equal(expected);
    expect(await saidOf(json({ comments }), ['/a/', '/b/', '/c/'])).to.deep.equal(expected);
  });

  it('of the page, by its canonical link, where no post is named', async () => {
    const link = Object.assign(document.createElement('link'), { rel: 'canonical', href: '/this-post/' });
    document.head.append(link);
    put(`<${TAG} lang="en" src="${json({ '/this-post/': 7 })}"></${TAG}>`);
    await until('the number', () => texts()[0]);
    link.remove();
    expect(texts()).to.deep.equal(['7 comments']);
  });

  it('is asked once, however many there are, also later', async () => {
    const key = unique();
    const src = at('n.json', { type: 'application/json', body: '{"/a/":2}' }, key);
    put(Array.from({ length: 50 }, () => `<${TAG} src="${src}" post-url="/a/"></${TAG}>`).join(' '));
    await until('all numbers', () => texts().every((text) => text === '2 comments'));
    counts()
      .at(-1)!
      .after(Object.assign(document.createElement(TAG), { src, postUrl: '/b/' }));
    await until('the other', () => texts().at(-1) === 'No comments');
    expect(await hits(key)).to.have.length(1);
  });

  for (const [lang, number, text] of [
    ['de', 1, '1 Kommentar'],
    ['de-CH', 12, '12 Kommentare'],
    ['ru', 3, '3 комментария'],
    ['ar', 2, 'تعليقان'],
    ['ja', 0, 'コメントはありません'],
    ['tlh', 2, '2 comments'],
    ['not a language', 2, '2 comments'],
  ] as const)
    it(`in words of the page's language: ${number} on a page in "${lang}" is ${text}`, async () => {
      put(`<p lang="${lang}"><${TAG} src="${json({ '/a/': number })}" post-url="/a/"></${TAG}></p>`);
      await until('the number', () => texts()[0]);
      expect(texts()).to.deep.equal([text]);
    });

  it('in words of the owner', async () => {
    put(`<${TAG} lang="en" src="${json({ '/a/': 3 })}" post-url="/a/"></${TAG}>`);
    counts()[0]!.words = { other: '<b>{n}</b> letters' };
    await until('the number', () => texts()[0]);
    expect(texts()).to.deep.equal(['<b>3</b> letters']);
  });

  it('follows its attributes', async () => {
    await saidOf(json({ '/a/': 3, '/b/': 4 }), ['/a/']);
    counts()[0]!.postUrl = '/b/';
    await until('the other post', () => texts()[0] === '4 comments');
    counts()[0]!.setAttribute('src', json({ '/b/': 5 }));
    await until('the other source', () => texts()[0] === '5 comments');
    counts()[0]!.removeAttribute('src');
    await until('the fallback', () => seen(counts()[0]!) && !texts()[0]);
  });

  it('stands in a line of text', async () => {
    put(`<p>Read <${TAG} lang="en" src="${json({ '/a/': 3 })}" post-url="/a/">some</${TAG}>.</p>`);
    await until('the number', () => texts()[0]);
    expect($('p').getClientRects()[0]!.height).to.be.lessThan(40);
    expect(getComputedStyle(counts()[0]!).display).to.equal('inline');
  });

  for (const [what, body, text] of [
    ['negative', '{"/a/":-3}', 'No comments'],
    ['a text', '{"/a/":"<b>9</b>"}', 'No comments'],
    ['enormous', '{"/a/":1e300}', /comments$/],
    ['not whole', '{"/a/":2.7}', '2 comments'],
    ['a prototype', '{"__proto__":{"/a/":5},"constructor":7}', 'No comments'],
    ['nothing', '{}', 'No comments'],
  ] as const)
    it(`a number that is ${what} is ${String(text)}`, async () => {
      const [shown] = await saidOf(at('n.json', { type: 'application/json', body }), ['/a/']);
      if (typeof text === 'string') expect(shown).to.equal(text);
      else expect(shown).to.match(text);
      expect({}).not.to.have.property('/a/');
    });
});

describe('a number that does not come', () => {
  for (const [what, src, message] of [
    ['an error', at('n.json', { status: 404 }), 'answered 404'],
    ['a web page', at('n.json', { type: 'text/html', body: '<p>x</p>' }), 'is not a list of numbers'],
    ['an address that is none', 'javascript:1', 'is not an http(s) address'],
  ] as const)
    it(`because of ${what}: the fallback stays, and the console hears it once`, async () => {
      const events = eventsOf<ErrorEvent['detail']>('dogeared-error');
      put(`<${TAG} src="${src}">12 comments</${TAG}> <${TAG} src="${src}" post-url="/b/">3 comments</${TAG}>`);
      await until('two errors', () => events.length === 2);
      await moment();
      expect(texts()).to.deep.equal([undefined, undefined]);
      expect(seen(counts()[0]!)).to.equal(true);
      const warnings = told();
      expect(warnings).to.have.length(1);
      expect(warnings[0])
        .to.match(/^<dogeared-comment-count>: .+; showing the fallback\.$/)
        .and.contain(message);
    });

  it('again stays what it was', async () => {
    const src = at('n.json', { type: 'application/json', body: '{"/a/":2}', status: '200,404' });
    await saidOf(src, ['/a/']);
    await counts()[0]!.refresh();
    expect(texts()).to.deep.equal(['2 comments']);
    expect(told()).to.deep.equal(['<dogeared-comment-count>: /serve/n.json answered 404; keeping what is there.']);
  });

  it('because nobody named a source: nothing is asked', async () => {
    put(`<${TAG}>12 comments</${TAG}>`);
    await counts()[0]!.refresh();
    expect(texts()).to.deep.equal([undefined]);
  });
});

describe('numbers of comments that an engine keeps', () => {
  /** Waline at the test server, which answers for so many posts. */
  const waline = (numbers: readonly number[], key: string, query: object = {}): string =>
    at('api/comment', { type: 'application/json', body: JSON.stringify({ errno: 0, data: numbers }), ...query }, key);

  it('are asked for together: Waline, by path', async () => {
    const key = unique();
    expect(await saidOf(waline([15, 0, 1], key), ['/a/', '/b/', '/c/', '/a/?utm_source=x'])).to.deep.equal([
      '15 comments',
      'No comments',
      '1 comment',
      '15 comments',
    ]);
    expect((await hits(key)).map(({ query }) => query['url'])).to.deep.equal(['/a/,/b/,/c/']);
  });

  it('Ghost, by id', async () => {
    const key = unique();
    const ids = ['6b0475ba9d62523337f3654f', '6b0475c89d62523337f365b2'];
    const body = await (await fetch('/serve/fixtures/engines/ghost/members-comments-counts.json')).text();
    const src = at('members/api/comments/counts/', { type: 'application/json', body }, key);
    expect(await saidOf(src, ids)).to.deep.equal(['15 comments', '6 comments']);
    expect((await hits(key)).map(({ query }) => query['ids'])).to.deep.equal([ids.join()]);
  });

  it('WordPress, by number', async () => {
    const key = unique();
    const src = at('wp-json/wp/v2/comments', { type: 'application/json', body: '[{"id":17}]', total: 15 }, key);
    expect(await saidOf(src, ['6', '/?p=7'])).to.deep.equal(['15 comments', '15 comments']);
    expect((await hits(key)).map(({ query }) => query['post'])).to.deep.equal(['6', '7']);
  });

  it('are asked for again about posts that come later, once', async () => {
    const key = unique();
    // Answers for one post, and so not for two.
    const src = waline([2], key);
    await saidOf(src, ['/a/']);
    counts()[0]!.after(Object.assign(document.createElement(TAG), { src, postUrl: '/b/', textContent: 'old' }));
    await until('a second request', () => told().length);
    await moment(200);
    expect(texts()).to.deep.equal(['2 comments', undefined]);
    expect((await hits(key)).map(({ query }) => query['url'])).to.deep.equal(['/a/', '/a/,/b/']);
  });

  it('that the engine does not know are not guessed', async () => {
    const src = at('members/api/comments/counts/', {
      type: 'application/json',
      body: '{"6b0475ba9d62523337f3654f":1}',
    });
    put(
      ['6b0475ba9d62523337f3654f', '6b0475c89d62523337f365b2']
        .map((id) => `<${TAG} src="${src}" post-url="${id}"></${TAG}>`)
        .join(''),
    );
    await until('the number', () => texts()[0]);
    expect(texts()).to.deep.equal(['1 comment', undefined]);
  });

  it('with a private key are not asked for at all', async () => {
    const key = unique();
    put(`<${TAG} src="${waline([2], key)}&api_key=abcdef" post-url="/a/">old</${TAG}>`);
    let said: string[] = [];
    await until('the error', () => (said = told()).length);
    expect(said[0])
      .to.match(/holds a private key \(api_key\)/)
      .and.not.match(/abcdef/);
    expect(await hits(key)).to.deep.equal([]);
  });
});
