/** How much marked has to look at in a text, more or less: for texts that are long enough to be too much. One pass each. */

/** How often a rule for tables or headings looks at the lines that follow. */
const UNDERLINE = /^[ \t>]*[|:-][|: \t-]*$/gm;
/** A code span as people write it, `[i]` without an address, a plain tag: none of these looks further than its end. */
const CLOSED = /(?<!`)`[^`]+`(?!`)|\[[^[\]]*\](?![([:])|<\/?[a-z\d]+>/gi;
/** Beginnings of lines that may be a list in a list in a list, or a rule. */
const MARKERS = /^[-*_+>\d.) \t]{8,}/gm;
/** What may begin something that ends anywhere later, or nowhere. */
const OPENER = /[`[]|<(?=[a-z/!?])|[*~](?!\s)|(?<![\p{L}\p{N}])_(?!\s)/giu;
/** Long words, and long rows of one kind, at each of whose signs a rule looks at all that follow. */
const LONG = /[ \t]{2,}|[^\s]{30,}/g;
const INNER = /[ \t]|[^\p{L}\p{N}\s]/gu;

/** How often something is in a text. */
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** How much there is to look at in a text on its way to being a line, more or less. */
function line(src: string): number {
  const openers = count(src.replace(CLOSED, '.'), OPENER);
  // marked looks at each mark of emphasis for each that may begin one.
  const marks = count(src, /[*_~]+/g);
  let work = src.length + openers * (src.length + 12 * marks);
  for (const [long] of src.matchAll(LONG)) work += long.length * count(long, INNER);
  return work;
}

/** The same for blocks. A line of a list is tried as the beginning of everything, on each level that it is on. */
function blocks(src: string): number {
  const lines = count(src, /\n/g);
  let work = src.length * (1 + count(src, UNDERLINE)) + 200 * lines;
  for (const [markers] of src.matchAll(MARKERS)) work += markers.length * count(markers, /\S(?=\s)/g);
  return work;
}

export const effort = { line, blocks } as const;
