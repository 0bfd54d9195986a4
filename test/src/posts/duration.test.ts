import { expect } from 'chai';
import { toMs } from '../../../src/posts/duration.ts';

describe('toMs', () => {
  it('reads "36h", "30d", "2w", "1y" and "1.5d"', () => {
    expect(['36h', '30d', '2w', '1y', '1.5d'].map(toMs)).to.deep.equal([1296e5, 2592e6, 12096e5, 31536e6, 1296e5]);
  });

  it('takes milliseconds as they are', () => {
    expect([0, 1, Infinity].map(toMs)).to.deep.equal([0, 1, Infinity]);
  });

  it('gives the same for seven days and a week', () => {
    expect(toMs('7d')).to.equal(toMs('1w')).and.to.equal(toMs('168h'));
  });

  for (const text of [
    '',
    'd',
    '7',
    '7 d',
    '7D',
    '7days',
    '-7d',
    '+7d',
    '1e3d',
    'Infinityd',
    '__proto__',
    '7constructor',
  ])
    it(`does not know "${text}"`, () => expect(toMs(text)).to.be.NaN);
});
