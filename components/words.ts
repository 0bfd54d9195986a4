/** One text for each plural category that a language has; `{n}` is the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Every word that the lists say by themselves. */
export interface Words {
  empty: string;
  /** Under an all-time list that knows only the newest `{n}` posts. */
  latest: string;
  views: Plural;
  likes: Plural;
  comments: Plural;
  shares: Plural;
  /** `{n}` is an average on the blog's own scale. */
  rating: string;
  /** A `{reason}` that holds within `{time}`, such as "30 days". */
  within: string;
  /** The reason of a post whose counts fade with age. */
  trending: string;
  /** The reason of a post that is there because it is new. */
  recency: string;
  /** The name of a list without heading, for those who hear the page. */
  posts: string;
}

/** The languages there are words in; the one of the page is loaded. */
export const LANGUAGES: Readonly<Record<string, () => Promise<{ default: Words }>>> = {
  ar: () => import('./words/ar.ts'),
  cs: () => import('./words/cs.ts'),
  de: () => import('./words/de.ts'),
  en: () => import('./words/en.ts'),
  es: () => import('./words/es.ts'),
  fr: () => import('./words/fr.ts'),
  he: () => import('./words/he.ts'),
  hi: () => import('./words/hi.ts'),
  id: () => import('./words/id.ts'),
  it: () => import('./words/it.ts'),
  ja: () => import('./words/ja.ts'),
  ko: () => import('./words/ko.ts'),
  ms: () => import('./words/ms.ts'),
  nl: () => import('./words/nl.ts'),
  pl: () => import('./words/pl.ts'),
  pt: () => import('./words/pt.ts'),
  ru: () => import('./words/ru.ts'),
  sv: () => import('./words/sv.ts'),
  tr: () => import('./words/tr.ts'),
  uk: () => import('./words/uk.ts'),
  zh: () => import('./words/zh.ts'),
};
