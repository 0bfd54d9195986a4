import type { Words } from '../words.ts';

const ja: Words = {
  empty: 'まだ投稿がありません',
  latest: '最新{n}件の中から',
  views: { other: '閲覧{n}回' },
  likes: { other: 'いいね{n}件' },
  comments: { other: 'コメント{n}件' },
  shares: { other: 'シェア{n}件' },
  rating: '評価{n}',
  within: '過去{time}で{reason}',
  trending: '最近人気',
  recency: '新着',
  posts: '投稿',
};

export default ja;
