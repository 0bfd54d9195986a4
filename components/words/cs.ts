import type { Words } from '../words.ts';

const cs: Words = {
  empty: 'Zatím žádné příspěvky',
  latest: 'z posledních {n}',
  views: {
    one: '{n} zobrazení',
    few: '{n} zobrazení',
    many: '{n} zobrazení',
    other: '{n} zobrazení',
  },
  likes: {
    one: '{n} lajk',
    few: '{n} lajky',
    many: '{n} lajku',
    other: '{n} lajků',
  },
  comments: {
    one: '{n} komentář',
    few: '{n} komentáře',
    many: '{n} komentáře',
    other: '{n} komentářů',
  },
  shares: {
    one: '{n} sdílení',
    few: '{n} sdílení',
    many: '{n} sdílení',
    other: '{n} sdílení',
  },
  rating: 'hodnocení {n}',
  within: '{reason} za {time}',
  trending: 'teď oblíbený',
  recency: 'nový',
  posts: 'Příspěvky',
};

export default cs;
