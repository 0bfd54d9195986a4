import type { CommentFormWords } from '../comment-form-words.ts';

const ms: CommentFormWords = {
  reply: 'Balas',
  replyTo: 'Balas kepada {name}',
  name: 'Nama',
  website: 'Laman web',
  optional: 'pilihan',
  body: 'Komen',
  write: 'Tulis',
  preview: 'Pratonton',
  nothing: 'Belum ada apa-apa untuk dipratonton.',
  markdown: 'Markdown: **tebal**, _condong_, `kod`, > petikan, [pautan](https://…)',
  characters: '{n} daripada {most} aksara',
  send: 'Hantar komen',
  sending: 'Menghantar…',
  cancel: 'Batal',
  posted: 'Komen anda telah disiarkan.',
  held: 'Terima kasih! Komen anda akan dipaparkan setelah diluluskan.',
  sendFailed: 'Komen anda tidak dapat dihantar; teksnya masih ada di sini.',
  edit: 'Sunting',
  save: 'Simpan',
  saved: 'Komen anda telah diubah.',
  delete: 'Padam',
  deleteNow: 'Ya, padam',
  removed: 'Komen anda telah dipadamkan.',
};

export default ms;
