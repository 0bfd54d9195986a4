/** A registry of our own on the loopback: it has what is published to it, and asks npm for everything else. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { run, start, TEMP } from './temp.ts';

const FOLDER = join(TEMP, 'registry');

const config = (upstream: string): string => `
storage: ./storage
auth: { htpasswd: { file: ./htpasswd } }
uplinks: { npm: { url: '${upstream}', maxage: 60m, timeout: 60s } }
packages:
  dogeared: { access: $all, publish: $authenticated }
  '**': { access: $all, proxy: npm }
log: { type: file, path: verdaccio.log, level: warn }
`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Starts the registry; resolves to its address and the token of a user who may publish. */
export async function registry(): Promise<{ address: string; token: string }> {
  mkdirSync(FOLDER);
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(fileURLToPath(new URL(file, import.meta.url)), join(FOLDER, file));
  const upstream = await run('npm', ['config', 'get', 'registry'], FOLDER);
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], FOLDER);
  writeFileSync(join(FOLDER, 'config.yaml'), config(upstream));

  const address = `http://127.0.0.1:${await freePort()}/`;
  const program = join(FOLDER, 'node_modules', 'verdaccio', 'bin', 'verdaccio');
  const args = [program, '--config', 'config.yaml', '--listen', address];
  const server = start(process.execPath, args, { cwd: FOLDER, stdio: 'ignore' });
  for (const deadline = Date.now() + 60_000; ; await sleep(200)) {
    if (server.exitCode !== null) throw new Error(`The registry ended with ${server.exitCode}.`);
    if (Date.now() > deadline) throw new Error('The registry did not answer within a minute.');
    if (await fetch(`${address}-/ping`).then(({ ok }) => ok, () => false)) break; // prettier-ignore
  }
  const answer = await fetch(`${address}-/user/org.couchdb.user:rehearsal`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'rehearsal', password: 'only-on-this-loopback' }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { address, token };
}
