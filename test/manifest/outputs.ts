/** What the manifest is made into: data for editors, and types for those who write tags in TypeScript. */
import type { Attribute, Declaration, Manifest, Told } from './survey.ts';
import { elementsOf, isPlain } from './survey.ts';

type Element = ReturnType<typeof elementsOf>[number];
/** The parts of package.json that are asked for. */
export interface Package {
  name: string;
  version: string;
}

const HEAD = "// Made from the documentation of the elements' own source.\n";

/** The words that an attribute may have; none where it is free. */
const wordsOf = ({ type }: Attribute): string[] => [...type.text.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
const sentence = ({ description, default: standard }: Told): string =>
  `${description}${standard === undefined ? '' : ` Default: ${standard}.`}`;
const json = (value: unknown): string => JSON.stringify(value, null, 2) + '\n';
/** Each of a name once: what elements have in common is told once. */
const once = (all: readonly Told[]): Told[] => [...new Map(all.map((one) => [one.name, one])).values()];

/** For VS Code's `html.customData`. */
const html = (elements: readonly Element[]): string =>
  json({
    version: 1.1,
    tags: elements.map(({ tagName, description, attributes }) => ({
      name: tagName,
      description,
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: sentence(attribute),
        ...(wordsOf(attribute)[0] && { values: wordsOf(attribute).map((name) => ({ name })) }),
        ...(attribute.type.text === 'boolean' && { valueSet: 'v' }),
      })),
    })),
  });

/** For VS Code's `css.customData`. */
const css = (elements: readonly Element[]): string =>
  json({
    version: 1.1,
    properties: once(elements.flatMap(({ cssProperties }) => cssProperties)).map((property) => ({
      name: property.name,
      description: sentence(property),
    })),
    pseudoElements: [{ name: '::part', description: partsIn(elements.filter(({ cssParts }) => cssParts.length)) }],
  });
const partsIn = (elements: readonly Element[]): string =>
  elements.map(({ tagName, cssParts }) => `${tagName}: ${cssParts.map(({ name }) => name).join(', ')}`).join('\n');

const named = (all: readonly Told[]): object[] =>
  all.map((one) => ({ name: one.name, description: one.description, ...(one.default && { default: one.default }) }));

/** For the editors of JetBrains, which find it by package.json. */
const webTypes = (elements: readonly Element[], { name, version }: Package): string =>
  json({
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(
          ({ tagName, description, attributes, members, events, slots, cssParts, cssProperties }) => ({
            name: tagName,
            description,
            attributes: attributes.map(({ name, description, type, default: standard }) => ({
              name,
              description,
              value: { type: type.text.split(' | '), ...(standard && { default: standard }) },
            })),
            slots: named(slots),
            js: {
              properties: members
                .filter(({ kind }) => kind === 'field')
                .map(({ name, description, type }) => ({ name, description, type: type?.text })),
              events: named(events),
            },
            css: { parts: named(cssParts), properties: named(cssProperties) },
          }),
        ),
      },
    },
  });

const doc = (one: Told): string => `  /** ${sentence(one).replaceAll('*/', '*\\/')} */\n`;

/** Properties as they are written in a tag: by the name of the property, and by that of the attribute. */
function propsOf(element: Declaration): string {
  const { name, members } = element;
  if (isPlain(element)) return `export type ${name}Props = ${name};\n`;
  const settable = members.filter((member) => member.kind === 'field' && !member.readonly);
  const lines = settable.flatMap((field) =>
    [...new Set([field.name, field.attribute ?? field.name])].map(
      (spelling) => `${doc(field)}  '${spelling}'?: ${name}['${field.name}'];\n`,
    ),
  );
  return `export interface ${name}Props {\n${lines.join('')}}\n`;
}

const eventClass = ({ type }: Told): string => type?.references?.[0]?.name ?? 'Event';

/** What all frameworks ask for, by tag. */
function tags(elements: readonly Element[]): string {
  const classes = [
    ...elements.map(({ name }) => name),
    ...new Set(elements.flatMap(({ events }) => events.map(eventClass))),
  ];
  const rows = elements.map((element) => {
    const { tagName, name } = element;
    const made = isPlain(element) ? 'HTMLElement' : name;
    return `  '${tagName}': { element: ${made}; props: ${name}Props; events: ${name}Events };\n`;
  });
  const eventsOf = ({ name, events }: Element): string =>
    `export interface ${name}Events {\n${events.map((event) => `${doc(event)}  '${event.name}': ${eventClass(event)};\n`).join('')}}\n`;
  return `${HEAD}import type { ${classes.join(', ')} } from '../components/index.js';

${elements.map((element) => propsOf(element) + eventsOf(element)).join('')}
export interface Tags {
${rows.join('')}}
`;
}

// React 19 sets properties where there are some, and listens to whatever begins with `on`.
const REACT = `${HEAD}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Tags } from './tags.js';

type Listeners<E> = { [Name in keyof E & string as \`on\${Name}\`]?: (event: E[Name]) => void };
type Props<T extends keyof Tags> = Tags[T]['props'] &
  Listeners<Tags[T]['events']> &
  Omit<DetailedHTMLProps<HTMLAttributes<Tags[T]['element']>, Tags[T]['element']>, keyof Tags[T]['props']>;
type Elements = { [T in keyof Tags]: Props<T> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`;

// As Vue's own documentation types custom elements.
const VUE = `${HEAD}import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Tags } from './tags.js';

type Component<T extends keyof Tags> = new () => Tags[T]['element'] & {
  $props: Tags[T]['props'] & Omit<HTMLAttributes, keyof Tags[T]['props']> & PublicProps;
  $emit: EmitFn<{ [Name in keyof Tags[T]['events']]: (event: Tags[T]['events'][Name]) => void }>;
};
type Components = { [T in keyof Tags]: Component<T> };

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
`;

// Svelte 5 writes \`ondogeared-load\`, Svelte 4 \`on:dogeared-load\`; its language tools look into either table.
const SVELTE = `${HEAD}import type { HTMLAttributes } from 'svelte/elements';
import type { Tags } from './tags.js';

type Listeners<E> = { [Name in keyof E & string as \`on\${Name}\` | \`on:\${Name}\`]?: (event: E[Name]) => void };
type Props<T extends keyof Tags> = Tags[T]['props'] &
  Listeners<Tags[T]['events']> &
  Omit<HTMLAttributes<Tags[T]['element']>, keyof Tags[T]['props']>;
type Elements = { [T in keyof Tags]: Props<T> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
declare global {
  namespace svelteHTML {
    interface IntrinsicElements extends Elements {}
  }
}
`;

/** Every file of the package that comes from the manifest, by its name in dist/. */
export function outputs(manifest: Manifest, about: Package): Record<string, string> {
  const elements = elementsOf(manifest);
  // Somebody may import types as if they were code: nothing happens then.
  const types = Object.entries({ react: REACT, vue: VUE, svelte: SVELTE }).flatMap(([name, code]) => [
    [`types/${name}.d.ts`, code],
    [`types/${name}.js`, 'export {};\n'],
  ]);
  return {
    'custom-elements.json': json(manifest),
    'vscode.html-custom-data.json': html(elements),
    'vscode.css-custom-data.json': css(elements),
    'web-types.json': webTypes(elements, about),
    'types/tags.d.ts': tags(elements),
    ...(Object.fromEntries(types) as Record<string, string>),
  };
}
