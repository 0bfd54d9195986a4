import type { CommentFormWords } from '../comment-form-words.ts';

const pl: CommentFormWords = {
  reply: 'Odpowiedz',
  replyTo: 'Odpowiedz na komentarz ({name})',
  name: 'Imię',
  website: 'Strona internetowa',
  optional: 'opcjonalnie',
  body: 'Komentarz',
  write: 'Treść',
  preview: 'Podgląd',
  nothing: 'Nie ma jeszcze czego pokazać.',
  markdown: 'Markdown: **pogrubienie**, _kursywa_, `kod`, > cytat, [link](https://…)',
  characters: '{n} z\u00A0{most} znaków',
  send: 'Opublikuj komentarz',
  sending: 'Wysyłanie…',
  cancel: 'Anuluj',
  posted: 'Twój komentarz został opublikowany.',
  held: 'Dziękujemy! Twój komentarz pojawi się po zatwierdzeniu.',
  sendFailed: 'Nie udało się wysłać komentarza; jego treść wciąż tu jest.',
  edit: 'Edytuj',
  save: 'Zapisz',
  saved: 'Twój komentarz został zmieniony.',
  delete: 'Usuń',
  deleteNow: 'Tak, usuń',
  removed: 'Twój komentarz został usunięty.',
};

export default pl;
