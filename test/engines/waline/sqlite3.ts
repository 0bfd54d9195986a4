/**
 * What Waline's storage uses of the package sqlite3, on top of Node's own SQLite: the package has to be compiled, which
 * takes longer than everything else here, and needs a compiler. The database is SQLite all the same.
 */
import { DatabaseSync } from 'node:sqlite';

type Done = (this: { lastID?: number; changes?: number }, error: unknown, rows?: unknown[]) => void;

export class Database {
  readonly #database: DatabaseSync;

  constructor(path: string, opened: (error: unknown) => void) {
    this.#database = new DatabaseSync(path);
    setImmediate(opened, null);
  }

  all(sql: string, done: Done): void {
    this.#answer(done, () => [{}, this.#database.prepare(sql).all()]);
  }

  run(sql: string, done: Done): void {
    this.#answer(done, () => {
      const { lastInsertRowid, changes } = this.#database.prepare(sql).run();
      return [{ lastID: Number(lastInsertRowid), changes: Number(changes) }];
    });
  }

  configure(): void {}

  close(): void {
    this.#database.close();
  }

  /** Never before the caller has gone on, as its users expect. */
  #answer(done: Done, work: () => [object, unknown[]?]): void {
    setImmediate(() => {
      try {
        const [self, rows] = work();
        done.call(self, null, rows);
      } catch (error) {
        done.call({}, error);
      }
    });
  }
}
