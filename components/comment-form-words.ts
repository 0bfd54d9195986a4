import { type CommentWords, wordsOf } from './comment-words.ts';

/** Every word that is said to those who write, loaded with the form. */
export interface CommentFormWords {
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

/** What an owner may say in other words. */
export type AllCommentWords = CommentWords & CommentFormWords;

export const formWordsOf = (locale: string | undefined): Promise<CommentFormWords> =>
  wordsOf(
    locale,
    () => import('./comment-form-words/en.ts'),
    async () => (await import('./comment-form-languages.ts')).COMMENT_FORM_LANGUAGES,
  );
