import { expect } from 'chai';
import { toMs } from '../../../src/posts/duration.ts';

describe('toMs', () => {
  it('reads "36h", "30d", "2w" and "1y"', () => {
    expect(['36h', '30d', '2w', '1y', '1.5d'].map(toMs)).to.deep.equal([1296e5, 2592e6, 12096e5, 31536e6, 1296e5]);
  });
});
