import type { Words } from '../words.ts';

const en: Words = {
  empty: 'No posts yet',
  latest: 'of the latest {n}',
  views: { one: '{n} view', other: '{n} views' },
  likes: { one: '{n} like', other: '{n} likes' },
  comments: { one: '{n} comment', other: '{n} comments' },
  shares: { one: '{n} share', other: '{n} shares' },
  rating: 'rated {n}',
  within: '{reason} in the last {time}',
  trending: 'popular lately',
  recency: 'new',
  posts: 'Posts',
};

export default en;
