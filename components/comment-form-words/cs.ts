import type { CommentFormWords } from '../comment-form-words.ts';

const cs: CommentFormWords = {
  reply: 'Odpovědět',
  replyTo: 'Odpovědět na komentář ({name})',
  name: 'Jméno',
  website: 'Web',
  optional: 'nepovinné',
  body: 'Komentář',
  write: 'Text',
  preview: 'Náhled',
  nothing: 'Zatím není co zobrazit.',
  markdown: 'Markdown: **tučně**, _kurzíva_, `kód`, > citace, [odkaz](https://…)',
  characters: '{n} z\u00A0{most} znaků',
  send: 'Odeslat komentář',
  sending: 'Odesílání…',
  cancel: 'Zrušit',
  posted: 'Komentář je zveřejněný.',
  held: 'Díky! Komentář se objeví, jakmile bude schválen.',
  sendFailed: 'Komentář se nepodařilo odeslat; zůstal tady.',
  edit: 'Upravit',
  save: 'Uložit',
  saved: 'Komentář byl upraven.',
  delete: 'Smazat',
  deleteNow: 'Opravdu smazat',
  removed: 'Komentář byl smazán.',
};

export default cs;
