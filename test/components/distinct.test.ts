import { expect } from 'chai';
import '../../components/index.ts';
import type { DogearedList } from '../../components/list.ts';
import { $, at, few, moment, settled, show, titles, told, unique, until } from './helpers.ts';

let group: string;
beforeEach(() => (group = unique()));

const NAMES = ['one', 'two', 'three'];

/** Lists of one group with the posts A to F, two each, in document order. */
async function lists(count: number, properties: object = {}): Promise<DogearedList[]> {
  show(
    NAMES.slice(0, count)
      .map((id) => `<dogeared-recent id="${id}" limit="2"></dogeared-recent>`)
      .join(''),
  );
  const all = NAMES.slice(0, count).map((id) => $<DogearedList>(`#${id}`));
  // The last one first: it is the place in the document that counts.
  for (const list of [...all].reverse()) Object.assign(list, { distinct: group, posts: few(6), ...properties });
  await Promise.all(all.map((list) => settled(list)));
  return all;
}

const rest = async (all: readonly DogearedList[], expected: readonly string[]): Promise<void> => {
  const now = (): string => all.map((list) => titles(list).join('')).join(' ');
  await until('lists to settle', () => now() === expected.join(' '), 2000).catch(() => 0);
  await moment(10);
  expect(now()).to.equal(expected.join(' '));
};

describe('distinct', () => {
  it('leaves out in a later list what an earlier one shows', async () => {
    await rest(await lists(3), ['AB', 'CD', 'EF']);
  });

  it('is for one group only', async () => {
    const all = await lists(3);
    all[1]!.distinct = `${group}-other`;
    await rest(all, ['AB', 'AB', 'CD']);
    all[1]!.distinct = null;
    await rest(all, ['AB', 'AB', 'CD']);
  });

  it('holds between lists of different kinds', async () => {
    show(`<dogeared-favorites distinct="${group}" limit="1"></dogeared-favorites>
      <dogeared-recent distinct="${group}" limit="2"></dogeared-recent>`);
    const all = [$<DogearedList>('dogeared-favorites'), $<DogearedList>('dogeared-recent')];
    for (const list of all) list.posts = few(3);
    await rest(all, ['C', 'AB']);
  });

  it('waits for the earlier list', async () => {
    show(`<dogeared-recent distinct="${group}" limit="1" src="${at('feed.xml', { delay: 300 })}"></dogeared-recent>
      <dogeared-favorites distinct="${group}"></dogeared-favorites>`);
    const [first, second] = [$<DogearedList>('dogeared-recent'), $<DogearedList>('dogeared-favorites')];
    second.posts = [{ url: `${location.origin}/serve/posts/1/`, title: 'Post 1' }, ...few(1)];
    const states: string[] = [];
    second.addEventListener('dogeared-load', () => states.push(first.state));
    await settled(second, 'loading');
    await rest([first, second], ['Post 1', 'A']);
    expect(states).to.deep.equal(['ready']);
  });

  it('goes on when the earlier list fails, which takes nothing then', async () => {
    show(`<dogeared-recent distinct="${group}" src="${at('x', { status: 404 })}"></dogeared-recent>
      <dogeared-favorites distinct="${group}"></dogeared-favorites>`);
    const [first, second] = [$<DogearedList>('dogeared-recent'), $<DogearedList>('dogeared-favorites')];
    second.posts = few();
    await rest([first, second], ['', 'CBA']);
    expect(told()).to.have.length(1);
  });

  it('takes nothing any more when the source of the earlier list fails later', async () => {
    const all = await lists(2);
    Object.assign(all[0]!, { posts: null, src: at('x', { status: 404 }) });
    await settled(all[0]!, 'failed');
    await rest(all, ['', 'AB']);
    expect(told()).to.have.length(1);
  });

  it('does not wait for a list that has no source', async () => {
    const all = await lists(2);
    all[0]!.posts = null;
    await rest(all, ['', 'AB']);
  });

  it('follows when the earlier list changes', async () => {
    const all = await lists(3);
    all[0]!.limit = 1;
    await rest(all, ['A', 'BC', 'DE']);
    all[0]!.exclude = ['https://blog.example/a/'];
    await rest(all, ['B', 'AC', 'DE']);
  });

  it('follows when the earlier list is removed, and when it comes back', async () => {
    const all = await lists(3);
    all[0]!.remove();
    await rest(all.slice(1), ['AB', 'CD']);
    all[1]!.before(all[0]!);
    await rest(all, ['AB', 'CD', 'EF']);
  });

  it('follows when lists change places', async () => {
    const all = await lists(3);
    all[2]!.after(all[0]!);
    await rest(all, ['EF', 'AB', 'CD']);
    all[1]!.before(all[2]!);
    await rest(all, ['EF', 'CD', 'AB']);
  });

  it('leaves a later list empty when there is nothing left', async () => {
    const all = await lists(2, { limit: 6 });
    await rest(all, ['ABCDEF', '']);
    expect(all[1]!.state).to.equal('empty');
  });
});
