/** `npm run docs`: pages about every function and type, from the comments above them, in dist/docs. */
import { join } from 'node:path';
import process from 'node:process';
import { install } from '../install.ts';
import { ROOT } from '../manifest/source.ts';
import { run } from '../run-steps.ts';

const HERE = join(ROOT, 'test/docs');

await install(HERE);
const { code, output } = await run('node', [
  join(HERE, 'node_modules/typedoc/bin/typedoc'),
  '--options',
  join(HERE, 'typedoc.json'),
]);
console.log(output.trim());
process.exitCode = code;
