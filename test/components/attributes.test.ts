import { expect } from 'chai';
import '../../components/index.ts';
import type { ErrorEvent } from '../../components/events.ts';
import { few, open, part, settled, shown, type Tag, titles, told } from './helpers.ts';

/** Every attribute with a value that makes no sense: what the one line in the console must name. */
const ROWS: readonly (readonly [tag: Tag, attribute: string, value: string, allowed: string])[] = [
  ['dogeared-recent', 'limit', 'many', 'whole numbers'],
  ['dogeared-recent', 'limit', '-1', 'whole numbers'],
  ['dogeared-recent', 'limit', '2.5', 'whole numbers'],
  ['dogeared-recent', 'limit', '1e3', 'whole numbers'],
  ['dogeared-recent', 'offset', 'x', 'whole numbers'],
  ['dogeared-recent', 'order', 'oldest', 'published, updated'],
  ['dogeared-recent', 'published-within', 'soon', '7d'],
  ['dogeared-recent', 'min-age', '3 parsecs', '7d'],
  ['dogeared-recent', 'show', 'price', 'date'],
  ['dogeared-recent', 'layout', 'masonry', 'list, grid, cards'],
  ['dogeared-recent', 'heading-level', '9', '1'],
  ['dogeared-recent', 'format', 'docx', 'rss'],
  ['dogeared-featured', 'limit', 'NaN', 'whole numbers'],
  ['dogeared-featured', 'rotate', 'hourly', 'day, week'],
  ['dogeared-favorites', 'by', 'hearts', 'auto, views'],
  ['dogeared-favorites', 'by', 'views:lots', 'auto, views'],
  ['dogeared-favorites', 'by', '__proto__', 'auto, views'],
  ['dogeared-favorites', 'within', '30', '7d'],
  ['dogeared-favorites', 'half-life', 'slow', 'auto'],
  ['dogeared-favorites', 'per-tag', 'x', 'whole numbers'],
  ['dogeared-favorites', 'per-author', '-2', 'whole numbers'],
];

describe('an attribute that makes no sense', () => {
  for (const [tag, attribute, value, allowed] of ROWS)
    it(`<${tag} ${attribute}="${value}"> is told once, and its default is used`, async () => {
      const usual = titles(await shown(`<${tag}></${tag}>`, { posts: few() }));
      const errors: Event[] = [];
      const hear = (event: Event): void => void errors.push(event);
      document.addEventListener('dogeared-error', hear);
      const list = await shown(`<${tag} ${attribute}="${value}" heading="X"></${tag}>`, { posts: few() });
      expect(titles(list)).to.deep.equal(usual);
      // Another change, another look at the attributes, and not another line.
      list.heading = 'Y';
      await list.updateComplete;
      list.posts = few();
      await list.updateComplete;
      document.removeEventListener('dogeared-error', hear);

      const [line = '', ...more] = told();
      expect(more).to.deep.equal([]);
      expect(line).to.match(new RegExp(`^<${tag}>: ${attribute} `));
      expect(line).to.contain(value).and.contain('allowed: ').and.contain(allowed);
      expect(line).to.match(/; using the default\.$/);
      expect(errors.map((event) => (event as ErrorEvent).detail.error.message)).to.deep.equal([
        line.replace(/^<[\w-]+>: |; using the default\.$/g, ''),
      ]);
    });

  it('does not keep the others from working', async () => {
    const list = await shown(
      '<dogeared-recent limit="2" offset="x" order="y" exclude="https://blog.example/a/"></dogeared-recent>',
      {
        posts: few(4),
      },
    );
    expect(titles(list)).to.deep.equal(['B', 'C']);
    expect(told()).to.have.length(2);
  });

  it('is told again when it is wrong in another way', async () => {
    const list = await shown('<dogeared-recent limit="x"></dogeared-recent>', { posts: few() });
    list.setAttribute('limit', 'y');
    await list.updateComplete;
    expect(told().map((line) => /limit is (\w)/.exec(line)?.[1])).to.deep.equal(['x', 'y']);
  });

  for (const attribute of [
    'limit',
    'offset',
    'order',
    'tags',
    'show',
    'layout',
    'heading-level',
    'distinct',
    'exclude',
  ])
    it(`${attribute}="" is as good as none`, async () => {
      const list = await shown(`<dogeared-recent ${attribute}="" heading="X"></dogeared-recent>`, { posts: few() });
      expect(titles(list)).to.deep.equal(['A', 'B', 'C']);
      expect(part(list, 'heading')?.ariaLevel).to.equal('2');
    });

  it('as property of another type is told, too', async () => {
    for (const [name, value] of [
      ['limit', {}],
      ['limit', NaN],
      ['tags', 5],
      ['within', {}],
      ['by', []],
    ] as const) {
      const list = await shown('<dogeared-favorites show="reason"></dogeared-favorites>', {
        posts: few(),
        [name]: value,
      });
      expect(titles(list), name).to.deep.equal(['C', 'B', 'A']);
      expect(told().join(), name).to.match(new RegExp(`^<dogeared-favorites>: ${name} is .*; using the default\\.$`));
    }
  });

  it('is told also when it is no number at all and the rule has not come yet', async () => {
    const page = await open('/test/pages/plain.html');
    const said: string[] = [];
    page.console.warn = (line: string) => void said.push(line);
    const script = Object.assign(page.document.createElement('script'), {
      type: 'module',
      src: '/components/recent.ts',
    });
    page.document.head.append(script);
    await page.customElements.whenDefined('dogeared-recent');
    const list = Object.assign(page.document.createElement('dogeared-recent'), { posts: few(), limit: 5n });
    page.document.body.append(list);
    await settled(list, 'ready');
    expect(titles(list)).to.deep.equal(['A', 'B', 'C']);
    expect(said).to.deep.equal(['<dogeared-recent>: limit is 5 (bigint); allowed: whole numbers; using the default.']);
  });

  it('as property that is no text where text is wanted does no harm', async () => {
    for (const properties of [{ show: ['date'] }, { layout: 5 }, { heading: {} }, { src: 5 }, { distinct: 7 }]) {
      const list = await shown('<dogeared-recent></dogeared-recent>', { posts: few(), ...properties });
      expect(titles(list), JSON.stringify(properties)).to.deep.equal(['A', 'B', 'C']);
      told();
    }
  });

  it('limit="0" is an empty list', async () => {
    expect((await shown('<dogeared-recent limit="0"></dogeared-recent>', { posts: few() })).state).to.equal('empty');
  });

  it('limit="9999999999" is a list of all there is', async () => {
    expect(
      titles(await shown('<dogeared-recent limit="9999999999"></dogeared-recent>', { posts: few() })),
    ).to.have.length(3);
  });
});
