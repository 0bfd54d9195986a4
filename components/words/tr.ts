import type { Words } from '../words.ts';

const tr: Words = {
  empty: 'Henüz yazı yok',
  latest: 'son {n} yazı arasından',
  views: { one: '{n} görüntülenme', other: '{n} görüntülenme' },
  likes: { one: '{n} beğeni', other: '{n} beğeni' },
  comments: { one: '{n} yorum', other: '{n} yorum' },
  shares: { one: '{n} paylaşım', other: '{n} paylaşım' },
  rating: '{n} puan',
  within: 'son {time} içinde {reason}',
  trending: 'son günlerde popüler',
  recency: 'yeni',
  posts: 'Yazılar',
};

export default tr;
