/** How much a parser would have to do for somebody's HTML, worked out before it begins: it cannot be stopped. */
import { MAX_LENGTH } from './limits.ts';
import { Refusal } from './refusal.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** What is open of these at the end of a block is opened again in the next, so that a short text makes millions of nodes. */
const FORMATTING = set('a b big code em font i nobr s small strike strong tt u');
/** In these, tags are text or mean something else; none that ends there is known to end anything. */
const OTHER = set(
  'applet colgroup frameset iframe marquee math noembed noframes noscript object plaintext script select style svg template textarea title xmp',
);
/** What is open around one of these is not ended in it. */
const CELL = set('caption td th');
/** Each of these ends another of its kind. */
const ENDING: Readonly<Record<string, string>> = { p: 'p', li: 'li', dt: 'dd', dd: 'dd', tr: 'tr', td: 'tr', th: 'tr' };
/** These begin without ending anything. */
const INLINE = set('abbr bdi bdo br cite del dfn img input ins kbd label mark q samp span sub sup time var wbr');
const VOID = set('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr');

/** Tags that any parser reads as we do; else the beginning of what may be one. */
const TAG =
  /<(\/?)([a-z][a-z\d:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>|<(?=[a-z/!?])(\/?)([^\s/>]*)/gi;

/** Elements of one comment, attributes of one element, and how deep elements may be until a parser loses its way. */
const MAX_ELEMENTS = 4000;
const MAX_ATTRIBUTES = 50;
const MAX_OPEN = 150;

const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/**
 * A tag without what a strict page reports although nothing of it is ever run or drawn: styles and handlers, which a
 * browser looks at while it parses. This is about silence, not safety: whatever is left is cleaned all the same.
 */
const quiet = (tag: string): string =>
  tag
    .replace(/^(<\/?)style\b/i, '$1noembed')
    .replace(ATTRIBUTE, (attribute: string, name: string) => (/^(style$|on)/i.test(name) ? '' : attribute));

/**
 * Counts elements, those that a parser makes again, and how deep they are; never less than there will be. One pass.
 *
 * @returns the same HTML, without styles and handlers
 * @throws {Refusal} for more than people write
 */
export function guard(html: string): string {
  let elements = 0;
  let formatting = 0;
  const open: string[] = [];
  // Whether a tag that ends something does so for the parser, too.
  let trusted = true;
  let kind: string | undefined;
  const look = (slash: string, strict: string, attributes = '', strangeSlash: string, strange = ''): void => {
    const name = (strict ?? strange).toLowerCase();
    const inline = FORMATTING.has(name) || INLINE.has(name);
    if (!strict || OTHER.has(name) || (CELL.has(name) && formatting)) trusted = false;
    // Nobody knows where such a tag ends, and how many attributes it has.
    if (/^[a-z]/i.test(strange) && html.length > MAX_LENGTH) throw new Refusal('too-complex');
    if ((attributes.match(ATTRIBUTE)?.length ?? 0) > MAX_ATTRIBUTES) throw new Refusal('too-complex');
    // What ends here, said or unsaid, may take with it all formatting that is open, which is then opened again.
    if (slash || strangeSlash) {
      const at = trusted ? open.lastIndexOf(name) : -1;
      if (at >= 0 && FORMATTING.has(name)) formatting--;
      if (at < 0 || at < open.length - 1) elements += formatting;
      if (at >= 0) open.splice(at, 1);
      // One that ends nothing may still be an element: </p> and </br> are.
      else elements++;
      if (!inline) kind = undefined;
    } else {
      elements += 1 + (inline ? 0 : formatting);
      const ends = Object.hasOwn(ENDING, name) ? ENDING[name] : undefined;
      if (!VOID.has(name) && /^[a-z]/.test(name) && !(ends && ends === kind)) {
        open.push(name);
        if (FORMATTING.has(name)) formatting++;
      }
      kind = ends ?? kind;
    }
    if (elements > MAX_ELEMENTS) throw new Refusal('too-complex');
    if (open.length > MAX_OPEN) throw new Refusal('too-deep');
  };
  return html.replace(TAG, (tag: string, ...parts: unknown[]) => {
    look(...(parts as Parameters<typeof look>));
    return parts[1] ? quiet(tag) : tag;
  });
}
