import type { Words } from '../words.ts';

const id: Words = {
  empty: 'Belum ada pos',
  latest: 'dari {n} pos terbaru',
  views: { other: '{n} kali dilihat' },
  likes: { other: '{n} suka' },
  comments: { other: '{n} komentar' },
  shares: { other: '{n} kali dibagikan' },
  rating: 'nilai {n}',
  within: '{reason} dalam {time} terakhir',
  trending: 'sedang populer',
  recency: 'baru',
  posts: 'Pos',
};

export default id;
