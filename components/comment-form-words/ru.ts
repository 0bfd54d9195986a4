import type { CommentFormWords } from '../comment-form-words.ts';

const ru: CommentFormWords = {
  reply: 'Ответить',
  replyTo: 'Ответить пользователю {name}',
  name: 'Имя',
  website: 'Сайт',
  optional: 'необязательно',
  body: 'Комментарий',
  write: 'Текст',
  preview: 'Предпросмотр',
  nothing: 'Пока нечего показать.',
  markdown: 'Markdown: **жирный**, _курсив_, `код`, > цитата, [ссылка](https://…)',
  characters: '{n} из\u00A0{most} символов',
  send: 'Отправить комментарий',
  sending: 'Отправка…',
  cancel: 'Отмена',
  posted: 'Ваш комментарий опубликован.',
  held: 'Спасибо! Ваш комментарий появится после одобрения.',
  sendFailed: 'Не\u00A0удалось отправить комментарий; текст сохранён здесь.',
  edit: 'Изменить',
  save: 'Сохранить',
  saved: 'Ваш комментарий изменён.',
  delete: 'Удалить',
  deleteNow: 'Да, удалить',
  removed: 'Ваш комментарий удалён.',
};

export default ru;
