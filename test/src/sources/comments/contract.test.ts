import { expect } from 'chai';
import { COMMENT_ENGINES } from '../../../../src/sources/comments/engines.ts';
import type { CommentEngine } from '../../../../src/sources/comments/engine.ts';
import { SourceError } from '../../../../src/sources/error.ts';
import { BASE, answer, brief, type Case, type Contract, contractOf, network, noted, readAll, sourceOf } from './kit.ts';
import { harmsOf, LONG, mutants } from './hostile.ts';

/** What is asked of every engine. */
const CASES = ['thread', 'empty', 'paged', 'error', 'hostile', 'posting'];

const { signal } = new AbortController();

/** `NIGHTLY=1` takes its time: every attack in every place, and not one of three, or of nine. */
const { nightly } = (await (await fetch('/test-settings')).json()) as { nightly: boolean };

async function failure(work: Promise<unknown>): Promise<SourceError> {
  const reason: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(reason, 'what was thrown').to.be.instanceOf(SourceError);
  const { message } = reason as SourceError;
  expect(message.length, message).to.be.lessThan(600);
  expect(message).not.to.match(/undefined|null|NaN|\[object|Unexpected|token|JSON\.parse/);
  return reason as SourceError;
}

function check(contract: Contract, files: ReadonlyMap<string, string>, one: Case): void {
  it(`${one.case}: ${one.says}`, async () => {
    const { fetch, unexpected, left, asked } = network(one.asks, files);
    const source = sourceOf(contract, one, fetch);
    const { comments, ids, comment, error, total, canPost, closed, ...rest } = one.expect;
    if (one.draft) {
      if (one.asks.some(({ ask }) => !ask.startsWith('POST'))) await readAll(source, one.sort);
      if (one.before) await source.post!(one.before, signal);
      const posted = source.post!(one.draft, signal);
      if (error) {
        const { kind, message } = await failure(posted);
        expect({ kind, message }).to.deep.equal(error);
      } else expect(noted(await posted, comment)).to.deep.equal(comment);
      expect(asked.filter((line) => line.startsWith('POST'))).to.have.length(one.before ? 2 : 1);
    } else if (error) {
      const { kind, message } = await failure(readAll(source, one.sort));
      expect({ kind, message }).to.deep.equal(error);
    } else {
      const page = await readAll(source, one.sort);
      if (ids) expect(page.comments.map(brief)).to.deep.equal(ids);
      if (comments) expect(page.comments.map((found, at) => noted(found, comments[at]))).to.deep.equal(comments);
      expect({ total: page.total, canPost: page.canPost, closed: page.closed }).to.deep.equal({
        total,
        canPost,
        closed,
      });
      for (const [name, value] of Object.entries(rest)) expect(page[name as keyof typeof page], name).to.equal(value);
      if (one.case === 'hostile') expect(harmsOf(page)).to.deep.equal([]);
    }
    expect({ unexpected, left: left() }).to.deep.equal({ unexpected: [], left: [] });
  });
}

/** What goes wrong with every engine in the same way. */
function checkAny(contract: Contract, thread: Case): void {
  const load = (fetch: typeof globalThis.fetch, ended = signal) =>
    sourceOf(contract, thread, fetch).load({ sort: 'oldest', signal: ended });
  const always = (make: () => Response) => (async () => Promise.resolve(make())) as typeof globalThis.fetch;

  it('error: JSON that is cut off is malformed', async () => {
    const { kind, message } = await failure(load(always(() => answer('{"comments": [{"id'))));
    expect(kind).to.equal('malformed');
    expect(message).to.match(/^https?:\/\/\S+ is not JSON$/);
  });

  it('error: a web page is one clear error', async () => {
    const page = '<!doctype html><title>Log in</title><p>needle';
    const { kind, message } = await failure(load(always(() => answer(page))));
    expect([kind, message.replace(/^\S+ /, '')]).to.deep.equal(['malformed', 'is not JSON']);
    const missing = await failure(load(always(() => answer(page, { status: 410 }))));
    expect(missing.kind).to.equal('http');
    expect(missing.message).to.match(/^https?:\/\/\S+ answered 410$/);
  });

  it('error: JSON of something else, or nothing in it, is no thread', async () => {
    for (const json of ['null', '42', '"needle"', '[[]]', '{"needle":1}', '{"error":"needle"}', 'true']) {
      const error = await load(always(() => answer(json))).catch((reason: unknown) => reason);
      if (error instanceof SourceError) expect(error.message).not.to.match(/undefined|null|\[object/);
      else expect((error as { comments: unknown[] }).comments, json).to.deep.equal([]);
    }
  });

  it('error: more than 10 MB is too large', async () => {
    const { kind } = await failure(load(always(() => answer('[]', { headers: { 'content-length': '10000001' } }))));
    expect(kind).to.equal('too-large');
  });

  it('error: a dead network', async () => {
    const { kind, message } = await failure(load((() => Promise.reject(new TypeError('needle'))) as typeof fetch));
    expect(kind).to.equal('network');
    expect(message).to.include('cannot be reached').and.not.to.include('needle');
  });

  it('error: what was ended, ends with the reason for that', async () => {
    const reason = new Error('The reader has left.');
    const ending = new AbortController();
    const hanging = ((_: string, init: RequestInit) =>
      new Promise((_, reject) =>
        init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error)),
      )) as unknown as typeof fetch;
    const loading = load(hanging, ending.signal).catch((error: unknown) => error);
    setTimeout(() => ending.abort(reason), 20);
    expect(await loading).to.equal(reason);
    expect(await load(hanging, AbortSignal.abort(reason)).catch((error: unknown) => error)).to.equal(reason);
  });

  it('hostile: a further page on another site is not asked for', async () => {
    let asked = 0;
    const fetch = (() => Promise.resolve(answer('[]', { status: 200 * ++asked }))) as typeof globalThis.fetch;
    for (const after of ['https://evil.example/?page=2', '//evil.example/', 'javascript:x', 'x', '']) {
      const page = sourceOf(contract, thread, fetch).load({ after, sort: 'oldest', signal });
      expect((await failure(page)).kind, after).to.equal('address');
    }
    expect(asked).to.equal(0);
  });
}

/** One field after the other is changed into one attack after the other. */
function checkMutants(contract: Contract, files: ReadonlyMap<string, string>, one: Case, nths: number): void {
  it(`hostile: "${one.says}" with an attack in each field`, async function () {
    this.timeout(120_000);
    let runs = 0;
    const origins = new Set(one.asks.map(({ ask }) => new URL(ask.split(' ')[1]!).origin));
    for (const { what, asks } of mutants(one.asks, files, nths)) {
      const { fetch, unexpected } = network(asks, files);
      const source = sourceOf(contract, one, fetch);
      try {
        const page = await readAll(source, one.sort, 3);
        const comments = one.draft ? [await source.post!(one.draft, signal)] : page.comments;
        expect(harmsOf({ ...page, comments }), what).to.deep.equal([]);
      } catch (error) {
        if (!(error instanceof SourceError)) throw new Error(`${what}: ${String(error)}`, { cause: error });
        expect(error.message.length, what).to.be.lessThan(600);
      }
      const strange = unexpected.filter((line) => !origins.has(new URL(line.split(' ')[1]!).origin));
      expect(strange, what).to.deep.equal([]);
      expect(({} as Record<string, unknown>)['polluted'], what).to.equal(undefined);
      runs++;
    }
    expect(runs).to.be.greaterThan(25);
  });
}

/** One field after the other is changed into texts of 200,000 letters. */
function checkLong(contract: Contract, files: ReadonlyMap<string, string>, one: Case): void {
  it(`hostile: "${one.says}" with 200,000 letters in a field takes no longer than they take to come`, async function () {
    this.timeout(120_000);
    for (const { what, asks } of mutants(one.asks, files, 1, LONG)) {
      const { fetch } = network(asks, files);
      const start = performance.now();
      await readAll(sourceOf(contract, one, fetch), one.sort, 3).catch(() => 0);
      expect(performance.now() - start, what).to.be.lessThan(1000);
    }
  });
}

for (const [name, row] of Object.entries(COMMENT_ENGINES)) {
  const found = await contractOf(name);
  const { engine } = (await row.load()) as { engine: CommentEngine };

  describe(`${name} keeps its contract`, () => {
    it('which lies in a folder of its own, and says where its answers are from', () => {
      expect(found, `test/fixtures/engines/${name}/contract.json`).to.be.an('object');
      expect(found?.contract.origin).to.be.a('string').and.not.equal('');
    });
    if (!found) return;
    const { contract, files } = found;
    const has = (kind: string): boolean => contract.cases.some((one) => one.case === kind);

    for (const kind of CASES)
      it(`which has ${kind}, or says why it cannot`, () => {
        const why = contract.without?.[kind];
        expect(has(kind) || why, kind).to.be.ok;
        expect(has(kind) && why, `${kind} is there, and is said not to be`).not.to.be.ok;
        if (kind === 'posting') expect(has(kind)).to.equal(!!engine.post);
      });
    it('which has no case of another kind, and works out each', () => {
      for (const { case: kind, expect: expected } of contract.cases) {
        expect(CASES).to.include(kind);
        expect(Object.keys(expected)).not.to.deep.equal([]);
      }
    });
    it('with each page asked for, where there are several', () => {
      for (const one of contract.cases) if (one.case === 'paged') expect(one.asks.length).to.be.greaterThan(1);
    });

    for (const one of contract.cases) check(contract, files, one);
    const thread = contract.cases.find((one) => one.case === 'thread');
    if (thread) {
      checkAny(contract, thread);
      checkLong(contract, files, thread);
      for (const kind of ['thread', 'paged', 'posting']) {
        const one = contract.cases.find((some) => some.case === kind && !some.expect.error);
        if (one) checkMutants(contract, files, one, nightly ? 1 : kind === 'thread' ? 3 : 9);
      }
    }
  });
}

it('a contract is played at a page of its own', () => expect(new URL(BASE).origin).not.to.equal(location.origin));
