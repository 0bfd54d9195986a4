import type { Duration } from './duration.ts';

/** Totals of what readers did, or what they did within a window. Each is a number from 0 up. */
export interface Counts {
  views?: number;
  likes?: number;
  comments?: number;
  shares?: number;
  /** The mean of `count` ratings, on the blog's own scale. */
  rating?: { average: number; count: number };
}

/** Counts taken within the last day, week, month …: `{ '7d': { views: 120 } }`. */
export type Windows = { [window in Extract<Duration, string>]?: Counts };

/** Counts of a page: in all, and within windows. */
export interface PageCounts extends Counts {
  windows?: Windows;
}

export interface Image {
  url: string;
  alt?: string;
  /** In CSS pixels. */
  width?: number;
  height?: number;
}

/** A post as plain data. Moments are ISO 8601 in UTC, addresses absolute, everything else plain text. */
export interface Post {
  id: string;
  url: string;
  title: string;
  published?: string;
  updated?: string;
  summary?: string;
  image?: Image;
  author?: { name: string; url?: string };
  tags?: string[];
  featured?: boolean;
  counts?: Counts;
  windows?: Windows;
}

/** What the ranking functions look at. Every field may be missing; one that makes no sense counts as missing. */
export interface PostLike {
  readonly id?: string | number | null;
  readonly url?: string | null;
  readonly title?: string | null;
  /** Epoch milliseconds, a `Date` or ISO 8601; without a zone it is UTC. Falls back to `updated`. */
  readonly published?: string | number | Date | null;
  readonly updated?: string | number | Date | null;
  readonly tags?: Iterable<string> | null;
  readonly author?: { readonly name?: string | null } | string | null;
  readonly featured?: boolean | null;
  readonly counts?: Counts | null;
  readonly windows?: Windows | null;
}

/** How to read the fields of another shape: `{ published: (entry) => entry.data.date, url: … }`. */
export type Accessors<T> = { readonly [field in keyof PostLike]?: (post: T) => PostLike[field] };
