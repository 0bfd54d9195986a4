import { expect } from 'chai';
import { readPosts } from '../../../src/sources/read.ts';
import { found, LISTS, wanted } from './expected.ts';
import { bytesOf, expectedIn } from './fixtures.ts';

const lists = await Promise.all(LISTS.map(async ([list, folder]) => ({ folder, files: await expectedIn(list) })));

describe('readPosts', () => {
  for (const { folder, files } of lists)
    for (const [name, expected] of Object.entries(files))
      it(`reads ${folder}/${name}: ${expected.posts.length} posts, every field as an independent reader found it`, async () => {
        const { url, contentType } = expected;
        const posts = await readPosts(await bytesOf(`${folder}/${name}`), { url, contentType });
        expect(found(posts, expected)).to.deep.equal(wanted(expected));
      });

  it('has seen all fixtures: more than 300 posts', () => {
    const total = lists.flatMap(({ files }) => Object.values(files)).reduce((sum, { posts }) => sum + posts.length, 0);
    expect(total).to.be.greaterThan(300);
  });

  it('takes bytes, a buffer, text, and JSON that is parsed already', async () => {
    const text = '{"posts":[{"title":"Soup","url":"/soup/"}]}';
    const bytes = new TextEncoder().encode(text);
    const url = 'https://blog.example/posts.json';
    for (const body of [bytes, bytes.buffer, text, JSON.parse(text) as unknown])
      expect(await readPosts(body, { url })).to.deep.equal([
        { id: 'https://blog.example/soup/', url: 'https://blog.example/soup/', title: 'Soup' },
      ]);
  });

  it('lets `format` decide: a list that looks like our own, read as JSON Feed', async () => {
    const json = { posts: [{ title: 'Ours' }], items: [{ id: '1', title: 'Theirs' }] };
    expect((await readPosts(json)).map(({ title }) => title)).to.deep.equal(['Ours']);
    expect((await readPosts(json, { format: 'json-feed' })).map(({ title }) => title)).to.deep.equal(['Theirs']);
  });
});
