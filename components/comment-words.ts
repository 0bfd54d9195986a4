import type { CommentWords as BodyWords } from '../src/comments/fallback.ts';
import type { Plural } from './words.ts';

/** Every word that comments and their form say by themselves. `{n}` is a number, `{name}` somebody's name. */
export interface CommentWords extends BodyWords {
  /** The heading: how many comments there are. */
  count: Plural & { none: string };
  /** Somebody who gave no name. */
  anonymous: string;
  /** In the place of a comment that was deleted. */
  deleted: string;
  /** Beside a comment that only its writer sees until somebody has approved it. */
  pending: string;
  /** In the place of a comment by somebody the owner has muted, and of one that readers voted down; before a button. */
  muted: string;
  lowScore: string;
  /** The button that shows such a comment. */
  show: string;
  /** How often a comment was voted for and against. */
  up: Plural;
  down: Plural;
  /** The name of the link to a comment, which shows its date. */
  permalink: string;
  inReplyTo: string;
  /** Where a comment was said, if there are several places. */
  via: string;
  showReplies: Plural;
  hideReplies: Plural;
  sort: string;
  oldest: string;
  newest: string;
  best: string;
  more: string;
  /** Told to those who do not see it: so many comments more are on the page now. */
  arrived: Plural;
  loading: string;
  closed: string;
  /** Instead of the comments on a post that needs a password or a membership. */
  protected: string;
  failed: string;
  /** Asks a source, or sends a comment, again. */
  retry: string;
  /** The heading of the form, and the link to an engine's own page. */
  post: string;
  /** The name of a list without heading: the newest comments of the blog. */
  latest: string;
  /** Under which post a comment stands. */
  on: string;
  reply: string;
  replyTo: string;
  name: string;
  website: string;
  /** Beside the name of a field that may stay empty. */
  optional: string;
  body: string;
  write: string;
  preview: string;
  /** In an empty preview. */
  nothing: string;
  /** Under the field: what can be done with the text. */
  markdown: string;
  /** How much of the room is used: "120 of 20,000 characters". `{n}` and `{most}`. */
  characters: string;
  send: string;
  sending: string;
  cancel: string;
  /** Told after sending. */
  posted: string;
  held: string;
  /** Before the reason. */
  sendFailed: string;
  edit: string;
  save: string;
  saved: string;
  delete: string;
  /** The second button, which really deletes. */
  deleteNow: string;
  removed: string;
}

/** The languages there are words in; the one of the page is loaded. */
export const COMMENT_LANGUAGES: Readonly<Record<string, () => Promise<{ default: CommentWords }>>> = {
  ar: () => import('./comment-words/ar.ts'),
  cs: () => import('./comment-words/cs.ts'),
  de: () => import('./comment-words/de.ts'),
  en: () => import('./comment-words/en.ts'),
  es: () => import('./comment-words/es.ts'),
  fr: () => import('./comment-words/fr.ts'),
  he: () => import('./comment-words/he.ts'),
  hi: () => import('./comment-words/hi.ts'),
  id: () => import('./comment-words/id.ts'),
  it: () => import('./comment-words/it.ts'),
  ja: () => import('./comment-words/ja.ts'),
  ko: () => import('./comment-words/ko.ts'),
  ms: () => import('./comment-words/ms.ts'),
  nl: () => import('./comment-words/nl.ts'),
  pl: () => import('./comment-words/pl.ts'),
  pt: () => import('./comment-words/pt.ts'),
  ru: () => import('./comment-words/ru.ts'),
  sv: () => import('./comment-words/sv.ts'),
  tr: () => import('./comment-words/tr.ts'),
  uk: () => import('./comment-words/uk.ts'),
  zh: () => import('./comment-words/zh.ts'),
};

const loaded: Record<string, CommentWords> = {};

/** The words of a language (BCP 47), English where we have none of it. */
export async function commentWordsOf(locale: string | undefined): Promise<CommentWords> {
  const asked = locale?.split('-')[0] ?? 'en';
  const language = Object.hasOwn(COMMENT_LANGUAGES, asked) ? asked : 'en';
  return (loaded[language] ??= (await COMMENT_LANGUAGES[language]!()).default);
}

/** The language of the place where an element is, as far as the browser knows it. */
export function localeOf(element: Element): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(element.closest<HTMLElement>('[lang]')?.lang || [])[0];
  } catch {
    return undefined;
  }
}
