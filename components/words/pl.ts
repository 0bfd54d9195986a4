import type { Words } from '../words.ts';

const pl: Words = {
  empty: 'Nie ma jeszcze wpisów',
  latest: 'z ostatnich {n}',
  views: {
    one: '{n} wyświetlenie',
    few: '{n} wyświetlenia',
    many: '{n} wyświetleń',
    other: '{n} wyświetlenia',
  },
  likes: {
    one: '{n} polubienie',
    few: '{n} polubienia',
    many: '{n} polubień',
    other: '{n} polubienia',
  },
  comments: {
    one: '{n} komentarz',
    few: '{n} komentarze',
    many: '{n} komentarzy',
    other: '{n} komentarza',
  },
  shares: {
    one: '{n} udostępnienie',
    few: '{n} udostępnienia',
    many: '{n} udostępnień',
    other: '{n} udostępnienia',
  },
  rating: 'ocena {n}',
  within: '{reason} w {time}',
  trending: 'ostatnio popularny',
  recency: 'nowy',
  posts: 'Wpisy',
};

export default pl;
