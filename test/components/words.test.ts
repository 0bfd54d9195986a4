import { expect } from 'chai';
import '../../components/index.ts';
import { LANGUAGES, type Words } from '../../components/words.ts';
import en from '../../components/words/en.ts';
import { few, part, shown, texts, titles, until } from './helpers.ts';

const root = document.documentElement;
const before = root.lang;
afterEach(() => (root.lang = before));

const post = (counts: object): object => ({
  url: 'https://blog.example/x/',
  title: 'X',
  published: '2026-11-16',
  counts,
});

/** What a favorites list says of one post on a page in a language. */
async function said(lang: string, views: number, show: 'count' | 'reason' | 'date'): Promise<string | undefined> {
  root.lang = lang;
  const list = await shown(`<dogeared-favorites by="views" show="${show}"></dogeared-favorites>`, {
    posts: [post({ views })],
  });
  return texts(list, show)[0];
}

describe('words', () => {
  it('come in at least 20 languages', () => {
    expect(Object.keys(LANGUAGES).length).to.be.at.least(20);
  });

  for (const [language, load] of Object.entries(LANGUAGES)) {
    it(`are all there in ${language}, with the plural forms of the language`, async () => {
      const { default: words } = await load();
      expect(Object.keys(words)).to.deep.equal(Object.keys(en));
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [name, value] of Object.entries(words as unknown as Record<string, string | Record<string, string>>)) {
        if (typeof value === 'string') {
          expect(value.trim(), name).to.equal(value).and.not.equal('');
          continue;
        }
        expect(Object.keys(value).sort(), `${name} of ${language}`).to.deep.equal([...categories].sort());
        expect(value['other'], name).to.contain('{n}');
      }
      expect(words.latest).to.contain('{n}');
      expect(words.rating).to.contain('{n}');
      expect(words.within).to.contain('{reason}').and.contain('{time}');
    });
  }

  it('are different in every language', async () => {
    const all = await Promise.all(Object.values(LANGUAGES).map(async (load) => (await load()).default.views.other));
    expect(new Set(all).size).to.be.at.least(all.length - 1); // Malay and Indonesian are close
  });

  const COUNTS = [
    ['en', 1, '1 view'],
    ['en', 1204, '1.2K views'],
    ['de', 1, '1 Aufruf'],
    ['de', 300, '300 Aufrufe'],
    ['de-AT', 300, '300 Aufrufe'],
    ['ar', 2, 'مشاهدتان'],
    ['ja', 3, '3 回表示'],
    ['pl', 1, '1 wyświetlenie'],
    ['pl', 3, '3 wyświetlenia'],
    ['pl', 5, '5 wyświetleń'],
    ['ru', 21, '21 просмотр'],
    // A language that we have no words of, and one whose code begins like another's.
    ['sw', 3, '3 views'],
    ['kok', 3, '3 views'],
    ['not a language', 3, '3 views'],
  ] as const;
  for (const [lang, views, text] of COUNTS)
    it(`say ${views} views on a page in "${lang}": ${text}`, async () => {
      const now = (await said(lang, views, 'count'))?.replace(/\s/g, ' ');
      if (lang === 'ja')
        expect(now)
          .to.match(/3/)
          .and.match(/[\u3040-\u30ff\u4e00-\u9fff]/);
      else if (lang === 'sw') expect(now).to.match(/3 views/);
      else expect(now).to.equal(text);
    });

  for (const lang of ['de', 'ar', 'ja', 'en-GB', 'pt-BR'])
    it(`write dates as they are written in ${lang}`, async () => {
      const format = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' });
      expect(await said(lang, 1, 'date')).to.equal(format.format(new Date('2026-11-16')));
    });

  it('follow the nearest lang', async () => {
    root.lang = 'de';
    const list = await shown(
      '<section lang="fr"><dogeared-favorites by="views" show="count"></dogeared-favorites></section>',
      { posts: [post({ views: 3 })] },
    );
    expect(texts(list, 'count')).to.deep.equal(['3 vues']);
  });

  it('can be replaced one by one', async () => {
    const words: Partial<Words> = { views: { one: '{n} reader', other: '{n} readers' }, empty: 'Come back on Monday' };
    const list = await shown('<dogeared-favorites lang="en" by="views" show="count reason"></dogeared-favorites>', {
      posts: few(2),
      words,
    });
    expect(texts(list, 'count')).to.deep.equal(['20 readers', '10 readers']);
    list.words = undefined;
    await list.updateComplete;
    expect(texts(list, 'count')).to.deep.equal(['20 views', '10 views']);
    Object.assign(list, { words, posts: [] });
    await until('the other words', () => part(list, 'note')?.textContent === 'Come back on Monday');
  });

  it('put markup into the page as text, wherever they come from', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: [], words: { empty: '<img src=x>' } });
    expect(part(list, 'note')?.textContent).to.equal('<img src=x>');
  });
});

describe('counts and reasons', () => {
  const COUNTS = [
    [{ views: 1500 }, '1.5K views'],
    [{ likes: 1 }, '1 like'],
    [{ comments: 12 }, '12 comments'],
    [{ shares: 2_000_000 }, '2M shares'],
    [{ rating: { average: 4.25, count: 3 } }, 'rated 4.3'],
    [{ likes: 2, comments: 7 }, '2 likes'],
    [{ views: 0 }, undefined],
    [{}, undefined],
  ] as const;
  for (const [counts, text] of COUNTS)
    it(`${JSON.stringify(counts)} reads ${text ?? 'nothing at all'}`, async () => {
      const list = await shown('<dogeared-recent lang="en" show="count"></dogeared-recent>', { posts: [post(counts)] });
      expect(texts(list, 'count')).to.deep.equal(text ? [text] : []);
    });

  const posts = [
    { ...post({ views: 90, comments: 2 }), windows: { '1w': { views: 4 }, '30d': { views: 31 } } },
    { url: 'https://blog.example/y/', title: 'Y', published: '2026-11-20' },
  ];
  const REASONS = [
    ['by="views"', '90 views'],
    ['by="comments"', '2 comments'],
    ['by="views" within="30d"', '31 views in the last 30 days'],
    ['by="views" within="7d"', '4 views in the last 7 days'],
    ['by="views" within="2d"', 'popular lately'],
    ['by="views" half-life="14d"', 'popular lately'],
    ['by="views:1 comments:50"', 'popular lately'],
  ] as const;
  for (const [attributes, text] of REASONS)
    it(`${attributes} reads "${text}", and a place filled by age "new"`, async () => {
      const list = await shown(`<dogeared-favorites lang="en" show="reason" ${attributes}></dogeared-favorites>`, {
        posts,
      });
      expect(titles(list)).to.deep.equal(['X', 'Y']);
      expect(texts(list, 'reason')).to.deep.equal([text, 'new']);
    });
});
