/** What an address may hold that is not for the readers of a page; a module that is loaded then takes a closer look. */
const MAYBE = /@|key|token|secret|pass|pwd|auth|jwt|\/api\/(v|w|ad)/i;

/**
 * Refuses an address with a private key in it, where there is a page that anybody can read.
 *
 * @throws {SourceError} with `kind` `secret`; the message says which key is meant, never the key
 */
export const guard = async (src: string, base?: string): Promise<unknown> =>
  MAYBE.test(src) && (await import('./sources/secret.ts')).refuseSecrets(src, base);
