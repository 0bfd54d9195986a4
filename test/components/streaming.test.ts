import { expect } from 'chai';
import '../../components/index.ts';
import type { DogearedList } from '../../components/list.ts';
import { $, few, frame, moment, parts, settled, show, titles, until } from './helpers.ts';

const inline = (): HTMLScriptElement =>
  Object.assign(document.createElement('script'), { type: 'application/json', textContent: JSON.stringify(few()) });

describe('a page that comes in pieces', () => {
  it('JSON that arrives after the tag is read', async () => {
    const list = await settled(show('<dogeared-recent></dogeared-recent>'), 'idle');
    await frame();
    list.append(inline());
    await settled(list, 'ready');
    expect(titles(list)).to.deep.equal(['A', 'B', 'C']);
  });

  it('a template that arrives after the tag is used', async () => {
    const list = await settled(show('<dogeared-recent></dogeared-recent>', { posts: few(1) }), 'ready');
    const template = document.createElement('template');
    template.innerHTML = '<u data-text="title"></u>';
    list.append(template);
    await until('a row of the owner', () => parts(list, 'item')[0]?.querySelector('u'), 1000);
  });

  it('a fallback that changes is seen', async () => {
    const list = await settled(show('<dogeared-recent><p>old</p></dogeared-recent>'), 'idle');
    $('p').replaceWith(Object.assign(document.createElement('p'), { textContent: 'new' }));
    await moment(10);
    expect([list.state, $('p').checkVisibility()]).to.deep.equal(['idle', true]);
  });

  it('posts that are set before the script is there are taken', async () => {
    const other = document.implementation.createHTMLDocument();
    const early = other.createElement('dogeared-recent') as DogearedList;
    early.posts = few(2);
    document.querySelector('main')!.append(early);
    await settled(early, 'ready');
    expect(titles(early)).to.deep.equal(['A', 'B']);
  });
});
