import { expect } from 'chai';
import '../../components/index.ts';
import type { DogearedList } from '../../components/list.ts';
import type { ErrorEvent, LoadEvent } from '../../components/events.ts';
import type { SourceError } from '../../src/sources/error.ts';
import { $, at, few, hits, json, seen, settled, show, shown, TAGS, titles, told, unique, until } from './helpers.ts';

const everyone = (): DogearedList[] => [...$<HTMLElement>('div').querySelectorAll<DogearedList>(TAGS.join())];

/** The events of a type that reach the document while something is done. */
async function heard<E extends Event>(type: string, act: () => Promise<unknown>): Promise<E[]> {
  const events: E[] = [];
  const hear = (event: Event): void => void events.push(event as E);
  document.addEventListener(type, hear);
  await act();
  document.removeEventListener(type, hear);
  return events;
}

describe('one page, one request', () => {
  it('asks once for a source, however many lists name it, and whatever kind they are', async () => {
    const key = unique();
    const src = at('feed.xml', {}, key);
    const tags = [...TAGS, ...TAGS].map((tag) => `<${tag} src="${src}"></${tag}>`).join('');
    show(`<div>${tags}</div>`);
    await Promise.all(everyone().map((list) => settled(list, 'ready')));
    expect(await hits(key)).to.have.length(1);
  });

  it('asks for a file before anything is drawn', async () => {
    const { fetch: send } = window;
    const drawn: boolean[] = [];
    const list = show(`<dogeared-recent src="${at('feed.xml')}"></dogeared-recent>`);
    window.fetch = (...request) => {
      drawn.push(list.hasUpdated);
      return send(...request);
    };
    await settled(list, 'ready').finally(() => (window.fetch = send));
    expect(drawn).to.deep.equal([false]);
  });

  it('takes relative and absolute spellings of an address for the same', async () => {
    const key = unique();
    const src = at('feed.xml', {}, key);
    show(`<div><dogeared-recent src="${src}"></dogeared-recent>
      <dogeared-recent src="${location.origin}${src}"></dogeared-recent></div>`);
    await Promise.all(everyone().map((list) => settled(list, 'ready')));
    expect(await hits(key)).to.have.length(1);
  });

  it('does not ask again for a list that comes later', async () => {
    const key = unique();
    const src = at('feed.xml', {}, key);
    const list = await shown(`<dogeared-recent src="${src}"></dogeared-recent>`);
    const late = document.createElement('dogeared-favorites');
    late.src = src;
    list.after(late);
    await settled(late, 'ready');
    expect(await hits(key)).to.have.length(1);
  });

  it('asks an engine again for a list that comes later and shows what nobody has asked for', async () => {
    const key = unique();
    const src = at('wp-json/wp/v2/posts', {}, key);
    const list = await shown(`<dogeared-recent src="${src}"></dogeared-recent>`);
    const late = Object.assign(document.createElement('dogeared-recent'), { src, show: 'excerpt' });
    list.after(late);
    await until('it has an excerpt', () => late.shadowRoot!.querySelector('[part=excerpt]'));
    const asked = (await hits(key)).map(({ query }) => String(query['_fields']).includes('excerpt'));
    expect(asked).to.deep.equal([false, true]);
  });

  it('asks once for counts', async () => {
    const [feed, counts] = [unique(), unique()];
    const src = at('feed.xml', {}, feed);
    const table = at('counts', { type: 'application/json', body: '{"/serve/posts/2/":7}' }, counts);
    const tag = `<dogeared-favorites by="views" src="${src}" counts-src="${table}"></dogeared-favorites>`;
    show(`<div>${tag}${tag}</div>`);
    const [first, second] = await Promise.all(everyone().map((list) => settled(list, 'ready')));
    expect(titles(first!)).to.deep.equal(['Post 2', 'Post 1', 'Post 3']).and.deep.equal(titles(second!));
    expect([await hits(feed), await hits(counts)].map(({ length }) => length)).to.deep.equal([1, 1]);
  });

  it('asks again when a list needs more of an engine than the others did', async () => {
    const key = unique();
    const src = at('wp-json/wp/v2/posts', {}, key);
    const list = await shown(`<dogeared-recent src="${src}" limit="3"></dogeared-recent>`);
    list.limit = 20;
    await until('twenty', () => titles(list).length === 20);
    expect((await hits(key)).map(({ query }) => query['per_page'])).to.deep.equal(['13', '30']);
  });
});

describe('refresh()', () => {
  it('brings what is new to all lists with this source', async () => {
    const key = unique();
    const src = at('feed.xml', {}, key);
    show(
      `<div><dogeared-recent src="${src}"></dogeared-recent><dogeared-favorites src="${src}"></dogeared-favorites></div>`,
    );
    const lists = await Promise.all(everyone().map((list) => settled(list, 'ready')));
    const before = lists.map(titles);
    await lists[0]!.refresh();
    expect(await hits(key)).to.have.length(2);
    expect(lists.map(titles)).to.deep.equal(before);
  });

  it('keeps the list when it fails, and says so once', async () => {
    const list = await shown(`<dogeared-recent src="${at('feed.xml', { status: '200,404' })}"></dogeared-recent>`);
    await list.refresh();
    list.requestUpdate();
    await list.updateComplete;
    expect(list.state).to.equal('ready');
    expect(titles(list)).to.deep.equal(['Post 1', 'Post 2', 'Post 3']);
    expect(told()).to.deep.equal(['<dogeared-recent>: /serve/feed.xml answered 404; keeping what is there.']);
  });

  it('brings the list after a failure', async () => {
    const list = await shown(`<dogeared-recent src="${at('feed.xml', { status: '404,200' })}"></dogeared-recent>`);
    expect([list.state, told().length]).to.deep.equal(['failed', 1]);
    const events = await heard<LoadEvent>('dogeared-load', () => list.refresh());
    expect(list.state).to.equal('ready');
    expect(events).to.have.length(1);
  });

  it('is nothing where there is no source', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few() });
    await list.refresh();
    expect(titles(list)).to.deep.equal(['A', 'B', 'C']);
  });
});

describe('a source that fails', () => {
  it('leaves the fallback, and says who, what and what to do', async () => {
    const src = at('feed.xml', { status: 404 });
    const list = await shown(`<dogeared-recent src="${src}"><p>An old post</p></dogeared-recent>`);
    expect(list.state).to.equal('failed');
    expect(seen($('p'))).to.equal(true);
    expect(told()).to.deep.equal(['<dogeared-recent>: /serve/feed.xml answered 404; showing the fallback.']);
  });

  const ROWS = [
    ['a web page', { body: '<!doctype html><title>Hello</title>' }, '/serve/x is a web page, not a feed'],
    ['nothing', { body: '', type: 'text/xml', length: 0 }, undefined],
    ['broken JSON', { body: '[{', type: 'application/json' }, '/serve/x is broken JSON'],
    ['half a feed', { body: '<rss version="2.0"><channel><item><title>Half' }, undefined],
  ] as const;
  for (const [what, query, problem] of ROWS)
    it(`shows no body text of ${what}`, async () => {
      const list = await shown(`<dogeared-recent src="${at('x', query)}"></dogeared-recent>`);
      if (problem) expect(told()).to.deep.equal([`<dogeared-recent>: ${problem}; showing the fallback.`]);
      else told();
      expect(list.shadowRoot!.textContent).not.to.match(/Hello|doctype|SyntaxError/);
    });

  for (const src of ['javascript:alert(1)', 'data:text/xml,<rss/>', 'file:///etc/passwd', 'https://', 'blob:x'])
    it(`never asks for ${src}`, async () => {
      const list = await shown('<dogeared-recent></dogeared-recent>', { src });
      expect(list.state).to.equal('failed');
      expect(told()).to.deep.equal([`<dogeared-recent>: ${src} is not an http(s) address; showing the fallback.`]);
    });

  it('is asked again for a list that comes later, which waits and then says what it knows once', async () => {
    const src = at('feed.xml', { status: '404,404,200', delay: 200 });
    const first = await shown(`<dogeared-recent src="${src}"></dogeared-recent>`);
    expect(told()).to.have.length(1);
    first.remove();
    const second = show(`<dogeared-recent src="${src}"></dogeared-recent>`);
    await settled(second, 'loading');
    await settled(second, 'failed');
    expect(told()).to.have.length(1);
    second.remove();
    await settled(show(`<dogeared-recent src="${src}"></dogeared-recent>`), 'ready');
  });

  it('does not write keys of the address into the console', async () => {
    await shown(`<dogeared-recent src="${at('x', { status: 404, key: 'verysecret' })}"></dogeared-recent>`);
    expect(told().join()).to.contain('answered 404').and.not.contain('verysecret');
  });
});

describe('events', () => {
  it('dogeared-load bubbles out of shadow roots, and says which posts, why, and of how many', async () => {
    const host = document.createElement('div');
    const list = document.createElement('dogeared-favorites');
    list.posts = few();
    host.attachShadow({ mode: 'open' }).append(list);
    const events = await heard<LoadEvent>('dogeared-load', async () => {
      document.body.append(host);
      await settled(list);
      host.remove();
    });
    expect(
      events.map(({ detail }) => [detail.posts.map(({ title }) => title), detail.signal, detail.complete]),
    ).to.deep.equal([[['C', 'B', 'A'], 'views', true]]);
  });

  it('dogeared-load says when only the latest are known', async () => {
    const [event] = await heard<LoadEvent>('dogeared-load', () =>
      shown(`<dogeared-recent src="${at('feed.xml')}"></dogeared-recent>`),
    );
    expect([event?.detail.complete, event?.target === $('dogeared-recent')]).to.deep.equal([false, true]);
  });

  it('dogeared-load comes once the list is drawn, and again only when it changes', async () => {
    const drawn: number[] = [];
    const count = (event: Event): void => void drawn.push(titles(event.target as Element).length);
    document.addEventListener('dogeared-load', count);
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few() });
    list.heading = 'New';
    await list.updateComplete;
    list.limit = 2;
    await until('the second', () => drawn.length === 2);
    document.removeEventListener('dogeared-load', count);
    expect(drawn).to.deep.equal([3, 2]);
  });

  it('dogeared-load says that there are no posts, too', async () => {
    const events = await heard<LoadEvent>('dogeared-load', () =>
      shown(`<dogeared-recent src="${json([])}"></dogeared-recent>`),
    );
    expect(events.map(({ detail }) => detail.posts)).to.deep.equal([[]]);
  });

  it('dogeared-error bubbles with the error', async () => {
    const [event, ...more] = await heard<ErrorEvent>('dogeared-error', () =>
      shown(`<dogeared-recent src="${at('x', { status: 404 })}"></dogeared-recent>`),
    );
    const { kind, status } = event!.detail.error as SourceError;
    expect([kind, status, more.length, told().length]).to.deep.equal(['http', 404, 0, 1]);
  });

  it('no load event comes for a failure', async () => {
    const events = await heard('dogeared-load', () =>
      shown(`<dogeared-recent src="${at('x', { status: 404 })}"></dogeared-recent>`),
    );
    expect([events.length, told().length]).to.deep.equal([0, 1]);
  });
});
