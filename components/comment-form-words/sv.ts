import type { CommentFormWords } from '../comment-form-words.ts';

const sv: CommentFormWords = {
  reply: 'Svara',
  replyTo: 'Svara {name}',
  name: 'Namn',
  website: 'Webbplats',
  optional: 'valfritt',
  body: 'Kommentar',
  write: 'Skriv',
  preview: 'Förhandsgranska',
  nothing: 'Inget att förhandsgranska ännu.',
  markdown: 'Markdown: **fetstil**, _kursiv_, `kod`, > citat, [länk](https://…)',
  characters: '{n} av {most} tecken',
  send: 'Skicka kommentar',
  sending: 'Skickar\u00A0…',
  cancel: 'Avbryt',
  posted: 'Din kommentar har publicerats.',
  held: 'Tack! Din kommentar visas så snart den har godkänts.',
  sendFailed: 'Det gick inte att skicka din kommentar; den finns kvar här.',
  edit: 'Redigera',
  save: 'Spara',
  saved: 'Din kommentar har ändrats.',
  delete: 'Ta bort',
  deleteNow: 'Ja, ta bort',
  removed: 'Din kommentar har tagits bort.',
};

export default sv;
