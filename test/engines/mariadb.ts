/** A MariaDB of the tests' own: its own files and socket, and no port at all. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Processes } from './processes.ts';

/** Starts it with an empty database and a user that may do everything there, each named `name`; resolves to its socket. */
export async function startMariaDb(processes: Processes, folder: string, name: string): Promise<string> {
  const data = join(folder, 'data');
  const socket = join(folder, 'sql.sock');
  mkdirSync(folder, { recursive: true });
  // As root it does not start unless it is told to stay root; a user of its own would need a folder of their own.
  const common = ['--no-defaults', '--user=root', `--datadir=${data}`];
  await processes.run('mariadb-install-db', [...common, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const server = processes.start('mariadbd', [
    ...common,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'pid')}`,
    '--skip-networking',
    '--innodb-buffer-pool-size=64M',
    '--innodb-flush-log-at-trx-commit=0',
    '--skip-log-bin',
  ]);
  const tell = (sql: string): Promise<string> =>
    processes.run('mariadb', ['--no-defaults', '-uroot', `--socket=${socket}`, '-e', sql]);
  await server.until('it takes orders', () => tell('select 1').then(() => true));
  await tell(
    `create database ${name} character set utf8mb4; create user ${name}@localhost identified by '${name}'; grant all on ${name}.* to ${name}@localhost`,
  );
  return socket;
}
