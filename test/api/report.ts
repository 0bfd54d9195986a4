/**
 * `npm run api`: everything that users can import, with its types, as one text. It is made from the d.ts files of the build,
 * which are what users' compilers read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const REPORT = 'test/api/api-report.md';

const HEAD = `# What dogeared exports

Written by \`npm run api\`, never by hand. A change here is a change for users: it wants a changeset.
`;

/** The entries of package.json that have types. */
function entries(): [entry: string, file: string][] {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { types?: string }>;
  };
  return Object.entries(exports).flatMap(([name, target]): [string, string][] =>
    typeof target === 'object' && target.types ? [[name.replace('.', 'dogeared'), join(ROOT, target.types)]] : [],
  );
}

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/** A declaration without what is nobody's business: words like `declare`, private members, comments. */
function print(node: ts.Node): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return (ts.isVariableDeclaration(node) ? `const ${text};` : text)
    .replace(/^(export |default |declare )+/, '')
    .replace(/^ +(private |#private).*\n/gm, '')
    .replace(/^ +/gm, (indent) => ' '.repeat(indent.length / 2))
    .trim();
}

/** Ours, as opposed to TypeScript's, Lit's and so on. */
const isOurs = (node: ts.Node): boolean =>
  /\/dist\/(src|components|types)\//.test(node.getSourceFile().fileName) &&
  !/node_modules/.test(node.getSourceFile().fileName);

const byName = (a: ts.Symbol, b: ts.Symbol): number => (a.name < b.name ? -1 : 1);

/** The report of today's build. */
export function report(): string {
  const files = entries();
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, skipLibCheck: true, types: [] };
  const program = ts.createProgram(files.map(([, file]) => file), options); // prettier-ignore
  const checker = program.getTypeChecker();
  const real = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declared = (symbol: ts.Symbol): ts.Declaration[] => (real(symbol).declarations ?? []).filter(isOurs);

  const told = new Map<ts.Symbol, string>();
  const mentioned = new Set<ts.Symbol>();
  /** Collects the types of ours that a declaration names. */
  const follow = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const target = symbol && real(symbol);
    const kind = ts.SymbolFlags.Type | ts.SymbolFlags.Variable | ts.SymbolFlags.Function;
    if (target && target.flags & kind && declared(target).some((place) => ts.isSourceFile(statementOf(place).parent)))
      mentioned.add(target);
    ts.forEachChild(node, follow);
  };
  const tell = (symbol: ts.Symbol): string => {
    declared(symbol).forEach(follow);
    return [...new Set(declared(symbol).map(print))].join('\n');
  };

  const parts = files.map(([name, file]) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    const symbols = module ? checker.getExportsOfModule(module).sort(byName) : [];
    const lines = symbols.map((symbol) => {
      const before = told.get(real(symbol));
      if (!before) told.set(real(symbol), name);
      return before ? `// ${symbol.name}, as in ${before}` : tell(symbol);
    });
    return `## ${name}\n\n${lines.length ? `\`\`\`ts\n${lines.join('\n')}\n\`\`\`` : 'Exports nothing; importing it is what it is for.'}\n`;
  });

  // The set grows while it is walked: what is mentioned mentions others.
  const rest: [string, string][] = [];
  for (const symbol of mentioned) if (!told.has(symbol)) rest.push([symbol.name, tell(symbol)]);
  const others = rest.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  parts.push(`## What these mention\n\n\`\`\`ts\n${others.join('\n')}\n\`\`\`\n`);
  return [HEAD, ...parts].join('\n');
}

/** The statement in a file that a declaration belongs to: for variables that is not the declaration. */
const statementOf = (node: ts.Node): ts.Node => (ts.isVariableDeclaration(node) ? node.parent.parent : node);

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(ROOT, REPORT), report());
