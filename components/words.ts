import type { Signal } from '../src/posts/favorites.ts';
import type { Counts } from '../src/posts/post.ts';
import en from './words/en.ts';

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

/** Languages beside English; one is loaded when a page is in it. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ default: Words }>>> = {
  ar: () => import('./words/ar.ts'),
  cs: () => import('./words/cs.ts'),
  de: () => import('./words/de.ts'),
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

const loaded: Record<string, Words> = { en };

/** The words of a language (BCP 47): at once where they are there, as a promise where they have to be loaded. */
export function wordsOf(locale: string): Words | Promise<Words> {
  const language = locale.slice(0, 2).toLowerCase();
  const words = Object.hasOwn(loaded, language) ? loaded[language] : undefined;
  if (words || !Object.hasOwn(LANGUAGES, language)) return words ?? en;
  // Without its words a list still works, in English.
  return LANGUAGES[language]!().then(
    ({ default: found }) => (loaded[language] = found),
    () => en,
  );
}

/** Numbers, dates and reasons in one language. */
export class Phrases {
  readonly words: Words;
  readonly #locale: string | undefined;

  constructor(locale: string, words: Words) {
    this.words = words;
    [this.#locale] = Intl.DateTimeFormat.supportedLocalesOf(locale ? [locale] : []);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.#locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  }

  date(iso: string): string {
    return new Intl.DateTimeFormat(this.#locale, { dateStyle: 'medium' }).format(new Date(iso));
  }

  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, { type: 'unit', style: 'short' }).format(names);
  }

  /** '1.2K views'; '' where there is no such count. */
  count(name: 'views' | 'likes' | 'comments' | 'shares' | 'rating', counts: Counts | undefined): string {
    const value = name === 'rating' ? counts?.rating?.average : counts?.[name];
    if (!value) return '';
    const forms = this.words[name];
    const form = typeof forms === 'string' ? forms : (forms[new Intl.PluralRules(this.#locale).select(value)] ?? forms.other);
    return form.replace('{n}', this.number(value));
  }

  /** Why a post is in a list. */
  reason(signal: Signal, counts: Counts | undefined, days: number): string {
    const [name = '', kind] = signal.split(':');
    if (name === 'recency') return this.words.recency;
    if (kind === 'decay' || name === 'mixed') return this.words.trending;
    const reason = this.count(name as 'views', counts);
    if (kind !== 'window' || !reason) return reason;
    const time = new Intl.NumberFormat(this.#locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
    return this.words.within.replace('{reason}', reason).replace('{time}', time);
  }
}
