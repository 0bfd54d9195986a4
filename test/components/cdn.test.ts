import { expect } from 'chai';
import { $, at, moment, settled, show, TAGS, titles, until } from './helpers.ts';
import type { DogearedList } from '../../components/list.ts';

/** Not a module for TypeScript: it exports nothing. */
const LOADER = '../../components/cdn.ts';

const known = (): string[] => TAGS.filter((tag) => customElements.get(tag));
const loaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .flatMap(
      ({ name }) =>
        /components\/(recent|featured|favorites|comments|comment-count|latest-comments|cdn)\.ts/.exec(name)?.[1] ?? [],
    );

describe('the script for pages without a build', () => {
  it('loads only the elements on the page, and those that are added later', async () => {
    show(`<dogeared-recent src="${at('feed.xml')}"><p>old</p></dogeared-recent>`);
    await import(LOADER);
    await settled($<DogearedList>('dogeared-recent'), 'ready');
    expect(titles($('dogeared-recent'))).to.have.length(3);
    await moment();
    expect([known(), loaded().sort()]).to.deep.equal([['dogeared-recent'], ['cdn', 'recent']]);

    const later = document.createElement('div');
    later.append(document.createElement('p'), document.createElement('dogeared-favorites'));
    $('p').after(later);
    await until('favorites', () => customElements.get('dogeared-favorites'));
    await moment();
    expect([known(), loaded().sort()]).to.deep.equal([
      ['dogeared-recent', 'dogeared-favorites'],
      ['cdn', 'favorites', 'recent'],
    ]);

    document.body.append(document.createElement('dogeared-featured'));
    await until('featured', () => customElements.get('dogeared-featured'));
    document.querySelector('dogeared-featured')!.remove();

    for (const tag of ['dogeared-comments', 'dogeared-comment-count', 'dogeared-latest-comments']) {
      expect(customElements.get(tag)).to.equal(undefined);
      $('p').after(document.createElement(tag));
      await until(tag, () => customElements.get(tag));
    }
    await moment();
    expect(loaded().sort()).to.deep.equal([
      'cdn',
      'comment-count',
      'comments',
      'favorites',
      'featured',
      'latest-comments',
      'recent',
    ]);
  });
});
