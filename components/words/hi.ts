import type { Words } from '../words.ts';

const hi: Words = {
  empty: 'अभी तक कोई पोस्ट नहीं',
  latest: 'नवीनतम {n} में से',
  views: { one: '{n} बार देखा गया', other: '{n} बार देखा गया' },
  likes: { one: '{n} लाइक', other: '{n} लाइक' },
  comments: { one: '{n} टिप्पणी', other: '{n} टिप्पणियाँ' },
  shares: { one: '{n} बार शेयर किया गया', other: '{n} बार शेयर किया गया' },
  rating: 'रेटिंग {n}',
  within: '{reason} ({time})',
  trending: 'इन दिनों लोकप्रिय',
  recency: 'नई',
  posts: 'पोस्ट',
};

export default hi;
