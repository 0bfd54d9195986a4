/** What can be styled: a row a custom property, a row a part. A test compares both tables with the elements. */

export interface Property {
  readonly name: string;
  readonly label: string;
  /** What the elements use when nobody says. */
  readonly standard: string;
  readonly kind: 'color' | 'length' | 'number' | 'ratio';
  /** A value to begin with, when somebody tries it. */
  readonly least?: number;
  readonly most?: number;
  readonly unit?: string;
  readonly step?: number;
  readonly of: 'lists' | 'comments' | 'both';
}

export const PROPERTIES: readonly Property[] = [
  { name: 'link-color', label: 'Titles and links', standard: 'inherit', kind: 'color', of: 'both' },
  { name: 'muted-color', label: 'Dates and other small print', standard: 'the text, paler', kind: 'color', of: 'both' },
  {
    name: 'title-weight',
    label: 'Weight of titles',
    standard: '600',
    kind: 'number',
    least: 300,
    most: 800,
    step: 100,
    of: 'lists',
  },
  { name: 'title-lines', label: 'Lines of a title', standard: '2', kind: 'number', least: 1, most: 4, of: 'lists' },
  {
    name: 'gap',
    label: 'Space between rows',
    standard: '0.7em 1.5em',
    kind: 'length',
    least: 0,
    most: 3,
    step: 0.1,
    unit: 'em',
    of: 'lists',
  },
  {
    name: 'column',
    label: 'Narrowest column of grid and cards',
    standard: '15em',
    kind: 'length',
    least: 6,
    most: 30,
    unit: 'em',
    of: 'lists',
  },
  {
    name: 'image-size',
    label: 'Width of pictures in lists',
    standard: '4.5em',
    kind: 'length',
    least: 1,
    most: 12,
    step: 0.5,
    unit: 'em',
    of: 'lists',
  },
  { name: 'image-ratio', label: 'Width to height of pictures', standard: '3 / 2', kind: 'ratio', of: 'lists' },
  {
    name: 'radius',
    label: 'Round corners',
    standard: '4px to 8px',
    kind: 'length',
    least: 0,
    most: 24,
    unit: 'px',
    of: 'both',
  },
  {
    name: 'padding',
    label: 'Space inside cards',
    standard: '0.8em',
    kind: 'length',
    least: 0,
    most: 3,
    step: 0.1,
    unit: 'em',
    of: 'lists',
  },
  { name: 'accent-color', label: 'The button that sends', standard: 'transparent', kind: 'color', of: 'comments' },
  { name: 'accent-text', label: 'Text on that button', standard: 'inherit', kind: 'color', of: 'comments' },
  {
    name: 'focus-color',
    label: 'Ring around what has the focus',
    standard: 'currentcolor',
    kind: 'color',
    of: 'comments',
  },
];

/** Shapes that pictures have. */
export const RATIOS = ['1', '3 / 2', '4 / 3', '16 / 9', '2 / 1', '3 / 4'];

export interface Part {
  readonly name: string;
  readonly what: string;
  /** The elements that have it, without `dogeared-`. */
  readonly of: readonly string[];
  /** Declarations to try. */
  readonly example?: string;
}

const LISTS = ['recent', 'featured', 'favorites'];

export const PARTS: readonly Part[] = [
  {
    name: 'heading',
    what: 'The heading',
    of: [...LISTS, 'latest-comments', 'comments'],
    example: 'letter-spacing: 0.05em;',
  },
  { name: 'list', what: 'All rows', of: [...LISTS, 'latest-comments', 'comments'] },
  {
    name: 'item',
    what: 'A row',
    of: [...LISTS, 'latest-comments', 'comments'],
    example: 'border-block-end: 1px dotted;',
  },
  { name: 'title', what: 'The link with the title', of: LISTS, example: 'font-style: italic;' },
  { name: 'meta', what: 'Date, author, count and reason together', of: LISTS },
  { name: 'date', what: 'A date', of: [...LISTS, 'latest-comments', 'comments'] },
  {
    name: 'author',
    what: 'A name',
    of: [...LISTS, 'latest-comments', 'comments'],
    example: 'text-transform: uppercase;',
  },
  {
    name: 'count',
    what: 'How often it was read or liked; of a comment count, the words',
    of: [...LISTS, 'comment-count'],
  },
  { name: 'reason', what: 'Why a post is in the list', of: LISTS },
  { name: 'excerpt', what: 'The first words', of: [...LISTS, 'latest-comments'] },
  { name: 'tags', what: 'Tags', of: LISTS },
  { name: 'image', what: 'A picture', of: LISTS, example: 'filter: sepia(0.6);' },
  { name: 'note', what: 'What the element has to say, such as “of the latest 10”', of: [...LISTS, 'comments'] },
  {
    name: 'post',
    what: 'The link to a comment; under a thread, the link to the form',
    of: ['latest-comments', 'comments'],
  },
  { name: 'sort', what: 'The choice of an order', of: ['comments'] },
  { name: 'comment', what: 'A comment', of: ['comments'], example: 'padding-inline-start: 1em;' },
  { name: 'avatar', what: 'Initials or picture of an author', of: ['comments'], example: 'border-radius: 4px;' },
  { name: 'badge', what: 'What stands beside a name', of: ['comments'] },
  { name: 'pinned', what: 'The star of a pinned comment', of: ['comments'] },
  { name: 'pending', what: 'The mark of a comment that waits', of: ['comments'] },
  { name: 'permalink', what: 'The link of a date to the comment', of: ['comments'] },
  { name: 'parent', what: 'The link to what was answered', of: ['comments'] },
  { name: 'source', what: 'Where it was said', of: ['comments'] },
  { name: 'body', what: 'What was said', of: ['comments'], example: 'font-family: serif;' },
  { name: 'reply', what: 'The button that answers', of: ['comments'] },
  { name: 'edit', what: 'The button that changes', of: ['comments'] },
  { name: 'delete', what: 'The button that deletes, at the second click', of: ['comments'] },
  { name: 'spare', what: 'The button that does not delete after all', of: ['comments'] },
  { name: 'toggle', what: 'The button that folds answers', of: ['comments'] },
  { name: 'replies', what: 'The answers to a comment', of: ['comments'] },
  { name: 'more', what: 'The button for more comments', of: ['comments'] },
  { name: 'form', what: 'The form', of: ['comments'] },
  { name: 'send', what: 'The button that sends', of: ['comments'] },
];

export const LOOK_NAMES = {
  ledger: 'Ledger: ruled lines, for serif blogs',
  cards: 'Cards: rounded, with large pictures',
  marginalia: 'Marginalia: small and quiet, for sidebars',
} as const;

const ALL = ['recent', 'featured', 'favorites', 'latest-comments', 'comments'].map((name) => `dogeared-${name}`);

/** The style sheet for what an owner has set, without what was left alone. */
export function sheetOf(values: Readonly<Record<string, string>>, parts: Readonly<Record<string, string>>): string {
  const lines = PROPERTIES.filter(({ name }) => values[name]).map(
    ({ name }) => `  --dogeared-${name}: ${values[name]};\n`,
  );
  const rules = PARTS.filter(({ name }) => parts[name]?.trim()).map(({ name, of }) => {
    // A brace would end the rule, and what follows would be another.
    const declarations = parts[name]!.replace(/[{}]/g, '').trim().replace(/;?$/, ';');
    return `:is(${of.map((element) => `dogeared-${element}`).join(', ')})::part(${name}) {\n  ${declarations}\n}\n`;
  });
  return [...(lines.length ? [`${ALL.join(',\n')} {\n${lines.join('')}}\n`] : []), ...rules].join('\n');
}
