import { expect } from 'chai';
import { WORDS } from '../../../src/comments/fallback.ts';
import { markdownToHtml, type Parts } from '../../../src/comments/markdown.ts';
import { tagsWith } from '../../../src/comments/policy.ts';
import * as rare from '../../../src/comments/rare.ts';
import { RARE } from '../../../src/comments/refusal.ts';
import * as raw from '../../../src/comments/raw.ts';
import { renderComment, renderCommentFragment } from '../../../src/comments/render.ts';
import { type Rare, toFragment } from '../../../src/comments/sanitize.ts';
import * as seldom from '../../../src/comments/seldom.ts';
import { drawTogether } from '../../../src/comments/together.ts';
import { ATTACKS } from '../../fixtures/attacks.ts';
import { build, SLOW_HTML } from '../../fixtures/slow.ts';
import { BODIES } from './bodies.ts';

const words = { done: 'done', todo: 'to do' };

/** What a drawing comes to: its HTML, or why there is none. */
function outcome(html: string, images: boolean, more?: Rare): unknown {
  try {
    const holder = document.createElement('div');
    holder.append(toFragment(html, tagsWith(images), words, window, more));
    return holder.innerHTML;
  } catch (error) {
    return error === RARE ? error : String(error);
  }
}

/** HTML of all kinds: hostile, Markdown's, and what people write, as engines make it. */
const EVERYTHING: readonly string[] = [
  ...ATTACKS.map(({ input }) => input),
  ...BODIES.flatMap(([body]) => [body, renderComment(body, { words: WORDS })]),
  ...Object.values(SLOW_HTML).map((row) => build(row, 5000)),
  '<ul>a<li>b</li>c</ul>',
  '<h1>a</h1><h2>b</h2><h3>c</h3>',
  '<div>a</div><section>b</section>c',
  '<p>a <img src="https://example.com/a.png" alt="b"> c</p>',
  '<a href="https://example.com/a"><a href="https://example.com/b">c</a></a>',
];

describe('the door to HTML without what only some comments need', () => {
  it('draws a comment as with it, or not at all', () => {
    const drawn = EVERYTHING.filter((html) =>
      [false, true]
        .map((images) => {
          const alone = outcome(html, images);
          if (alone !== RARE) expect(alone, html).to.equal(outcome(html, images, rare));
          return alone !== RARE;
        })
        .every(Boolean),
    );
    expect(drawn.length).to.be.greaterThan(20).and.lessThan(EVERYTHING.length);
  });

  it('draws what most comments are', () => {
    for (const html of [
      '<p>One <em>two</em> <strong>three</strong>, on style.<br />\nFour</p>\n<p><a href="https://example.com/" rel="nofollow ugc" class="x" target="_blank">five</a></p>',
      '<blockquote><p>a</p></blockquote>\n<ul>\n<li>b</li>\n</ul>\n<pre><code class="language-js">c</code></pre>',
      'a &lt; b &amp; c',
      '',
    ])
      expect(outcome(html, false), html)
        .to.equal(outcome(html, false, rare))
        .and.not.equal(RARE);
  });

  for (const [what, html] of Object.entries({
    'a style': '<p style="color:red">a</p>',
    'a handler': '<p onclick="x()">a</p>',
    'a handler without a value': '<p onclick>a</p>',
    'a style sheet': '<style>a{}</style>',
    'capital letters': '<P STYLE="color:red">a</P>',
    'an attribute without quotes': '<p lang=en>a</p>',
    'what may be a tag': 'a <b',
    'a comment': '<!-- a -->',
    '100 tags': '<b>'.repeat(50) + '</b>'.repeat(50),
    'ten attributes': `<p${' x="y"'.repeat(10)}>a</p>`,
    'a picture': '<img src="https://example.com/a.png" />',
    'a box': '<input type="checkbox" />',
  }))
    it(`leaves alone ${what}`, () => {
      expect(outcome(html, false)).to.equal(RARE);
    });

  for (const [what, body] of Object.entries({
    'a box': '- [ ] a',
    '100 tags': '<b>'.repeat(50) + 'a' + '</b>'.repeat(50),
    'many paragraphs': 'a\n\n'.repeat(60),
    'a long paragraph': 'a '.repeat(500),
  }))
    it(`leaves alone ${what} between others that it draws`, () => {
      const texts = ['*a*', body, 'b'];
      const draw = (parts: Parts, rare?: Rare) => {
        const htmlOf = (text: string) => markdownToHtml(text, tagsWith(), words, parts);
        const groups = drawTogether(texts, htmlOf, tagsWith(), words, window, rare);
        const drawings = [...groups].flat().sort(([one], [other]) => texts.indexOf(one) - texts.indexOf(other));
        return drawings.map(([, draw]) => draw);
      };
      const [one, failing, other] = draw({ raw });
      expect(failing).to.throw(RARE);
      expect([one!(), other!()].map(({ textContent }) => textContent)).to.deep.equal(['a\n', 'b\n']);
      expect(draw({ raw, seldom }, rare).map((draw) => draw().firstElementChild?.outerHTML)).to.deep.equal(
        texts.map((text) => renderCommentFragment(text).firstElementChild?.outerHTML),
      );
    });

  it('lets nothing through that would be too much', () => {
    // The worst that few tags can be: each block opens again all formatting that is open.
    for (let open = 0; open < 100; open++) {
      const html = '<b>'.repeat(open) + '<p>'.repeat(99 - open);
      expect(outcome(html, false)).not.to.equal(RARE);
      expect(rare.guard(html)).to.equal(html);
    }
  });
});
