import { expect } from 'chai';
import '../../components/index.ts';
import type { DogearedList } from '../../components/list.ts';
import {
  $,
  at,
  few,
  frame,
  hits,
  json,
  moment,
  part,
  parts,
  settled,
  show,
  shown,
  TAGS,
  titles,
  unique,
  until,
} from './helpers.ts';
import { atRest, Diary, focused, putThread, readFrom, said, several } from './threads.ts';

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

describe('comments', () => {
  const shelf = (): Diary => Object.assign(new Diary(several(60), { size: 30 }), { mine: ['1'] });

  it('leave nothing behind when they are removed, whatever has been done', async () => {
    const thread = await readFrom(shelf(), 'muted="Reader 3"');
    await thread.reveal('50');
    part(thread, 'reply')!.click();
    await until('a form', () => parts(thread, 'form').length === 2);
    await thread.refresh();
    thread.remove();
    await frame();
    expect(left()).to.deep.equal({});
  });

  it('that nobody has come near leave nothing behind', async () => {
    const thread = putThread('<div style="height: 9000px"></div><dogeared-comments src="/x"></dogeared-comments>');
    expect(left()).to.deep.equal({ listeners: 1, IntersectionObserver: 1 });
    thread.remove();
    await frame();
    expect(left()).to.deep.equal({});
  });

  it('end their request when they are removed while it is under way', async () => {
    const key = unique();
    const src = at('comments.json', { delay: 3000 }, key);
    const thread = putThread(`<dogeared-comments src="${src}"></dogeared-comments>`);
    for (let tries = 0; !(await hits(key)).length && tries < 200; tries++);
    thread.remove();
    await until('nothing is left', () => !Object.keys(left()).length, 1500);
    let aborted: boolean | undefined;
    for (let tries = 0; !aborted && tries < 200; tries++) [{ aborted }] = [(await hits(key))[0]!];
    expect(aborted).to.equal(true);
  });

  it('ask nobody when they are removed before their scripts have come', async () => {
    const source = shelf();
    const thread = putThread('<dogeared-comments></dogeared-comments>', { source });
    const { parentElement } = thread;
    void thread.refresh();
    thread.remove();
    await moment(100);
    expect([source.asked.length, thread.state]).to.deep.equal([0, 'idle']);
    expect(left()).to.deep.equal({});
    parentElement!.append(thread);
    await atRest(thread, 'ready');
  });

  it('end what is being sent when they are removed', async () => {
    const source = shelf();
    const thread = await readFrom(source);
    const form = parts<HTMLFormElement>(thread, 'form')[0]!;
    for (const name of ['name', 'body']) {
      const field = form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
      field.value = 'x';
      field.dispatchEvent(new Event('input'));
    }
    source.wait = new Promise(() => undefined);
    form.requestSubmit();
    await until('it is under way', () => source.signals.length);
    thread.remove();
    await frame();
    expect(source.signals[0]!.aborted).to.equal(true);
    sessionStorage.clear();
  });

  it('are the same after a move, and ask nobody', async () => {
    const source = shelf();
    const thread = await readFrom(source);
    part(thread, 'reply')!.click();
    await until('a form', () => parts(thread, 'form').length === 2);
    const before = [...thread.shadowRoot!.querySelectorAll('*')];
    const section = document.createElement('section');
    thread.before(section);
    section.append(thread);
    await moment();
    expect([...thread.shadowRoot!.querySelectorAll('*')]).to.deep.equal(before);
    expect(source.asked).to.have.length(1);
    location.hash = '#comment-5';
    await until('the focus', () => focused(thread) === 'comment Reader 5');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('are there again when they are, and ask for what is new', async () => {
    const source = shelf();
    const thread = await readFrom(source);
    const { parentElement } = thread;
    const item = part(thread, 'item');
    thread.remove();
    await frame();
    source.comments = [...several(3), said('new', {}, 0)];
    parentElement!.append(thread);
    await until('what is new', () => parts(thread, 'item').length === 4);
    expect(part(thread, 'item') === item).to.equal(true);
    part(thread, 'reply')!.click();
    await until('a form', () => parts(thread, 'form').length === 2);
  });

  it('that are cloned are comments of their own', async () => {
    const script = `<script type="application/json">${JSON.stringify(several(2))}</script>`;
    const thread = await atRest(putThread(`<dogeared-comments>${script}</dogeared-comments>`));
    const clone = thread.cloneNode(true) as typeof thread;
    thread.after(clone);
    await atRest(clone, 'ready');
    expect([parts(clone, 'item').length, parts(thread, 'item').length]).to.deep.equal([2, 2]);
  });

  for (const tag of ['dogeared-comment-count', 'dogeared-latest-comments'])
    it(`<${tag}> ends its request when it is removed, and asks again when it is back`, async () => {
      const key = unique();
      putThread(
        `<dogeared-comments></dogeared-comments><${tag} src="${at('comments.json', { delay: 300, total: 5 }, key)}"></${tag}>`,
      );
      const element = $(tag);
      const { parentElement } = element;
      for (let tries = 0; !(await hits(key)).length && tries < 200; tries++);
      $('dogeared-comments').remove();
      element.remove();
      await until('nothing is left', () => !Object.keys(left()).length, 1500);
      parentElement!.append(element);
      await until('an answer', () => part(element, 'count') ?? part(element, 'list'));
      element.remove();
      await frame();
      expect(left()).to.deep.equal({});
      expect((await hits(key)).map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    });
});
