import type { CommentWords as BodyWords } from '../src/comments/fallback.ts';
import type { Plural } from './words.ts';

/** Every word that comments say to readers by themselves. `{n}` is a number, `{name}` somebody's name. */
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
}

/** Words in many languages, each loaded when it is spoken. */
export type Languages<W> = Readonly<Record<string, () => Promise<{ default: W }>>>;

/** The words of a language (BCP 47), English where there are none of it. */
export async function wordsOf<W>(
  locale: string | undefined,
  english: Languages<W>[string],
  languages: () => Promise<Languages<W>>,
): Promise<W> {
  const language = locale?.split('-')[0] ?? 'en';
  // The others are many; those who speak English have no use for the list of them.
  const others = language === 'en' ? {} : await languages();
  return (await (Object.hasOwn(others, language) ? others[language]! : english)()).default;
}

export const commentWordsOf = (locale: string | undefined): Promise<CommentWords> =>
  wordsOf(
    locale,
    () => import('./comment-words/en.ts'),
    async () => (await import('./comment-languages.ts')).COMMENT_LANGUAGES,
  );

/** The language of the place where an element is, as far as the browser knows it. */
export function localeOf(element: Element): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(element.closest<HTMLElement>('[lang]')?.lang || [])[0];
  } catch {
    return undefined;
  }
}
