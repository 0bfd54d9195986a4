/**
 * Where the demo keeps comments: those that came with the blog in a file, yours in this browser. A blog without server can
 * do the same; a blog with one puts its engine here.
 */
import type { BlogComment } from '../../src/comments/comment.ts';
import type { CommentSource, Draft } from '../../src/comments/source.ts';
import { commentsAt } from '../../src/sources/comments.ts';
import { normalizeUrl } from '../../src/posts/url.ts';

const KEY = 'quire-lane-comments';

/** Yours, on all pages; nothing where the browser keeps nothing. */
function kept(): BlogComment[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as BlogComment[];
  } catch {
    return [];
  }
}

function keep(comments: readonly BlogComment[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(comments));
  } catch {
    throw new Error('This browser does not let the page keep anything.');
  }
}

/** The comments on one post: those of the file that are about it, and yours. */
export function commentsOn(url: string, file: string): CommentSource {
  const page = normalizeUrl(url);
  const isHere = ({ post }: BlogComment): boolean => !!post && normalizeUrl(new URL(post.url, url).href) === page;
  return {
    async load(request) {
      const { comments } = await commentsAt(file).load(request);
      return { comments: [...comments, ...kept()].filter(isHere), canPost: true };
    },

    async post({ name, url: website, body, parentId }: Draft) {
      const comment: BlogComment = {
        id: crypto.randomUUID(),
        ...(parentId !== undefined && { parentId }),
        author: { name, ...(website !== undefined && { url: website }), badge: 'Only you see this' },
        body,
        published: new Date().toISOString(),
        post: { url },
      };
      keep([...kept(), comment]);
      return comment;
    },

    canEdit: ({ id }) => kept().some((comment) => comment.id === id),

    async edit(comment, body) {
      const changed = { ...comment, body };
      keep(kept().map((other) => (other.id === comment.id ? changed : other)));
      return changed;
    },

    async remove({ id }) {
      keep(kept().filter((comment) => comment.id !== id));
    },
  };
}
