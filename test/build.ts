/** `npm run build`: the package as it is published, in dist/. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import ts from 'typescript';
import { pinned } from './integrity.ts';
import { notices } from './licenses.ts';
import { type Package, outputs } from './manifest/outputs.ts';
import { survey } from './manifest/survey.ts';
import { run } from './run-steps.ts';

const steps: readonly (readonly [string, ...string[]])[] = [
  ['tsc', '-p', 'test/tsconfig.build.json'],
  ['vite', 'build', '--mode', 'cdn', '--logLevel', 'warn'],
  ['vite', 'build', '--mode', 'all', '--logLevel', 'warn'],
];

/** Style sheets without the white space that only their authors need; no bundler looks into a template. */
const shrink = (template: string): string =>
  template
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    // Within a selector, a space before a colon stands between an element and what is in it: `.body :is(p)`.
    .replace(/^ (?=:)| ?([{};,>]) ?|: /g, (sign) => sign.trim())
    .replace(/=(['"])([a-z]+)\1\]/g, '=$2]')
    .replaceAll(';}', '}')
    .replace(/([:(, ])0\./g, '$1.');

/** Templates without the indentation that only their authors need: to a browser it is one space, as a line break is. */
function shrinkTemplates(code: string): string {
  const pieces: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
      const { template } = node;
      if (ts.isTemplateExpression(template))
        pieces.push(template.head, ...template.templateSpans.map(({ literal }) => literal));
      else pieces.push(template);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('', code, ts.ScriptTarget.Latest, true));
  let shorter = '';
  let end = 0;
  for (const piece of pieces.sort((a, b) => a.pos - b.pos)) {
    shorter += code.slice(end, piece.getStart()) + piece.getText().replace(/\s*\n\s*/g, ' ');
    end = piece.end;
  }
  return shorter + code.slice(end);
}

/** What the compiler leaves to be done: shorter style sheets and templates, and the imports in methods, whose `.ts` it overlooks. */
function finish(): void {
  for (const file of globSync('dist/{src,components}/**/*.js')) {
    const code = readFileSync(file, 'utf8');
    const finished = shrinkTemplates(code)
      .replace(/css ?`([^`]*)`/g, (_, sheet: string) => `css\`${shrink(sheet)}\``)
      .replace(/import\((['"][^'"]+)\.ts(['"])\)/g, 'import($1.js$2)');
    if (finished !== code) writeFileSync(file, finished);
  }
}

rmSync('dist', { recursive: true, force: true });
for (const [command, ...args] of steps) {
  const { code, output } = await run(command, args);
  if (output.trim()) console.log(output.trim());
  if (code) {
    console.error(`build: ${command} ${args.join(' ')} ended with ${code}.`);
    process.exit(1);
  }
  if (command === 'tsc') finish();
}
writeFileSync('dist/cdn/pinned.html', pinned());
writeFileSync('dist/cdn/LICENSES.txt', notices());

// What is not documented fails a test, not the build.
const { manifest } = await survey();
const about = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
mkdirSync('dist/types');
for (const [name, text] of Object.entries(outputs(manifest, about))) writeFileSync(`dist/${name}`, text);
