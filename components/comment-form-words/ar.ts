import type { CommentFormWords } from '../comment-form-words.ts';

const ar: CommentFormWords = {
  reply: 'رد',
  replyTo: 'رد على {name}',
  name: 'الاسم',
  website: 'الموقع الإلكتروني',
  optional: 'اختياري',
  body: 'التعليق',
  write: 'كتابة',
  preview: 'معاينة',
  nothing: 'لا يوجد ما يمكن معاينته بعد.',
  // The mark after the ellipsis keeps the address from left to right.
  markdown: 'Markdown: **عريض**، _مائل_، `رمز`، > اقتباس، [رابط](https://…\u200E)',
  characters: '{n} من {most} حرف',
  send: 'نشر التعليق',
  sending: 'جارٍ الإرسال…',
  cancel: 'إلغاء',
  posted: 'نُشر تعليقك.',
  held: 'شكرًا! سيظهر تعليقك بعد الموافقة عليه.',
  sendFailed: 'تعذّر إرسال تعليقك؛ ما زال هنا.',
  edit: 'تعديل',
  save: 'حفظ',
  saved: 'عُدّل تعليقك.',
  delete: 'حذف',
  deleteNow: 'تأكيد الحذف',
  removed: 'حُذف تعليقك.',
};

export default ar;
