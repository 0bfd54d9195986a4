import type { CommentFormWords } from '../comment-form-words.ts';

const es: CommentFormWords = {
  reply: 'Responder',
  replyTo: 'Responder a {name}',
  name: 'Nombre',
  website: 'Sitio web',
  optional: 'opcional',
  body: 'Comentario',
  write: 'Escribir',
  preview: 'Vista previa',
  nothing: 'Aún no hay nada que previsualizar.',
  markdown: 'Markdown: **negrita**, _cursiva_, `código`, > cita, [enlace](https://…)',
  characters: '{n} de {most} caracteres',
  send: 'Publicar comentario',
  sending: 'Enviando…',
  cancel: 'Cancelar',
  posted: 'Tu comentario ya está publicado.',
  held: '¡Gracias! Tu comentario aparecerá en cuanto se apruebe.',
  sendFailed: 'No se ha podido enviar tu comentario; sigue aquí.',
  edit: 'Editar',
  save: 'Guardar',
  saved: 'Tu comentario se ha modificado.',
  delete: 'Eliminar',
  deleteNow: 'Sí, eliminar',
  removed: 'Tu comentario se ha eliminado.',
};

export default es;
