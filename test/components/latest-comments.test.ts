import { expect } from 'chai';
import '../../components/latest-comments.ts';
import type { DogearedLatestComments } from '../../components/latest-comments.ts';
import type { BlogComment } from '../../src/comments/comment.ts';
import { $, at, hits, json, part, parts, put, seen, texts, told, unique, until } from './helpers.ts';
import { plain, said } from './threads.ts';

const TAG = 'dogeared-latest-comments';
const about = (id: string, post: string, at: number, more: Partial<BlogComment> = {}): BlogComment =>
  said(id, { post: { url: `https://blog.example/${post}/`, title: `About ${post}` }, ...more }, at);
const COMMENTS = [
  about('3', 'soup', 30, { parentId: '1' }),
  about('1', 'soup', 60),
  about('5', 'gulls', 5, { author: { name: 'The Owner' } }),
  about('4', 'berths', 10),
  about('2', 'gulls', 45),
  about('6', 'gulls', 1, { status: 'pending' }),
  about('7', 'gulls', 2, { status: 'deleted' }),
];

async function latest(attributes = '', comments: unknown = COMMENTS): Promise<DogearedLatestComments> {
  put(`<${TAG} lang="en" ${attributes}><p>Fallback</p></${TAG}>`);
  const list = $<DogearedLatestComments>(TAG);
  if (comments) list.comments = comments as [];
  await until('the list', () => part(list, 'list'));
  return list;
}

describe('the latest comments', () => {
  it('are the newest first, over all posts, answers among them', async () => {
    expect(texts(await latest(), 'author')).to.deep.equal([
      'The Owner',
      'Reader 4',
      'Reader 3',
      'Reader 2',
      'Reader 1',
    ]);
  });

  it('name a post without title by its path', async () => {
    const list = await latest('', [said('1', { post: { url: 'https://blog.example/%E5%86%AC/soup/' } })]);
    expect(part(list, 'post')!.textContent).to.equal('/冬/soup/');
  });

  it('say who, on which post, when, and how it begins', async () => {
    const list = await latest('limit="1" exclude-authors="the owner, nobody"');
    const [item] = parts(list, 'item');
    expect(plain(item)).to.equal('Reader 4 on About berths Comment 4 10 minutes ago');
    const link = part<HTMLAnchorElement>(list, 'post')!;
    expect(link.href).to.equal('https://blog.example/berths/#comment-4');
    expect(part(list, 'list')!.ariaLabel).to.equal('Latest comments');
  });

  it('lead to where an engine shows them', async () => {
    const list = await latest('', [about('1', 'soup', 5, { url: 'https://blog.example/soup/#c1' })]);
    expect(part<HTMLAnchorElement>(list, 'post')!.href).to.equal('https://blog.example/soup/#c1');
  });

  it('begin with what somebody said, without signs and quotes', async () => {
    const bodies = [
      ['> You said _so_.\n\n**No**, I [did](https://x.example/) not: `x` <b>', 'No, I did not: x <b>'],
      ['# Title\n\n- one\n- [ ] two', 'Title one two'],
      ['```js\nlet x\n```\nafter', 'let x after'],
      ['w '.repeat(400), /^(w ){20,70}w?…$/],
      ['', ''],
    ] as const;
    for (const [body, text] of bodies) {
      const excerpt = plain(part(await latest('', [said('1', { body })]), 'excerpt'));
      if (typeof text === 'string') expect(excerpt).to.equal(text);
      else expect(excerpt).to.match(text);
    }
    const list = await latest('', [said('1', { html: '<p>One &amp; <b>two</b></p><script>three</script>' })]);
    expect(plain(part(list, 'excerpt'))).to.equal('One & two');
  });

  for (const [limit, count] of [
    ['2', 2],
    ['0', 5],
    ['-3', 5],
    ['x', 5],
    ['1e9', 5],
    ['', 5],
  ] as const)
    it(`limit="${limit}" shows ${count}`, async () => {
      expect(parts(await latest(`limit="${limit}"`), 'item')).to.have.length(count);
    });

  it('have a heading where there is one', async () => {
    const list = await latest('heading="Said lately" heading-level="3"');
    expect([plain(part(list, 'heading')), part(list, 'heading')!.ariaLevel]).to.deep.equal(['Said lately', '3']);
    expect(part(await latest(), 'heading')).to.equal(null);
  });

  it('come from an address, asked once for all lists', async () => {
    const key = unique();
    const src = at('c.json', { type: 'application/json', body: JSON.stringify({ comments: COMMENTS }) }, key);
    put(`<${TAG} src="${src}"></${TAG}><${TAG} src="${src}" limit="1"></${TAG}>`);
    const lists = [...document.querySelectorAll(TAG)];
    await until('both', () => lists.every((list) => part(list, 'list')));
    expect(lists.map((list) => parts(list, 'item').length)).to.deep.equal([5, 1]);
    expect(await hits(key)).to.have.length(1);
  });

  it('load neither DOMPurify nor marked', async () => {
    await latest();
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(names.filter((name) => /sanitize|markdown\.ts|purify|marked/.test(name))).to.deep.equal([]);
  });

  it('keep the fallback where there are none, and where they cannot be read', async () => {
    for (const [src, warnings] of [
      [json([]), 0],
      [json([{ id: '1', body: 'x', status: 'deleted' }]), 0],
      [at('x', { status: 404 }), 1],
      [at('x', { type: 'text/html', body: '<p>x</p>' }), 1],
    ] as const) {
      put(`<${TAG} src="${src}"><p>Fallback</p></${TAG}>`);
      const list = $<DogearedLatestComments>(TAG);
      await list.refresh().catch(() => 0);
      await until('rest', () => !list.isUpdatePending);
      expect([seen($('p')), part(list, 'list')]).to.deep.equal([true, null]);
      const said = told();
      expect(said).to.have.length(warnings);
      if (warnings) expect(said[0]).to.match(/^<dogeared-latest-comments>: .+; showing the fallback\.$/);
    }
  });

  it('follow the property, and an address again when that is gone', async () => {
    const list = await latest(`src="${json([about('9', 'soup', 1)])}"`);
    expect(texts(list, 'author')).to.have.length(5);
    list.comments = null;
    await until('the address', () => texts(list, 'author').join() === 'Reader 9');
  });

  it('speak the language of the page', async () => {
    put(`<div lang="de"><${TAG}></${TAG}></div>`);
    const list = Object.assign($<DogearedLatestComments>(TAG), { comments: [about('1', 'soup', 120)] });
    await until('the list', () => part(list, 'list'));
    expect(plain(part(list, 'date'))).to.equal('vor 2 Stunden');
  });

  it('speak the words of the owner', async () => {
    const list = await latest('', [said('1', { author: { name: '' }, post: { url: '/a/', title: 'A' } })]);
    list.words = { anonymous: 'A reader', on: 'about <b>{name}</b>' };
    await until('the words', () => plain(part(list, 'item')).startsWith('A reader about <b>A</b>'));
  });

  it('of a comment that is all signs come soon', async () => {
    const start = performance.now();
    for (const sign of ['*', '_', '`', '> ', '\n', '[', '![](', '- ', ' ', '(*', '~~', '#', '[a](', '1. \n'])
      await latest('', [said('1', { body: sign.repeat(20_000 / sign.length) })]);
    expect(performance.now() - start).to.be.lessThan(3000);
  });
});
