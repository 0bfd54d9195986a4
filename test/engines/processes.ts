/** Programs that are started here, and ended here: each with all its children, by their own process group. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that is free at this moment, on loopback. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Process {
  /** What it has printed. */
  said(): string;
  /** How it ended; rejects unless that was well. */
  done: Promise<void>;
  /** Ends it and its children, and waits for that. */
  end(): Promise<void>;
  /** Waits until something is so; fails at once when the program has ended. */
  until(what: string, so: () => Promise<unknown>, most?: number): Promise<void>;
}

const running = new Set<ChildProcess>();

/** To the whole group; it is its own, so that a server's workers go with it. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, name);
  } catch {
    // It was faster.
  }
}

// Whatever ends the tests ends what they started.
process.on('exit', () => running.forEach((child) => signal(child, 'SIGKILL')));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(130));

export class Processes {
  readonly #folder: string;
  readonly #own = new Set<Process>();
  #count = 0;

  /** @param folder for what they print */
  constructor(folder: string) {
    this.#folder = folder;
  }

  start(command: string, args: readonly string[], { env, ...options }: SpawnOptions = {}): Process {
    const log = join(this.#folder, `${++this.#count}.log`);
    const file = openSync(log, 'w');
    const child = spawn(command, args, {
      stdio: ['ignore', file, file],
      detached: true,
      ...options,
      env: { ...process.env, ...env },
    });
    closeSync(file);
    running.add(child);
    const said = (): string => readFileSync(log, 'utf8');
    let ended = false;
    const closed = new Promise<number | string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, by) => resolve(code ?? by ?? 1));
    }).finally(() => {
      ended = true;
      // Workers may have outlived their parent.
      signal(child, 'SIGKILL');
      running.delete(child);
    });
    const how = (code: unknown): Error =>
      new Error(`${command} ${args.join(' ')} ended (${String(code)}):\n${said().slice(-2000)}`);
    const done = closed.then((code) => {
      if (code !== 0) throw how(code);
    });
    done.catch(() => {});
    const one: Process = {
      said,
      done,
      async end() {
        signal(child, 'SIGTERM');
        await Promise.race([closed, sleep(5000, undefined, { ref: false })]);
        signal(child, 'SIGKILL');
        await closed;
      },
      async until(what, so, most = 60_000) {
        for (const end = Date.now() + most; ; await sleep(50)) {
          if (ended) throw how(await closed);
          if (await so().catch(() => false)) return;
          if (Date.now() > end) throw new Error(`${command}: waited in vain: ${what}\n${said().slice(-2000)}`);
        }
      },
    };
    this.#own.add(one);
    return one;
  }

  /** Runs a program to its end. */
  async run(command: string, args: readonly string[], options?: SpawnOptions): Promise<string> {
    const one = this.start(command, args, options);
    await one.done;
    return one.said();
  }

  /** The last that was started is the first to go. */
  async end(): Promise<void> {
    for (const one of [...this.#own].reverse()) await one.end();
  }
}
