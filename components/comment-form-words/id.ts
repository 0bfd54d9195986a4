import type { CommentFormWords } from '../comment-form-words.ts';

const id: CommentFormWords = {
  reply: 'Balas',
  replyTo: 'Balas {name}',
  name: 'Nama',
  website: 'Situs web',
  optional: 'opsional',
  body: 'Komentar',
  write: 'Tulis',
  preview: 'Pratinjau',
  nothing: 'Belum ada yang bisa dipratinjau.',
  markdown: 'Markdown: **tebal**, _miring_, `kode`, > kutipan, [tautan](https://…)',
  characters: '{n} dari {most} karakter',
  send: 'Kirim komentar',
  sending: 'Mengirim…',
  cancel: 'Batal',
  posted: 'Komentar Anda sudah tayang.',
  held: 'Terima kasih! Komentar Anda akan tampil setelah disetujui.',
  sendFailed: 'Komentar Anda tidak dapat dikirim; teksnya masih ada di sini.',
  edit: 'Sunting',
  save: 'Simpan',
  saved: 'Komentar Anda telah diubah.',
  delete: 'Hapus',
  deleteNow: 'Ya, hapus',
  removed: 'Komentar Anda telah dihapus.',
};

export default id;
