/** What went wrong with a source, for code to tell apart. */
export type SourceErrorKind =
  /** Not an http(s) address. */
  | 'address'
  /** No answer: no network, a dead address, or a site that does not let other pages read it (CORS). */
  | 'network'
  /** An answer with an error status. */
  | 'http'
  /** No complete answer in time. */
  | 'timeout'
  /** More bytes than are ever read. */
  | 'too-large'
  /** Something else than posts: a web page, a sitemap, nothing at all. */
  | 'not-a-feed'
  /** Meant to be posts, but broken beyond reading. */
  | 'malformed'
  /** A private key where everybody can read it. */
  | 'secret';

/** Why posts could not be read from a source. The message is for people: who, what, and what to do. */
export class SourceError extends Error {
  readonly kind: SourceErrorKind;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** The address, as far as it is known. */
  readonly url: string;

  constructor(kind: SourceErrorKind, url: string, problem: string, status?: number) {
    super(`${shortened(url)} ${problem}`);
    this.name = 'SourceError';
    this.kind = kind;
    this.url = url;
    if (status !== undefined) this.status = status;
  }
}

/** An address for a message: a path on this site, else without query, where keys may be. */
function shortened(url: string): string {
  try {
    const { origin, pathname } = new URL(url);
    return origin === globalThis.location?.origin ? pathname : origin + pathname;
  } catch {
    return url.slice(0, 200) || 'The document';
  }
}
