import type { CommentFormWords } from '../comment-form-words.ts';

const hi: CommentFormWords = {
  reply: 'जवाब दें',
  replyTo: '{name} को जवाब दें',
  name: 'नाम',
  website: 'वेबसाइट',
  optional: 'वैकल्पिक',
  body: 'टिप्पणी',
  write: 'लिखें',
  preview: 'पूर्वावलोकन',
  nothing: 'पूर्वावलोकन के लिए अभी कुछ नहीं है।',
  markdown: 'Markdown: **बोल्ड**, _इटैलिक_, `कोड`, > उद्धरण, [लिंक](https://…)',
  characters: '{most} में से {n} वर्ण',
  send: 'टिप्पणी भेजें',
  sending: 'भेजा जा रहा है…',
  cancel: 'रद्द करें',
  posted: 'आपकी टिप्पणी प्रकाशित हो गई है।',
  held: 'धन्यवाद! मंज़ूरी मिलते ही आपकी टिप्पणी दिखने लगेगी।',
  sendFailed: 'आपकी टिप्पणी भेजी नहीं जा सकी; वह अब भी यहीं है।',
  edit: 'संपादित करें',
  save: 'सहेजें',
  saved: 'आपकी टिप्पणी बदल दी गई है।',
  delete: 'हटाएँ',
  deleteNow: 'हाँ, हटाएँ',
  removed: 'आपकी टिप्पणी हटा दी गई है।',
};

export default hi;
