/** HTML or CSS cut into pieces to be colored: enough for tags of ours, no parser. */
export type Token = readonly [kind: '' | 'tag' | 'name' | 'value' | 'note', text: string];

const HTML = /(<!--[^]*?-->)|(<\/?[a-zA-Z][\w:-]*|\/?>)|("[^"]*")|([\w:-]+)(?==")/g;
const CSS = /(\/\*[^]*?\*\/)|([^{}\n;/]+(?=\s*\{))|(:[^;{}\n]+;)|(--[\w-]+|[a-z-]+)(?=\s*:)/g;

/** The pieces, in order; together they are the text. */
export function tokens(text: string, language: 'html' | 'css' = 'html'): Token[] {
  const found: Token[] = [];
  let end = 0;
  const add = (...token: Token): void => void (token[1] && found.push(token));
  for (const match of text.matchAll(language === 'css' ? CSS : HTML)) {
    const [whole, note, tag, value] = match;
    add('', text.slice(end, match.index));
    add(note ? 'note' : tag ? 'tag' : value ? 'value' : 'name', whole);
    end = match.index + whole.length;
  }
  add('', text.slice(end));
  return found;
}
