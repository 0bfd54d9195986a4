import { expect } from 'chai';
import fc from 'fast-check';
import { excerpt } from '../../../src/posts/excerpt.ts';

const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;

describe('excerpt', () => {
  it('cuts after a whole word', () => {
    expect(excerpt('The tide table on the wall is older than anybody.', { length: 20 })).to.equal('The tide table on…');
  });

  it('leaves alone what fits, also by a hair', () => {
    expect(excerpt('The tide table', { length: 14 })).to.equal('The tide table');
    expect(excerpt('The tide tables', { length: 14 })).to.equal('The tide…');
    expect(excerpt('')).to.equal('');
  });

  it('keeps a word that ends just where room ends', () => {
    expect(excerpt('The tide tables', { length: 9 })).to.equal('The tide…');
    expect(excerpt('The tide tables', { length: 8 })).to.equal('The…');
  });

  it('takes 160 characters where nobody says how many', () => {
    expect(excerpt('word '.repeat(99)))
      .to.have.length(160)
      .and.to.match(/word…$/);
  });

  it('makes one line of white space', () => expect(excerpt('  two\n\t lines ')).to.equal('two lines'));

  it('counts an emoji family as one character, and never cuts it', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(excerpt(family.repeat(3), { length: 3 })).to.equal(family.repeat(3));
    expect(excerpt(family.repeat(4), { length: 3 })).to.equal(family.repeat(2) + '…');
    expect(excerpt('e\u0301'.repeat(4), { length: 3 })).to.equal('e\u0301'.repeat(2) + '…');
  });

  it('cuts one long word', () => expect(excerpt('Donaudampfschifffahrt', { length: 6 })).to.equal('Donau…'));

  it('finds words in Japanese and Chinese, which write no spaces', () => {
    expect(excerpt('吾輩は猫である。名前はまだ無い。', { length: 8, locale: 'ja' })).to.match(/^吾輩は猫.{0,3}…$/);
    expect(graphemes(excerpt('我们今天去公园散步然后回家吃饭', { length: 8, locale: 'zh' }))).to.be.within(5, 8);
  });

  it('cuts Arabic and Hebrew after whole words', () => {
    expect(excerpt('جدول المد والجزر على الحائط', { length: 12 })).to.equal('جدول المد…');
    expect(excerpt('לוח הגאות על הקיר', { length: 12 })).to.equal('לוח הגאות…');
  });

  it('gives nothing for a length of 0, and all for Infinity', () => {
    expect(excerpt('text', { length: 0 })).to.equal('');
    expect(excerpt('text', { length: 1 })).to.equal('…');
    expect(excerpt('text '.repeat(99), { length: Infinity })).to.have.length(494);
  });

  it('takes what is no text for none', () => {
    expect([undefined, null].map((text) => excerpt(text as any))).to.deep.equal(['', '']);
  });

  it('is never longer than its length, and begins as the text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat({ max: 30 }), (text, length) => {
        const short = excerpt(text, { length });
        expect(graphemes(short)).to.be.at.most(length);
        expect(text.replace(/\s+/g, ' ').trim().startsWith(short.replace(/…$/, ''))).to.equal(true);
      }),
    );
  });

  it('says what length and locale may be', () => {
    expect(() => excerpt('x', { length: -1 })).to.throw(RangeError, /^excerpt: length is -1 \(number\); allowed: /);
    expect(() => excerpt('x', { length: '9' as any })).to.throw(TypeError, 'length');
    expect(() => excerpt('x', { locale: 'not a language' })).to.throw(RangeError, 'excerpt: locale is not a language');
  });
});
