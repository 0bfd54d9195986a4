import { expect } from 'chai';
import { COMMENT_FORM_LANGUAGES } from '../../components/comment-form-languages.ts';
import { type AllCommentWords, formWordsOf } from '../../components/comment-form-words.ts';
import formEn from '../../components/comment-form-words/en.ts';
import { COMMENT_LANGUAGES } from '../../components/comment-languages.ts';
import { commentWordsOf } from '../../components/comment-words.ts';
import readEn from '../../components/comment-words/en.ts';
import { COUNT_LABELS } from '../../src/comments/count.ts';

type Texts = Record<string, string | Record<string, string>>;

/** What is said to readers, and what is said to writers. */
const en: AllCommentWords = { ...readEn, ...formEn };

const textsOf = (words: AllCommentWords): Texts => words as unknown as Texts;

/** Every text by its name, the forms of a plural as `name.form`. */
const flat = (words: AllCommentWords): [name: string, text: string][] =>
  Object.entries(textsOf(words)).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string'
      ? [[name, value]]
      : Object.entries(value).map(([form, text]): [string, string] => [`${name}.${form}`, text]),
  );

const placeholders = (text: string): string[] => (text.match(/\{\w*\}/g) ?? []).sort();

/** The plural forms that a language has for whole numbers, and of how many of these each speaks. */
function formsOf(language: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(language);
  const forms = new Map<string, number[]>();
  for (const n of [...Array(201).keys(), 1e6]) forms.set(rules.select(n), [...(forms.get(rules.select(n)) ?? []), n]);
  return forms;
}

/** Texts that are rightly the same as in English. */
const AS_IN_ENGLISH: Record<string, string[]> = {
  de: ['via', 'name', 'website', 'optional'],
  fr: ['via'],
  nl: ['via', 'website'],
  pt: ['via'],
  sv: ['via'],
};

describe('words of comments', () => {
  it('come in the languages that counts come in', () => {
    expect(Object.keys(COMMENT_LANGUAGES)).to.deep.equal(Object.keys(COUNT_LABELS));
    expect(Object.keys(COMMENT_FORM_LANGUAGES)).to.deep.equal(Object.keys(COUNT_LABELS));
    expect(Object.keys(COMMENT_LANGUAGES)).to.deep.equal(Object.keys(COMMENT_LANGUAGES).sort());
  });

  for (const [language, load] of Object.entries(COMMENT_LANGUAGES))
    describe(`in ${language}`, () => {
      let words: AllCommentWords;
      before(async () => {
        const [{ default: read }, { default: write }] = await Promise.all([
          load(),
          COMMENT_FORM_LANGUAGES[language]!(),
        ]);
        words = { ...read, ...write };
      });

      it('are all there, none of them empty', () => {
        expect(Object.keys(words)).to.deep.equal(Object.keys(en));
        for (const [name, value] of Object.entries(textsOf(en)))
          expect(typeof textsOf(words)[name], name).to.equal(typeof value);
        for (const [name, text] of flat(words)) expect(text.trim(), name).to.equal(text).and.not.equal('');
      });

      it('have the plural forms of the language and no others', () => {
        const forms = formsOf(language);
        const all: string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        for (const [name, value] of Object.entries(textsOf(words))) {
          if (typeof value === 'string') continue;
          // "None" stands for a count of 0, and so for a form that only 0 has.
          const [more, zero] = name === 'count' ? [['none'], '0'] : [[], ''];
          const needed = [...forms.keys()].filter((form) => String(forms.get(form)) !== zero);
          expect(value, name).to.include.all.keys(...needed, 'other', ...more);
          expect([...all, ...more], name).to.include.members(Object.keys(value));
        }
      });

      it('have the placeholders of English', () => {
        const forms = formsOf(language);
        for (const [name, value] of Object.entries(textsOf(words))) {
          if (typeof value === 'string') {
            expect(placeholders(value), name).to.deep.equal(placeholders(textsOf(en)[name] as string));
            continue;
          }
          for (const [form, text] of Object.entries(value)) {
            // A form of one number alone may spell it: "a comment", "no votes". "Many" only looks so: of millions, we try one.
            const spelled = form === 'none' || (forms.get(form)?.length === 1 && form !== 'many');
            if (!spelled || text.includes('{')) expect(placeholders(text), `${name}.${form}`).to.deep.equal(['{n}']);
          }
        }
      });

      it('count comments as everywhere', () => {
        expect(words.count).to.deep.equal(COUNT_LABELS[language]);
      });

      it('show Markdown as it is written', () => {
        expect(words.markdown).to.match(/\*\*\S+\*\*.*_\S+_.*`\S+`.*> \S.*\[\S+\]\(https:\/\/…\u200E?\)$/);
      });

      if (language !== 'en')
        it('are not left in English', () => {
          const english = new Map(flat(en));
          const same = flat(words).filter(([name, text]) => english.get(name) === text);
          expect(same.map(([name]) => name)).to.deep.equal(AS_IN_ENGLISH[language] ?? []);
        });
    });

  it('are those of the language of a region: Deutsch in Austria', async () => {
    const { default: de } = await import('../../components/comment-words/de.ts');
    expect(await commentWordsOf('de-AT')).to.equal(de);
    const { default: forWriters } = await import('../../components/comment-form-words/de.ts');
    expect(await formWordsOf('de-AT')).to.equal(forWriters);
  });

  for (const locale of [undefined, '', 'sw', 'kok', 'not a language', '__proto__', 'constructor', 'toString'])
    it(`are English where the language is ${locale === undefined ? 'not known' : `"${locale}"`}`, async () => {
      // Not `to.equal(en)`: the runner hangs when it has to print what is there instead, `Object.prototype`.
      expect((await commentWordsOf(locale)) === readEn).to.equal(true);
      expect((await formWordsOf(locale)) === formEn).to.equal(true);
    });
});
