import { expect } from 'chai';
import fc from 'fast-check';
import { indexPosts } from '../../../src/posts/index-posts.ts';
import type { PostLike } from '../../../src/posts/post.ts';
import { ago, calls, deepFreeze, expectSameWhenShuffled, functions, ids, now, polluted, posts } from './helpers.ts';

const small = [
  { id: 1, url: '/one', published: ago(1), tags: ['x'], author: 'Ada', counts: { views: 4 } },
  { id: 2, url: '/two', published: ago(2), tags: ['y'], author: { name: 'Bo' }, counts: { views: 9 } },
  { id: 3, url: '/three', published: ago(3), featured: true, counts: { views: 7 } },
];

for (const [name, call] of calls)
  describe(`${name}, like every list,`, () => {
    it('does not depend on the order of the input', () => expectSameWhenShuffled(call));

    it('is the same from an index', () => {
      fc.assert(
        fc.property(posts, (list) => void expect(call(indexPosts(list as PostLike[]))).to.deep.equal(call(list))),
        { numRuns: 60 },
      );
    });

    it('is the same from an array, a set, the values of a map and a generator, which is read once', () => {
      let read = 0;
      function* generator() {
        read++;
        yield* small;
      }
      const expected = call(small);
      expect(expected).not.to.have.length(0);
      expect(call(new Set(small))).to.deep.equal(expected);
      expect(call(new Map(small.map((post) => [post.id, post])).values())).to.deep.equal(expected);
      expect(call(generator())).to.deep.equal(expected);
      expect(read).to.equal(1);
    });

    it('leaves frozen input alone', () => {
      const list = deepFreeze(structuredClone(small));
      expect(call(list)).to.deep.equal(call(small));
    });

    it('passes over holes, null and what is no object', () => {
      const [first, ...rest] = small;
      // eslint-disable-next-line no-sparse-arrays
      expect(call([, null, first, undefined, 5, 'text', true, ...rest])).to.deep.equal(call(small));
    });

    it('is empty without posts', () => {
      expect(call([])).to.deep.equal([]);
    });

    it('is the same on a page whose Object.prototype is polluted', () => {
      const list = [...small, { id: 4 }, { id: 5, author: {}, counts: {}, windows: { '7d': {} } }, {}];
      const values = {
        ...{ id: 'x', url: '/x', published: ago(0), updated: ago(0), tags: ['x'], author: 'Ada', name: 'Ada' },
        ...{
          featured: true,
          counts: { views: 1e6 },
          windows: { '7d': { views: 5 } },
          views: 1e9,
          likes: 3,
          rating: {},
        },
        ...{
          average: 5,
          count: 9,
          limit: 1,
          offset: 1,
          order: 'updated',
          now: 0,
          get: {},
          exclude: ['1'],
          by: 'likes',
        },
        ...{ excludeTags: 'x', authors: 'Ada', publishedWithin: '1d', minAge: '1d', pick: '2', rotate: 'day', h: 1 },
        ...{ within: '7d', halfLife: 'auto', perTag: 1, perAuthor: 1 },
      };
      const expected = call(list).map((item) => list.indexOf(item.post ?? item));
      for (const enumerable of [true, false]) {
        const places = polluted(values, enumerable, () =>
          call(list).map((item) => list.indexOf(Object.hasOwn(item, 'post') ? item.post : item)),
        );
        expect(places).to.deep.equal(expected);
        const indexed = polluted(values, enumerable, () =>
          call(indexPosts(list)).map((item) => list.indexOf(Object.hasOwn(item, 'post') ? item.post : item)),
        );
        expect(indexed).to.deep.equal(expected);
      }
    });
  });

for (const [name, call] of functions)
  describe(`${name}, like every function,`, () => {
    const plain = (result: any[]) => result.map((item) => item.post ?? item);

    it('gives the very objects of the caller in a fresh array', () => {
      const result = plain(call(small, { now, limit: 3 }));
      expect(result).not.to.equal(small);
      for (const post of result) expect(small).to.include(post);
    });

    it('calls each accessor exactly once a post', () => {
      const entries = small.map((data) => ({ slug: data.url, data }));
      const count: Record<string, number> = {};
      const counted = (field: string, read: (entry: any) => unknown) => (entry: any) => {
        count[field] = (count[field] ?? 0) + 1;
        return read(entry);
      };
      const get = Object.fromEntries(
        ['id', 'published', 'updated', 'tags', 'author', 'featured', 'counts', 'windows'].map((field) => [
          field,
          counted(field, ({ data }) => data[field]),
        ]),
      );
      get['url'] = counted('url', ({ slug }) => slug);
      const result = plain(
        call(entries, { now, limit: 3, get, tags: ['x', 'y', 'z'], excludeTags: 'q', authors: ['ada', 'bo'] }),
      );
      expect(result.map(({ slug }) => slug)).to.have.members(['/one', '/two']);
      expect(Object.values(count)).to.deep.equal(Array(9).fill(3));
      expect(plain(call(indexPosts(entries, { get }), { now, limit: 3 }))).to.deep.equal(
        plain(call(entries, { now, limit: 3, get })),
      );
    });

    it('reads instances of a class through their getters', () => {
      class Entry {
        #id: number;
        constructor(id: number) {
          this.#id = id;
        }
        get id() {
          return this.#id;
        }
        get published() {
          return ago(this.#id);
        }
      }
      expect(ids(plain(call([new Entry(2), new Entry(1)], { now, limit: 2 })))).to.deep.equal([1, 2]);
    });

    it('takes __proto__ as an id, an address, a tag, an author and the name of a count', () => {
      const odd = JSON.parse(
        `[{"id": "__proto__", "url": "__proto__", "tags": ["__proto__"], "author": "__proto__", "published": ${ago(1)},
           "counts": {"__proto__": {"views": 9}, "views": 1}, "__proto__": {"featured": true}}]`,
      );
      const options = { now, tags: '__proto__', authors: ['__proto__'] };
      expect(plain(call(odd, options))).to.deep.equal(odd);
      expect(call(odd, { now, exclude: '__proto__' })).to.deep.equal([]);
    });

    it('gives nothing for a limit of 0 and everything for Infinity', () => {
      expect(call(small, { now, limit: 0 })).to.deep.equal([]);
      expect(call(small, { now, limit: Infinity })).to.have.length(3);
    });

    it('takes null for options that are not there', () => {
      expect(() => call(small, null)).not.to.throw();
      expect(() => call(small, { limit: undefined, exclude: undefined, now: undefined })).not.to.throw();
    });

    const wrong: [option: string, value: unknown, error: ErrorConstructor][] = [
      ['limit', -1, RangeError],
      ['limit', 1.5, RangeError],
      ['limit', NaN, RangeError],
      ['limit', '5', TypeError],
      ['limit', null, TypeError],
      ['limit', true, TypeError],
      ['limit', 5n, TypeError],
      ['limit', Symbol('five'), TypeError],
      ['limit', [5], TypeError],
      ['limit', {}, TypeError],
      ['now', 'yesterday', RangeError],
      ['now', '2025-02-30', RangeError],
      ['now', NaN, RangeError],
      ['now', Infinity, RangeError],
      ['now', new Date(NaN), RangeError],
      ['now', {}, TypeError],
      ['now', true, TypeError],
      ['minAge', '7 days', RangeError],
      ['minAge', '-7d', RangeError],
      ['minAge', '7', RangeError],
      ['minAge', 'd', RangeError],
      ['minAge', -1, RangeError],
      ['minAge', {}, TypeError],
      ['publishedWithin', '', RangeError],
      ['publishedWithin', NaN, RangeError],
      ['publishedWithin', [], TypeError],
      ['exclude', 5, TypeError],
      ['exclude', [5], TypeError],
      ['exclude', [null], TypeError],
      ['tags', {}, TypeError],
      ['excludeTags', true, TypeError],
      ['authors', null, TypeError],
    ];
    for (const [option, value, error] of wrong)
      it(`says that ${option} must not be ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`, () => {
        let caught: any;
        try {
          call(small, { [option]: value });
        } catch (thrown) {
          caught = thrown;
        }
        expect(caught).to.be.instanceOf(error);
        expect(caught.name).to.equal(error.name);
        expect(caught.message).to.match(new RegExp(`^${name}: ${option} is .*; allowed: \\w`));
        expect(caught.message).to.include(String(value));
      });
  });
