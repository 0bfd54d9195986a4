import type { Words } from '../words.ts';

const it: Words = {
  empty: 'Ancora nessun articolo',
  latest: 'tra gli ultimi {n}',
  views: {
    one: '{n} visualizzazione',
    many: '{n} di visualizzazioni',
    other: '{n} visualizzazioni',
  },
  likes: { one: '{n} mi piace', many: '{n} di mi piace', other: '{n} mi piace' },
  comments: { one: '{n} commento', many: '{n} di commenti', other: '{n} commenti' },
  shares: { one: '{n} condivisione', many: '{n} di condivisioni', other: '{n} condivisioni' },
  rating: 'voto {n}',
  within: '{reason} in {time}',
  trending: 'popolare in questo periodo',
  recency: 'nuovo',
  posts: 'Articoli',
};

export default it;
