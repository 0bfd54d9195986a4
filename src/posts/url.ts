/** Parameters that say where a reader came from or how the page is dressed (Blogger's `m=1`), not which page it is. */
const TRACKING = /^(utm_.*|\w*cl(kid|id)|[gw]braid|mc_[ce]id|igsh(id)?|mkt_tok|ref_src|_(hs|ga|gl).*|m=[01])$/;

/** A part of a path in one spelling: every letter as itself or escaped, always alike. What is no UTF-8 stays as it is. */
function spell(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part.replace(/%(?![\da-f]{2})/gi, '%25')));
  } catch {
    return part.replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
  }
}

/**
 * The address of a page in one spelling, so that two addresses of the same page are equal strings.
 *
 * Scheme, `www.`, host case, default port, trailing and double slashes, `index.html`, fragment, user name, tracking parameters
 * (`utm_*`, `fbclid`, …), order of parameters and percent-encoding make no difference; `?p=12` does.
 *
 * @param url an http(s) address, or a path, which is resolved against `base` or else stays a path
 * @returns `https://host/path?query` or `/path?query` without a slash at the end; any other text comes back as it is
 */
export function normalizeUrl(url: string | URL, base: string | URL = 'http://-'): string {
  let parsed: URL;
  try {
    parsed = new URL(url, base);
  } catch {
    return String(url);
  }
  const { protocol, host, pathname, searchParams } = parsed;
  if (!/^https?:$/.test(protocol)) return String(url);

  const path = pathname.split('/').filter(Boolean).map(spell);
  while (/^index\.(html?|php)$/i.test(path.at(-1) ?? '')) path.pop();

  searchParams.sort();
  const kept = [...searchParams].filter((pair) => !TRACKING.test(pair[0]) && !TRACKING.test(pair.join('=')));
  const query = kept.length ? '?' + new URLSearchParams(kept) : '';
  const place = host === '-' ? '' : 'https://' + host.replace(/^www\.|:(80|443)$/g, '');
  return place + path.map((part) => '/' + part).join('') + query || '/';
}
