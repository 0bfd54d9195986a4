/** What an independent reader found in the fixtures, and our posts in the same shape. */
import type { Post } from '../../../src/posts/post.ts';

interface ExpectedPost {
  featured?: boolean;
  summaryStarts?: string;
  [key: string]: unknown;
}

export interface Expected {
  url: string;
  contentType: string;
  /** Why the document is not well-formed, where it is not. */
  damaged?: string;
  posts: ExpectedPost[];
}

export type ExpectedFiles = Record<string, Expected>;

/** The lists of expectations, with the folder their names are relative to. */
export const LISTS = [
  ['expected-posts.json', 'engines'],
  ['expected-samples.json', 'samples'],
] as const;

const defined = (entries: object): object =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''));

/** What is expected, without what says nothing. */
export const wanted = ({ posts }: Expected): object[] =>
  // That only members may read a post is a note for people; a post has no such field.
  posts.map(({ featured, membersOnly: _, ...post }) => defined({ ...post, featured: featured || undefined }));

/** Our posts in the shape of the expectations: every field that these ever name, and as much of the summary. */
export const found = (posts: readonly Post[], expected: Expected): object[] =>
  posts.map(({ url, title, published, updated, summary = '', image, author, tags, featured, counts, windows }, at) => {
    const { summaryStarts, ...one } = expected.posts[at] ?? {};
    return defined({
      ...{ url, title, published, updated, tags, featured, author: author?.name, image: image?.url },
      comments: 'counts' in one && !('comments' in one) ? undefined : counts?.comments,
      counts: 'counts' in one ? counts : undefined,
      windows: 'windows' in one ? windows : undefined,
      summaryStarts: summaryStarts === undefined ? undefined : summary.slice(0, summaryStarts.length),
    });
  });
