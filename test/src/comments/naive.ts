/**
 * Sites that do without: for every way in, the HTML that a site writes which has not thought of it. The attacks have to do harm here,
 * or they show nothing.
 */
import { marked } from 'marked';
import type { Way } from '../../fixtures/attacks.ts';

const markdown = (input: string): string => marked.parse(input) as string;

/** What is to be seen of HTML, as a site reads it to fill an editor. */
function shown(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.textContent ?? '';
}

/** Quotes outside of tags made typographic, after the HTML was cut: the start of a tag is then no tag. */
function curled(html: string): string {
  const cut = html.slice(0, 250);
  const text = cut
    .split(/(<[^>]*>)/)
    .map((part, at) => (at % 2 ? part : part.replaceAll("'", '&#8216;').replaceAll('"', '&#8220;')))
    .join('');
  return `<p>${text}</p><p>The next comment.</p>`;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Code is kept aside, the rest escaped, and the code put back; what was kept has been forgotten to be escaped. */
function stashed(input: string): string {
  const stash: string[] = [];
  const rest = input.replace(/`([^`]*)`/g, (_, code: string) => `@@${stash.push(code) - 1}@@`);
  return escape(rest)
    .replace(/\[(.*?)\]\((.*?)\)/g, '<a href="$2">$1</a>')
    .replace(/@@(\d+)@@/g, (_, at) => stash[Number(at)] ?? '');
}

/** A sanitizer whose hook allows widgets whatever they have, in the very lists that hold for everybody else. */
function hooked(input: string): string {
  const tags = new Set(['a', 'b', 'p', 'img']);
  const attributes = new Set(['href', 'src', 'alt']);
  const hook = (element: Element): void => {
    if (!element.hasAttribute('data-widget')) return;
    tags.add(element.localName);
    for (const { name } of element.attributes) attributes.add(name);
  };
  const template = document.createElement('template');
  template.innerHTML = input;
  for (const element of template.content.querySelectorAll('*')) {
    hook(element);
    if (!tags.has(element.localName)) element.remove();
    else for (const { name } of [...element.attributes]) if (!attributes.has(name)) element.removeAttribute(name);
  }
  return template.innerHTML;
}

/** Headings whose text becomes their id. */
const heading = (input: string): string =>
  markdown(input).replace(/<h(\d)>(.*?)<\/h\1>/gs, (_, level: string, text: string) => {
    const slug = text
      .toLowerCase()
      .replaceAll('&quot;', '"')
      .replace(/ (?=\w+$)/g, '-');
    return `<h${level} id="${slug}">${text}</h${level}>`;
  });

/** The HTML that a naive site makes of an input, by its way in. What is changed there is shown as JSON. */
export const NAIVE: Readonly<Record<Exclude<Way, 'json'>, (input: string) => string>> = {
  markdown,
  html: (input) => input,
  typed: markdown,
  edited: (input) => markdown(shown(markdown(input))),
  cut: curled,
  stashed,
  hooked,
  heading,
  words: (input) => `<button title="${input}">${input}</button>`,
  name: (input) => `<a href="/users/1" title="${input}">${input}</a>`,
  link: (input) => `<a href="${input}">Ines</a>`,
  // Escaped, and in the other quotes.
  website: (input) => `<a href='${escape(input).replaceAll('"', '&quot;')}'>Ines</a>`,
  avatar: (input) => `<img src="${input}" alt="">`,
  url: (input) => `<a href="${input}">#</a>`,
  date: (input) => `<time datetime="${input}">${input}</time>`,
  language: (input) => `<pre><code class="language-${input}">x</code></pre>`,
  votes: (input) => `<b title="${input}">${input}</b>`,
  badge: (input) => `<em class="${input}">${input}</em>`,
  id: (input) => `<p id="${input}">x</p>`,
};

/** What nobody means harm with. Whatever is outside the policy in this is the site's doing. */
export const BENIGN: Readonly<Record<Exclude<Way, 'json'>, string>> = {
  markdown: '[x](https://blog.example/)\n\n```js\nx\n```\n\n- [ ] x',
  html: '<p>x</p>',
  typed: '[x](https://blog.example/)',
  edited: '[x](https://blog.example/)',
  cut: '<p>x</p>',
  stashed: '[x](https://blog.example/)',
  hooked: '<p>x</p>',
  heading: '# A title\n\n## Another one',
  words: 'Send',
  name: 'Ines',
  link: 'https://blog.example/',
  website: 'https://blog.example/',
  avatar: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
  url: '/one/#comment-1',
  date: '2026-11-16T08:30:00Z',
  language: 'js',
  votes: '5',
  badge: 'Author',
  id: 'comment-1',
};

/** Settings of a site with all that JSON says, merged by somebody who has not heard of prototypes. */
export function merged(json: unknown, make: () => object): void {
  const merge = (target: any, source: any): void => {
    for (const key of Object.keys(source as object)) {
      const value = source[key];
      if (typeof value === 'object' && value !== null) merge((target[key] ??= make()), value);
      else target[key] = value;
    }
  };
  merge(make(), json);
}
