import type { CommentFormWords } from '../comment-form-words.ts';

const zh: CommentFormWords = {
  reply: '回复',
  replyTo: '回复 {name}',
  name: '昵称',
  website: '网站',
  optional: '选填',
  body: '评论',
  write: '编写',
  preview: '预览',
  nothing: '暂无可预览的内容。',
  markdown: 'Markdown：**粗体**、_斜体_、`代码`、> 引用、[链接](https://…)',
  characters: '{n}/{most} 个字符',
  send: '提交评论',
  sending: '正在发送……',
  cancel: '取消',
  posted: '评论已发表。',
  held: '谢谢！你的评论将在审核通过后显示。',
  sendFailed: '评论发送失败，内容仍保留在这里。',
  edit: '编辑',
  save: '保存',
  saved: '评论已修改。',
  delete: '删除',
  deleteNow: '确认删除',
  removed: '评论已删除。',
};

export default zh;
