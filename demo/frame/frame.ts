/** The page in the preview: draws the tags it is told to, and tells what they show. */
import '../../components/cdn.ts';
import type {} from '../../components/comment-events.ts';
import type {} from '../../components/comments.ts';
import type {} from '../../components/events.ts';
import type { BlogComment } from '../../src/comments/comment.ts';
import type { CommentSource } from '../../src/comments/source.ts';
import { snippet } from '../../src/comments/snippet.ts';
import { commentsAt } from '../../src/sources/comments.ts';
import { SourceError } from '../../src/sources/error.ts';
import { parserHere } from '../../src/sources/parser.ts';
import type { Order, Ordered, Report } from '../site/order.ts';
import type { Shown } from '../site/tag.ts';

const root = document.documentElement;
const $ = (id: string): HTMLElement => document.getElementById(id)!;
const own = new CSSStyleSheet();
document.adoptedStyleSheets.push(own);

let drawn = '';
/** The part that was last gone to. */
let shown: string | undefined;
let nth = 0;

const tell = (report: Report): void => parent.postMessage({ nth, ...report }, location.origin);

/** The rows of a shadow root without events of its own. */
function rowsOf(element: Element): Shown[] | undefined {
  const inside = element.shadowRoot;
  const count = inside?.querySelector('[part=count]')?.textContent?.trim();
  if (count) return [{ title: count }];
  const items = inside?.querySelectorAll('[part=item]');
  if (!items?.length) return undefined;
  return [...items].map((item) => {
    const link = item.querySelector<HTMLAnchorElement>('[part=post]');
    const author = item.querySelector('[part=author]')?.textContent ?? '';
    return { title: link?.textContent ?? '', url: link?.href, before: link ? `${author} on ` : author };
  });
}

/** Waits for the shadow root to say something; tells each change once. */
function watch(element: HTMLElement): void {
  let last = '';
  const look = (): void => {
    const shown = rowsOf(element);
    const now = JSON.stringify(shown);
    if (!shown || now === last) return;
    last = now;
    tell({ type: 'shown', shown, complete: true });
  };
  void customElements.whenDefined(element.localName).then(async () => {
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    new MutationObserver(look).observe(element.shadowRoot!, { childList: true, subtree: true, characterData: true });
    look();
  });
}

async function rows(comments: readonly BlogComment[], limit: number): Promise<Shown[]> {
  const { decode } = await parserHere();
  return comments
    .filter(({ status }) => !status)
    .slice(0, limit)
    .map((comment) => ({
      before: `${comment.author.name || 'Anonymous'}: `,
      title: snippet(comment, decode, { length: 200 }),
    }));
}

/** The comments of a file, and a form for more: these are here until the page is closed. */
function withForm(file: string): CommentSource {
  let said: BlogComment[] = [];
  return {
    async load(request) {
      const page = await commentsAt(file).load(request);
      return { ...page, comments: [...page.comments, ...said], canPost: true };
    },
    async post({ name, body, parentId }) {
      const published = new Date().toISOString();
      const comment = { id: crypto.randomUUID(), ...(parentId && { parentId }), author: { name }, body, published };
      said.push(comment);
      return comment;
    },
    canEdit: ({ id }) => said.some((comment) => comment.id === id),
    async edit(comment, body) {
      const changed = { ...comment, body };
      said = said.map((other) => (other.id === comment.id ? changed : other));
      return changed;
    },
    async remove({ id }) {
      said = said.filter((comment) => comment.id !== id);
    },
  };
}

/** Goes to a part, in this page alone: the one around it stays where it is. */
function show(part: string): void {
  const found = [...document.querySelectorAll('.page *')]
    .map((element) => element.shadowRoot?.querySelector(`[part~="${part}"]`))
    .find((inside) => inside?.checkVisibility());
  if (found) scrollTo({ top: found.getBoundingClientRect().top + scrollY - innerHeight / 3 });
}

function make({ tag, attributes, title, given, form }: Ordered): [section: HTMLElement, element: HTMLElement] {
  const element = document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  if (given) Object.assign(element, given);
  if (form) Object.assign(element, { source: withForm(element.getAttribute('src')!) });
  const section = document.createElement('section');
  if (title) {
    const heading = document.createElement('h2');
    heading.textContent = title;
    section.append(heading);
  }
  section.append(element);
  return [section, element];
}

function draw(widgets: readonly Ordered[]): void {
  $('beside').replaceChildren();
  $('below').replaceChildren();
  $('count').replaceChildren();
  for (const widget of widgets) {
    const [section, element] = make(widget);
    if (widget.tag === 'dogeared-comment-count') $('count').replaceChildren('· ', element);
    else if (widget.tag === 'dogeared-comments') $('below').append(section);
    else $('beside').append(section);
    if (/count|latest/.test(widget.tag)) watch(element);
    // They wait until a reader comes near; the tag wants them now.
    if (widget.tag === 'dogeared-comments')
      void customElements
        .whenDefined(widget.tag)
        .then(() => (element as HTMLElementTagNameMap['dogeared-comments']).refresh());
  }
  $('below').hidden = !$('below').childElementCount;
}

addEventListener('message', ({ data, origin, source }: MessageEvent<Order>) => {
  if (origin !== location.origin || source !== parent) return;
  nth = data.nth;
  const { host, scheme, dir } = data.looks;
  Object.assign(root.dataset, { host, scheme });
  root.dir = dir;
  own.replaceSync(data.css ?? '');
  const asked = JSON.stringify(data.widgets);
  if (asked !== drawn) draw(data.widgets);
  drawn = asked;
  if (data.part && data.part !== shown) show(data.part);
  shown = data.part;
});

root.addEventListener('dogeared-load', ({ detail, target }) => {
  const { posts, complete } = detail;
  // A list that was replaced in the meantime has nothing to tell.
  if (!(target as Element).isConnected) return;
  tell({ type: 'shown', shown: posts.map(({ title, url }) => ({ title: title || url, url })), complete });
});

root.addEventListener('dogeared-comments-load', ({ detail, target }) => {
  const { comments, complete } = detail;
  const limit = Number((target as Element).getAttribute('limit')) || 20;
  void rows(comments, limit).then((shown) => tell({ type: 'shown', shown, complete }));
});

root.addEventListener('dogeared-error', ({ detail, target }) => {
  if (!(target as Element).isConnected) return;
  const { error } = detail;
  const { kind, status, url } = error instanceof SourceError ? error : ({} as Partial<SourceError>);
  tell({ type: 'failed', kind, status, url, message: error.message });
});

// Links of this page are looked at elsewhere: the preview stays.
addEventListener('click', (event) => {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link?.href || event.defaultPrevented) return;
  event.preventDefault();
  if (!link.getAttribute('href')?.startsWith('#')) open(link.href, '_blank', 'noopener');
});

tell({ type: 'here' });
