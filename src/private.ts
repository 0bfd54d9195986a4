import { SourceError } from './sources/error.ts';

/** What an address may hold that is not for the readers of a page; a module that is loaded then takes a closer look. */
const MAYBE = /@|key|token|secret|pass|pwd|auth|jwt|\/api\/(v|w|ad)/i;

/**
 * Refuses an address with a private key in it, where there is a page that anybody can read.
 *
 * @throws {SourceError} with `kind` `secret`; the message says which key is meant, never the key
 */
export async function guard(src: string, base?: string): Promise<void> {
  const secret = MAYBE.test(src) && (await import('./sources/secret.ts')).secretIn(src, base);
  if (secret) throw new SourceError('secret', ...secret);
}
