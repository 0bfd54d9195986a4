/** What lists say in words: counts, reasons, snippets, and an owner's own rows. Loaded when a list shows such things. */
import { toMs } from '../src/posts/duration.ts';
import { excerpt } from '../src/posts/excerpt.ts';
import type { CountSignal, Signal } from '../src/posts/favorites.ts';
import type { Counts } from '../src/posts/post.ts';
import type { Entry, Item } from './item.ts';
import type { Words } from './words.ts';

const COUNTS = ['views', 'likes', 'comments', 'rating', 'shares'] as const satisfies readonly CountSignal[];

/** Numbers, plurals and reasons in one language. */
export class Phrases {
  readonly locale: string | undefined;
  readonly #words: Words;

  constructor(locale: string | undefined, words: Words) {
    this.locale = locale;
    this.#words = words;
  }

  /** Our words, and in their place the owner's. */
  words(own: Partial<Words> | undefined): Words {
    return { ...this.#words, ...own };
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  }

  /** "of the latest 10" */
  latest(total: number, own?: Partial<Words>): string {
    return this.words(own).latest.replace('{n}', this.number(total));
  }

  /** "1.2K views"; '' where there is no such count. */
  count(name: (typeof COUNTS)[number], counts: Counts | undefined, words: Words): string {
    const value = name === 'rating' ? counts?.rating?.average : counts?.[name];
    if (!value) return '';
    const forms = words[name];
    const form =
      typeof forms === 'string' ? forms : (forms[new Intl.PluralRules(this.locale).select(value)] ?? forms.other);
    return form.replace('{n}', this.number(value));
  }

  /** Why a post is in a list. */
  reason(signal: Signal, counts: Counts | undefined, days: number, words: Words): string {
    const [name, kind] = signal.split(':');
    if (name === 'recency') return words.recency;
    if (kind === 'decay' || name === 'mixed') return words.trending;
    const reason = this.count(name as 'views', counts, words);
    if (kind !== 'window' || !reason) return reason;
    const time = new Intl.NumberFormat(this.locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
    return words.within.replace('{reason}', reason).replace('{time}', time);
  }

  /**
   * Adds to a row what takes words. Each field is worked out when somebody reads it: the first number of a page alone takes a
   * browser as long as all the rest.
   */
  item({ post, signal }: Entry, item: Item, days: number, own?: Partial<Words>): Item {
    const words = this.words(own);
    const { locale } = this;
    const { summary = '', tags = [], counts, windows } = post;
    const options = { ...(locale && { locale }) };
    const count = (): string => {
      const named = COUNTS.filter((name) => signal?.startsWith(name));
      for (const name of [...named, ...COUNTS]) {
        const text = this.count(name, counts, words);
        if (text) return text;
      }
      return '';
    };
    const reason = (): string => {
      const window = Object.entries(windows ?? {}).find(
        ([name]) => signal?.endsWith(':window') && Math.round(toMs(name) / 864e5) === days,
      );
      return signal ? this.reason(signal, window?.[1] ?? counts, days, words) : '';
    };
    return {
      post,
      title: post.title || excerpt(summary, { length: 60, ...options }) || post.url,
      author: item.author,
      get date() {
        return item.date;
      },
      get excerpt() {
        return excerpt(summary, options);
      },
      get tags() {
        return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(tags);
      },
      get count() {
        return count();
      },
      get reason() {
        return reason();
      },
    };
  }

  /** A row of the owner's own: the `<template>`, its `data-text`, `data-href` and `data-src` filled in. */
  fill(template: HTMLTemplateElement, item: Item): DocumentFragment {
    const row = document.importNode(template.content, true);
    const { post, ...texts } = item;
    for (const element of row.querySelectorAll<HTMLElement>('[data-text], [data-href], [data-src]')) {
      const { text, href, src } = element.dataset;
      if (text !== undefined)
        element.textContent = Object.hasOwn(texts, text) ? (texts[text as keyof typeof texts] ?? '') : '';
      if (href !== undefined && post.url) element.setAttribute('href', post.url);
      if (src === undefined) continue;
      if (post.image) element.setAttribute('src', post.image.url);
      else element.remove();
    }
    return row;
  }
}

const loaded: Record<string, Words> = {};

/** The phrases of a language (BCP 47), English where we have no words of it. */
export async function phrasesOf(locale: string | undefined): Promise<Phrases> {
  const { LANGUAGES } = await import('./words.ts');
  const [language = 'en'] = locale?.split('-') ?? [];
  const load = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  const words = (loaded[language] ??= (await (load ?? LANGUAGES['en']!)()).default);
  return new Phrases(locale, words);
}
