/** What an engine is to the tests: what it needs, how it starts, and what has to hold. */
import type { Processes } from './processes.ts';
import type { Tab } from './tab.ts';

/** What a test of an engine is given. */
export interface Stage {
  /** A temporary folder of its own. */
  folder: string;
  processes: Processes;
  /** Puts the built elements into a folder, as an owner would copy them to a site of theirs. */
  elements(folder: string): void;
  /** Opens a page in the browser, whose clock says `now`. */
  open(url: string, now?: number): Promise<Tab>;
  /** Ends with the engine: servers that live in this process, and the like. */
  later(end: () => unknown): void;
}

export interface Site {
  origin: string;
}

/** What has to hold, by the sentence that says so; whoever throws has failed. In this order: later ones may kill servers. */
export type Checks<S extends Site> = Readonly<Record<string, (site: S, stage: Stage) => Promise<void>>>;

export interface Engine<S extends Site = Site> {
  name: string;
  /** Packages of Debian. */
  debian?: readonly string[];
  /** Whether it needs the packages of `test/engines/package.json`. */
  npm?: boolean;
  /** What takes long and stays; says why it cannot be had. */
  prepare?: () => Promise<string | undefined>;
  start(stage: Stage): Promise<S>;
  checks: Checks<S>;
  /** What should hold and does not yet: tried and told, but no failure. What holds belongs into `checks`. */
  awaited?: Checks<S>;
}

export interface Check {
  sentence: string;
  try(): Promise<void>;
  awaited?: boolean;
}

/** An engine whose kind of site is its own business. */
export interface Row {
  name: string;
  debian: readonly string[];
  npm: boolean;
  prepare: () => Promise<string | undefined>;
  start(stage: Stage): Promise<readonly Check[]>;
}

export const engine = <S extends Site>({
  name,
  debian = [],
  npm = false,
  prepare = () => Promise.resolve(undefined),
  start,
  checks,
  awaited = {},
}: Engine<S>): Row => ({
  name,
  debian,
  npm,
  prepare,
  async start(stage) {
    const site = await start(stage);
    const all = (table: Checks<S>, awaited = false): Check[] =>
      Object.entries(table).map(([sentence, check]) => ({ sentence, try: () => check(site, stage), awaited }));
    return [...all(checks), ...all(awaited, true)];
  },
});
