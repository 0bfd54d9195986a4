import type { Words } from '../words.ts';

const ru: Words = {
  empty: 'Записей пока нет',
  latest: 'из последних {n}',
  views: {
    one: '{n} просмотр',
    few: '{n} просмотра',
    many: '{n} просмотров',
    other: '{n} просмотра',
  },
  likes: {
    one: '{n} лайк',
    few: '{n} лайка',
    many: '{n} лайков',
    other: '{n} лайка',
  },
  comments: {
    one: '{n} комментарий',
    few: '{n} комментария',
    many: '{n} комментариев',
    other: '{n} комментария',
  },
  shares: {
    one: '{n} репост',
    few: '{n} репоста',
    many: '{n} репостов',
    other: '{n} репоста',
  },
  rating: 'оценка {n}',
  within: '{reason} ({time})',
  trending: 'сейчас популярно',
  recency: 'новое',
  posts: 'Записи',
};

export default ru;
