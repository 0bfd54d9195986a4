/**
 * What the elements are, told by their own source: the custom elements manifest (schema 2); and what the source has and
 * does not document, or documents and does not have. Attributes are those that the classes really observe.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { docOf, type Kind, KINDS, published, ROOT, Sources, TAGS, tagsOf } from './source.ts';

interface Reference {
  name: string;
  module?: string;
  package?: string;
}
interface Type {
  text: string;
  references?: Reference[];
}
/** Whatever has a name and a sentence. */
export interface Told {
  name: string;
  description: string;
  default?: string;
  type?: Type;
  inheritedFrom?: Reference;
}
export interface Attribute extends Told {
  fieldName: string;
  type: Type;
}
export interface Member extends Told {
  kind: 'field' | 'method';
  attribute?: string;
  readonly?: true;
  reflects?: true;
  parameters?: { name: string; type: Type }[];
  return?: { type: Type };
}
export interface Declaration extends Record<Kind, Told[]> {
  kind: 'class';
  name: string;
  description: string;
  superclass: Reference;
  customElement?: true;
  tagName?: string;
  attributes: Attribute[];
  members: Member[];
}
export interface Manifest {
  schemaVersion: string;
  modules: { kind: 'javascript-module'; path: string; declarations: Declaration[]; exports: object[] }[];
}
/** What we ask of a Lit element. */
interface Element {
  observedAttributes: string[];
  elementProperties: Map<string, { attribute?: string | false }>;
}

/** What a tag is an instance of when no class is registered for it. */
const PLAIN = 'HTMLElement';

const HIDDEN = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static;

const referenceTo = (node: ts.ClassDeclaration | ts.InterfaceDeclaration): Reference => ({
  name: node.name!.text,
  module: published(node.getSourceFile().fileName),
});
const above = (node: ts.ClassDeclaration): ts.ExpressionWithTypeArguments | undefined =>
  node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
/** "name - what it is", as JSDoc has it; the default slot has no name. */
const split = (text: string): Told => {
  const [, name = '', description = ''] = /^(-?-?\w\S*)?\s*(?:- (.*))?$/.exec(text) ?? [];
  return { name, description };
};

export async function survey(folder = 'components'): Promise<{ manifest: Manifest; problems: string[] }> {
  const sources = new Sources(globSync(join(ROOT, folder, '*.ts')));
  const { checker } = sources;
  const problems: string[] = [];
  const tags = new Map<ts.ClassDeclaration, string>();
  const plain = new Map<ts.InterfaceDeclaration, string>();
  const events = new Map<ts.ClassDeclaration, Told>();

  sources.each((node) => {
    const [plainTag] = ts.isInterfaceDeclaration(node) ? tagsOf(node, 'element') : [];
    if (plainTag) plain.set(node as ts.InterfaceDeclaration, plainTag);
    if (ts.isCallExpression(node) && node.expression.getText() === 'define') {
      const [tag, made] = node.arguments;
      const element = sources.classOf(made);
      if (element && tag && ts.isStringLiteral(tag)) tags.set(element, tag.text);
    }
    const base = ts.isClassDeclaration(node) && above(node);
    if (!base || base.expression.getText() !== 'CustomEvent') return;
    const detail = checker.getTypeFromTypeNode(base.typeArguments![0]!);
    const fields = checker.getPropertiesOfType(detail).map((field) => {
      const sign = field.flags & ts.SymbolFlags.Optional ? '?: ' : ': ';
      return field.name + sign + checker.typeToString(checker.getNonNullableType(checker.getTypeOfSymbol(field)));
    });
    events.set(node, {
      name: /super\(\s*'([^']+)'/.exec(node.getText())?.[1] ?? '',
      // It begins with its name, for those who read the class.
      description: docOf(node).replace(/^`[\w-]+`: /, ''),
      type: { text: `CustomEvent<{ ${fields.join('; ')} }>`, references: [referenceTo(node)] },
    });
  });

  /** The public members that a class declares, or tells something new about. */
  function membersOf(node: ts.ClassDeclaration): Member[] {
    return node.members.flatMap((member): Member[] => {
      const isMethod = ts.isMethodDeclaration(member);
      const flags = ts.getCombinedModifierFlags(member);
      if (!member.name || !ts.isIdentifier(member.name) || flags & HIDDEN || tagsOf(member, 'internal').length)
        return [];
      if (!isMethod && !ts.isPropertyDeclaration(member) && !ts.isGetAccessor(member)) return [];
      const name = member.name.text;
      const description = docOf(member);
      // The callbacks of the platform and of Lit.
      if (flags & ts.ModifierFlags.Override && !description) return [];
      const type = checker.getTypeAtLocation(member);
      if (isMethod) {
        const signature = checker.getNonNullableType(type).getCallSignatures()[0]!;
        const parameters = signature.parameters.map((parameter) => {
          return { name: parameter.name, type: { text: sources.print(checker.getTypeOfSymbol(parameter)) } };
        });
        const result = { type: { text: sources.print(signature.getReturnType()) } };
        return [{ kind: 'method', name, description, parameters, return: result }];
      }
      const [standard] = [...tagsOf(member, 'default'), (member as ts.PropertyDeclaration).initializer?.getText()];
      const reflects = node.getText().includes(`this.setAttribute('${name}'`);
      return [
        {
          kind: 'field',
          name,
          description,
          type: { text: sources.print(type) },
          ...(standard !== undefined && { default: standard }),
          ...((tagsOf(member, 'readonly').length || ts.isGetAccessor(member)) && { readonly: true }),
          ...(reflects && { attribute: name, reflects }),
        },
      ];
    });
  }

  /** A class, with what it has from those above it. */
  async function describe(node: ts.ClassDeclaration): Promise<Declaration> {
    const base = above(node)!.expression;
    const parent = sources.classOf(base);
    const inherited = parent && (await describe(parent));
    const merge = <T extends Told>(theirs: readonly T[] | undefined, ours: readonly T[]): T[] => {
      const known = (theirs ?? []).map((one) => [one.name, { inheritedFrom: referenceTo(parent!), ...one }] as const);
      return [...new Map<string, T>([...known, ...ours.map((one) => [one.name, one] as const)]).values()];
    };
    const told = KINDS.map((kind) => [kind, merge(inherited?.[kind], tagsOf(node, TAGS[kind]).map(split))] as const);
    const tagName = tags.get(node);
    const declaration: Declaration = {
      kind: 'class',
      name: node.name!.text,
      description: docOf(node),
      superclass: parent ? referenceTo(parent) : { name: base.getText(), package: 'lit' },
      ...(tagName && { customElement: true, tagName }),
      attributes: [],
      members: merge(inherited?.members, membersOf(node)),
      ...(Object.fromEntries(told) as Record<Kind, Told[]>),
    };
    for (const one of declaration.events) {
      const { description, ...event } = [...events.values()].find(({ name }) => name === one.name) ?? one;
      Object.assign(one, { description: one.description || description }, event);
    }
    if (tagName) await complete(node, declaration);
    return declaration;
  }

  /** A tag that its parent reads: attributes, and nothing else. */
  function describePlain(node: ts.InterfaceDeclaration, tagName: string): Declaration {
    const attributes = node.members.filter(ts.isPropertySignature).map((member): Attribute => {
      const [standard] = tagsOf(member, 'default');
      return {
        name: member.name.getText(),
        fieldName: member.name.getText(),
        description: docOf(member),
        type: { text: sources.print(checker.getTypeAtLocation(member)) },
        ...(standard !== undefined && { default: standard }),
      };
    });
    const element = { name: node.name.text, description: docOf(node) };
    for (const { name, description } of [element, ...attributes])
      if (!description) problems.push(`<${tagName}>: "${name}" says nothing`);
    const none = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Record<Kind, Told[]>;
    const superclass = { name: PLAIN, package: 'global:' };
    return { kind: 'class', ...element, superclass, customElement: true, tagName, attributes, members: [], ...none };
  }

  /** Adds what only the class itself and its templates know; tells what is missing. */
  async function complete(node: ts.ClassDeclaration, element: Declaration): Promise<void> {
    const problem = (what: string, name: string, why: string) =>
      problems.push(`<${element.tagName}>: ${what} "${name}" ${why}`);
    const { fileName } = node.getSourceFile();
    const module = (await import(pathToFileURL(fileName).href)) as Record<string, Element>;
    const { observedAttributes, elementProperties } = module[element.name]!;
    for (const [fieldName, { attribute }] of elementProperties) {
      const field = element.members.find(({ name }) => name === fieldName);
      if (!field) problem('property', fieldName, 'is not declared');
      if (!field || attribute === false) continue;
      field.attribute = attribute ?? fieldName.toLowerCase();
      const { description, type = { text: '' }, default: standard, inheritedFrom } = field;
      element.attributes.push({
        name: field.attribute,
        fieldName,
        description,
        // As text: words, what is a number, what is there or not, or anything.
        type: { text: /^('[^']+'( \| )?)+$|boolean|number$/.exec(type.text)?.[0] ?? 'string' },
        ...(standard !== undefined && { default: standard }),
        ...(inheritedFrom && { inheritedFrom }),
      });
    }
    const documented = new Set(element.attributes.map(({ name }) => name));
    for (const name of observedAttributes) if (!documented.has(name)) problem('attribute', name, 'is not documented');
    for (const { kind, name, description } of element.members) if (!description) problem(kind, name, 'says nothing');
    if (!element.description) problem('element', element.name, 'says nothing');

    const files = [...sources.loads(fileName)].map((file) => sources.files.get(file)!);
    const contents = files.map((file) => sources.content(file, (made) => events.get(made)?.name));
    const states = element.members.find(({ name }) => name === 'state')?.type?.text.match(/[\w-]+/g) ?? [];
    for (const kind of KINDS) {
      const has = new Set([...contents.flatMap((content) => content[kind]), ...(kind === 'cssStates' ? states : [])]);
      const names = element[kind].map(({ name }) => name);
      for (const name of has) if (!names.includes(name)) problem(TAGS[kind], name, 'is not documented');
      for (const one of element[kind]) {
        if (!has.has(one.name)) problem(TAGS[kind], one.name, 'is documented, and nowhere in the source');
        if (!one.description) problem(TAGS[kind], one.name, 'says nothing');
        const fallbacks = contents.flatMap((content) => content.fallbacks).filter(([name]) => name === one.name);
        if (fallbacks[0]) one.default = [...new Set(fallbacks.map(([, value]) => value))].join(' or ');
      }
    }
  }

  // The elements, and the classes that they have things from.
  const classes = new Set(tags.keys());
  for (const node of classes) {
    const parent = sources.classOf(above(node)?.expression);
    if (parent) classes.add(parent);
  }
  const modules: Manifest['modules'] = [];
  for (const node of classes) {
    const declaration = referenceTo(node);
    const exports: object[] = [{ kind: 'js', name: declaration.name, declaration }];
    if (tags.has(node)) exports.push({ kind: 'custom-element-definition', name: tags.get(node), declaration });
    modules.push({
      kind: 'javascript-module',
      path: declaration.module!,
      declarations: [await describe(node)],
      exports,
    });
  }
  // No class of theirs can be imported.
  for (const [node, tagName] of plain) {
    const declaration = referenceTo(node);
    modules.push({
      kind: 'javascript-module',
      path: declaration.module!,
      declarations: [describePlain(node, tagName)],
      exports: [{ kind: 'custom-element-definition', name: tagName, declaration }],
    });
  }
  return { manifest: { schemaVersion: '2.1.0', modules }, problems };
}

/** The tags of a manifest. */
export const elementsOf = ({ modules }: Manifest): (Declaration & { tagName: string })[] =>
  modules
    .flatMap(({ declarations }) => declarations)
    .filter((one): one is Declaration & { tagName: string } => !!one.tagName);

/** Whether a tag has no class of its own: its parent reads it. */
export const isPlain = ({ superclass }: Declaration): boolean => superclass.name === PLAIN;
