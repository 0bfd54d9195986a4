import type { CommentFormWords } from '../comment-form-words.ts';

const ja: CommentFormWords = {
  reply: '返信',
  replyTo: '{name}さんに返信',
  name: '名前',
  website: 'ウェブサイト',
  optional: '任意',
  body: 'コメント',
  write: '入力',
  preview: 'プレビュー',
  nothing: 'プレビューする内容がまだありません。',
  markdown: 'Markdown：**太字**、_斜体_、`コード`、> 引用、[リンク](https://…)',
  characters: '{n} / {most}文字',
  send: 'コメントを送信',
  sending: '送信中…',
  cancel: 'キャンセル',
  posted: 'コメントを投稿しました。',
  held: 'ありがとうございます。コメントは承認後に表示されます。',
  sendFailed: 'コメントを送信できませんでした。入力内容はそのまま残っています。',
  edit: '編集',
  save: '保存',
  saved: 'コメントを更新しました。',
  delete: '削除',
  deleteNow: '本当に削除する',
  removed: 'コメントを削除しました。',
};

export default ja;
