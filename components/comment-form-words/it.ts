import type { CommentFormWords } from '../comment-form-words.ts';

const it: CommentFormWords = {
  reply: 'Rispondi',
  replyTo: 'Rispondi a {name}',
  name: 'Nome',
  website: 'Sito web',
  optional: 'facoltativo',
  body: 'Commento',
  write: 'Scrivi',
  preview: 'Anteprima',
  nothing: 'Ancora niente da mostrare in anteprima.',
  markdown: 'Markdown: **grassetto**, _corsivo_, `codice`, > citazione, [link](https://…)',
  characters: '{n} di {most} caratteri',
  send: 'Pubblica commento',
  sending: 'Invio in corso…',
  cancel: 'Annulla',
  posted: 'Il tuo commento è online.',
  held: 'Grazie! Il tuo commento apparirà non appena sarà approvato.',
  sendFailed: 'Non è stato possibile inviare il tuo commento; è ancora qui.',
  edit: 'Modifica',
  save: 'Salva',
  saved: 'Il tuo commento è stato modificato.',
  delete: 'Elimina',
  deleteNow: 'Sì, elimina',
  removed: 'Il tuo commento è stato eliminato.',
};

export default it;
