import type { Words } from '../words.ts';

const ms: Words = {
  empty: 'Belum ada kiriman',
  latest: 'daripada {n} kiriman terbaharu',
  views: { other: '{n} kali dilihat' },
  likes: { other: '{n} suka' },
  comments: { other: '{n} komen' },
  shares: { other: '{n} kali dikongsi' },
  rating: 'penilaian {n}',
  within: '{reason} dalam tempoh {time} lalu',
  trending: 'popular kebelakangan ini',
  recency: 'baharu',
  posts: 'Kiriman',
};

export default ms;
