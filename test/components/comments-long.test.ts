import { expect } from 'chai';
import '../../components/comments.ts';
import { moment, part, parts, until } from './helpers.ts';
import {
  $$,
  article,
  bodies,
  focused,
  outline,
  readAll,
  readFrom,
  several,
  Shelf,
  type Thread,
  writers,
} from './threads.ts';

const numbers = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at).join(' ');

const boxes = (thread: Thread): HTMLElement[] => $$(thread, '.box');

const all = (thread: Thread, count: number): Promise<void> =>
  until(`${count} comments`, () => parts(thread, 'item').length === count);

describe('three hundred comments at once', () => {
  it('come one after the other, the first first, all of them once', async () => {
    const thread = await readAll(several(300), 'limit="300"');
    expect(writers(thread)).to.equal(numbers(1, parts(thread, 'item').length));
    await all(thread, 300);
    expect(writers(thread)).to.equal(numbers(1, 300));
    expect(bodies(thread).at(-1)).to.equal('Comment 300');
    expect(part(thread, 'more')).to.equal(null);
  });

  it('stand in boxes beyond the first fifty, which lists do not tell to anybody', async () => {
    const thread = await readAll(several(300), 'limit="300"');
    await all(thread, 300);
    expect(boxes(thread).map(({ children }) => children.length)).to.deep.equal(Array(10).fill(25));
    expect(outline(thread).split(' ').slice(0, 50).join(' ')).to.equal(numbers(1, 50));
    expect([...new Set(boxes(thread).map((box) => box.getAttribute('role')))]).to.deep.equal(['none']);
    expect($$(thread, '.box > li:not([role=listitem])')).to.deep.equal([]);
  });

  it('keep their nodes and the focus when a new one comes, whatever its place', async () => {
    const comments = several(301);
    const shelf = new Shelf(comments.slice(0, 300));
    const thread = await readFrom(shelf, 'limit="400"');
    await all(thread, 300);
    const before = new Set($$(thread, 'li, article, .body *'));
    article(thread, '200').focus();
    const answer = { ...comments[0]!, id: 'new', author: { name: 'Reader new' }, parentId: '60' };
    shelf.comments = [answer, ...comments.filter(({ id }) => id !== '121')];
    await thread.refresh();
    const wanted = `${numbers(1, 60)} new ${numbers(61, 120)} ${numbers(122, 301)}`;
    await until('the new ones', () => writers(thread) === wanted);
    expect(focused(thread)).to.equal('comment Reader 200');
    const fresh = $$(thread, 'li, article, .body *').filter((node) => !before.has(node));
    expect(fresh.map((node) => node.localName)).to.deep.equal(['li', 'article', 'p', 'li', 'article', 'p']);
  });

  it('are in another order when a reader wants it, also in the middle', async () => {
    const thread = await readAll(several(300), 'limit="300"');
    thread.sort = 'newest';
    await until('the other order', () => writers(thread) === numbers(1, 300).split(' ').reverse().join(' '));
    expect(boxes(thread).every(({ children }) => children.length)).to.equal(true);
  });

  it('are those of the newer answer when one comes in the middle', async () => {
    const shelf = new Shelf(several(300));
    const thread = await readFrom(shelf, 'limit="300"');
    shelf.comments = several(300).slice(0, 150);
    await thread.refresh();
    await until('the newer ones', () => writers(thread) === numbers(1, 150));
  });

  it('stop coming when the element is taken out, and go on when it is back', async () => {
    const thread = await readAll(several(300), 'limit="300"');
    const stage = thread.parentElement!;
    thread.remove();
    await moment(100);
    const { length } = parts(thread, 'item');
    await moment(200);
    expect(parts(thread, 'item').length).to.equal(length);
    stage.append(thread);
    await all(thread, 300);
  });

  it('are there for a link to one of them', async () => {
    const thread = await readAll(several(300), 'limit="300"');
    expect(await thread.reveal('290')).to.equal(true);
    expect(focused(thread)).to.equal('comment Reader 290');
  });

  it('end the way to a comment that is gone before it is reached', async () => {
    const shelf = new Shelf(several(600));
    const thread = await readFrom(shelf, 'limit="20"');
    const begun = new Promise<void>((done) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        done();
      });
      watch.observe(part(thread, 'list')!, { childList: true });
    });
    const way = thread.reveal('515');
    await begun;
    shelf.comments = several(3);
    await thread.refresh();
    expect(await way).to.equal(false);
    await until('what is left', () => writers(thread) === numbers(1, 3));
  });

  it('are read again where words of the owner were nothing before', async () => {
    const shelf = new Shelf(several(3));
    const thread = await readFrom(shelf);
    for (const closed of [null, { other: 'Closed' }, null]) {
      thread.words = { ...thread.words, closed } as never;
      await thread.refresh();
      expect(thread.state).to.equal('ready');
    }
    shelf.comments = several(4);
    await thread.refresh();
    expect(writers(thread)).to.equal(numbers(1, 4));
  });
});
