import type { CommentFormWords } from '../comment-form-words.ts';

const nl: CommentFormWords = {
  reply: 'Beantwoorden',
  replyTo: '{name} beantwoorden',
  name: 'Naam',
  website: 'Website',
  optional: 'optioneel',
  body: 'Reactie',
  write: 'Schrijven',
  preview: 'Voorbeeld',
  nothing: 'Nog niets om te bekijken.',
  markdown: 'Markdown: **vet**, _cursief_, `code`, > citaat, [link](https://…)',
  characters: '{n} van {most} tekens',
  send: 'Reactie plaatsen',
  sending: 'Versturen…',
  cancel: 'Annuleren',
  posted: 'Je reactie is geplaatst.',
  held: 'Bedankt! Je reactie verschijnt zodra die is goedgekeurd.',
  sendFailed: 'Je reactie kon niet worden verstuurd; die staat hier nog.',
  edit: 'Bewerken',
  save: 'Opslaan',
  saved: 'Je reactie is gewijzigd.',
  delete: 'Verwijderen',
  deleteNow: 'Echt verwijderen',
  removed: 'Je reactie is verwijderd.',
};

export default nl;
