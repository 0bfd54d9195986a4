import { expect } from 'chai';
import { type Body, drawAll } from '../../../src/comments/batch.ts';
import { WORDS } from '../../../src/comments/fallback.ts';

/** What bodies are drawn as, and how many documents were parsed for it. */
async function drawn(bodies: readonly Body[]): Promise<{ html: string[]; parsed: number }> {
  const html: string[] = [];
  const { parseFromString } = DOMParser.prototype;
  let parsed = 0;
  DOMParser.prototype.parseFromString = function (...args) {
    parsed++;
    return parseFromString.apply(this, args);
  };
  try {
    const place = (at: number, nodes: DocumentFragment): void => {
      const holder = document.createElement('div');
      holder.append(nodes);
      html[at] = holder.innerHTML;
    };
    await drawAll(bodies, place, WORDS);
  } finally {
    DOMParser.prototype.parseFromString = parseFromString;
  }
  return { html, parsed };
}

describe('drawAll', () => {
  it('draws equal bodies once, and gives each comment nodes of its own', async () => {
    const thanks = { html: '<p>Thank you, <em>all</em></p>' };
    const once = await drawn([thanks]);
    const often = await drawn([thanks, { body: 'Thank you' }, thanks, { body: 'Thank you' }, { ...thanks }]);
    const both = await drawn([thanks, { body: 'Thank you' }]);
    const said = '<p>Thank you</p>\n';
    expect(once.html).to.deep.equal([thanks.html]);
    expect(often.html).to.deep.equal([thanks.html, said, thanks.html, said, thanks.html]);
    expect(once.parsed).to.be.above(0);
    expect(often.parsed).to.equal(both.parsed);
  });
});
