import { expect } from 'chai';
import { field, list, text } from '../../../src/posts/view.ts';
import { polluted } from './helpers.ts';

describe('field', () => {
  it('reads own and inherited fields, of nothing too', () => {
    class Post {
      get id() {
        return 5;
      }
    }
    expect(field(new Post(), 'id')).to.equal(5);
    expect(field(Object.assign(Object.create(null), { id: 6 }), 'id')).to.equal(6);
    for (const nothing of [null, undefined, 5, 'text']) expect(field(nothing, 'id')).to.equal(undefined);
  });

  it('reads nothing from Object.prototype, by any name', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(field({}, name)).to.equal(undefined);
    polluted({ id: 5 }, false, () => {
      expect([{}, null, 'text', new Date()].map((value) => field(value, 'id'))).to.deep.equal([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(field({ id: 5 }, 'id')).to.equal(5);
    });
  });
});

describe('text', () => {
  it('makes a text of texts and numbers, and of nothing else', () => {
    expect(['a', 5, 0, -1.5].map(text)).to.deep.equal(['a', '5', '0', '-1.5']);
    for (const value of [NaN, Infinity, true, null, undefined, {}, ['a'], 5n, Symbol('a'), Object.create(null)])
      expect(text(value)).to.equal('');
  });
});

describe('list', () => {
  it('makes a list of anything iterable but a text, and a list of one of anything else', () => {
    expect([['a', 'b'], new Set(['a', 'b']), ['a', 'b'].values()].map(list)).to.deep.equal([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(['ab', 5, null, undefined].map(list)).to.deep.equal([['ab'], [5], [null], [undefined]]);
  });
});
