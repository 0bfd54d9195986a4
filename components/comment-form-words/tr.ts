import type { CommentFormWords } from '../comment-form-words.ts';

const tr: CommentFormWords = {
  reply: 'Yanıtla',
  replyTo: '{name} adlı kişiyi yanıtla',
  name: 'Ad',
  website: 'Web sitesi',
  optional: 'isteğe bağlı',
  body: 'Yorum',
  write: 'Yaz',
  preview: 'Önizleme',
  nothing: 'Henüz önizlenecek bir şey yok.',
  markdown: 'Markdown: **kalın**, _italik_, `kod`, > alıntı, [bağlantı](https://…)',
  characters: '{n} / {most} karakter',
  send: 'Yorumu gönder',
  sending: 'Gönderiliyor…',
  cancel: 'Vazgeç',
  posted: 'Yorumunuz yayımlandı.',
  held: 'Teşekkürler! Yorumunuz onaylandıktan sonra görünecek.',
  sendFailed: 'Yorumunuz gönderilemedi; hâlâ burada duruyor.',
  edit: 'Düzenle',
  save: 'Kaydet',
  saved: 'Yorumunuz güncellendi.',
  delete: 'Sil',
  deleteNow: 'Evet, sil',
  removed: 'Yorumunuz silindi.',
};

export default tr;
