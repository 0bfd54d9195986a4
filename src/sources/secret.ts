/** Private keys in the address of a source. Loaded when one looks as if it had one. */

/** Names of parameters that hold what nobody else may know. */
const NAMES =
  /^(?!.*page)(.*_)?(token|token_auth|secret|password|passwd|passphrase|pwd|auth|authorization|jwt|api_?key|access_?key|private_?key|secret_?key|admin_?key)$/;

/** Ghost's Admin API keys: an id and a secret. Its Content API keys are one number, made for pages. */
const GHOST_ADMIN = /^[\da-f]{24}:[\da-f]{64}$/i;

/** Interfaces that answer to private keys only, wherever they keep them. */
const PRIVATE: readonly (readonly [RegExp, string])[] = [
  [/\/api\/v0\/(stats|paths|sites|users|export|me|count)\b/, 'GoatCounter’s API'],
  [/\/api\/v2\/query\/?$|\/api\/v1\/stats\//, 'Plausible’s API'],
  [/\/api\/websites\/[^/]+\/(metrics|stats|pageviews|events|sessions|active)\b/, 'Umami’s API'],
  [/\/ghost\/api\/(v\d\/|canary\/)?admin\//, 'Ghost’s Admin API'],
];

/** What is private in an address, in words; undefined where nothing is. */
function privateIn({ username, password, pathname, searchParams }: URL): string | undefined {
  if (username || password) return 'holds a user name or password';
  for (const [name, value] of searchParams) {
    const plain = name
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .replaceAll('-', '_')
      .toLowerCase();
    // Matomo's word for everybody.
    if (!value || value === 'anonymous') continue;
    if (NAMES.test(plain)) return `holds a private key (${name.slice(0, 40)})`;
    if (GHOST_ADMIN.test(value)) return 'holds a Ghost Admin API key';
  }
  const api = PRIVATE.find(([pattern]) => pattern.test(pathname))?.[1];
  return api && `is ${api}, which takes a private key`;
}

/** Where there is a private key, without it, and what is wrong with that; undefined where there is none. */
export function secretIn(src: string, base = globalThis.document?.baseURI): [url: string, problem: string] | undefined {
  // Elsewhere, as in a build, an address is nobody else's business.
  if (!globalThis.document || !URL.canParse(src, base)) return undefined;
  const url = new URL(src, base);
  const secret = /^https?:$/.test(url.protocol) && privateIn(url);
  return secret
    ? [
        // Without user name and password, and the message without the query.
        url.origin + url.pathname,
        `${secret}, and every reader of the page could use it; ask it in a build step and give the page the result ` +
          '(README, "Counts that take a key")',
      ]
    : undefined;
}
