/** One text for each plural category that a language has, and one for none; `{n}` is the number. */
export type CountLabel = Partial<Record<Intl.LDMLPluralRule, string>> & { none: string; other: string };

/** How many comments there are, in the languages that we have words for. */
export const COUNT_LABELS: Readonly<Record<string, CountLabel>> = {
  ar: {
    none: 'لا تعليقات',
    one: 'تعليق واحد',
    two: 'تعليقان',
    few: '{n} تعليقات',
    many: '{n} تعليقًا',
    other: '{n} تعليق',
  },
  cs: {
    none: 'Žádné komentáře',
    one: '{n} komentář',
    few: '{n} komentáře',
    many: '{n} komentáře',
    other: '{n} komentářů',
  },
  de: { none: 'Keine Kommentare', one: '{n} Kommentar', other: '{n} Kommentare' },
  en: { none: 'No comments', one: '{n} comment', other: '{n} comments' },
  es: { none: 'Sin comentarios', one: '{n} comentario', many: '{n} de comentarios', other: '{n} comentarios' },
  fr: { none: 'Aucun commentaire', one: '{n} commentaire', many: '{n} de commentaires', other: '{n} commentaires' },
  he: { none: 'אין תגובות', one: 'תגובה אחת', two: 'שתי תגובות', other: '{n} תגובות' },
  hi: { none: 'कोई टिप्पणी नहीं', one: '{n} टिप्पणी', other: '{n} टिप्पणियाँ' },
  id: { none: 'Belum ada komentar', other: '{n} komentar' },
  it: { none: 'Nessun commento', one: '{n} commento', many: '{n} di commenti', other: '{n} commenti' },
  ja: { none: 'コメントはありません', other: 'コメント{n}件' },
  ko: { none: '댓글 없음', other: '댓글 {n}개' },
  ms: { none: 'Tiada komen', other: '{n} komen' },
  nl: { none: 'Geen reacties', one: '{n} reactie', other: '{n} reacties' },
  pl: {
    none: 'Brak komentarzy',
    one: '{n} komentarz',
    few: '{n} komentarze',
    many: '{n} komentarzy',
    other: '{n} komentarza',
  },
  pt: { none: 'Nenhum comentário', one: '{n} comentário', many: '{n} de comentários', other: '{n} comentários' },
  ru: {
    none: 'Нет комментариев',
    one: '{n} комментарий',
    few: '{n} комментария',
    many: '{n} комментариев',
    other: '{n} комментария',
  },
  sv: { none: 'Inga kommentarer', one: '{n} kommentar', other: '{n} kommentarer' },
  tr: { none: 'Yorum yok', one: '{n} yorum', other: '{n} yorum' },
  uk: {
    none: 'Немає коментарів',
    one: '{n} коментар',
    few: '{n} коментарі',
    many: '{n} коментарів',
    other: '{n} коментаря',
  },
  zh: { none: '暂无评论', other: '{n} 条评论' },
};

/** The language to speak: the locale as it is where the platform knows it and we have words, else English. */
const spoken = (locale: string | undefined): [string, CountLabel] => {
  try {
    const language = locale && new Intl.Locale(locale).language;
    const label = language && Object.hasOwn(COUNT_LABELS, language) && COUNT_LABELS[language];
    if (label) return [locale, label];
  } catch {
    // No language at all: English.
  }
  return ['en', COUNT_LABELS['en']!];
};

/**
 * "No comments", "1 comment", "12 comments", by the plural rules of a language.
 *
 * @param count how many; anything but a number from 0 up counts as none
 * @param options `locale`: BCP 47, default English, also where we have no words for it; `words`: texts to use instead of
 * ours, `none` and one for each plural category, `{n}` being the number
 * @example
 * commentCountLabel(2, { locale: 'ru' }); // '2 комментария'
 */
export function commentCountLabel(
  count: number,
  { locale, words }: { locale?: string; words?: Partial<CountLabel> } = {},
): string {
  const [language, ours] = spoken(locale);
  const label = (key: keyof CountLabel): string | undefined => words?.[key] ?? ours[key];
  const n = count > 0 && count < Infinity ? Math.floor(count) : 0;
  const text = label(n ? new Intl.PluralRules(language).select(n) : 'none') ?? label('other')!;
  return text.replace('{n}', new Intl.NumberFormat(language).format(n));
}
