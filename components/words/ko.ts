import type { Words } from '../words.ts';

const ko: Words = {
  empty: '아직 글이 없습니다',
  latest: '최신 글 {n}개 중',
  views: { other: '조회 {n}회' },
  likes: { other: '좋아요 {n}개' },
  comments: { other: '댓글 {n}개' },
  shares: { other: '공유 {n}회' },
  rating: '평점 {n}',
  within: '최근 {time} 동안 {reason}',
  trending: '요즘 인기',
  recency: '새 글',
  posts: '글',
};

export default ko;
