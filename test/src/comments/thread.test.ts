import { expect } from 'chai';
import fc from 'fast-check';
import type { BlogComment } from '../../../src/comments/comment.ts';
import { type Sort, SORTS, type Thread, threadComments, type ThreadOptions } from '../../../src/comments/thread.ts';

type Rest = Partial<Omit<BlogComment, 'id' | 'parentId'>>;

const comment = (id: string, parentId?: string, rest: Rest = {}): BlogComment => ({
  id,
  ...(parentId !== undefined && { parentId }),
  author: { name: id },
  ...rest,
});

/** `day` of January 2026. */
const on = (day: number): Rest => ({ published: `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z` });

/** A thread as `a(b c(d))`. */
const shape = (threads: readonly Thread[]): string =>
  threads.map(({ comment: { id }, replies }) => id + (replies.length ? `(${shape(replies)})` : '')).join(' ');

const threads = (comments: Iterable<BlogComment>, options?: ThreadOptions): string =>
  shape(threadComments(comments, options));

/** Every thread, without recursion. */
function* all(top: readonly Thread[]): Generator<Thread> {
  const open = [...top];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (const reply of next.replies) open.push(reply);
  }
}

const LIST = [
  comment('c', undefined, on(3)),
  comment('a', undefined, on(1)),
  comment('a2', 'a', { ...on(5), votes: { up: 9, down: 0 } }),
  comment('a1', 'a', { ...on(4), votes: { up: 1, down: 8 } }),
  comment('b', undefined, { ...on(2), votes: { up: 5, down: 0 }, pinned: true }),
  comment('a11', 'a1', on(6)),
  comment('u'),
];

describe('threadComments', () => {
  it('puts each comment under what it answers, the oldest first', () =>
    expect(threads(LIST)).to.equal('a(a1(a11) a2) b c u'));

  it('has the newest first', () => expect(threads(LIST, { sort: 'newest' })).to.equal('c b a(a2 a1(a11)) u'));

  // 9 of 9 is better than 5 of 5, and none at all as good as 1 of 9 is bad: .845, .753, 0; ties by time.
  it('has the best first', () => expect(threads(LIST, { sort: 'best' })).to.equal('b c a(a2 a1(a11)) u'));

  it('has pinned comments before all others, if told so', () => {
    expect(threads(LIST, { pinnedFirst: true })).to.equal('b a(a1(a11) a2) c u');
    expect(threads(LIST, { sort: 'newest', pinnedFirst: true })).to.equal('b c a(a2 a1(a11)) u');
    const answers = [comment('a'), comment('b', 'a', on(1)), comment('c', 'a', { ...on(2), pinned: true })];
    expect(threads(answers, { pinnedFirst: true })).to.equal('a(c b)');
    expect(threads(answers)).to.equal('a(b c)');
  });

  it('has undated comments last, whatever the sort', () => {
    const list = [comment('u'), comment('a', undefined, on(1)), comment('x', undefined, { published: 'soon' })];
    expect(SORTS.map((sort) => threads(list, { sort }))).to.deep.equal(['a u x', 'a u x', 'a u x']);
  });

  it('takes the id where all else is the same', () => {
    const list = ['b', 'B', 'ä', 'a', '10', '9'].map((id) => comment(id, undefined, on(1)));
    for (const sort of SORTS) expect(threads(list, { sort })).to.equal('10 9 B a b ä');
  });

  it('does not rank one good vote above many', () => {
    const list = [
      comment('one', undefined, { votes: { up: 1, down: 0 } }),
      comment('many', undefined, { votes: { up: 90, down: 10 } }),
      comment('none', undefined, on(1)),
      comment('bad', undefined, { votes: { up: 0, down: 5 } }),
    ];
    expect(threads(list, { sort: 'best' })).to.equal('many one none bad');
  });

  it('says how deep a comment is', () => {
    const depths = [...all(threadComments(LIST))].map(({ comment: { id }, depth }) => [id, depth]);
    expect(Object.fromEntries(depths)).to.deep.equal({ a: 1, a1: 2, a11: 3, a2: 2, b: 1, c: 1, u: 1 });
  });

  it('gives back the comments that it was given, and leaves them alone', () => {
    const list = LIST.map((one) => Object.freeze(one));
    const found = [...all(threadComments(Object.freeze(list)))].map((thread) => thread.comment);
    // The very same objects.
    expect(found).to.have.members(list);
  });

  it('takes any iterable', () => {
    expect(threads(new Set(LIST).values(), { sort: 'newest' })).to.equal('c b a(a2 a1(a11)) u');
    expect(threads([])).to.equal('');
  });

  describe('survives', () => {
    it('answers to what is not there', () =>
      expect(threads([comment('b', 'gone', on(2)), comment('c', 'b', on(3)), comment('a', '', on(1))])).to.equal(
        'a b(c)',
      ));

    it('answers to themselves', () => expect(threads([comment('a', 'a'), comment('b', 'a')])).to.equal('a(b)'));

    it('comments that answer each other in a circle: the first begins', () => {
      const circle = [
        comment('a', 'c', on(3)),
        comment('b', 'a', on(1)),
        comment('c', 'b', on(2)),
        comment('d', 'a', on(4)),
      ];
      expect(threads(circle)).to.equal('b(c(a(d)))');
      expect(threads(circle, { sort: 'newest' })).to.equal('a(d b(c))');
    });

    it('several comments with one id: one that is not deleted, then the newest', () => {
      const list = [
        comment('a', undefined, { ...on(1), body: '1' }),
        comment('a', undefined, { ...on(3), body: '3' }),
        comment('a', undefined, { ...on(2), body: '2' }),
        comment('a', undefined, { ...on(9), status: 'deleted' }),
        comment('b', 'a'),
      ];
      for (const given of [list, list.toReversed()]) {
        const [thread] = threadComments(given);
        expect([thread?.comment.body, shape([thread!])]).to.deep.equal(['3', 'a(b)']);
      }
    });

    it('an id that is empty, or that objects have', () => {
      const ids = ['', '__proto__', 'constructor', 'toString'];
      expect(
        threads([...ids.map((id) => comment(id)), comment('a', '__proto__'), comment('b', ''), comment('c')]),
      ).to.equal('(b) __proto__(a) c constructor toString');
    });
  });

  describe('of deleted comments', () => {
    const gone = (id: string, parentId?: string) => comment(id, parentId, { status: 'deleted' });

    it('keeps those that somebody has answered', () =>
      expect(threads([gone('a'), comment('b', 'a'), gone('c')])).to.equal('a(b)'));

    it('keeps none that only deleted ones have answered', () =>
      expect(threads([gone('a'), gone('b', 'a'), gone('c', 'b'), comment('d'), gone('e', 'd')])).to.equal('d'));

    it('keeps a chain of them down to the last answer', () =>
      expect(threads([gone('a'), gone('b', 'a'), comment('c', 'b'), gone('d', 'c')])).to.equal('a(b(c))'));
  });

  describe('with maxDepth', () => {
    const deep = [
      comment('a', undefined, on(1)),
      comment('b', 'a', on(2)),
      comment('c', 'b', on(3)),
      comment('d', 'c', on(4)),
      comment('e', 'b', on(5)),
      comment('f', 'a', on(6)),
    ];

    it('puts what is deeper into the last level, each after what it answers', () => {
      expect(threads(deep)).to.equal('a(b(c(d) e) f)');
      expect(threads(deep, { maxDepth: 3 })).to.equal('a(b(c d e) f)');
      expect(threads(deep, { maxDepth: 2 })).to.equal('a(b c d e f)');
      expect(threads(deep, { maxDepth: 1 })).to.equal('a b c d e f');
      expect(threads(deep, { maxDepth: 2.9 })).to.equal('a(b c d e f)');
    });

    it('says what a comment answers, where that is not what it stands under', () => {
      const found = [...all(threadComments(deep, { maxDepth: 2 }))].map((thread) => [
        thread.comment.id,
        [thread.depth, thread.inReplyTo?.id],
      ]);
      expect(Object.fromEntries(found)).to.deep.equal({
        a: [1, undefined],
        b: [2, undefined],
        c: [2, 'b'],
        d: [2, 'c'],
        e: [2, 'b'],
        f: [2, undefined],
      });
    });
  });

  it('refuses options that there are not', () => {
    expect(() => threadComments([], { sort: 'random' as Sort })).to.throw(
      RangeError,
      'threadComments: sort is random; allowed: oldest, newest, best',
    );
    for (const maxDepth of [0, -1, NaN])
      expect(() => threadComments([], { maxDepth })).to.throw(RangeError, /^threadComments: maxDepth is /);
  });

  it('has each comment once and the same order, however they come', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    const list = fc.uniqueArray(
      fc.record({
        id,
        parentId: fc.option(id, { nil: undefined }),
        published: fc.option(fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'), { nil: undefined }),
        votes: fc.option(fc.record({ up: fc.nat(3), down: fc.nat(3) }), { nil: undefined }),
        pinned: fc.option(fc.constant(true), { nil: undefined }),
        author: fc.constant({ name: 'A' }),
      }),
      { selector: (one) => one.id },
    );
    const options = fc.record({
      sort: fc.constantFrom(...SORTS),
      pinnedFirst: fc.boolean(),
      maxDepth: fc.constantFrom(1, 2, 3, Infinity),
    });
    fc.assert(
      fc.property(
        list.chain((comments) =>
          fc.tuple(fc.constant(comments), fc.shuffledSubarray(comments, { minLength: comments.length })),
        ),
        options,
        ([comments, shuffled], given) => {
          const found = threadComments(comments as BlogComment[], given);
          expect(threads(shuffled as BlogComment[], given)).to.equal(shape(found));
          expect([...all(found)].map((thread) => thread.comment.id).sort()).to.deep.equal(
            comments.map((one) => one.id).sort(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  describe('has no size that is too much', () => {
    const SIZE = 100_000;
    const sizes: Readonly<Record<string, (at: number) => string | undefined>> = {
      'a chain': (at) => (at ? `c${at - 1}` : undefined),
      'a circle': (at) => `c${(at + 1) % SIZE}`,
      'one with all answers': (at) => (at ? 'c0' : undefined),
      'no answers': () => undefined,
      'a tree': (at) => (at ? `c${(at - 1) >> 1}` : undefined),
      'many small circles': (at) => `c${at ^ 1}`,
    };
    for (const [name, parent] of Object.entries(sizes))
      it(`${name} of 100,000`, () => {
        const list = Array.from({ length: SIZE }, (_, at) => comment(`c${at}`, parent(at)));
        const start = performance.now();
        for (const options of [{}, { maxDepth: 3, sort: 'best' as const }]) {
          const seen = new Set(Array.from(all(threadComments(list, options)), (thread) => thread.comment.id));
          expect(seen.size).to.equal(SIZE);
        }
        expect(performance.now() - start).to.be.below(6000);
      });

    it('a chain of 100,000 deleted comments', () =>
      expect(
        threadComments(Array.from({ length: SIZE }, (_, at) => comment(`c${at}`, `c${at - 1}`, { status: 'deleted' }))),
      ).to.deep.equal([]));
  });
});
