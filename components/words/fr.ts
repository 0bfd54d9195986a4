import type { Words } from '../words.ts';

const fr: Words = {
  empty: 'Aucun article pour l’instant',
  latest: 'parmi les {n} derniers',
  views: { one: '{n} vue', many: '{n} de vues', other: '{n} vues' },
  likes: { one: '{n} j’aime', many: '{n} de j’aime', other: '{n} j’aime' },
  comments: { one: '{n} commentaire', many: '{n} de commentaires', other: '{n} commentaires' },
  shares: { one: '{n} partage', many: '{n} de partages', other: '{n} partages' },
  rating: 'noté {n}',
  within: '{reason} en {time}',
  trending: 'populaire en ce moment',
  recency: 'nouveau',
  posts: 'Articles',
};

export default fr;
