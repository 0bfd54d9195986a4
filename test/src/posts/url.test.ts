import { expect } from 'chai';
import fc from 'fast-check';
import { normalizeUrl } from '../../../src/posts/url.ts';

const one = 'https://example.org/a-lamp';

describe('normalizeUrl', () => {
  const same: [what: string, ...urls: string[]][] = [
    ['scheme', 'http://example.org/a-lamp', 'HTTPS://example.org/a-lamp', '//example.org/a-lamp'],
    ['www.', 'https://www.example.org/a-lamp'],
    ['host case', 'https://Example.ORG/a-lamp', 'https://WWW.example.org/a-lamp'],
    ['default port', 'https://example.org:443/a-lamp', 'http://example.org:80/a-lamp', 'https://example.org:80/a-lamp'],
    ['slash at the end', 'https://example.org/a-lamp/', 'https://example.org/a-lamp//'],
    [
      'index.html',
      'https://example.org/a-lamp/index.html',
      'https://example.org/a-lamp/index.php',
      'https://example.org/a-lamp/INDEX.HTM',
    ],
    [
      'fragment',
      'https://example.org/a-lamp#comments',
      'https://example.org/a-lamp/#',
      'https://example.org/a-lamp/?#x',
    ],
    [
      'index.html, twice or escaped',
      'https://example.org/a-lamp/index.html/index.html',
      'https://example.org/a-lamp/index%2Ehtml',
    ],
    ['user name', 'https://me:secret@example.org/a-lamp'],
    ['white space', ' https://example.org/a-lamp \n'],
    ['dots', 'https://example.org/b/../a-lamp', 'https://example.org/./a-lamp'],
    ["Blogger's m", 'https://example.org/a-lamp?m=1', 'https://example.org/a-lamp?m=0'],
    [
      'percent-encoding',
      'https://example.org/%61-lamp',
      'https://example.org/a%2Dlamp',
      'https://example.org/a%2dlamp',
    ],
    ...[
      'utm_source=x&utm_medium=y',
      'fbclid=1',
      'gclid=1',
      'dclid=1',
      'msclkid=1',
      'twclid=1',
      'yclid=1',
      'gbraid=1',
      'wbraid=1',
    ].map((query): [string, string] => [query, `${one}?${query}`]),
    ...[
      'mc_cid=1',
      'mc_eid=1',
      'igshid=1',
      'igsh=1',
      'mkt_tok=1',
      'ref_src=x',
      '_hsenc=1',
      '_hsmi=1',
      '_ga=1',
      '_gl=1',
    ].map((query): [string, string] => [query, `${one}/?${query}#top`]),
  ];
  for (const [what, ...urls] of same)
    it(`does not mind ${what}`, () => {
      for (const url of urls) expect(normalizeUrl(url)).to.equal(one);
    });

  it('keeps parameters that say which page it is, in one order', () => {
    expect(normalizeUrl('http://example.org/?p=12')).to.equal('https://example.org?p=12');
    expect(normalizeUrl('https://example.org/?z=1&p=12&utm_source=x&a=2')).to.equal('https://example.org?a=2&p=12&z=1');
    expect(normalizeUrl('https://example.org/?m=12&model=1')).to.equal('https://example.org?m=12&model=1');
    expect(normalizeUrl('https://example.org/?p=12')).not.to.equal(normalizeUrl('https://example.org/?p=13'));
  });

  it('keeps other ports, path case and other hosts apart', () => {
    const urls = [
      one,
      'https://example.org:8080/a-lamp',
      'https://example.org/A-lamp',
      'https://blog.example.org/a-lamp',
    ];
    expect(new Set(urls.map((url) => normalizeUrl(url))).size).to.equal(4);
  });

  it('writes letters in one way, escaped or not, in both cases', () => {
    for (const url of ['/caf%C3%A9', '/caf%c3%a9', '/café', '/café/']) expect(normalizeUrl(url)).to.equal('/caf%C3%A9');
    expect(normalizeUrl('/a%2Fb')).to.equal(normalizeUrl('/a%2fb')).and.not.to.equal(normalizeUrl('/a/b'));
  });

  it('leaves a path a path, or resolves it', () => {
    expect(normalizeUrl('/a-lamp/?utm_source=x')).to.equal('/a-lamp');
    expect(normalizeUrl('/')).to.equal('/');
    expect(normalizeUrl('/a-lamp/', 'http://www.example.org/b/')).to.equal(one);
    expect(normalizeUrl(new URL('/a-lamp', one))).to.equal(one);
  });

  it('survives a malformed %, and bytes that are no UTF-8', () => {
    expect(normalizeUrl('/100%/')).to.equal('/100%25');
    expect(normalizeUrl('/100%25')).to.equal('/100%25');
    expect(normalizeUrl('/caf%e9/')).to.equal('/caf%E9');
  });

  it('gives back what is no page', () => {
    for (const url of [
      'mailto:me@example.org',
      'javascript:alert(1)',
      'data:,x',
      'tag:example.org,2026:1',
      'https://',
      'httpx://a/b',
    ])
      expect(normalizeUrl(url)).to.equal(url);
  });

  it('changes nothing the second time', () => {
    const part = fc.constantFrom(
      'a',
      '%',
      '%2f',
      '%C3%A9',
      '%e9',
      'é',
      '/',
      '//',
      '.',
      '..',
      'index.html',
      '?',
      '&',
      '=',
      'p=1',
      'm=1',
      '#',
      '+',
      '🙂',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(fc.constantFrom('', '/', 'https://www.Example.org/'), fc.array(part), (start, parts) => {
        const once = normalizeUrl(start + parts.join(''));
        expect(normalizeUrl(once)).to.equal(once);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (url) => {
        const once = normalizeUrl(url);
        expect(normalizeUrl(once)).to.equal(once);
      }),
    );
  });

  it('takes a long row of slashes for one', () => {
    expect(normalizeUrl(`https://example.org${'/'.repeat(2e5)}x`)).to.equal('https://example.org/x');
  });
});
