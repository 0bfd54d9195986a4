import type { CommentFormWords } from './comment-form-words.ts';
import type { Languages } from './comment-words.ts';

/** The languages there are words for writers in; the one of the page is loaded. */
export const COMMENT_FORM_LANGUAGES: Languages<CommentFormWords> = {
  ar: () => import('./comment-form-words/ar.ts'),
  cs: () => import('./comment-form-words/cs.ts'),
  de: () => import('./comment-form-words/de.ts'),
  en: () => import('./comment-form-words/en.ts'),
  es: () => import('./comment-form-words/es.ts'),
  fr: () => import('./comment-form-words/fr.ts'),
  he: () => import('./comment-form-words/he.ts'),
  hi: () => import('./comment-form-words/hi.ts'),
  id: () => import('./comment-form-words/id.ts'),
  it: () => import('./comment-form-words/it.ts'),
  ja: () => import('./comment-form-words/ja.ts'),
  ko: () => import('./comment-form-words/ko.ts'),
  ms: () => import('./comment-form-words/ms.ts'),
  nl: () => import('./comment-form-words/nl.ts'),
  pl: () => import('./comment-form-words/pl.ts'),
  pt: () => import('./comment-form-words/pt.ts'),
  ru: () => import('./comment-form-words/ru.ts'),
  sv: () => import('./comment-form-words/sv.ts'),
  tr: () => import('./comment-form-words/tr.ts'),
  uk: () => import('./comment-form-words/uk.ts'),
  zh: () => import('./comment-form-words/zh.ts'),
};
