/** A comment as it is drawn: who has said what, when, and where. */
import { html, nothing, type TemplateResult } from 'lit';
import { anchor } from '../src/comments/anchor.ts';
import type { BlogComment } from '../src/comments/comment.ts';
import type { Thread } from '../src/comments/order.ts';
import { relativeTime } from '../src/comments/relative.ts';
import type { View } from './comment-thread.ts';
import type { DogearedComments } from './comments.ts';

/** Hues that avatars are drawn in. */
const HUES = 8;

/** Whether an attribute without value, or with any but "false", is there. */
export const isOn = (value: unknown): boolean => (value ?? false) !== false && value !== 'false';

/** Whether there is more to say of a comment than every comment has. */
export function isSpecial({ comment, inReplyTo }: Thread, { avatars }: DogearedComments): boolean {
  const { author, votes, pinned, status, source } = comment;
  return !!(inReplyTo ?? votes ?? source ?? author.badge ?? status ?? (pinned || (author.avatar && isOn(avatars))));
}

/** A link to a comment. */
export function linkTo(view: View, id: string, part: string, text: unknown, label: unknown = nothing): TemplateResult {
  // Whatever the page's base is. A link to where the page is already says nothing to anybody but us.
  const href = location.href.replace(/#.*|$/, anchor(id));
  const go = () => location.href === href && view.act('reveal', id);
  return html`<a part=${part} href=${href} aria-label=${label} @click=${go}>${text}</a>`;
}

/** Who has said it, when, and where. */
export function head(view: View, thread: Thread): TemplateResult {
  const { details } = view;
  const { comment } = thread;
  const { author, published, id } = comment;
  const name = html`<bdi part="author">${view.nameOf(comment)}</bdi>`;
  const time = Date.parse(published!);
  const ago = time ? relativeTime(time, Date.now(), view.locale) : '#';
  const date = time
    ? html`<time part="date" datetime=${published!} title=${view.date.format(time)}>${ago}</time>`
    : ago;
  return html`<header>
    ${details?.picture(view, author) ?? initials(author, view.locale)}
    <div class="who">
      ${author.url ? html`<a href=${author.url} rel="nofollow ugc noopener noreferrer">${name}</a>` : name}${details?.badges(view, comment)}
      <div class="facts">
        ${linkTo(view, id, 'permalink', date, `${view.titleOf(comment)}, ${ago}`)}${details?.facts(view, thread)}
      </div>
    </div>
  </header>`;
}

/** A picture of our own: initials on a color that goes with the name. Nobody is asked for it. */
function initials({ name }: BlogComment['author'], locale: string | undefined): TemplateResult {
  const letters = name.match(/(?<![\p{L}\p{N}\p{M}'’])[\p{L}\p{N}]/gu) ?? ['?'];
  let hue = 0;
  for (const sign of name) hue = (hue * 31 + sign.codePointAt(0)!) % 997;
  const text = letters[0]! + (letters.length > 1 ? letters.at(-1)! : '');
  return html`<span part="avatar" class="avatar hue${hue % HUES}" aria-hidden="true">${text.toLocaleUpperCase(locale)}</span>`;
}

/** Shows a body. */
export function setBody(body: HTMLElement, nodes: DocumentFragment): void {
  body.replaceChildren(nodes);
  body.className = 'body';
}

/** Shows a body as the text that it is. */
export function setRaw(body: HTMLElement, text: string): void {
  body.className = 'body raw';
  body.textContent = text;
}

export function button(text: string, click: () => unknown, part: string | typeof nothing = nothing): TemplateResult {
  // A held key, and the second click of two, are what a hand does by itself.
  const hold = (event: KeyboardEvent): void => void (event.repeat && event.preventDefault());
  const press = (event: MouseEvent): unknown => event.detail > 1 || click();
  return html`<button type="button" class="plain" part=${part} @keydown=${hold} @click=${press}>${text}</button>`;
}
