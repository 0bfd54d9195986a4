/** Whatever the package's functions have to do with says what it is: `npm run docs` makes pages of it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import ts from 'typescript';
import { docOf, ROOT, Sources } from '../manifest/source.ts';

const ENTRIES = ['src/index.ts', 'src/sources/index.ts', 'src/comments/index.ts', 'src/comments/node.ts'];

/** What the exports of a module, and the members of its types and classes, do not say of themselves. */
function undocumented(sources: Sources, source: ts.SourceFile): string[] {
  const { checker } = sources;
  const missing: string[] = [];
  for (const found of checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)) {
    const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    if (!symbol.getDocumentationComment(checker).length) missing.push(found.name);
    for (const declaration of symbol.declarations ?? []) {
      const isOpen = ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration);
      const members: ts.NodeArray<ts.Node> | never[] = isOpen ? declaration.members : [];
      for (const member of members)
        if (!ts.isConstructorDeclaration(member) && !docOf(member) && !ts.getJSDocTags(member).length)
          missing.push(`${found.name}.${(member as ts.NamedDeclaration).name?.getText()}`);
      // What may go wrong is part of what a function is.
      const code = ts.isFunctionDeclaration(declaration) ? (declaration.body?.getText() ?? '') : '';
      const tags = symbol.getJsDocTags(checker).map(({ name }) => name);
      if (/\breader\(|\bthrow new\b|\bget\(|readPage\(/.test(code) && !tags.includes('throws'))
        missing.push(`${found.name}: what it throws`);
    }
  }
  return missing;
}

const sources = new Sources([...ENTRIES, 'test/fixtures/undocumented/functions.ts'].map((file) => join(ROOT, file)));

for (const entry of ENTRIES)
  it(`${entry}: every function, type and field says what it is, and what it throws`, () => {
    assert.deepEqual(undocumented(sources, sources.files.get(join(ROOT, entry))!), []);
  });

it('tells what says nothing', () => {
  const file = sources.files.get(join(ROOT, 'test/fixtures/undocumented/functions.ts'))!;
  assert.deepEqual(undocumented(sources, file), ['half', 'half: what it throws', 'Options', 'Options.most']);
});
