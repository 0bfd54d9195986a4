import type { Words } from '../words.ts';

const pt: Words = {
  empty: 'Ainda não há posts',
  latest: 'dos últimos {n}',
  views: { one: '{n} visualização', many: '{n} de visualizações', other: '{n} visualizações' },
  likes: { one: '{n} curtida', many: '{n} de curtidas', other: '{n} curtidas' },
  comments: { one: '{n} comentário', many: '{n} de comentários', other: '{n} comentários' },
  shares: {
    one: '{n} compartilhamento',
    many: '{n} de compartilhamentos',
    other: '{n} compartilhamentos',
  },
  rating: 'nota {n}',
  within: '{reason} em {time}',
  trending: 'em alta',
  recency: 'novo',
  posts: 'Posts',
};

export default pt;
