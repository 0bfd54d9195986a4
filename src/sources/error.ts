/** What went wrong with a source, for code to tell apart. */
export type SourceErrorKind =
  /** Not an http(s) address. */
  | 'address'
  /** No answer. A page is not told why. */
  | 'network'
  /** An answer with an error status. */
  | 'http'
  /** No complete answer in time. */
  | 'timeout'
  /** More bytes than are ever read. */
  | 'too-large'
  /** Something else than posts, or comments: a web page, a sitemap, nothing at all. */
  | 'not-a-feed'
  /** Meant to be posts, but broken beyond reading. */
  | 'malformed'
  /** A private key where everybody can read it. */
  | 'secret'
  /** A comment was not taken: the site wants a login … */
  | 'login'
  /** … or a moment between two comments … */
  | 'flood'
  /** … or has it already … */
  | 'duplicate'
  /** … or takes no more comments on this post … */
  | 'closed'
  /** … or wants something that is missing or wrong: the message says what. */
  | 'refused';

/** Why a source could not be read, or did not take a comment. The message is for people: who, what, and what to do. */
export class SourceError extends Error {
  /** What went wrong, for code to tell apart. */
  readonly kind: SourceErrorKind;
  /** The address, as far as it is known. */
  readonly url: string;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;

  constructor(kind: SourceErrorKind, url: string, problem: string, status?: number) {
    // The path says enough; in the query there may be keys.
    const path = url.replace(/[?#].*/, '').replace(`${globalThis.location?.origin}/`, '/');
    super(`${path.slice(0, 200) || 'The document'} ${problem}`);
    this.name = 'SourceError';
    this.kind = kind;
    this.url = url;
    this.status = status;
  }
}
