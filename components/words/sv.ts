import type { Words } from '../words.ts';

const sv: Words = {
  empty: 'Inga inlägg ännu',
  latest: 'av de {n} senaste',
  views: { one: '{n} visning', other: '{n} visningar' },
  likes: { one: '{n} gilla-markering', other: '{n} gilla-markeringar' },
  comments: { one: '{n} kommentar', other: '{n} kommentarer' },
  shares: { one: '{n} delning', other: '{n} delningar' },
  rating: 'betyg {n}',
  within: '{reason} på {time}',
  trending: 'populärt just nu',
  recency: 'nytt',
  posts: 'Inlägg',
};

export default sv;
