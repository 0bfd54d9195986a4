import type { CommentFormWords } from '../comment-form-words.ts';

const ko: CommentFormWords = {
  reply: '답글',
  replyTo: '{name} 님에게 답글',
  name: '이름',
  website: '웹사이트',
  optional: '선택 사항',
  body: '댓글',
  write: '쓰기',
  preview: '미리 보기',
  nothing: '아직 미리 볼 내용이 없습니다.',
  markdown: 'Markdown: **굵게**, _기울임_, `코드`, > 인용, [링크](https://…)',
  characters: '{most}자 중 {n}자',
  send: '댓글 등록',
  sending: '보내는 중…',
  cancel: '취소',
  posted: '댓글이 등록되었습니다.',
  held: '감사합니다. 댓글은 승인 후 표시됩니다.',
  sendFailed: '댓글을 보내지 못했습니다. 작성한 내용은 그대로 남아 있습니다.',
  edit: '수정',
  save: '저장',
  saved: '댓글이 수정되었습니다.',
  delete: '삭제',
  deleteNow: '정말 삭제',
  removed: '댓글이 삭제되었습니다.',
};

export default ko;
