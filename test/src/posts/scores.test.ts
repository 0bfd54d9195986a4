import { expect } from 'chai';
import { bayesianAverage, halfLifeDecay, wilsonLowerBound } from '../../../src/posts/scores.ts';
import { oracles } from '../../fixtures/recipes.ts';

describe('wilsonLowerBound', () => {
  it('gives the values of Reddit and Evan Miller', () => {
    expect(wilsonLowerBound(1, 0)).to.be.closeTo(0.378448, 1e-6);
    expect(wilsonLowerBound(10, 1)).to.be.closeTo(0.739495, 1e-6);
    expect(wilsonLowerBound(10, 1, { z: 1.96 })).to.be.closeTo(0.622635, 1e-6);
  });

  it('swaps 40/20 and 600/400 between the two quantiles', () => {
    expect(wilsonLowerBound(40, 20)).to.be.above(wilsonLowerBound(600, 400));
    expect(wilsonLowerBound(40, 20, { z: 1.96 })).to.be.below(wilsonLowerBound(600, 400, { z: 1.96 }));
  });

  it('is 0 without up votes and without votes, never less, never NaN', () => {
    for (const [up, down] of [
      [0, 0],
      [0, 10],
      [0, 1e9],
      [-5, 3],
      [NaN, 1],
      [NaN, NaN],
    ] as const)
      expect(wilsonLowerBound(up, down)).to.equal(0);
  });
});

describe('bayesianAverage', () => {
  it("gives the values of IMDb's formula", () => {
    expect(bayesianAverage(5, 5, { priorMean: 3.5, priorWeight: 10 })).to.equal(4);
    expect(bayesianAverage(4.2, 200, { priorMean: 3.5, priorWeight: 10 })).to.be.closeTo(4.166667, 1e-6);
  });

  it('is the prior without votes', () => {
    for (const count of [0, -1, NaN])
      expect(bayesianAverage(5, count, { priorMean: 3.5, priorWeight: 0 })).to.equal(3.5);
  });
});

describe('halfLifeDecay', () => {
  it('gives 155.127096 for 100 today, a week ago and a month ago with a half-life of a week', () => {
    const sum = halfLifeDecay(100, 0, '7d') + halfLifeDecay(100, '7d', '1w') + halfLifeDecay(100, '30d', 7 * 864e5);
    expect(sum).to.be.closeTo(155.127096, 1e-6);
  });

  it('takes a negative age for none', () => expect(halfLifeDecay(8, -5, 1)).to.equal(8));
});

describe('the recipes', () => {
  for (const [name, value, oracle] of oracles)
    it(`give ${oracle} for ${name}`, () => expect(value).to.be.closeTo(oracle, 1e-6));
});
