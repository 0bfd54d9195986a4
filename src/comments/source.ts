import type { BlogComment } from './comment.ts';
import type { Sort } from './sorts.ts';

/** What a writer sends. */
export interface Draft {
  /** Who says it. */
  name: string;
  /** For whoever keeps the comment; never shown. */
  email?: string;
  /** The writer's website. */
  url?: string;
  /** Markdown; plain text where the source says so. */
  body: string;
  /** What it answers. */
  parentId?: string;
}

/** Some of the comments on a post, and what is known about the rest. */
export interface CommentPage {
  /** In any order; the element sorts them. */
  comments: BlogComment[];
  /** How many there are in all, where that is known. */
  total?: number | undefined;
  /** What to ask for next; undefined when these were the last. */
  next?: string | undefined;
  /** Whether a new comment may be sent. */
  canPost?: boolean | undefined;
  /** Whether an address for mail is asked for beside the name, and whether it may be missing. */
  email?: 'optional' | 'required' | undefined;
  /** Whether what is typed is kept as it is, without Markdown. */
  plain?: boolean | undefined;
  /** The source's own page for a comment, for those that it does not take here. */
  replyUrl?: string | undefined;
  /** Where some of several sources could not be read: their names. */
  missing?: readonly string[] | undefined;
  /** Why there are none to read or to send: the thread is closed, or the post is not for everybody. */
  closed?: 'closed' | 'protected' | undefined;
}

/** What a page is asked for with. */
export interface CommentRequest {
  /** `next` of the page before; undefined for the first. */
  after?: string | undefined;
  /** In which order the source should give them, where it can; the element sorts what it has by itself. */
  sort: Sort;
  /** Ends when nobody waits for the page any more. */
  signal: AbortSignal;
}

/**
 * Where comments are kept: a file, an engine, a browser. What it gives is never trusted; what it throws is told to the
 * reader by its `message`.
 */
export interface CommentSource {
  /** Gives a page of comments. */
  load(request: CommentRequest): Promise<CommentPage>;
  /** Keeps a comment and gives it back as it is kept; `status: 'pending'` if somebody has to approve it first. */
  post?(draft: Draft, signal: AbortSignal): Promise<BlogComment>;
  /** Whether a comment may be answered here, where that is not so of all; default whether comments are taken at all. */
  canReply?(comment: BlogComment): boolean;
  /** Whether the reader may change or delete a comment. */
  canEdit?(comment: BlogComment): boolean;
  /** Changes the body of a comment and gives it back as it is kept. */
  edit?(comment: BlogComment, body: string, signal: AbortSignal): Promise<BlogComment>;
  /** Deletes a comment. */
  remove?(comment: BlogComment, signal: AbortSignal): Promise<void>;
}
