import type { CommentFormWords } from '../comment-form-words.ts';

const pt: CommentFormWords = {
  reply: 'Responder',
  replyTo: 'Responder a {name}',
  name: 'Nome',
  website: 'Site',
  optional: 'opcional',
  body: 'Comentário',
  write: 'Escrever',
  preview: 'Prévia',
  nothing: 'Ainda não há nada para visualizar.',
  markdown: 'Markdown: **negrito**, _itálico_, `código`, > citação, [link](https://…)',
  characters: '{n} de {most} caracteres',
  send: 'Publicar comentário',
  sending: 'Enviando…',
  cancel: 'Cancelar',
  posted: 'Seu comentário foi publicado.',
  held: 'Agradecemos o comentário! Ele aparecerá assim que for aprovado.',
  sendFailed: 'Não foi possível enviar seu comentário; ele continua aqui.',
  edit: 'Editar',
  save: 'Salvar',
  saved: 'Seu comentário foi alterado.',
  delete: 'Excluir',
  deleteNow: 'Sim, excluir',
  removed: 'Seu comentário foi excluído.',
};

export default pt;
