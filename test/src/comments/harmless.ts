/**
 * What a harmless comment is, in words of our own: written from what README promises, and not from `src/comments/policy.ts`, so that
 * a mistake there shows here. Works in any DOM that is given to it.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const TAGS = words(
  'p br hr a em strong b i del s ins sub sup code pre kbd samp var mark blockquote q cite abbr ul ol li dl dt dd ' +
    'table caption thead tbody tfoot tr th td h3 h4 h5 h6 details summary input',
);

type Value = RegExp | ((value: string) => boolean);

const BASE = 'https://page.example/posts/one/';

function isAddress(value: string): boolean {
  if (!value || value.trim().startsWith('#') || !URL.canParse(value, BASE)) return false;
  const { protocol, username, password } = new URL(value, BASE);
  return /^(https?|mailto):$/.test(protocol) && !username && !password;
}

const SPAN = /^([1-9]\d?|100)$/;
const CELL = { align: /^(left|center|right)$/, colspan: SPAN, rowspan: SPAN };

const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  '*': { dir: /^(ltr|rtl|auto)$/, lang: /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i },
  a: { href: isAddress, title: () => true, rel: (value) => value === 'nofollow ugc noopener noreferrer' },
  abbr: { title: () => true },
  ol: { start: /^\d{1,9}$/, reversed: /^$/ },
  th: CELL,
  td: CELL,
  details: { open: /^$/ },
  code: { class: /^language-[\w+#.-]{1,32}$/ },
  input: { type: /^checkbox$/, checked: /^$/, disabled: /^$/, 'aria-label': /\S/ },
};

const HTML = 'http://www.w3.org/1999/xhtml';

/** Parsers stop nesting at 512, so what is deeper is another tree after the next parsing. */
const DEEPEST = 500;

function problemsOf(element: Element): string[] {
  const { localName, namespaceURI, prefix } = element;
  if (namespaceURI !== HTML || prefix) return [`${localName} of ${namespaceURI}`];
  if (!TAGS.has(localName)) return [localName];
  const problems: string[] = [];
  if (element.shadowRoot) problems.push(`${localName} with a shadow root`);
  const own = ATTRIBUTES[localName] ?? {};
  for (const { name, value, namespaceURI: space } of [...element.attributes]) {
    const allowed = Object.hasOwn(own, name)
      ? own[name]
      : name === 'dir' || name === 'lang'
        ? ATTRIBUTES['*']![name]
        : undefined;
    if (!allowed || space) problems.push(`${localName}[${name}]`);
    else if (!(typeof allowed === 'function' ? allowed(value) : allowed.test(value)))
      problems.push(`${localName}[${name}=${value.slice(0, 80)}]`);
  }
  const href = element.getAttribute('href');
  if (localName === 'a' && href && (URL.canParse(href) || href.startsWith('//')) && !element.hasAttribute('rel'))
    problems.push('a without rel');
  if (
    localName === 'input' &&
    !(element.getAttribute('type') && element.hasAttribute('disabled') && element.hasAttribute('aria-label'))
  )
    problems.push('input that is no task box');
  return problems;
}

/** What in a tree is outside the policy, each thing once. */
export function outside(root: Node): string[] {
  const problems = new Set<string>();
  const walker = root.ownerDocument!.createTreeWalker(root);
  let depth = 0;
  // Without recursion: what it looks at may be deep. By the walker: a form may have fields that are called `parentNode`.
  for (let more: Node | null = walker.firstChild(); more;) {
    const node = walker.currentNode;
    if (Object.prototype.toString.call(node) === '[object HTMLFormElement]') problems.add('form');
    else if (node.nodeType === 1) for (const problem of problemsOf(node as Element)) problems.add(problem);
    else if (node.nodeType !== 3) problems.add(`a node of type ${node.nodeType}`);
    if (depth > DEEPEST) problems.add(`more than ${DEEPEST} levels`);
    more = walker.firstChild();
    if (more) depth++;
    while (!more && !(more = walker.nextSibling())) {
      if (walker.parentNode() === root || depth === 0) break;
      depth--;
    }
  }
  return [...problems];
}

const excerpt = (html: string, other: string): string => {
  let at = 0;
  while (html[at] === other[at]) at++;
  const show = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 30), at + 60));
  return `${show(html)} became ${show(other)}`;
};

/** Whether HTML is the same after it has been parsed and written out; what has changed, where it is not. */
export function unstable(html: string, document: Document): string[] {
  const holders: readonly (readonly [where: string, holder: Element])[] = [
    ['in a template', document.createElement('template')],
    ['in an element', document.implementation.createHTMLDocument('').createElement('div')],
  ];
  return holders.flatMap(([where, holder]) => {
    holder.innerHTML = html;
    return holder.innerHTML === html ? [] : [`not stable ${where}: ${excerpt(html, holder.innerHTML)}`];
  });
}

/** All that is wrong with HTML as a string. */
export function harms(html: string, document: Document): string[] {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.innerHTML = html;
  return [...outside(holder), ...unstable(html, document)];
}

/** What is wrong with the name of a person; '' is none, and nobody's harm. */
export function nameHarms(name: string): string[] {
  if (!name) return [];
  const problems: string[] = [];
  if (/\p{Cc}/u.test(name)) problems.push('a control character');
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name)) problems.push('a directional character');
  if (/[\u2028\u2029]/.test(name)) problems.push('a line separator');
  if (!/[^\s\p{Cf}\p{Zs}\p{Mn}]/u.test(name)) problems.push('nothing to be seen');
  if ([...new Intl.Segmenter('en').segment(name)].length > 80) problems.push('more than 80 letters');
  if (name.length > 2000) problems.push('towers of marks');
  return problems;
}

/** What is wrong with an address beside a body. */
export function addressHarms(address: string | undefined): string[] {
  if (address === undefined) return [];
  if (!URL.canParse(address)) return [`${address} is no absolute address`];
  const { protocol, username, password, href } = new URL(address);
  if (!/^https?:$/.test(protocol)) return [`${protocol} is not http(s)`];
  if (username || password) return ['a user name or a password'];
  return /["'<>\s]/.test(href) && address !== href ? ['signs that end an attribute'] : [];
}

const FIELDS = words('id parentId author body html published url votes pinned status source post');

/** What is wrong with a comment as data: everything in it that is not the body. */
export function commentHarms(comment: object): string[] {
  const { id, parentId, author, published, url, votes, pinned, status, source, post } = comment as {
    [name in 'id' | 'parentId' | 'published' | 'url' | 'status' | 'source']?: string;
  } & {
    author: { name: string; url?: string; avatar?: string; badge?: string };
    votes?: Record<string, unknown>;
    pinned?: unknown;
    post?: { url: string; title?: string };
  };
  const problems = Object.keys(comment).filter((name) => !FIELDS.has(name));
  if (Object.getPrototypeOf(comment) !== Object.prototype) problems.push('another prototype');
  for (const name of [author.name, author.badge ?? '', source ?? '']) problems.push(...nameHarms(name));
  for (const address of [author.url, author.avatar, url, post?.url]) problems.push(...addressHarms(address));
  for (const text of [id, parentId, post?.title])
    if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text ?? '')) problems.push(`not one line: ${text}`);
  if (published !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(published))
    problems.push(`date ${published}`);
  if (votes && !Object.values(votes).every((count) => Number.isInteger(count) && (count as number) >= 0))
    problems.push('votes that are no numbers');
  if (pinned !== undefined && pinned !== true) problems.push('pinned is something');
  if (status !== undefined && !/^(pending|deleted)$/.test(status)) problems.push(`status ${status}`);
  return problems;
}
