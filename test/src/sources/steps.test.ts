import { expect } from 'chai';
import { SourceError } from '../../../src/sources/error.ts';
import { type Ask, run, type Step, type Told } from '../../../src/sources/steps.ts';

const API = 'https://engine.example/api';
const asks = (count: number): Ask[] => Array.from({ length: count }, (_, nth) => ({ url: `${API}/${nth}` }));

interface Seen extends Step {
  seen: readonly Told[];
}

const end = (told: readonly Told[]): Seen => ({ ask: [], seen: told });
const first = (...ask: Ask[]): Seen => ({ ask, seen: [] });

/** An answer that was found somewhere. */
function answer(body: unknown, { found, ...init }: ResponseInit & { found?: string } = {}): Response {
  const response = new Response(typeof body === 'string' ? body : JSON.stringify(body), init);
  if (found) Object.defineProperty(response, 'url', { value: found });
  return response;
}

/** A network that answers by a function, and remembers what it was asked. */
function network(reply: (url: string, nth: number) => Response | Promise<Response>) {
  const asked: (readonly [url: string, init: RequestInit])[] = [];
  const fetch = ((url: string, init: RequestInit) =>
    Promise.resolve(reply(url, asked.push([url, init]) - 1))) as typeof globalThis.fetch;
  return { fetch, asked, urls: () => asked.map(([url]) => url.replace(API, '')), options: { fetch, random: () => 0 } };
}

async function failure(work: Promise<unknown>): Promise<SourceError> {
  const reason: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(reason).to.be.instanceOf(SourceError);
  return reason as SourceError;
}

describe('an engine is asked step by step', () => {
  it('at most four questions at once, and their answers come in the order of the questions', async () => {
    let [now, most] = [0, 0];
    const { options } = network(async (url) => {
      most = Math.max(most, ++now);
      const nth = Number(url.split('/').at(-1));
      await new Promise((done) => setTimeout(done, nth % 3 ? 5 : 15));
      now--;
      return answer(nth);
    });
    const { seen } = await run(first(...asks(11)), end, options);
    expect(most).to.equal(4);
    expect(seen.map(({ json }) => json)).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('no further ones when one has failed', async () => {
    const { options, asked } = network(async (url) => {
      if (url.endsWith('/1')) return answer({}, { status: 404 });
      await new Promise((done) => setTimeout(done, 20));
      return answer({});
    });
    expect((await failure(run(first(...asks(20)), end, options))).message).to.equal(`${API}/1 answered 404`);
    await new Promise((done) => setTimeout(done, 60));
    expect(asked).to.have.length(4);
  });

  it('round after round, each with what was answered before', async () => {
    const { options, urls } = network((url) => answer(url.length));
    const step = await run(
      first({ url: `${API}/a` }),
      (told, { seen }) => ({ seen: [...seen, ...told], ask: seen.length < 2 ? [{ url: `${told[0]!.url}b` }] : [] }),
      options,
    );
    expect(urls()).to.deep.equal(['/a', '/ab', '/abb']);
    expect(step.seen.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
  });

  it('nothing, where there is nothing to ask', async () => {
    const { options, asked } = network(() => answer({}));
    await run(first(), end, options);
    expect(asked).to.deep.equal([]);
  });

  it('for fifty rounds, when the engine always wants one more', async () => {
    const { options, asked } = network(() => answer({}));
    await run(first({ url: API }), () => first({ url: API }), options);
    expect(asked).to.have.length(50);
  });

  it('for 500 questions, when the engine wants ever more of them', async () => {
    const { options, asked } = network(() => answer({}));
    await run(first({ url: API }), (_, { ask }) => first(...ask, ...ask, ...ask), options);
    expect(asked).to.have.length(500);
  });
});

describe('an engine has no say in which other sites are asked', () => {
  for (const url of [
    'https://evil.example/api',
    'http://engine.example/api',
    'https://engine.example:444/api',
    'https://engine.example.evil.example/',
  ])
    it(`not ${url}`, async () => {
      const { options, asked } = network(() => answer({}));
      const { kind, message } = await failure(run(first({ url: API }), () => first({ url }), options));
      expect(kind).to.equal('address');
      expect(message).to.equal(`${url} is not on https://engine.example`);
      expect(asked).to.have.length(1);
    });

  for (const url of ['javascript:x', 'x', '', '//evil.example/', 'data:application/json,[]', 'file:///etc/passwd'])
    it(`not "${url}", at any time`, async () => {
      const { options, asked } = network(() => answer({}));
      expect((await failure(run(first({ url }), end, options))).kind).to.equal('address');
      expect(asked).to.have.length(0);
      expect((await failure(run(first({ url: API }), () => first({ url }), options))).kind).to.equal('address');
      expect(asked).to.have.length(1);
    });

  it('but a site that the first question was sent on to', async () => {
    const { options, urls } = network((url) => answer({}, { found: url.replace('engine', 'www.engine') }));
    const next = 'https://www.engine.example/api/2';
    const rounds = [[{ url: next }], [{ url: API }], []];
    await run(first({ url: API }), ([told]) => ({ ask: rounds.shift()!, seen: [told!] }), options);
    expect(urls()).to.deep.equal(['', next, '']);
  });
});

describe('a question', () => {
  it('is a GET without cookies, with the headers that the engine wants', async () => {
    const { options, asked } = network(() => answer({}));
    await run(first({ url: API, headers: { accept: 'application/vnd.engine+json' } }), end, options);
    const [[, { method, body, credentials, headers }]] = asked as [[string, RequestInit]];
    expect({ method, body, credentials, headers }).to.deep.equal({
      method: undefined,
      body: undefined,
      credentials: 'omit',
      headers: { accept: 'application/vnd.engine+json' },
    });
  });

  it('is a POST where something is sent, as JSON', async () => {
    const { options, asked } = network(() => answer({ id: 1 }, { status: 201 }));
    const { seen } = await run(first({ url: API, body: { text: 'é' } }), end, options);
    const [[, { method, body, headers }]] = asked as [[string, RequestInit]];
    expect([method, body, headers]).to.deep.equal(['POST', '{"text":"é"}', { 'content-type': 'application/json' }]);
    expect(seen.map(({ json, status }) => [json, status])).to.deep.equal([[{ id: 1 }, 201]]);
  });

  it('is asked again after 503, but not when something was sent', async () => {
    const busy = (_: string, nth: number): Response =>
      answer({}, nth ? {} : { status: 503, headers: { 'retry-after': '0' } });
    const asking = network(busy);
    await run(first({ url: API }), end, asking.options);
    expect(asking.asked).to.have.length(2);
    const sending = network(busy);
    const { kind, status } = await failure(run(first({ url: API, body: {} }), end, sending.options));
    expect([kind, status, sending.asked.length]).to.deep.equal(['http', 503, 1]);
  });

  it('is sent once, whatever became of the answer: nothing in time, a dead network, too much', async () => {
    const ends: readonly (readonly [kind: string, reply: () => Response | Promise<Response>])[] = [
      ['timeout', () => new Promise<Response>(() => 0)],
      ['network', () => Promise.reject(new TypeError('x'))],
      ['too-large', () => answer('{}', { headers: { 'content-length': '10000001' } })],
      ['http', () => answer('{}', { status: 429 })],
    ];
    for (const [kind, reply] of ends) {
      const { asked, options } = network(reply);
      const fetch = ((url: string, init: RequestInit) =>
        Promise.race([
          options.fetch(url, init),
          new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(new Error('aborted')))),
        ])) as typeof globalThis.fetch;
      const sent = run(first({ url: API, body: {} }), end, { ...options, fetch, timeout: 50 });
      expect((await failure(sent)).kind).to.equal(kind);
      expect(asked, kind).to.have.length(1);
    }
  });

  it('is answered by an error where the engine accepts that, and only there', async () => {
    const { options } = network(() => answer({ code: 'closed' }, { status: 403, headers: { 'x-words': 'no' } }));
    const { seen } = await run(first({ url: API, accept: [401, 403] }), end, options);
    expect(seen.map(({ json, status, headers }) => [json, status, headers.get('x-words')])).to.deep.equal([
      [{ code: 'closed' }, 403, 'no'],
    ]);
    for (const accept of [[401], [], undefined])
      expect((await failure(run(first({ url: API, ...(accept && { accept }) }), end, options))).status).to.equal(403);
  });

  it('is not answered by something else than JSON', async () => {
    const { options } = network(() => answer('<p>needle'));
    const { kind, message } = await failure(run(first({ url: API }), end, options));
    expect([kind, message]).to.deep.equal(['malformed', `${API} is not JSON`]);
    const refusing = network(() => answer('<p>needle', { status: 403 }));
    const refused = await failure(run(first({ url: API, body: {}, accept: [403] }), end, refusing.options));
    expect([refused.kind, refused.status, refused.message]).to.deep.equal(['http', 403, `${API} answered 403`]);
  });

  it('is answered in words where the engine is known to say in words what is wrong, but not what is right', async () => {
    for (const [status, accept, answered] of [
      [403, [403], '<p>Too fast'],
      [404, [403], undefined],
      [200, [403], undefined],
    ] as const) {
      const { options } = network(() => answer('<p>Too fast', { status }));
      const work = run(first({ url: API, body: {}, accept, words: true }), end, options);
      if (answered)
        expect((await work).seen.map(({ json, words }) => [json, words])).to.deep.equal([[undefined, answered]]);
      else expect((await failure(work)).kind).to.equal(status === 200 ? 'malformed' : 'http');
    }
  });

  it('is where it was found, in what the engine hears', async () => {
    const { options } = network(() => answer([], { found: `${API}/there/` }));
    expect((await run(first({ url: API }), end, options)).seen[0]!.url).to.equal(`${API}/there/`);
  });
});
