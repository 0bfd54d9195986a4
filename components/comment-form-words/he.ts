import type { CommentFormWords } from '../comment-form-words.ts';

const he: CommentFormWords = {
  reply: 'להשיב',
  replyTo: 'להשיב אל {name}',
  name: 'שם',
  website: 'אתר',
  optional: 'לא חובה',
  body: 'תגובה',
  write: 'כתיבה',
  preview: 'תצוגה מקדימה',
  nothing: 'אין עדיין מה להציג.',
  // The mark after the ellipsis keeps the address from left to right.
  markdown: 'Markdown: **מודגש**, _נטוי_, `קוד`, > ציטוט, [קישור](https://…\u200E)',
  characters: '{n} מתוך {most} תווים',
  send: 'פרסום התגובה',
  sending: 'התגובה נשלחת…',
  cancel: 'ביטול',
  posted: 'התגובה שלך פורסמה.',
  held: 'תודה! התגובה שלך תופיע לאחר שתאושר.',
  sendFailed: 'לא ניתן היה לשלוח את התגובה; היא עדיין כאן.',
  edit: 'עריכה',
  save: 'שמירה',
  saved: 'התגובה שלך עודכנה.',
  delete: 'מחיקה',
  deleteNow: 'כן, למחוק',
  removed: 'התגובה שלך נמחקה.',
};

export default he;
