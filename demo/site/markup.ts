/** HTML as text, for pages that are written to files: what is put into a template is escaped unless it is markup itself. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that is safe between tags and in a quoted attribute. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);

type Value = Markup | string | number | false | null | undefined | readonly Value[];

function textOf(value: Value): string {
  if (value === false || value === null || value === undefined) return '';
  if (value instanceof Markup) return value.text;
  return typeof value === 'object' ? value.map(textOf).join('') : escape(String(value));
}

/** `` markup`<p>${text}</p>` `` */
export const markup = (strings: TemplateStringsArray, ...values: Value[]): Markup =>
  new Markup(strings.reduce((text, string, at) => text + textOf(values[at - 1]) + string));
