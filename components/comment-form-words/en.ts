import type { CommentFormWords } from '../comment-form-words.ts';

const en: CommentFormWords = {
  reply: 'Reply',
  replyTo: 'Reply to {name}',
  name: 'Name',
  website: 'Website',
  optional: 'optional',
  body: 'Comment',
  write: 'Write',
  preview: 'Preview',
  nothing: 'Nothing to preview yet.',
  markdown: 'Markdown: **bold**, _italic_, `code`, > quote, [link](https://…)',
  characters: '{n} of {most} characters',
  send: 'Post comment',
  sending: 'Sending …',
  cancel: 'Cancel',
  posted: 'Your comment is there.',
  held: 'Thank you. Your comment will appear once it has been approved.',
  sendFailed: 'Your comment could not be sent; it is still here.',
  edit: 'Edit',
  save: 'Save',
  saved: 'Your comment has been changed.',
  delete: 'Delete',
  deleteNow: 'Really delete',
  removed: 'Your comment has been deleted.',
};

export default en;
