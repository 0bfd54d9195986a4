import type { Words } from '../words.ts';

const es: Words = {
  empty: 'Aún no hay entradas',
  latest: 'de las últimas {n}',
  views: { one: '{n} visita', many: '{n} de visitas', other: '{n} visitas' },
  likes: { one: '{n} me gusta', many: '{n} de me gusta', other: '{n} me gusta' },
  comments: { one: '{n} comentario', many: '{n} de comentarios', other: '{n} comentarios' },
  shares: {
    one: '{n} vez compartido',
    many: '{n} de veces compartido',
    other: '{n} veces compartido',
  },
  rating: 'valoración de {n}',
  within: '{reason} en {time}',
  trending: 'popular últimamente',
  recency: 'reciente',
  posts: 'Entradas',
};

export default es;
