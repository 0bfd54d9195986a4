import { expect } from 'chai';
import { recentPosts } from '../../../src/posts/recent.ts';
import { ago, ids, now } from './helpers.ts';

const posts = [
  {
    id: 'Ab1',
    url: 'https://www.example.org/one/',
    published: ago(1),
    tags: ['Food', 'travel'],
    author: { name: 'Ada Lind' },
  },
  { id: 2, url: '/two', published: ago(10), tags: new Set(['food']), author: 'Bo' },
  { id: 'three', url: 'http://example.org/three?p=3', published: ago(100), tags: 'film', author: { name: 'bo' } },
  { id: 'four', tags: 5 as any, author: 7 as any },
  { id: 'five', tags: [null, {}, 'FILM', { name: 'food' }] as any, author: null },
];
const keeps = (options: object) => ids(recentPosts(posts, { now, limit: 9, ...options }));

describe('a filter', () => {
  it('excludes by id, as text or number, without regard to case', () => {
    expect(keeps({ exclude: ['ab1', '2'] })).to.deep.equal(['three', 'five', 'four']);
  });

  it('excludes by address, whatever the scheme, www. and the slash at the end', () => {
    const exclude = ['http://example.org/one', '/two/', 'https://www.example.org/three?p=3'];
    expect(keeps({ exclude })).to.deep.equal(['five', 'four']);
    expect(keeps({ exclude: 'https://example.org/three' })).to.include('three');
  });

  it('keeps posts with one of the tags, without regard to case', () => {
    expect(keeps({ tags: ['FOOD'] })).to.deep.equal(['Ab1', 2, 'five']);
    expect(keeps({ tags: 'film' })).to.deep.equal(['three', 'five']);
    expect(keeps({ tags: ['film', 'travel'] })).to.deep.equal(['Ab1', 'three', 'five']);
  });

  it('drops posts with one of the tags', () => {
    expect(keeps({ excludeTags: ['food', 'nothing'] })).to.deep.equal(['three', 'four']);
  });

  it('keeps posts of the authors', () => {
    expect(keeps({ authors: 'BO' })).to.deep.equal([2, 'three']);
    expect(keeps({ authors: ['Ada Lind', 'nobody'] })).to.deep.equal(['Ab1']);
  });

  it('takes sets and generators', () => {
    expect(keeps({ tags: new Set(['travel']) })).to.deep.equal(['Ab1']);
    expect(
      keeps({
        tags: (function* () {
          yield 'travel';
        })(),
      }),
    ).to.deep.equal(['Ab1']);
  });

  it('excludes nothing by an empty list, and keeps nothing by one', () => {
    expect(keeps({ exclude: [], excludeTags: [] })).to.have.length(5);
    expect(keeps({ tags: [] })).to.deep.equal([]);
    expect(keeps({ authors: new Set() })).to.deep.equal([]);
  });

  it('finds no post by an empty text', () => {
    expect(keeps({ exclude: [''], excludeTags: '' })).to.have.length(5);
    expect(keeps({ tags: [''] })).to.deep.equal([]);
  });

  it('keeps dated posts published within a time, to the millisecond', () => {
    expect(keeps({ publishedWithin: '10d' })).to.deep.equal(['Ab1', 2]);
    expect(keeps({ publishedWithin: 10 * 864e5 - 1 })).to.deep.equal(['Ab1']);
    expect(keeps({ publishedWithin: Infinity })).to.have.length(5);
  });

  it('keeps posts of an age, and undated ones', () => {
    expect(keeps({ minAge: '10d' })).to.deep.equal([2, 'three', 'five', 'four']);
    expect(keeps({ minAge: 10 * 864e5 + 1 })).to.deep.equal(['three', 'five', 'four']);
  });

  it('looks at publication also where the list is by update', () => {
    const edited = [
      { id: 1, published: ago(50), updated: ago(1) },
      { id: 2, published: ago(5), updated: ago(4) },
    ];
    expect(ids(recentPosts(edited, { now, order: 'updated', publishedWithin: '7d' }))).to.deep.equal([2]);
    expect(ids(recentPosts(edited, { now, order: 'updated', minAge: '7d' }))).to.deep.equal([1]);
  });
});
