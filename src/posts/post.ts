import type { Duration } from './duration.ts';

/** Totals of what readers did, or what they did within a window. Each is a number from 0 up. */
export interface Counts {
  /** How often it was seen. */
  views?: number;
  /** Likes, claps, reactions. */
  likes?: number;
  /** How many comments it has. */
  comments?: number;
  /** Shares, boosts, links from elsewhere. */
  shares?: number;
  /** The mean of `count` ratings, on the blog's own scale. */
  rating?: { average: number; count: number };
}

/** Counts taken within the last day, week, month …: `{ '7d': { views: 120 } }`. */
export type Windows = { [window in Extract<Duration, string>]?: Counts };

/** Counts of a page: in all, and within windows. */
export interface PageCounts extends Counts {
  /** What was counted within windows. */
  windows?: Windows;
}

/** The picture of a post. */
export interface Image {
  /** Its address, absolute. */
  url: string;
  /** What is to be seen on it, for those who do not see it. */
  alt?: string;
  /** In CSS pixels. */
  width?: number;
  /** In CSS pixels. */
  height?: number;
}

/** A post as plain data. Moments are ISO 8601 in UTC, addresses absolute, everything else plain text. */
export interface Post {
  /** What its source calls it; its address where that says nothing. */
  id: string;
  /** Its address, absolute. */
  url: string;
  /** Its title; '' where it has none. */
  title: string;
  /** When it was published, ISO 8601. */
  published?: string;
  /** When it was last changed, ISO 8601. */
  updated?: string;
  /** How it begins, or what it is about. */
  summary?: string;
  /** Its picture. */
  image?: Image;
  /** Who wrote it. */
  author?: { name: string; url?: string };
  /** Its tags and categories, by name. */
  tags?: string[];
  /** Whether its blog wants it to be seen: a sticky post of WordPress, Ghost's featured. */
  featured?: boolean;
  /** What readers did, in all. */
  counts?: Counts;
  /** What readers did lately. */
  windows?: Windows;
}

/** What the ranking functions look at. Every field may be missing; one that makes no sense counts as missing. */
export interface PostLike {
  /** Of two posts with one id, the better one is kept. */
  readonly id?: string | number | null;
  /** Absolute, or a path. */
  readonly url?: string | null;
  /** Plain text. */
  readonly title?: string | null;
  /** Epoch milliseconds, a `Date` or ISO 8601; without a zone it is UTC. Falls back to `updated`. */
  readonly published?: string | number | Date | null;
  /** As `published`, to which it falls back. */
  readonly updated?: string | number | Date | null;
  /** Names, compared without regard to case. */
  readonly tags?: Iterable<string> | null;
  /** A name, or an object with one. */
  readonly author?: { readonly name?: string | null } | string | null;
  /** Whether the owner wants it to be seen. */
  readonly featured?: boolean | null;
  /** What readers did, in all. */
  readonly counts?: Counts | null;
  /** What readers did lately. */
  readonly windows?: Windows | null;
}

/** How to read the fields of another shape: `{ published: (entry) => entry.data.date, url: … }`. */
export type Accessors<T> = { readonly [field in keyof PostLike]?: (post: T) => PostLike[field] };
