/** Counts that take a private key, as build steps ask for them. The answers are written after the services' documents. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SourceError } from '../../src/sources/error.ts';
import { goatCounterCounts } from '../../src/sources/counts/goatcounter-api.ts';
import { matomoCounts } from '../../src/sources/counts/matomo.ts';
import { plausibleCounts } from '../../src/sources/counts/plausible.ts';
import { umamiCounts } from '../../src/sources/counts/umami.ts';
import { type Answer, failure, type Question, quick, talk } from '../src/sources/talk.ts';

const key = 'f00dfeedf00dfeedf00dfeedf00dfeed';
const now = '2026-11-23T12:34:56Z';
const bodyOf = ({ body }: Question): any => JSON.parse(body);
const query = ({ url }: Question): Record<string, string> => Object.fromEntries(url.searchParams);
const form = ({ body }: Question): Record<string, string> => Object.fromEntries(new URLSearchParams(body));
const many = <T>(count: number, make: (nth: number) => T): T[] => Array.from({ length: count }, (_, nth) => make(nth));

describe('plausibleCounts', () => {
  const load = (answer: (question: Question) => Answer, options: object = {}) => {
    const { fetch, asked } = talk(answer);
    return plausibleCounts({ ...quick, site: 'example.org', key, now, fetch, ...options }).then((counts) => ({
      counts,
      asked,
    }));
  };
  const pages = (views: Record<string, number>): Answer => ({
    json: {
      results: Object.entries(views).map(([path, count]) => ({ dimensions: [path], metrics: [count] })),
      meta: {},
    },
  });

  it('gives page views by path, in all and within windows', async () => {
    const { counts, asked } = await load(
      (question) =>
        bodyOf(question).date_range === 'all' ? pages({ '/soup/': 480, '/lamp/': 5200 }) : pages({ '/soup/': 60 }),
      { within: '30d' },
    );
    assert.deepEqual(counts, {
      '/soup/': { views: 480, windows: { '30d': { views: 60 } } },
      '/lamp/': { views: 5200 },
    });
    assert.deepEqual(
      asked.map(({ url, method, headers }) => [
        url.href,
        method,
        headers.get('authorization'),
        headers.get('content-type'),
      ]),
      many(2, () => ['https://plausible.io/api/v2/query', 'POST', `Bearer ${key}`, 'application/json']),
    );
    assert.deepEqual(asked.map(bodyOf), [
      {
        site_id: 'example.org',
        metrics: ['pageviews'],
        dimensions: ['event:page'],
        date_range: 'all',
        pagination: { limit: 10000, offset: 0 },
      },
      { ...bodyOf(asked[0]!), date_range: ['2026-10-24', '2026-11-23'] },
    ]);
  });

  it('reads a long report to its end', async () => {
    const { counts, asked } = await load((question) => {
      const { offset } = bodyOf(question).pagination;
      return pages(Object.fromEntries(many(offset ? 3 : 10_000, (nth) => [`/${offset + nth}/`, 1])));
    });
    assert.deepEqual([Object.keys(counts).length, asked.length], [10_003, 2]);
  });

  it('takes a Plausible of one’s own, also below a path', async () => {
    const { asked } = await load(() => pages({}), { url: 'https://example.org/stats/' });
    assert.equal(asked[0]!.url.href, 'https://example.org/stats/api/v2/query');
  });
});

describe('umamiCounts', () => {
  const load = (answer: (question: Question) => Answer, options: object = {}) => {
    const { fetch, asked } = talk(answer);
    return umamiCounts({ ...quick, website: 'b59e-1', key, now, fetch, ...options }).then((counts) => ({
      counts,
      asked,
    }));
  };

  it('gives visitors by path, from Umami Cloud', async () => {
    const { counts, asked } = await load(
      ({ url }) => ({
        json: url.searchParams.get('startAt') === '946684800000' ? [{ x: '/soup/', y: 480 }] : [{ x: '/soup/', y: 60 }],
      }),
      { within: ['7d'] },
    );
    assert.deepEqual(counts, { '/soup/': { views: 480, windows: { '7d': { views: 60 } } } });
    assert.equal(asked[0]!.url.origin + asked[0]!.url.pathname, 'https://api.umami.is/v1/websites/b59e-1/metrics');
    assert.equal(asked[0]!.headers.get('x-umami-api-key'), key);
    assert.equal(asked[0]!.headers.get('authorization'), null);
    const end = Date.parse(now);
    assert.deepEqual(asked.map(query), [
      { type: 'path', startAt: '946684800000', endAt: String(end), limit: '500', offset: '0' },
      { type: 'path', startAt: String(end - 7 * 864e5), endAt: String(end), limit: '500', offset: '0' },
    ]);
  });

  it('from an older one of one’s own', async () => {
    const { asked } = await load(() => ({ json: [] }), { url: 'https://umami.example.org', type: 'url' });
    assert.equal(
      asked[0]!.url.origin + asked[0]!.url.pathname,
      'https://umami.example.org/api/websites/b59e-1/metrics',
    );
    assert.deepEqual([query(asked[0]!)['type'], asked[0]!.headers.get('authorization')], ['url', `Bearer ${key}`]);
  });

  it('is not fooled by one that ignores offsets', async () => {
    const { counts, asked } = await load(() => ({ json: many(500, (nth) => ({ x: `/${nth}/`, y: 1 })) }));
    assert.deepEqual([counts['/7/'], asked.length], [{ views: 1 }, 2]);
  });
});

describe('matomoCounts', () => {
  const load = (answer: (question: Question) => Answer, options: object = {}) => {
    const { fetch, asked } = talk(answer);
    const url = 'https://matomo.example.org/';
    return matomoCounts({ ...quick, url, site: 3, key, now, fetch, ...options }).then((counts) => ({ counts, asked }));
  };

  it('gives page views by address, with the key in the body', async () => {
    const { counts, asked } = await load(
      (question) => ({
        json: [
          {
            label: '/soup/',
            nb_hits: form(question)['date']!.startsWith('2000') ? 480 : 60,
            nb_visits: 9,
            url: 'https://example.org/soup/',
          },
          { label: 'Others', nb_hits: 1000 },
        ],
      }),
      { within: '30d' },
    );
    assert.deepEqual(counts, { 'https://example.org/soup/': { views: 480, windows: { '30d': { views: 60 } } } });
    assert.deepEqual(
      asked.map(({ url, method, headers }) => [url.href, method, headers.get('content-type')]),
      many(2, () => ['https://matomo.example.org/index.php', 'POST', null]),
    );
    assert.deepEqual(form(asked[1]!), {
      module: 'API',
      method: 'Actions.getPageUrls',
      format: 'JSON',
      idSite: '3',
      period: 'range',
      date: '2026-10-24,2026-11-23',
      flat: '1',
      filter_limit: '500',
      filter_offset: '0',
      token_auth: key,
    });
  });

  it('tells of errors with status 200, without the key', async () => {
    const json = { result: 'error', message: `You can't access this resource with token_auth ${key}.` };
    const { kind, message } = await failure(load(() => ({ json })));
    assert.equal(kind, 'http');
    assert.match(
      message,
      /answered with an error instead of counts: You can't access this resource with token_auth …\./,
    );
  });
});

describe('goatCounterCounts', () => {
  const load = (answer: (question: Question) => Answer, options: object = {}) => {
    const { fetch, asked } = talk(answer);
    const url = 'https://harbour.goatcounter.com';
    return goatCounterCounts({ ...quick, url, key, now, fetch, ...options }).then((counts) => ({ counts, asked }));
  };

  it('gives page views by path, but not events, page by page of what it has not given yet', async () => {
    const { counts, asked } = await load(({ url }) => ({
      json: url.searchParams.has('exclude_paths')
        ? { hits: [{ path: '/lamp', path_id: 9, count: 3, event: false }], more: false }
        : {
            hits: [
              { path: '/soup', path_id: 7, count: 480, event: false },
              { path: 'click-here', path_id: 8, count: 99, event: true },
            ],
            more: true,
          },
    }));
    assert.deepEqual(counts, { '/soup': { views: 480 }, '/lamp': { views: 3 } });
    assert.deepEqual(asked.map(query), [
      { start: '2000-01-01T00:00:00Z', end: '2026-11-23T13:00:00Z', limit: '100' },
      { start: '2000-01-01T00:00:00Z', end: '2026-11-23T13:00:00Z', limit: '100', exclude_paths: '7,8' },
    ]);
    assert.equal(asked[0]!.url.pathname, '/api/v0/stats/hits');
    assert.equal(asked[0]!.headers.get('authorization'), `Bearer ${key}`);
  });

  it('reads twenty pages at most', async () => {
    let nth = 0;
    const { counts, asked } = await load(() => ({
      json: { hits: [{ path: `/${++nth}`, path_id: nth, count: 1 }], more: true },
    }));
    assert.deepEqual([asked.length, Object.keys(counts).length], [20, 20]);
  });

  it('asks for windows beside the totals', async () => {
    const { counts, asked } = await load(
      ({ url }) => ({
        json: {
          hits: [{ path: '/a', path_id: 1, count: url.searchParams.get('start')!.startsWith('2026') ? 2 : 9 }],
          more: false,
        },
      }),
      { within: ['7d', 36e5 * 48] },
    );
    assert.deepEqual(counts, { '/a': { views: 9, windows: { '7d': { views: 2 }, '2d': { views: 2 } } } });
    assert.deepEqual(
      asked.map((question) => query(question)['start']),
      ['2000-01-01T00:00:00Z', '2026-11-16T12:00:00Z', '2026-11-21T12:00:00Z'],
    );
  });
});

describe('a service that takes a key', () => {
  const services: readonly (readonly [name: string, load: (options: any) => Promise<unknown>, wrong: unknown])[] = [
    ['plausibleCounts', (options) => plausibleCounts({ site: 'example.org', ...options }), { error: 'no' }],
    ['umamiCounts', (options) => umamiCounts({ website: 'b59e-1', ...options }), { error: 'no' }],
    ['matomoCounts', (options) => matomoCounts({ url: 'https://matomo.example.org', site: 1, ...options }), {}],
    ['goatCounterCounts', (options) => goatCounterCounts({ url: 'https://harbour.goatcounter.com', ...options }), {}],
  ];

  for (const [name, load, wrong] of services) {
    it(`${name}: no error has the key in it`, async () => {
      const answers: readonly (readonly [string, Answer | Error])[] = [
        ['http', { json: {}, status: 401 }],
        ['http', { json: { key }, status: 403 }],
        ['http', { text: key, status: 500 }],
        ['not-a-feed', { json: wrong }],
        ['malformed', { text: `<html>${key}` }],
        ['too-large', { json: [], headers: { 'content-length': '11000000' } }],
        ['network', new TypeError(`invalid header value "Bearer ${key}"`)],
      ];
      for (const [kind, answer] of answers) {
        const fetch = answer instanceof Error ? () => Promise.reject(answer) : talk(() => answer).fetch;
        const error = await failure(load({ ...quick, key, fetch }));
        assert.ok(error instanceof SourceError);
        assert.equal(error.kind, kind);
        for (const said of [error.message, error.url, error.stack ?? '', JSON.stringify(error)])
          assert.ok(!said.includes(key), said);
      }
      const { message } = await failure(load({ ...quick, key, fetch: talk(() => ({ json: {}, status: 401 })).fetch }));
      assert.match(message, /answered 401: the key is wrong, or may not read statistics$/);
    });

    it(`${name}: the key is in no address`, async () => {
      const { fetch, asked } = talk(() => ({ json: [] }));
      await load({ ...quick, key, fetch }).catch(() => 0);
      assert.ok(asked.length > 0);
      for (const { url } of asked) assert.ok(!url.href.includes(key));
    });

    it(`${name}: options that make no sense`, async () => {
      const { fetch, asked } = talk(() => ({ json: [] }));
      const says = async (options: object): Promise<string> => String(await failure(load({ fetch, key, ...options })));
      assert.equal(
        await says({ key: undefined }),
        `TypeError: ${name}: key is undefined; allowed: strings that are not empty`,
      );
      assert.equal(await says({ key: ' ' }), `TypeError: ${name}: key is string; allowed: strings that are not empty`);
      assert.match(await says({ within: 'soon' }), /^RangeError: \w+: within is soon \(string\)/);
      assert.match(await says({ now: 'soon' }), /^RangeError: \w+: now is soon \(string\)/);
      assert.match(await says({ url: 'ftp://example.org' }), /^SourceError: .* is not an http\(s\) address/);
      assert.equal(asked.length, 0);
    });

    it(`${name}: numbers and names that make no sense are left out`, async () => {
      const odd = [
        [null, 5],
        ['__proto__', 5],
        ['/b', -1],
        ['/c', 'many'],
        ['/d', null],
        ['', 7],
      ] as const;
      const rows = odd.map(([at, n]) => ({
        dimensions: [at],
        metrics: [n],
        x: at,
        y: n,
        url: at,
        nb_hits: n,
        path: at,
        count: n,
      }));
      const json: unknown = rows;
      const isList = /umami|matomo/.test(name);
      const { fetch } = talk(() => ({ json: isList ? json : { results: rows, hits: rows } }));
      const counts = (await load({ ...quick, key, fetch })) as object;
      assert.deepEqual(Object.getOwnPropertyNames(counts), ['__proto__']);
      assert.equal(({} as { views?: number }).views, undefined);
    });
  }
});
