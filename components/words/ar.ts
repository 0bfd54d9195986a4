import type { Words } from '../words.ts';

const ar: Words = {
  empty: 'لا توجد مقالات بعد',
  latest: 'من بين أحدث {n}',
  views: {
    zero: 'لا مشاهدات',
    one: 'مشاهدة واحدة',
    two: 'مشاهدتان',
    few: '{n} مشاهدات',
    many: '{n} مشاهدة',
    other: '{n} مشاهدة',
  },
  likes: {
    zero: 'لا إعجابات',
    one: 'إعجاب واحد',
    two: 'إعجابان',
    few: '{n} إعجابات',
    many: '{n} إعجابًا',
    other: '{n} إعجاب',
  },
  comments: {
    zero: 'لا تعليقات',
    one: 'تعليق واحد',
    two: 'تعليقان',
    few: '{n} تعليقات',
    many: '{n} تعليقًا',
    other: '{n} تعليق',
  },
  shares: {
    zero: 'لا مشاركات',
    one: 'مشاركة واحدة',
    two: 'مشاركتان',
    few: '{n} مشاركات',
    many: '{n} مشاركة',
    other: '{n} مشاركة',
  },
  rating: 'التقييم {n}',
  within: '{reason} ({time})',
  trending: 'رائج مؤخرًا',
  recency: 'جديد',
  posts: 'المقالات',
};

export default ar;
