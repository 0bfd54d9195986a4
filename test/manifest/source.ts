/** Our source as TypeScript understands it: docs, types, who calls whom, and what templates and styles have in them. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What elements have that no type tells, and the tags that document it. */
export const TAGS = {
  slots: 'slot',
  cssParts: 'csspart',
  cssProperties: 'cssprop',
  cssStates: 'cssstate',
  events: 'fires',
} as const;
export type Kind = keyof typeof TAGS;
export const KINDS = Object.keys(TAGS) as Kind[];

/** A file as the package has it. */
export const published = (file: string): string =>
  `dist/${relative(ROOT, file).replaceAll('\\', '/').replace(/\.ts$/, '.js')}`;

const plain = (comment: Parameters<typeof ts.getTextOfJSDocComment>[0]): string =>
  (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();

/** What stands above a declaration. */
export const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => plain(comment))
    .join(' ')
    .trim();

export const tagsOf = (node: ts.Node, name: string): string[] =>
  ts
    .getJSDocTags(node)
    .filter(({ tagName }) => tagName.text === name)
    .map(({ comment }) => plain(comment));

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** A template as text; expressions are their number between two zeros. */
function textOf(template: ts.TemplateLiteral): { code: string; expressions: ts.Expression[] } {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return { code: template.text, expressions: [] };
  const { head, templateSpans } = template;
  return {
    code: head.text + templateSpans.map(({ literal }, at) => `\0${at}\0${literal.text}`).join(''),
    expressions: templateSpans.map(({ expression }) => expression),
  };
}

/** The custom properties in a style sheet, and what is taken where they are not set. */
function customProperties(css: string): [name: string, fallback: string][] {
  return [...css.matchAll(/var\((--dogeared-[\w-]+)\s*,?\s*/g)].map(({ 0: found, 1: name = '', index }) => {
    let end = index + found.length;
    for (let depth = 1; depth && end < css.length; end++) depth += { '(': 1, ')': -1 }[css[end]!] ?? 0;
    return [name, css.slice(index + found.length, end - 1)];
  });
}

/** What a file puts into elements. */
export type Content = Record<Kind, string[]> & { fallbacks: [name: string, value: string][] };

export class Sources {
  readonly checker: ts.TypeChecker;
  readonly files: Map<string, ts.SourceFile>;
  readonly #calls = new Map<unknown, ts.CallExpression[]>();

  constructor(files: readonly string[]) {
    const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file));
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
    const program = ts.createProgram(files, options);
    this.checker = program.getTypeChecker();
    this.files = new Map(files.map((file) => [file, program.getSourceFile(file)!]));
    this.each((node) => {
      if (!ts.isCallExpression(node)) return;
      const { declaration } = this.checker.getResolvedSignature(node) ?? {};
      this.#calls.set(declaration, [...(this.#calls.get(declaration) ?? []), node]);
    });
  }

  each(visit: (node: ts.Node) => void): void {
    for (const source of this.files.values()) walk(source, visit);
  }

  symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = this.checker.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  /** The class of ours that a name means. */
  classOf(node: ts.Node | undefined): ts.ClassDeclaration | undefined {
    const found = node && this.symbolOf(node)?.declarations?.find((one) => ts.isClassDeclaration(one));
    return found && this.files.has(found.getSourceFile().fileName) ? found : undefined;
  }

  /** The words that a type has; undefined where it has more than these. */
  words(type: ts.Type): string[] | undefined {
    const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.ESSymbolLike;
    const types = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & nothing));
    return types.every((one) => one.isStringLiteral()) ? types.map((one) => one.value) : undefined;
  }

  /** A type as users read it: words to choose from are written out, and that there may be nothing goes without saying. */
  print(type: ts.Type): string {
    const something = this.checker.getNonNullableType(type);
    const words = this.words(something)?.map((word) => `'${word}'`);
    return words?.join(' | ') || this.checker.typeToString(something, undefined, ts.TypeFormatFlags.NoTruncation);
  }

  /** What an expression can be: by its type, or, where it is a parameter, by what all callers give. */
  texts(node: ts.Expression): string[] {
    const words = this.words(this.checker.getTypeAtLocation(node));
    if (words) return words;
    const parameter = ts.isIdentifier(node) ? this.symbolOf(node)?.valueDeclaration : undefined;
    if (!parameter || !ts.isParameter(parameter))
      throw new Error(`${node.getSourceFile().fileName}: nobody can tell what \`${node.getText()}\` is.`);
    const at = parameter.parent.parameters.indexOf(parameter);
    const given = (this.#calls.get(parameter.parent) ?? []).map((call) => call.arguments[at]);
    return given.flatMap((argument) => (argument ? this.texts(argument) : []));
  }

  /** What the templates and styles of a file have in them, and which classes it makes instances of. */
  content(source: ts.SourceFile, eventOf: (made: ts.ClassDeclaration) => string | undefined): Content {
    const has: Content = { slots: [], cssParts: [], cssProperties: [], cssStates: [], events: [], fallbacks: [] };
    walk(source, (node) => {
      if (ts.isNewExpression(node)) {
        const made = this.classOf(node.expression);
        has.events.push(...[made && eventOf(made)].filter((name) => name !== undefined));
      }
      if (ts.isCallExpression(node) && /\.setAttribute$/.test(node.expression.getText())) {
        const [name, value] = node.arguments;
        if (name?.getText() === "'part'") has.cssParts.push(...this.texts(value!));
      }
      if (!ts.isTaggedTemplateExpression(node)) return;
      const { code, expressions } = textOf(node.template);
      if (node.tag.getText() === 'css') has.fallbacks.push(...customProperties(code));
      /** The values of an attribute in a tag. */
      const values = (name: string, tag: string): string[] | undefined => {
        const [, quoted, , at] = new RegExp(`\\s${name}=("([^"]*)"|\\0(\\d+)\\0)`).exec(tag) ?? [];
        return at ? this.texts(expressions[+at]!) : quoted?.match(/[^\s"]+/g)?.map(String);
      };
      for (const [tag] of code.matchAll(/<\w[^>]*/g)) {
        has.cssParts.push(...(values('part', tag) ?? []));
        if (/^<slot\b/.test(tag)) has.slots.push(...(values('name', tag) ?? ['']));
      }
    });
    has.cssProperties = has.fallbacks.map(([name]) => name);
    return has;
  }

  /** The files that a file loads, at once or later, itself first; types alone load nothing. */
  loads(file: string, known = new Set<string>()): Set<string> {
    if (!this.files.has(file) || known.has(file)) return known;
    known.add(file);
    const imports = /(?:^(?:import|export)\s(?!type\b)[^;]*?from\s*|^import\s*|\bimport\()'(\.[^']+)'/gm;
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(imports))
      this.loads(join(dirname(file), path), known);
    return known;
  }
}
