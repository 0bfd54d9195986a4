import type { Words } from '../words.ts';

const de: Words = {
  empty: 'Noch keine Beiträge',
  latest: 'von den letzten {n}',
  views: { one: '{n} Aufruf', other: '{n} Aufrufe' },
  likes: { one: '{n} Like', other: '{n} Likes' },
  comments: { one: '{n} Kommentar', other: '{n} Kommentare' },
  shares: { one: '{n} Mal geteilt', other: '{n} Mal geteilt' },
  rating: 'bewertet mit {n}',
  within: '{reason} ({time})',
  trending: 'gerade beliebt',
  recency: 'neu',
  posts: 'Beiträge',
};

export default de;
