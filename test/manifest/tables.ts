/** README's tables of the elements, from their manifest. */
import type { Attribute, Manifest, Member, Told } from './survey.ts';
import { elementsOf } from './survey.ts';

type Element = ReturnType<typeof elementsOf>[number];

/** The tables there are, and the elements that each is about. */
export const TABLES = {
  lists: ['dogeared-recent', 'dogeared-featured', 'dogeared-favorites'],
  comments: ['dogeared-comments'],
  source: ['dogeared-source'],
  elsewhere: ['dogeared-comment-count', 'dogeared-latest-comments'],
} as const;
export type TableName = keyof typeof TABLES;

const code = (text: string): string => `\`${text}\``;
const short = (tag: string): string => tag.replace('dogeared-', '');

/** A table as prettier would have it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(cells[0]!), line(widths.map((width) => '-'.repeat(width))), ...cells.slice(1).map(line)].join('\n');
}

/** What is taken where nothing is said: words, numbers and values of CSS as code, everything else as it stands. */
function standard({ name, default: value = '' }: Told): string {
  if (name.startsWith('--')) return value.split(' or ').filter(Boolean).map(code).join(' or ');
  const word = /^'(.*)'$/.exec(value)?.[1] ?? value;
  return word && (word !== value || /^(\d+|true|false)$/.test(value)) ? code(word) : value;
}

/** The words that an attribute can have. */
const words = ({ type }: Attribute): string =>
  [...type.text.matchAll(/'([^']+)'/g)].map(([, word = '']) => code(word)).join(', ');

/** One row for what is the same in several elements, which are named where it is not in all. */
function rowsOf<T extends Told>(
  elements: readonly Element[],
  things: (element: Element) => readonly T[],
  spell: (thing: T) => string,
  describe: (thing: T) => string = ({ description }) => description,
): string[][] {
  const groups = new Map<string, { thing: T; defaults: Map<string, string> }>();
  for (const element of elements)
    for (const thing of things(element)) {
      const key = JSON.stringify([thing.name, thing.description]);
      const group = groups.get(key) ?? { thing, defaults: new Map<string, string>() };
      groups.set(key, group);
      group.defaults.set(short(element.tagName), standard(thing));
    }
  // What has the same name stands together.
  const names = [...new Set([...groups.values()].map(({ thing }) => thing.name))];
  const sorted = names.flatMap((name) => [...groups.values()].filter(({ thing }) => thing.name === name));
  return sorted.map(({ thing, defaults }) => {
    const where = defaults.size < elements.length ? ` (${[...defaults.keys()].join(', ')})` : '';
    const [most = '', ...others] = new Set(defaults.values());
    const except = others.map((value) => {
      const tags = [...defaults.keys()].filter((tag) => defaults.get(tag) === value);
      return `; ${tags.join(', ')}: ${value}`;
    });
    return [spell(thing) + where, describe(thing), most + except.join('')];
  });
}

const signature = ({ name, parameters = [] }: Member): string =>
  `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;

/** What README says about some elements between its marks. */
export function tables(name: TableName, manifest: Manifest): string {
  const all = elementsOf(manifest);
  const elements = TABLES[name].map((tag) => all.find(({ tagName }) => tagName === tag)!);
  // Those that are attributes, too, have been told.
  const members = (kind: Member['kind']) => (element: Element) =>
    element.members.filter((member) => member.kind === kind && (!member.attribute || member.reflects));
  const detail = ({ description, type }: Told): string =>
    `${description} ${code(/^CustomEvent<(.*)>$/.exec(type?.text ?? '')?.[1] ?? '')}`;
  const attributes = rowsOf(
    elements,
    (element) => element.attributes,
    (attribute) => code(attribute.name),
    (attribute) => `${attribute.description} ${words(attribute)}`.trim(),
  );
  const rest = [
    rowsOf(elements, members('field'), (property) => `property ${code(property.name)}`),
    rowsOf(elements, members('method'), (method) => `method ${code(signature(method))}`),
    rowsOf(
      elements,
      ({ events }) => events,
      (event) => `event ${code(event.name)}`,
      detail,
    ),
    rowsOf(
      elements,
      ({ slots }) => slots,
      (slot) => (slot.name ? `slot ${code(slot.name)}` : 'what is in the tag'),
    ),
    rowsOf(
      elements,
      ({ cssStates }) => cssStates,
      (state) => code(`:state(${state.name})`),
    ),
    rowsOf(
      elements,
      ({ cssParts }) => cssParts,
      (part) => code(`::part(${part.name})`),
    ),
    rowsOf(
      elements,
      ({ cssProperties }) => cssProperties,
      (property) => code(property.name),
    ),
  ].flat();
  const more =
    rest.length &&
    `

<details>
<summary>Properties, methods, events, slots, states, parts and custom properties</summary>

${table(['name', 'what it is', 'default'], rest)}

</details>`;
  return `<!-- ${name} -->

${table(['attribute', 'what it does', 'default'], attributes)}${more || ''}

<!-- /${name} -->`;
}
