/** Parameters that say where a reader came from or how the page is dressed (Blogger's `m=1`), not which page it is. */
const TRACKING = /^(utm_.*|\w*cl(kid|id)|[gw]braid|mc_[ce]id|igsh(id)?|mkt_tok|ref_src|_(hs|ga|gl).*|m=[01])$/;

/**
 * The address of a page in one spelling, so that two addresses of the same page are equal strings.
 *
 * Scheme, `www.`, host case, default port, trailing slash, `index.html`, fragment, user name, tracking parameters
 * (`utm_*`, `fbclid`, …), order of parameters and percent-encoding make no difference; `?p=12` does.
 *
 * @param url an http(s) address, or a path, which is resolved against `base` or else stays a path
 * @returns `https://host/path?query` or `/path?query` without a slash at the end; any other text comes back as it is
 */
export function normalizeUrl(url: string | URL, base: string | URL = 'http://-'): string {
  try {
    const { protocol, host, pathname, searchParams } = new URL(url, base);
    if (!/^http/.test(protocol)) return String(url);
    searchParams.sort();
    const kept = [...searchParams].filter((pair) => !TRACKING.test(pair[0]) && !TRACKING.test(pair.join('=')));
    const path = pathname
      .replace(/(\/index\.(html?|php))?\/*$/i, '')
      .split('/')
      .map((part) => encodeURIComponent(decodeURIComponent(part.replace(/%(?![\da-f]{2})/gi, '%25'))));
    const query = String(new URLSearchParams(kept));
    const place = host === '-' ? '' : 'https://' + host.replace(/^www\.|:(80|443)$/g, '');
    return place + path.join('/') + (query && '?' + query) || '/';
  } catch {
    return String(url);
  }
}
