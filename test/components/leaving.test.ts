import { expect } from 'chai';
import '../../components/index.ts';
import type { DogearedList } from '../../components/list.ts';
import { at, few, frame, hits, json, moment, settled, show, shown, TAGS, titles, unique, until } from './helpers.ts';

/** What is under way: listeners on window and document, timers, requests, observers. */
const open = new Map<string, Set<unknown>>();
const undo: (() => void)[] = [];

const set = (kind: string): Set<unknown> => open.get(kind) ?? open.set(kind, new Set()).get(kind)!;
const left = (): Record<string, number> =>
  Object.fromEntries([...open].flatMap(([kind, things]) => (things.size ? [[kind, things.size]] : [])));

/** Replaces a method until the test is over. */
function wrap(owner: object, name: string, make: (original: (...args: any[]) => any) => (...args: any[]) => any): void {
  const had = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    value: make((owner as Record<string, (...args: any[]) => any>)[name]!),
  });
  undo.push(() => (had ? Object.defineProperty(owner, name, had) : Reflect.deleteProperty(owner, name)));
}

function watch(): void {
  open.clear();
  for (const target of [window, document]) {
    const name = (type: string, listener: unknown): unknown => JSON.stringify([type, String(listener)]);
    wrap(target, 'addEventListener', (original) => (type: string, ...rest) => {
      set('listeners').add(name(type, rest[0]));
      return original.call(target, type, ...rest);
    });
    wrap(target, 'removeEventListener', (original) => (type: string, ...rest) => {
      set('listeners').delete(name(type, rest[0]));
      return original.call(target, type, ...rest);
    });
  }
  for (const [start, end, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
  ] as const) {
    wrap(window, start, (original) => (act: (...args: unknown[]) => void, ...rest) => {
      const id: unknown = original.call(
        window,
        (...args: unknown[]) => {
          if (!repeats) set(start).delete(id);
          act(...args);
        },
        ...rest,
      );
      set(start).add(id);
      return id;
    });
    wrap(window, end, (original) => (id: unknown) => {
      set(start).delete(id);
      return original.call(window, id);
    });
  }
  wrap(window, 'fetch', (original) => async (...args) => {
    const request = {};
    set('requests').add(request);
    try {
      return (await original.apply(window, args)) as unknown;
    } finally {
      set('requests').delete(request);
    }
  });
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'] as const) {
    const { prototype } = window[name];
    wrap(
      prototype,
      'observe',
      (original) =>
        function (this: unknown, ...args: unknown[]) {
          set(name).add(this);
          return original.apply(this, args) as unknown;
        },
    );
    wrap(
      prototype,
      'disconnect',
      (original) =>
        function (this: unknown) {
          set(name).delete(this);
          return original.call(this) as unknown;
        },
    );
  }
}

beforeEach(watch);
afterEach(() => {
  for (const back of undo.splice(0).reverse()) back();
});

/** Everything that makes a list want something. */
const everything = (tag: string, query: Record<string, string | number> = {}): string =>
  `<${tag} src="${at('feed.xml', query)}" counts-src="${json({ '/x/': 1 }, query)}" distinct="leaving"
    show="date image excerpt count" heading="Posts"><template><a data-href data-text="title"></a></template></${tag}>`;

describe('leaving', () => {
  it('is seen by this test: what is started and not ended counts', async () => {
    const timer = setInterval(() => undefined, 1000);
    const listener = (): void => undefined;
    window.addEventListener('resize', listener);
    const observer = new ResizeObserver(() => undefined);
    observer.observe(document.body);
    expect(left()).to.deep.equal({ listeners: 1, setInterval: 1, ResizeObserver: 1 });
    clearInterval(timer);
    window.removeEventListener('resize', listener);
    observer.disconnect();
    expect(left()).to.deep.equal({});
  });

  for (const tag of TAGS) {
    it(`<${tag}> leaves nothing behind when it is removed`, async () => {
      const list = await settled(show(everything(tag)), 'ready');
      list.remove();
      await frame();
      expect(left()).to.deep.equal({});
    });

    it(`<${tag}> ends its requests when it is removed while they are under way`, async () => {
      const key = unique();
      const list = show(`<${tag} src="${at('feed.xml', { delay: 3000 }, key)}"></${tag}>`);
      for (let tries = 0; !(await hits(key)).length && tries < 200; tries++);
      list.remove();
      await until('nothing is left', () => !left()['requests']);
      expect(left()).to.deep.equal({});
      let aborted: boolean | undefined;
      for (let tries = 0; !aborted && tries < 200; tries++) [{ aborted }] = [(await hits(key))[0]!];
      expect(aborted).to.equal(true);
    });
  }

  it('ends the pause before another try', async () => {
    const list = show(`<dogeared-recent src="${at('feed.xml', { status: 503, 'retry-after': 5 })}"></dogeared-recent>`);
    await until('a pause', () => left()['setTimeout']);
    list.remove();
    await until('nothing is left', () => !Object.keys(left()).length, 1000);
  });

  it('goes on with a request while somebody else wants it', async () => {
    const key = unique();
    const src = at('feed.xml', { delay: 80 }, key);
    const list = show(
      `<dogeared-recent src="${src}"></dogeared-recent><dogeared-favorites src="${src}"></dogeared-favorites>`,
    );
    const other = list.nextElementSibling as DogearedList;
    await until('a request', () => left()['requests']);
    list.remove();
    await settled(other, 'ready');
    expect((await hits(key)).map(({ aborted }) => aborted)).to.deep.equal([false]);
  });

  it('asks again when it comes back after its request was ended', async () => {
    const list = show(`<dogeared-recent src="${at('feed.xml', { delay: 60 })}"></dogeared-recent>`);
    const { parentElement } = list;
    await until('a request', () => left()['requests']);
    list.remove();
    await until('it ended', () => !left()['requests']);
    parentElement!.append(list);
    await settled(list, 'ready');
    expect(titles(list)).to.have.length(3);
  });

  it('asks again when it comes back in the moment after it left', async () => {
    const list = show(`<dogeared-recent src="${at('feed.xml', { delay: 60 })}"></dogeared-recent>`);
    const { parentElement } = list;
    await until('a request', () => left()['requests']);
    list.remove();
    await null;
    await null;
    parentElement!.append(list);
    await settled(list, 'ready');
  });
});

describe('moving', () => {
  for (const [when, delay] of [
    ['while its source is loading', 80],
    ['when it is ready', 0],
  ] as const)
    it(`asks nobody again ${when}`, async () => {
      const key = unique();
      const list = show(
        `<section></section><dogeared-recent src="${at('feed.xml', { delay }, key)}"></dogeared-recent>`,
      );
      if (delay) await until('a request', () => left()['requests']);
      else await settled(list, 'ready');
      list.previousElementSibling!.append(list);
      list.parentElement!.after(list);
      await settled(list, 'ready');
      expect(titles(list)).to.have.length(3);
      expect((await hits(key)).map(({ aborted }) => aborted)).to.deep.equal([false]);
    });

  it('removed and added again, it follows its attributes as before', async () => {
    const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few() });
    const { parentElement } = list;
    list.remove();
    await moment(5);
    list.setAttribute('limit', '1');
    parentElement!.append(list);
    await list.updateComplete;
    expect(titles(list)).to.deep.equal(['A']);
  });

  it('set up before it is on the page, it asks nobody', async () => {
    const key = unique();
    const list = document.createElement('dogeared-recent');
    list.src = at('feed.xml', {}, key);
    await moment(30);
    expect(await hits(key)).to.have.length(0);
  });
});

describe('cloning', () => {
  it('makes a list like the first, and asks nobody again', async () => {
    const key = unique();
    const list = await shown(
      `<dogeared-recent src="${at('feed.xml', {}, key)}" limit="2" heading="New"><p>old</p></dogeared-recent>`,
    );
    const clone = list.cloneNode(true) as DogearedList;
    list.after(clone);
    await settled(clone, 'ready');
    expect(titles(clone)).to.deep.equal(['Post 1', 'Post 2']);
    expect(await hits(key)).to.have.length(1);
    list.remove();
    clone.limit = 1;
    await clone.updateComplete;
    expect(titles(clone)).to.deep.equal(['Post 1']);
  });

  it('of a list with inline JSON has the posts, too', async () => {
    const list = await shown(
      `<dogeared-recent><script type="application/json">${JSON.stringify(few())}</script></dogeared-recent>`,
    );
    const clone = list.cloneNode(true) as DogearedList;
    list.after(clone);
    await settled(clone, 'ready');
    expect(titles(clone)).to.deep.equal(['A', 'B', 'C']);
  });
});
