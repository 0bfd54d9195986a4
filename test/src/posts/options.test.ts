import { expect } from 'chai';
import { COUNT, LIST, MOMENT, reader, SPAN } from '../../../src/posts/options.ts';

describe('reader', () => {
  it('says who, what, and what is allowed', () => {
    expect(() => reader('recentPosts', { limit: -1 })('limit', COUNT)).to.throw(
      RangeError,
      'recentPosts: limit is -1 (number); allowed: whole numbers',
    );
    expect(() => reader('x', { minAge: 'a week' })('minAge', SPAN)).to.throw(
      RangeError,
      'x: minAge is a week (string); allowed: numbers, strings like "7d"',
    );
    expect(() => reader('x', { tags: [1] })('tags', LIST)).to.throw(
      TypeError,
      'x: tags is 1 (object); allowed: strings',
    );
  });

  it('gives the fallback for what is not there', () => {
    for (const options of [undefined, null, {}, { limit: undefined }, 5])
      expect(reader('x', options)('limit', COUNT, 7)).to.equal(7);
  });

  it('reads counts, spans, moments and lists', () => {
    const option = reader('x', {
      limit: Infinity,
      minAge: '1d',
      now: '2026-01-31',
      tags: 'A',
      exclude: ['http://www.b.org/'],
    });
    expect([option('limit', COUNT), option('minAge', SPAN), option('now', MOMENT)]).to.deep.equal([
      Infinity,
      864e5,
      Date.UTC(2026, 0, 31),
    ]);
    expect([...option('tags', LIST)!, ...option('exclude', LIST)!]).to.deep.equal(['a', 'b.org']);
  });
});
