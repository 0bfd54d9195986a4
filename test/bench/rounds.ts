/** How fast something is beside something else: rounds in which each has its turn, and the median of their ratios. */

/** Runs some work once; what it returns is looked at, so that no engine can leave the work out. */
export type Work = () => unknown;

export interface RaceOptions {
  /** How many rounds count; as many as a third of them go before to warm up. Default 15. */
  rounds?: number;
  /** Each turn repeats its work until about so many milliseconds have gone by. Default 4. */
  turn?: number;
  /** A clock in milliseconds; Node has one of the processor's time, which waits for nobody. Default `performance.now`. */
  clock?: () => number;
}

/** Milliseconds for one run of each work, round by round. */
export type Times = Readonly<Record<string, readonly number[]>>;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Interleaved turns, A B C A B C …: what disturbs the machine disturbs all of them. Every other round goes backwards. */
export function race(works: Readonly<Record<string, Work>>, options: RaceOptions = {}): Times {
  const { rounds = 15, turn = 4, clock = () => performance.now() } = options;
  const seen = new Set<unknown>();
  const measure = (work: Work, times: number): number => {
    const start = clock();
    for (let i = 0; i < times; i++)
      if (seen.size < 2) seen.add(work());
      else work();
    return (clock() - start) / times;
  };
  const entries = Object.entries(works);
  const repeats = new Map<string, number>();
  for (const [name, work] of entries) {
    let times = 1;
    for (;;) {
      const each = measure(work, times);
      if (each * times >= turn / 2 || times > 1e6) {
        repeats.set(name, Math.max(1, Math.round(turn / Math.max(each, 1e-6))));
        break;
      }
      times *= 2;
    }
  }
  const times: Record<string, number[]> = Object.fromEntries(entries.map(([name]) => [name, []]));
  const warm = Math.ceil(rounds / 3);
  for (let round = -warm; round < rounds; round++)
    for (const [name, work] of round % 2 ? [...entries].reverse() : entries) {
      const each = measure(work, repeats.get(name)!);
      if (round >= 0) times[name]!.push(each);
    }
  return times;
}

/** How many times as long `slow` takes as `fast`: the median over the rounds. */
export const ratio = (times: Times, slow: string, fast: string): number =>
  median(times[slow]!.map((each, round) => each / times[fast]![round]!));
