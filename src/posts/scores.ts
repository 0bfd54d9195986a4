import { type Duration, toMs } from './duration.ts';

const atLeast0 = (value: number): number => (value > 0 ? value : 0);

/**
 * The lower end of the confidence interval for the share of up votes: a few good votes rank below many good votes.
 *
 * `(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`, 0 without votes, never negative.
 * Source: E. B. Wilson 1927, by way of Evan Miller, "How Not To Sort By Average Rating", and Reddit's `_confidence`.
 *
 * @param up number of up votes
 * @param down number of down votes
 * @param options `z`: the quantile; default 1.281551565545 (80 %), 1.96 for 95 %
 * @returns a number from 0 to 1
 */
export function wilsonLowerBound(up: number, down: number, { z = 1.281551565545 } = {}): number {
  const n = atLeast0(up) + atLeast0(down);
  const p = atLeast0(up) / n;
  if (!(p > 0)) return 0;
  const z2 = z * z;
  const spread = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return atLeast0((p + z2 / (2 * n) - spread) / (1 + z2 / n));
}

/**
 * A mean pulled towards a prior, the more so the fewer votes it has: `v/(v+m)·R + m/(v+m)·C`.
 * Source: the weighted rating that IMDb publishes for its Top 250.
 *
 * @param mean R, the mean of the ratings, on any scale
 * @param count v, how many ratings
 * @param prior `priorMean` C on the same scale, `priorWeight` m: how many votes the prior is worth
 * @returns a mean on the same scale; the prior without votes
 */
export function bayesianAverage(
  mean: number,
  count: number,
  { priorMean, priorWeight }: { priorMean: number; priorWeight: number },
): number {
  const votes = atLeast0(count);
  if (votes === 0) return priorMean;
  return (votes * mean + priorWeight * priorMean) / (votes + priorWeight);
}

/**
 * A weight that halves with each half-life: `weight · 2^(−age/halfLife)`, as in radioactive decay.
 *
 * @param weight any number
 * @param age how long ago; a negative age counts as 0
 * @param halfLife in the same unit as `age`, or both as durations such as `'7d'`
 */
export function halfLifeDecay(weight: number, age: Duration, halfLife: Duration): number {
  return weight * 2 ** (-atLeast0(toMs(age)) / toMs(halfLife));
}
