import type { CommentFormWords } from '../comment-form-words.ts';

const fr: CommentFormWords = {
  reply: 'Répondre',
  replyTo: 'Répondre à {name}',
  name: 'Nom',
  website: 'Site web',
  optional: 'facultatif',
  body: 'Commentaire',
  write: 'Écrire',
  preview: 'Aperçu',
  nothing: 'Rien à prévisualiser pour l’instant.',
  markdown: 'Markdown\u00A0: **gras**, _italique_, `code`, > citation, [lien](https://…)',
  characters: '{n} sur {most} caractères',
  send: 'Publier le commentaire',
  sending: 'Envoi en cours…',
  cancel: 'Annuler',
  posted: 'Votre commentaire est en ligne.',
  held: 'Merci\u202F! Votre commentaire apparaîtra dès qu’il aura été approuvé.',
  sendFailed: 'Votre commentaire n’a pas pu être envoyé\u202F; il est toujours là.',
  edit: 'Modifier',
  save: 'Enregistrer',
  saved: 'Votre commentaire a été modifié.',
  delete: 'Supprimer',
  deleteNow: 'Supprimer définitivement',
  removed: 'Votre commentaire a été supprimé.',
};

export default fr;
