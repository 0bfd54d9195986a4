/** What only some comments say of themselves. Loaded when one does. */
import { css, html, type TemplateResult } from 'lit';
import type { BlogComment } from '../src/comments/comment.ts';
import type { Thread } from '../src/comments/order.ts';
import { isOn, linkTo } from './comment-item.ts';
import type { View } from './comment-thread.ts';
import type { Plural } from './words.ts';

export const detailStyles = css`
  .badge {
    border: 1px solid var(--line);
    border-radius: 1em;
    font-size: 0.75em;
    font-weight: 600;
    padding: 0.05em 0.6em;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;

/** A sentence with a name in it, whatever direction that has. */
export function named(sentence: string, name: string): TemplateResult {
  const [before, after = ''] = sentence.split('{name}');
  return html`${before}<bdi>${name}</bdi>${after}`;
}

/** The author's own picture, for owners who let it be asked of whoever keeps it. */
export const picture = ({ host }: View, { avatar }: BlogComment['author']): TemplateResult | undefined =>
  avatar && isOn(host.avatars)
    ? html`<img part="avatar" class="avatar" src=${avatar} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer">`
    : undefined;

/** What stands beside the name. */
export function badges({ words }: View, { author, status, pinned }: BlogComment): unknown[] {
  const badge = (part: string, text: string | false | undefined) =>
    text ? html` <span part=${part} class="badge">${text}</span>` : undefined;
  return [badge('badge', author.badge), badge('pending', status && words.pending), badge('pinned', pinned && '★')];
}

/** What stands beside the date. */
export function facts(view: View, { comment: { source }, inReplyTo }: Thread): unknown[] {
  const { words } = view;
  return [
    inReplyTo && linkTo(view, inReplyTo.id, 'parent', named(words.inReplyTo, view.nameOf(inReplyTo))),
    source && html`<span part="source">${named(words.via, source)}</span>`,
  ];
}

/** What readers think of it. */
export function votes(view: View, { votes: { up = 0, down = 0 } = { up: 0, down: 0 } }: BlogComment): unknown[] {
  const vote = (sign: string, forms: Plural, n: number) => {
    const text = view.plural(forms, n);
    return n
      ? html`<span title=${text}><span aria-hidden="true">${sign} ${n.toLocaleString(view.locale)}</span><span class="hidden">${text}</span></span>`
      : undefined;
  };
  return [vote('▲', view.words.up, up), vote('▼', view.words.down, down)];
}
