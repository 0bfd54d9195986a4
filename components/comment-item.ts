/** A comment as it is drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import { anchor } from '../src/comments/anchor.ts';
import type { BlogComment } from '../src/comments/comment.ts';
import { relativeTime } from '../src/comments/relative.ts';
import type { View } from './comment-thread.ts';
import type { Plural } from './words.ts';

/** Hues that avatars are drawn in. */
const HUES = 8;

/** Whether an attribute without value, or with any but "false", is there. */
export const isOn = (value: unknown): boolean => (value ?? false) !== false && value !== 'false';

/** Who has said it, when, and where. */
export function head(view: View, comment: BlogComment, inReplyTo: BlogComment | undefined): TemplateResult {
  const { author, status, pinned, published, source, id } = comment;
  const link = (text: unknown, to: string, part: string, label: unknown) => {
    // Whatever the page's base is. A link to where the page is already says nothing to anybody but us.
    const href = location.href.replace(/#.*|$/, anchor(to));
    const go = () => location.href === href && view.act('reveal', to);
    return html`<a part=${part} href=${href} aria-label=${label} @click=${go}>${text}</a>`;
  };
  const name = html`<bdi part="author">${view.nameOf(comment)}</bdi>`;
  const badge = (part: string, text: string | false | undefined) =>
    text ? html` <span part=${part} class="badge">${text}</span>` : nothing;
  const time = Date.parse(published ?? '');
  const ago = time ? relativeTime(time, Date.now(), view.locale) : '#';
  const date = time
    ? html`<time part="date" datetime=${published!} title=${view.dates.format(time)}>${ago}</time>`
    : ago;
  return html`<header>
    ${avatarOf(view, author)}
    <div class="who">
      ${author.url ? html`<a href=${author.url} rel="nofollow ugc noopener noreferrer">${name}</a>` : name}${badge('badge', author.badge)}${badge('pending', status && view.words.pending)}${badge('pinned', pinned && '★')}
      <div class="facts">
        ${link(date, id, 'permalink', `${view.titleOf(comment)}, ${ago}`)}
        ${inReplyTo ? link(named(view.words.inReplyTo, view.nameOf(inReplyTo)), inReplyTo.id, 'parent', nothing) : nothing}
        ${source ? html`<span part="source">${named(view.words.via, source)}</span>` : nothing}
      </div>
    </div>
  </header>`;
}

/** A picture of our own: initials on a color that goes with the name. Nobody is asked for it. */
function avatarOf(view: View, { name, avatar }: BlogComment['author']): TemplateResult {
  if (avatar && isOn(view.host.avatars))
    return html`<img part="avatar" class="avatar" src=${avatar} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
  const letters = name.match(/(?<![\p{L}\p{N}\p{M}'’])[\p{L}\p{N}]/gu) ?? ['?'];
  let hue = 0;
  for (const sign of name) hue = (hue * 31 + sign.codePointAt(0)!) % 997;
  const initials = letters[0]! + (letters.length > 1 ? letters.at(-1)! : '');
  return html`<span part="avatar" class="avatar hue${hue % HUES}" aria-hidden="true">${initials.toLocaleUpperCase(view.locale)}</span>`;
}

/** What readers think of it, and what they can do. */
export function actions(view: View, comment: BlogComment): unknown[] {
  const { words } = view;
  const { votes } = comment;
  const vote = (sign: string, forms: Plural, n = 0) => {
    const text = view.plural(forms, n);
    return n
      ? html`<span title=${text}><span aria-hidden="true">${sign} ${view.number(n)}</span><span class="hidden">${text}</span></span>`
      : nothing;
  };
  return [
    vote('▲', words.up, votes?.up),
    vote('▼', words.down, votes?.down),
    view.forms?.actionsFor(view, comment),
  ].map((action) => action || nothing);
}

/** Shows a body. */
export function setBody(body: HTMLElement, nodes: DocumentFragment): void {
  body.replaceChildren(nodes);
  body.className = 'body';
  // What may be wider than the page is scrolled with the keyboard, too.
  for (const wide of body.querySelectorAll<HTMLElement>('pre, table')) wide.tabIndex = 0;
}

/** Shows a body as the text that it is. */
export function setRaw(body: HTMLElement, text: string): void {
  body.className = 'body raw';
  body.textContent = text;
}

/** A sentence with a name in it, whatever direction that has. */
export function named(sentence: string, name: string): TemplateResult {
  const [before, after = ''] = sentence.split('{name}');
  return html`${before}<bdi>${name}</bdi>${after}`;
}
