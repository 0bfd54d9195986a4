import { expect } from 'chai';
import '../../components/comments.ts';
import { moment, part, told, until } from './helpers.ts';
import { $$, atRest, bodies, Desk, Diary, plain, readFrom, said, several, Shelf, type Thread } from './threads.ts';

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Writes into the form and sends it. */
async function send(thread: Thread, body: string): Promise<void> {
  const form = part<HTMLFormElement>(thread, 'form')!;
  for (const [field, value] of Object.entries({ name: 'Mira', body })) {
    const input = form.querySelector<HTMLInputElement>(`[name=${field}]`)!;
    input.value = value;
    input.dispatchEvent(new Event('input'));
  }
  form.requestSubmit();
  await moment();
}

describe('another source', () => {
  it('begins anew: not where a reader was in the one before, and without its cursors', async () => {
    const thread = await readFrom(new Shelf(several(60), { size: 20 }));
    expect(await thread.reveal('55')).to.equal(true);
    const other = new Shelf(
      several(60, (nth) => ({ body: `Other ${nth}` })),
      { size: 20 },
    );
    thread.source = other;
    await until('the other', () => bodies(thread)[0] === 'Other 1');
    expect(bodies(thread)).to.have.length(20);
    expect(other.asked.map(({ after }) => after)).to.deep.equal([undefined]);
  });

  it('that fails leaves the fallback, not the comments on another post', async () => {
    const thread = await readFrom(new Shelf([said('1')]));
    const broken = new Shelf([]);
    broken.broken = new Error('The shelf is away');
    thread.source = broken;
    await atRest(thread, 'failed');
    expect(bodies(thread)).to.deep.equal([]);
    expect(told()).to.deep.equal(['<dogeared-comments>: The shelf is away; showing the fallback.']);
  });

  it('has nothing of what was on its way to the one before', async () => {
    const desk = new Desk([said('1')]);
    const thread = await readFrom(desk);
    desk.wait = wait(300);
    await send(thread, 'For the first');
    thread.source = new Shelf([said('2')]);
    await until('the other', () => bodies(thread).join() === 'Comment 2');
    await wait(400);
    expect(bodies(thread)).to.deep.equal(['Comment 2']);
    expect(desk.sent.map(({ body }) => body)).to.deep.equal(['For the first']);
  });
});

describe('what a reader has sent', () => {
  it('stays when a refresh that began before does not bring it', async () => {
    const desk = new Desk([said('1')]);
    const thread = await readFrom(desk);
    desk.held = true;
    await send(thread, 'Mine');
    await until('it is there', () => bodies(thread).includes('Mine'));
    await thread.refresh();
    expect(bodies(thread)).to.deep.equal(['Comment 1', 'Mine']);
  });

  it('takes nothing of what is typed meanwhile', async () => {
    const desk = new Desk([said('1')]);
    const thread = await readFrom(desk);
    desk.wait = wait(300);
    await send(thread, 'One');
    const field = part(thread, 'form')!.querySelector('textarea')!;
    field.value = 'One, and more';
    field.dispatchEvent(new Event('input'));
    await until('it is there', () => bodies(thread).includes('One'));
    expect(field.value).to.equal('One, and more');
  });
});

describe('other words, other folds', () => {
  it('are shown without asking again', async () => {
    const shelf = new Shelf([said('1', { votes: { up: 0, down: 5 } }), said('2', { body: '- [x] a' })]);
    const thread = await readFrom(shelf);
    thread.words = { more: 'More', done: 'ready', lowScore: 'Voted down' };
    thread.foldBelow = -3;
    await until('the fold', () => plain(part(thread, 'list')).includes('Voted down'));
    await until('the box', () => $$(thread, 'input')[0]?.getAttribute('aria-label') === 'ready');
    expect(shelf.asked).to.have.length(1);
  });

  it('an order that is wanted while comments are on their way is the order', async () => {
    const shelf = new Shelf(several(2));
    shelf.wait = wait(200);
    const opening = readFrom(shelf);
    await until('it has asked', () => shelf.asked.length);
    const thread = document.querySelector<Thread>('dogeared-comments')!;
    thread.sort = 'newest';
    await opening;
    await until('the order', () => bodies(thread).join() === 'Comment 2,Comment 1');
  });
});

describe("a writer's own comment", () => {
  it('is not changed where only HTML is known of it', async () => {
    const diary = new Diary([said('1', { body: undefined as never, html: '<p>An engine</p>' })]);
    diary.mine = ['1'];
    const thread = await readFrom(diary);
    expect([part(thread, 'edit'), !!part(thread, 'delete')]).to.deep.equal([null, true]);
  });

  it('is not deleted by a double click, and can be spared', async () => {
    const diary = new Diary([said('1')]);
    diary.mine = ['1'];
    const thread = await readFrom(diary);
    part(thread, 'delete')!.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }));
    await until('a second thought', () => part(thread, 'spare'));
    part(thread, 'delete')!.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    await wait(100);
    expect(bodies(thread)).to.deep.equal(['Comment 1']);
    part(thread, 'spare')!.click();
    await until('the first thought', () => !part(thread, 'spare'));
    expect(diary.comments).to.have.length(1);
  });
});
