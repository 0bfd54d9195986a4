import type { CommentFormWords } from '../comment-form-words.ts';

const uk: CommentFormWords = {
  reply: 'Відповісти',
  replyTo: 'Відповісти на коментар ({name})',
  name: 'Ім’я',
  website: 'Сайт',
  optional: 'необов’язково',
  body: 'Коментар',
  write: 'Текст',
  preview: 'Попередній перегляд',
  nothing: 'Поки що нема чого показати.',
  markdown: 'Markdown: **жирний**, _курсив_, `код`, > цитата, [посилання](https://…)',
  characters: '{n} із {most} символів',
  send: 'Надіслати коментар',
  sending: 'Надсилання…',
  cancel: 'Скасувати',
  posted: 'Ваш коментар опубліковано.',
  held: 'Дякуємо! Ваш коментар з’явиться після схвалення.',
  sendFailed: 'Не вдалося надіслати коментар; текст залишився тут.',
  edit: 'Редагувати',
  save: 'Зберегти',
  saved: 'Ваш коментар змінено.',
  delete: 'Видалити',
  deleteNow: 'Так, видалити',
  removed: 'Ваш коментар видалено.',
};

export default uk;
