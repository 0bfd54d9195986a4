import type { CommentWords, Languages } from './comment-words.ts';

/** The languages there are words in; the one of the page is loaded. */
export const COMMENT_LANGUAGES: Languages<CommentWords> = {
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
