import type { Words } from '../words.ts';

const zh: Words = {
  empty: '暂无文章',
  latest: '选自最新 {n} 篇',
  views: { other: '{n} 次浏览' },
  likes: { other: '{n} 个赞' },
  comments: { other: '{n} 条评论' },
  shares: { other: '{n} 次分享' },
  rating: '评分 {n}',
  within: '近{time}内 {reason}',
  trending: '近期热门',
  recency: '新文章',
  posts: '文章',
};

export default zh;
