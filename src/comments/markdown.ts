/** Markdown as HTML of the policy, well formed by construction. The only file that knows marked. */
import { Lexer, type Token, type Tokens } from 'marked';
import { type Context, inside, MAX_DEPTH, type Tags, TOP } from './policy.ts';
import { type Piece, pieces, weave } from './raw.ts';
import { Refusal } from './refusal.ts';
import { clean, escape, escapeAround } from './text.ts';
import { type Attributes, picture, taskBox, write } from './write.ts';

/** How many signs that mean something a paragraph may have; marked takes quadratic time over some of them. */
const MAX_SIGNS = 500;

/** marked's lexer with an end to what it can be made to do. */
class Capped extends Lexer {
  #depth = 0;

  #deeper<T>(work: () => T): T {
    if (++this.#depth > MAX_DEPTH) throw new Refusal('too-deep');
    const result = work();
    this.#depth--;
    return result;
  }

  override blockTokens(src: string, tokens?: Token[], clipped?: boolean): any {
    return this.#deeper(() => super.blockTokens(src, tokens, clipped));
  }

  override inlineTokens(src: string, tokens?: Token[]): Token[] {
    if ((src.match(/[*_~`[\]<!]+/g)?.length ?? 0) > MAX_SIGNS) throw new Refusal('too-complex');
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
 */
export function markdownToHtml(markdown: string, tags: Tags, { done, todo }: MarkdownWords): string {
  const element = (tag: string, content: string, attributes?: Attributes): string =>
    tags[tag] ? `${write(tags, tag, attributes)}${content}</${tag}>` : content;

  /** What is on one line, within a tag. */
  function line(tokens: readonly Token[] = [], around: Context): Piece {
    return weave(
      tokens.flatMap((token) => inlinePiece(token, around)),
      tags,
      { ...around, line: true },
    );
  }

  const within = (tag: string, token: Token, around: Context): Piece => {
    const { html, link = false } = line((token as Tokens.Strong).tokens, inside(tags, tag, around));
    return { html: element(tag, html), link };
  };

  function inlinePiece(token: Token, around: Context): Piece | Piece[] {
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return within(token.type, token, around);
      case 'codespan':
        return { html: element('code', escape((token as Tokens.Codespan).text)) };
      case 'br':
        return { html: tags['br'] ? '<br>' : '\n' };
      case 'html':
        return pieces((token as Tokens.Tag).text, tags);
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
        if (around.link && !tags['img']) return { html: escapeAround(alt) };
        return picture(tags, attributes({ src: href, alt, title }));
      }
      default:
        return 'tokens' in token && token.tokens
          ? token.tokens.flatMap((inner) => inlinePiece(inner, around))
          : { html: escapeAround((token as Tokens.Text).text), blank: !(token as Tokens.Text).text.trim() };
    }
  }

  const box = (checked: boolean): Piece => ({
    html: tags['input'] ? taskBox(checked, checked ? done : todo) + ' ' : checked ? '[x] ' : '[ ] ',
  });

  const block = (tag: string, content: string, given?: Attributes): Piece => ({
    html: element(tag, content, given) + '\n',
    block: true,
  });

  /** The content of an element that may hold blocks. */
  const flow = (tokens: readonly Token[], around: Context): Piece =>
    weave(
      tokens.flatMap((token) => blockPiece(token, around)),
      tags,
      around,
    );

  function blockPiece(token: Token, around: Context): Piece | Piece[] {
    switch (token.type) {
      case 'space':
      case 'def':
        return [];
      case 'hr':
        return { html: tags['hr'] ? '<hr>\n' : '\n', block: true };
      case 'html':
        return pieces((token as Tokens.HTML).text, tags);
      case 'heading': {
        const tag = `h${Math.min((token as Tokens.Heading).depth + 2, 6)}`;
        const { html, link = false } = line((token as Tokens.Heading).tokens, inside(tags, tag, around));
        return { ...block(tag, html), link };
      }
      case 'paragraph': {
        const { html, link = false } = line((token as Tokens.Paragraph).tokens, inside(tags, 'p', around));
        return { ...block('p', html), link };
      }
      case 'code': {
        const { lang = '', text } = token as Tokens.Code;
        const language = `language-${/^\S*/.exec(lang)![0]}`;
        const code = escape(text.replace(/\n$/, '')) + '\n';
        return block('pre', element('code', code, attributes({ class: language })));
      }
      case 'blockquote': {
        const { html, link = false } = flow((token as Tokens.Blockquote).tokens, inside(tags, 'blockquote', around));
        return { ...block('blockquote', '\n' + html), link };
      }
      case 'list': {
        const { ordered, start, items } = token as Tokens.List;
        const tag = ordered ? 'ol' : 'ul';
        const context = inside(tags, 'li', inside(tags, tag, around));
        const drawn = items.map((item) => flow(item.tokens, context));
        const content = drawn.map(({ html }) => element('li', html) + '\n').join('');
        const first = ordered && start !== 1 ? String(start) : undefined;
        return { ...block(tag, '\n' + content, attributes({ start: first })), link: drawn.some(({ link }) => link) };
      }
      case 'table':
        return table(token as Tokens.Table, around);
      case 'checkbox':
        return box((token as Tokens.Checkbox).checked);
      default:
        return inlinePiece(token, around);
    }
  }

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
    const head = element('thead', '\n' + row('th', header)) + '\n';
    const body = rows.length ? element('tbody', rows.map((cells) => row('td', cells)).join('')) : '';
    return { ...block('table', '\n' + head + body), link };
  }

  const lexer = new Capped({ gfm: true, breaks: true });
  return flow(lexer.lex(clean(markdown)), TOP).html;
}

const attributes = (given: Record<string, string | null | undefined>): Attributes =>
  new Map(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** The text of a picture, without marks. */
function plain(tokens: readonly Token[] = []): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens
        ? plain(token.tokens)
        : token.type === 'br'
          ? '\n'
          : ((token as Tokens.Text).text ?? ''),
    )
    .join('');
}
