/** Markdown as HTML of the policy, well formed by construction. The only file that knows marked. */
import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';
import { type Context, inside, MAX_DEPTH, type Tags, TOP } from './policy.ts';
import type { Piece } from './raw.ts';
import { RARE, Refusal } from './refusal.ts';
import { clean, escape, escapeAround, isBlank } from './text.ts';
import { resolve } from './values.ts';
import { type Attributes, taskBox, write } from './write.ts';

/**
 * How much marked may do for one comment, in characters looked at. Several of its rules look at the rest of a text again
 * for each sign that might begin something, which is quadratic; what people write needs a few hundred thousand.
 */
const MAX_WORK = 8_000_000;

/** How many cells the tables of a comment may have. marked fills each row up to the width of its first, typed or not. */
const MAX_CELLS = 3000;

/** The lines to the next empty one: as far as the rules for a paragraph look. */
const extent = (src: string): number => {
  const end = src.indexOf('\n\n', 1);
  return end < 0 ? src.length : end;
};

/** What a block begins with, but for spaces. */
const first = (src: string): string => src.trimStart()[0] ?? ' ';

/** No less than any text of this length takes, by `effort.ts`. */
const most = ({ length }: string): number => length * (201 + 14 * length);

/** Words without a sign that begins anything, up to the next word that has one. Sticky, since Safari tries `^` everywhere. */
const RUN = / ?(?:(?:[^ \n\\<![`*~_@:&w]|w(?!ww\.)|!(?!\[)){1,40}(?: (?![ \n])|$))+/y;

/** What only some comments need. */
export interface Parts {
  /** Draws tags that were typed; without it they are text. */
  raw?: typeof import('./raw.ts') | undefined;
  /** Draws pictures, and says how much work a long text is. */
  seldom?: typeof import('./seldom.ts') | undefined;
}

/** marked's rules, each of which says before it begins how far it may look. */
class Metered extends Tokenizer<string, string> {
  #work = 0;
  #cells = 0;
  /** Texts that nobody has looked at, and how much they can be at most. */
  readonly #texts: [kind: 'line' | 'blocks', src: string][] = [];
  #most = 0;
  readonly #seldom: Parts['seldom'];

  constructor(seldom: Parts['seldom']) {
    super();
    this.#seldom = seldom;
  }

  /** @throws {Refusal} when the work of a comment is more than anybody's writing makes */
  spend(work: number): void {
    this.#work += work;
    if (this.#work + this.#most < MAX_WORK) return;
    if (!this.#seldom) throw RARE;
    for (const [kind, src] of this.#texts.splice(0)) this.#work += this.#seldom.effort[kind](src);
    this.#most = 0;
    if (this.#work > MAX_WORK) throw new Refusal('too-complex');
  }

  /** The same for a text, which is looked at only when those of a comment are long enough to be too much. */
  read(...text: ['line' | 'blocks', string]): void {
    this.#texts.push(text);
    this.#most += most(text[1]);
    this.spend(0);
  }

  /** The first rule of every block. */
  override space(src: string): Tokens.Space | undefined {
    this.spend(1500 + 2 * extent(src));
    return super.space(src);
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return /\n {0,3}[=-]+[ \t]*(?:\n|$)/.test(src.slice(0, extent(src))) ? super.lheading(src) : undefined;
  }

  override url(src: string): Tokens.Link | undefined {
    // Neither addresses nor what follows them look further than a word.
    const word = /^[^\s<]*/.exec(src)![0];
    return /[@:]|^www\./.test(word) ? super.url(word) : undefined;
  }

  /** Text up to what may be something else. marked joins texts that follow each other. */
  override inlineText(src: string): Tokens.Text | undefined {
    RUN.lastIndex = 0;
    const run = RUN.exec(src)?.[0];
    return run ? { type: 'text', raw: run, text: run } : super.inlineText(src);
  }

  override def(src: string): Tokens.Def | undefined {
    // marked knows no footnotes, and would make a link of one.
    if (first(src) !== '[' || src.slice(0, 5).trimStart()[1] === '^') return undefined;
    // A title may run to the end of the text.
    this.spend(src.length);
    return super.def(src);
  }

  override table(src: string): Tokens.Table | undefined {
    const start = src.indexOf('\n') + 1;
    const end = src.indexOf('\n', start);
    const underline = src.slice(start, end < 0 ? src.length : end);
    if (!start || !/^[|: \t-]+$/.test(underline)) return undefined;
    this.#cells += src.slice(0, extent(src)).split('\n').length * underline.split('|').length;
    if (this.#cells > MAX_CELLS) throw new Refusal('too-complex');
    return super.table(src);
  }

  override reflink(src: string, links: Lexer['tokens']['links']): ReturnType<Tokenizer['reflink']> {
    const token = super.reflink(src, links) as ReturnType<Tokenizer['reflink']>;
    // A long address is named with a short word, as often as one likes.
    if (token && 'href' in token) this.spend(10 * (token.href.length + (token.title?.length ?? 0)));
    return token;
  }
}

/** What some blocks begin with. Safari tries their rules at each sign of the text, wherever they have to begin. */
const BEGINNINGS = {
  blockquote: '>',
  fences: '`~',
  heading: '#',
  hr: '-_*',
  html: '<',
  list: '*+-0123456789',
} as const;

for (const [name, signs] of Object.entries(BEGINNINGS)) {
  const rule = Tokenizer.prototype[name as 'hr'];
  // What cannot match is not tried.
  Metered.prototype[name as 'hr'] = function (src) {
    return signs.includes(first(src)) ? (rule.call(this, src) as Tokens.Hr | undefined) : undefined;
  };
}

/** marked's lexer with an end to what it can be made to do. */
class Capped extends Lexer {
  #depth = 0;
  readonly #meter: Metered;

  constructor(seldom: Parts['seldom']) {
    const tokenizer = new Metered(seldom);
    super({ gfm: true, breaks: true, tokenizer });
    this.#meter = tokenizer;
  }

  #deeper<T>(work: () => T): T {
    if (++this.#depth > MAX_DEPTH) throw new Refusal('too-deep');
    const result = work();
    this.#depth--;
    return result;
  }

  override blockTokens(src: string, tokens?: Token[], clipped?: boolean): any {
    this.#meter.read('blocks', src);
    return this.#deeper(() => super.blockTokens(src, tokens, clipped));
  }

  override inlineTokens(src: string, tokens?: Token[]): Token[] {
    this.#meter.read('line', src);
    return this.#deeper(() => super.inlineTokens(src, tokens));
  }
}

export interface MarkdownWords {
  /** What a ticked and an open box of a task list are called. */
  done: string;
  todo: string;
}

/**
 * GitHub-flavored Markdown as HTML: soft line breaks are line breaks, headings are two levels lower, raw tags of the
 * policy are drawn where they are balanced, all others are text.
 *
 * @throws {Refusal} for what is too deep or too complex
 * @throws {RARE} for what cannot be drawn without `seldom`
 */
export function markdownToHtml(
  markdown: string,
  tags: Tags,
  { done, todo }: MarkdownWords,
  { raw, seldom }: Parts = {},
): string {
  const picture = (image: Attributes, inLink: boolean): Piece => {
    if (!seldom) throw RARE;
    return seldom.picture(tags, image, inLink, { write, resolve });
  };

  /** What is in a container, one after the other. */
  function join(tokens: readonly Token[] = [], around: Context): Piece {
    if (around.depth > MAX_DEPTH) throw new Refusal('too-deep');
    const list = tokens.flatMap((token) => pieceOf(token, around));
    if (raw && list.some(({ tag }) => tag)) return raw.weave(list, tags, around, { write, picture });
    const all = { html: '', block: false, link: false };
    for (const { html, block, link } of list) {
      all.html += html;
      all.block ||= !!block;
      all.link ||= !!link;
    }
    return all;
  }

  const plainPiece = (text: string): Piece => ({ html: escapeAround(text), blank: isBlank(text) });

  const element = (tag: string, content: string, attributes?: Attributes): string =>
    tags[tag] ? `${write(tags, tag, attributes)}${content}</${tag}>` : content;

  /** What is on one line, within a tag. */
  const line = (tokens: readonly Token[] | undefined, around: Context): Piece =>
    join(tokens, { ...around, line: true });

  function pieceOf(token: Token, around: Context): Piece | Piece[] {
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del': {
        const { html, link = false } = line((token as Tokens.Strong).tokens, inside(tags, token.type, around));
        return { html: element(token.type, html), link };
      }
      case 'codespan':
        return { html: element('code', escape((token as Tokens.Codespan).text)) };
      case 'br':
        return { html: tags['br'] ? '<br>' : '\n' };
      case 'html':
        return raw?.pieces((token as Tokens.Tag).text, tags) ?? plainPiece((token as Tokens.Tag).text);
      case 'checkbox':
        return box((token as Tokens.Checkbox).checked);
      case 'link': {
        const { href, title } = token as Tokens.Link;
        const { html, link } = line((token as Tokens.Link).tokens, inside(tags, 'a', around));
        // A link in a link: the inner one is there already.
        if (around.link || link) return { html, link: true };
        return { html: element('a', html, attributes({ href, title })), link: true };
      }
      case 'image': {
        const { href, title, text, tokens } = token as Tokens.Image;
        const alt = plain(tokens) || text;
        // A picture in a link is its text, unless pictures are drawn.
        return picture(attributes({ src: href, alt, title }), around.link);
      }
      case 'space':
      case 'def':
        return [];
      case 'hr':
        return { html: tags['hr'] ? '<hr>\n' : '\n', block: true };
      case 'heading':
      case 'paragraph': {
        const { depth, tokens } = token as Tokens.Heading;
        const tag = depth ? `h${Math.min(depth + 2, 6)}` : 'p';
        const { html, link = false } = line(tokens, inside(tags, tag, around));
        return { ...block(tag, html), link };
      }
      case 'code': {
        const { lang = '', text } = token as Tokens.Code;
        const language = `language-${/^\S*/.exec(lang)![0]}`;
        const code = text && escape(text.replace(/\n$/, '')) + '\n';
        // A parser takes a line break right after <pre> for none.
        const lines = tags['code'] ? element('code', code, attributes({ class: language })) : code.replace(/^\n+/, '');
        return block('pre', lines);
      }
      case 'blockquote': {
        const { html, link = false } = join((token as Tokens.Blockquote).tokens, inside(tags, 'blockquote', around));
        return { ...block('blockquote', '\n' + html), link };
      }
      case 'list': {
        const { ordered, start, items } = token as Tokens.List;
        const tag = ordered ? 'ol' : 'ul';
        const context = inside(tags, 'li', inside(tags, tag, around));
        const drawn = items.map((item) => join(item.tokens, context));
        const content = drawn.map(({ html }) => (tags[tag] ? element('li', html) : html) + '\n').join('');
        const first = ordered && start !== 1 ? String(start) : undefined;
        return { ...block(tag, '\n' + content, attributes({ start: first })), link: drawn.some(({ link }) => link) };
      }
      case 'table':
        return table(token as Tokens.Table, around);
      default:
        return (
          (token as Tokens.Text).tokens?.flatMap((inner) => pieceOf(inner, around)) ??
          plainPiece((token as Tokens.Text).text)
        );
    }
  }

  const box = (checked: boolean): Piece => ({
    html: tags['input'] ? taskBox(checked, checked ? done : todo) + ' ' : checked ? '[x] ' : '[ ] ',
  });

  const block = (tag: string, content: string, given?: Attributes): Piece => ({
    html: element(tag, content, given) + '\n',
    block: true,
  });

  function table({ header, rows }: Tokens.Table, around: Context): Piece {
    let link = false;
    const context = ['table', 'tbody', 'tr'].reduce((outer, tag) => inside(tags, tag, outer), around);
    const row = (tag: 'th' | 'td', cells: readonly Tokens.TableCell[]): string => {
      const drawn = cells.map(({ tokens, align }) => {
        const cell = line(tokens, inside(tags, tag, context));
        link ||= !!cell.link;
        return element(tag, cell.html, attributes({ align })) + '\n';
      });
      return element('tr', '\n' + drawn.join('')) + '\n';
    };
    // A policy without heads has tables without heads: a table is known where its body and cells are.
    const head = element(tags['thead'] ? 'thead' : 'tbody', '\n' + row(tags['th'] ? 'th' : 'td', header)) + '\n';
    const body = rows.length ? element('tbody', rows.map((cells) => row('td', cells)).join('')) : '';
    return { ...block('table', '\n' + head + body), link };
  }

  return join(new Capped(seldom).lex(clean(markdown)), TOP).html;
}

const attributes = (given: Record<string, string | null | undefined>): Attributes =>
  new Map(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** The text of a picture, without marks. */
const plain = (tokens: readonly Token[] = []): string =>
  tokens
    .map(({ type, tokens, text }: Tokens.Generic) => (tokens ? plain(tokens) : type === 'br' ? '\n' : (text ?? '')))
    .join('');
