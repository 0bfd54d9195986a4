import type { Words } from '../words.ts';

const nl: Words = {
  empty: 'Nog geen berichten',
  latest: 'van de laatste {n}',
  views: { one: '{n} weergave', other: '{n} weergaven' },
  likes: { one: '{n} like', other: '{n} likes' },
  comments: { one: '{n} reactie', other: '{n} reacties' },
  shares: { one: '{n} keer gedeeld', other: '{n} keer gedeeld' },
  rating: 'beoordeeld met {n}',
  within: '{reason} in {time}',
  trending: 'nu populair',
  recency: 'nieuw',
  posts: 'Berichten',
};

export default nl;
