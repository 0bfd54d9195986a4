/** Loaded before Waline: it listens on loopback only, which it has no setting for, and gets its SQLite from Node. */
import { registerHooks } from 'node:module';
import { Server } from 'node:net';

const { listen } = Server.prototype;
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  if (/^\d+$/.test(String(args[0]))) args.splice(1, typeof args[1] === 'function' ? 0 : 1, '127.0.0.1');
  return Reflect.apply(listen, this, args) as Server;
};

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'sqlite3'
      ? { url: new URL('sqlite3.ts', import.meta.url).href, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
