import type { CommentFormWords } from '../comment-form-words.ts';

const de: CommentFormWords = {
  reply: 'Antworten',
  replyTo: '{name} antworten',
  name: 'Name',
  website: 'Website',
  optional: 'optional',
  body: 'Kommentar',
  write: 'Schreiben',
  preview: 'Vorschau',
  nothing: 'Hier ist noch nichts zu sehen.',
  markdown: 'Markdown: **fett**, _kursiv_, `Code`, > Zitat, [Link](https://…)',
  characters: '{n} von {most} Zeichen',
  send: 'Kommentar absenden',
  sending: 'Wird gesendet\u00A0…',
  cancel: 'Abbrechen',
  posted: 'Dein Kommentar ist online.',
  held: 'Danke! Dein Kommentar erscheint, sobald er freigegeben ist.',
  sendFailed: 'Dein Kommentar konnte nicht gesendet werden; er ist noch hier.',
  edit: 'Bearbeiten',
  save: 'Speichern',
  saved: 'Dein Kommentar wurde geändert.',
  delete: 'Löschen',
  deleteNow: 'Wirklich löschen',
  removed: 'Dein Kommentar wurde gelöscht.',
};

export default de;
