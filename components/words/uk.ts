import type { Words } from '../words.ts';

const uk: Words = {
  empty: 'Записів поки немає',
  latest: 'з останніх {n}',
  views: {
    one: '{n} перегляд',
    few: '{n} перегляди',
    many: '{n} переглядів',
    other: '{n} перегляду',
  },
  likes: {
    one: '{n} вподобання',
    few: '{n} вподобання',
    many: '{n} вподобань',
    other: '{n} вподобання',
  },
  comments: {
    one: '{n} коментар',
    few: '{n} коментарі',
    many: '{n} коментарів',
    other: '{n} коментаря',
  },
  shares: {
    one: '{n} поширення',
    few: '{n} поширення',
    many: '{n} поширень',
    other: '{n} поширення',
  },
  rating: 'оцінка {n}',
  within: '{reason} за {time}',
  trending: 'зараз популярне',
  recency: 'нове',
  posts: 'Записи',
};

export default uk;
