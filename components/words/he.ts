import type { Words } from '../words.ts';

const he: Words = {
  empty: 'אין עדיין פוסטים',
  latest: 'מתוך {n} האחרונים',
  views: { one: 'צפייה אחת', two: 'שתי צפיות', other: '{n} צפיות' },
  likes: { one: 'לייק אחד', two: 'שני לייקים', other: '{n} לייקים' },
  comments: { one: 'תגובה אחת', two: 'שתי תגובות', other: '{n} תגובות' },
  shares: { one: 'שיתוף אחד', two: 'שני שיתופים', other: '{n} שיתופים' },
  rating: 'דירוג {n}',
  within: '{reason} תוך {time}',
  trending: 'פופולרי לאחרונה',
  recency: 'חדש',
  posts: 'פוסטים',
};

export default he;
