import { expect } from 'chai';
import { COUNT_LABELS, commentCountLabel } from '../../../src/comments/count.ts';

describe('commentCountLabel', () => {
  it('counts in English', () => {
    expect([0, 1, 2, 12, 1234].map((n) => commentCountLabel(n))).to.deep.equal([
      'No comments',
      '1 comment',
      '2 comments',
      '12 comments',
      '1,234 comments',
    ]);
  });

  it('takes what is no number of comments for none', () => {
    const counts = [-1, -0, NaN, Infinity, 0.5, null, undefined, 'x', {}];
    expect(counts.map((count) => commentCountLabel(count as number))).to.deep.equal(counts.map(() => 'No comments'));
    expect(commentCountLabel(2.9)).to.equal('2 comments');
  });

  /** Written down by people who speak the language, or from its grammar: none, then some numbers. */
  const LANGUAGES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
    ar: { 0: 'لا تعليقات', 1: 'تعليق واحد', 2: 'تعليقان', 3: '3 تعليقات', 11: '11 تعليقًا', 100: '100 تعليق' },
    cs: { 0: 'Žádné komentáře', 1: '1 komentář', 2: '2 komentáře', 5: '5 komentářů' },
    de: { 0: 'Keine Kommentare', 1: '1 Kommentar', 2: '2 Kommentare', 1234: '1.234 Kommentare' },
    en: { 0: 'No comments', 1: '1 comment', 2: '2 comments' },
    es: { 0: 'Sin comentarios', 1: '1 comentario', 2: '2 comentarios', 1000000: '1.000.000 de comentarios' },
    fr: { 0: 'Aucun commentaire', 1: '1 commentaire', 2: '2 commentaires', 1000000: '1 000 000 de commentaires' },
    he: { 0: 'אין תגובות', 1: 'תגובה אחת', 2: 'שתי תגובות', 3: '3 תגובות' },
    hi: { 0: 'कोई टिप्पणी नहीं', 1: '1 टिप्पणी', 2: '2 टिप्पणियाँ' },
    id: { 0: 'Belum ada komentar', 1: '1 komentar', 2: '2 komentar' },
    it: { 0: 'Nessun commento', 1: '1 commento', 2: '2 commenti', 1000000: '1.000.000 di commenti' },
    ja: { 0: 'コメントはありません', 1: 'コメント1件', 2: 'コメント2件' },
    ko: { 0: '댓글 없음', 1: '댓글 1개', 2: '댓글 2개' },
    ms: { 0: 'Tiada komen', 1: '1 komen', 2: '2 komen' },
    nl: { 0: 'Geen reacties', 1: '1 reactie', 2: '2 reacties' },
    pl: { 0: 'Brak komentarzy', 1: '1 komentarz', 2: '2 komentarze', 5: '5 komentarzy', 22: '22 komentarze' },
    pt: { 0: 'Nenhum comentário', 1: '1 comentário', 2: '2 comentários', 1000000: '1.000.000 de comentários' },
    ru: { 0: 'Нет комментариев', 1: '1 комментарий', 3: '3 комментария', 5: '5 комментариев', 21: '21 комментарий' },
    sv: { 0: 'Inga kommentarer', 1: '1 kommentar', 2: '2 kommentarer' },
    tr: { 0: 'Yorum yok', 1: '1 yorum', 2: '2 yorum' },
    uk: { 0: 'Немає коментарів', 1: '1 коментар', 3: '3 коментарі', 5: '5 коментарів', 21: '21 коментар' },
    zh: { 0: '暂无评论', 1: '1 条评论', 2: '2 条评论' },
  };

  describe('has the words of a language', () => {
    for (const [locale, rows] of Object.entries(LANGUAGES))
      it(locale, () => {
        // Engines differ in the digits of Arabic, and in the spaces between them.
        const plain = (text: string): string =>
          text.replace(/[\u00a0\u202f]/g, ' ').replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
        const found = Object.keys(rows).map((n) => [n, plain(commentCountLabel(+n, { locale }))]);
        expect(Object.fromEntries(found)).to.deep.equal(rows);
      });

    it('in 21 of them', () => expect(Object.keys(COUNT_LABELS)).to.deep.equal(Object.keys(LANGUAGES)));

    it('for each plural category that its rules know, and no other', () => {
      for (const [locale, label] of Object.entries(COUNT_LABELS)) {
        const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
        const strange = Object.keys(label).filter((name) => name !== 'none' && !categories.includes(name as 'other'));
        // Zero is none.
        const missing = categories.filter((name) => name !== 'zero' && !(name in label));
        expect([locale, strange, missing]).to.deep.equal([locale, [], []]);
      }
    });
  });

  it('knows a language by its region and script, and counts with its digits', () => {
    expect(commentCountLabel(1234, { locale: 'de-AT' })).to.match(/^1\D234 Kommentare$/);
    expect(commentCountLabel(2, { locale: 'zh-Hant-TW' })).to.equal('2 条评论');
    expect(commentCountLabel(3, { locale: 'ar-EG' })).to.equal('٣ تعليقات');
    expect(commentCountLabel(2, { locale: 'EN-us' })).to.equal('2 comments');
  });

  it('speaks English where it has no words, numbers and all', () => {
    for (const locale of ['fi', 'xx', '', '-', '__proto__', 'constructor', 'toString', 'en_US!', undefined, 5, {}])
      expect(commentCountLabel(1234, { locale: locale as string })).to.equal('1,234 comments');
  });

  it('takes words of the page instead of ours', () => {
    const words = { none: 'Be the first', one: 'A reply', other: '{n} replies' };
    expect([0, 1, 1234].map((n) => commentCountLabel(n, { words }))).to.deep.equal([
      'Be the first',
      'A reply',
      '1,234 replies',
    ]);
    expect(commentCountLabel(1, { words: { other: '{n} $& replies' } })).to.equal('1 comment');
    expect(commentCountLabel(5, { words: { other: '{n} $& replies' } })).to.equal('5 $& replies');
    expect(commentCountLabel(5, { locale: 'ru', words: { few: 'несколько' } })).to.equal('5 комментариев');
    expect(commentCountLabel(3, { locale: 'ru', words: { few: 'несколько' } })).to.equal('несколько');
    expect(commentCountLabel(0, { words: { none: undefined } as object })).to.equal('No comments');
  });
});
