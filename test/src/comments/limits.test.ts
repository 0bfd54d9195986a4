import { expect } from 'chai';
import { isInsidePolicy } from '../../../src/comments/check.ts';
import { guard } from '../../../src/comments/guard.ts';
import { MAX_LENGTH } from '../../../src/comments/limits.ts';
import { tagsOf } from '../../../src/comments/narrow.ts';
import { linkAddress } from '../../../src/comments/policy.ts';
import type { FallbackReason } from '../../../src/comments/refusal.ts';
import { doorIn, renderComment, renderCommentFragment, sanitizeComment } from '../../../src/comments/render.ts';
import { clean, escapeAround } from '../../../src/comments/text.ts';
import { build, SLOW_HTML, SLOW_MARKDOWN } from '../../fixtures/slow.ts';

const without = doorIn(() => undefined);

/** What came out, and why it is plain text. */
function reasonOf(
  draw: (options: { onFallback: (reason: FallbackReason) => void }) => unknown,
): FallbackReason | undefined {
  let reason: FallbackReason | undefined;
  draw({ onFallback: (given) => (reason = given) });
  return reason;
}

const shown = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

const PLAIN = 'This comment is shown as plain text.';
const SHORTENED = 'Only the beginning of this comment is shown.';

describe('a comment that is too much is shown as text, with its line breaks and a notice', () => {
  const rows: readonly (readonly [what: string, body: string, reason: FallbackReason])[] = [
    ['20,001 characters', 'a'.repeat(20_001), 'too-long'],
    ['quotes in 101 quotes', '> '.repeat(101) + 'a', 'too-deep'],
    ['lists in 60 lists', '- '.repeat(60) + 'a', 'too-deep'],
    ['tags in 101 tags', '<i>'.repeat(101) + 'a' + '</i>'.repeat(101), 'too-deep'],
    ['1,000 stars that mean nothing', '(*a '.repeat(1000), 'too-complex'],
    [
      'a table of 4,000 cells',
      `|${'a|'.repeat(20)}\n|${'-|'.repeat(20)}\n${`|${'b|'.repeat(20)}\n`.repeat(200)}`,
      'too-complex',
    ],
    ['5,000 paragraphs', 'a\n\n'.repeat(5000), 'too-complex'],
  ];
  for (const [what, body, reason] of rows)
    it(what, () => {
      expect(reasonOf((options) => renderComment(body, options))).to.equal(reason);
      expect(reasonOf((options) => renderCommentFragment(body, options))).to.equal(reason);
      expect(reasonOf((options) => without.renderComment(body, options))).to.equal(reason);
      const html = renderComment(body);
      expect(without.renderComment(body)).to.equal(html);
      expect(isInsidePolicy(html, tagsOf(), [])).to.equal(true);
      const [text, notice, ...rest] = shown(html).children;
      expect(notice?.textContent).to.equal(reason === 'too-long' ? SHORTENED : PLAIN);
      expect([notice?.firstElementChild?.localName, rest.length]).to.deep.equal(['em', 0]);
      for (const line of text!.querySelectorAll('br')) line.replaceWith('\n');
      // Line by line, but for the last of thousands.
      const words = (said = '') => said.replace(/\s+/g, ' ');
      expect(words(text?.textContent)).to.equal(words(body.slice(0, MAX_LENGTH).trim()));
      expect(sanitizeComment(html)).to.equal(html);
    });

  it('and one that is just not is drawn', () => {
    for (const body of [
      'a'.repeat(20_000),
      '> '.repeat(99) + 'a',
      '- '.repeat(48) + 'a',
      '<i>'.repeat(95) + 'a' + '</i>'.repeat(95),
      '(*a '.repeat(300),
    ])
      expect(reasonOf((options) => renderComment(body, options))).to.equal(undefined);
  });

  it('shorter, if the page wants that', () => {
    expect(renderComment('**abc**', { maxLength: 7 })).to.equal('<p><strong>abc</strong></p>\n');
    expect(renderComment('**abc**', { maxLength: 6 })).to.equal(`<p>**abc*</p>\n<p><em>${SHORTENED}</em></p>\n`);
    expect(without.sanitizeComment('<b>abc</b>', { maxLength: 4 })).to.equal(
      `<p>&lt;b&gt;a</p>\n<p><em>${SHORTENED}</em></p>\n`,
    );
    expect(reasonOf((options) => sanitizeComment('a'.repeat(41), { ...options, maxLength: 4 }))).to.equal('too-long');
    expect(reasonOf((options) => sanitizeComment('a'.repeat(40), { ...options, maxLength: 4 }))).to.equal(undefined);
  });

  it('and never cut within HTML, a reference or a character', () => {
    const at = (body: string, maxLength: number) => shown(renderComment(body, { maxLength })).children[0]?.textContent;
    expect([1, 2, 3, 4].map((length) => at('a😀b', length))).to.deep.equal(['a', 'a', 'a😀', 'a😀b']);
    expect(at('<b>a</b>', 2)).to.equal('<b');
    expect(at('&amp;&lt;', 7)).to.equal('&amp;&l');
    expect(at('a\r\nb\0c', 4)).to.equal('ab');
  });
});

describe('a comment as people write them is drawn, however long', () => {
  const paragraph =
    'I tried this on **two** machines, and `npm run build` works with *almost* all: see [the docs](https://example.com/a?b=c&d=e)\n' +
    'and https://example.com/issue_1, but `vector<int>` does not compile. He said "maybe" (as you did), snake_case & all.\n';
  const lines = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n');
  const code = lines(300, (at) => `  const value_${at} = list[${at}] * 2; // <b> & more`);
  const bodies: Readonly<Record<string, string>> = {
    '80 paragraphs': `${paragraph}\n`.repeat(80),
    'one paragraph of 12,000 characters': paragraph.repeat(50),
    'a poem of 700 lines': lines(700, () => 'A line of a poem, not long'),
    '300 lines of code': `\`\`\`ts\n${code}\n\`\`\``,
    '300 lines of code without a fence': code.trim(),
    '250 lines of a log': lines(
      250,
      (at) => `2026-01-01 12:00:${at} [INFO] com.example.Foo - bar: baz(${at}) took 12 ms`,
    ),
    'a table of 40 rows': `| Name | Value | Note |\n|---|:-:|--:|\n${lines(40, (at) => `| \`a_${at}\` | ${at} | **b** [c](https://example.com/${at}) |`)}`,
    '150 items with items': lines(
      150,
      (at) => `- item ${at} with *emphasis* and \`code\`\n  - one: https://example.com/${at}`,
    ),
    '60 footnotes by reference': `${lines(60, (at) => `See [thing ${at}][${at}].`)}\n\n${lines(60, (at) => `[${at}]: https://example.com/${at} "Title ${at}"`)}`,
    'a drawing of signs': lines(40, () => `+${'-'.repeat(60)}+ | ${'*'.repeat(20)}`),
    '300 keys': 'Press <kbd>Ctrl</kbd>+<kbd>C</kbd> then <b>x</b>.\n\n'.repeat(300),
    Chinese: '我们今天去公园散步然后回家吃饭。**注意**，这里有`代码`。\n\n'.repeat(500),
  };
  for (const [what, body] of Object.entries(bodies))
    it(what, () => {
      expect(body.length).to.be.below(MAX_LENGTH);
      expect(reasonOf((options) => renderComment(body, options))).to.equal(undefined);
      expect(reasonOf((options) => without.renderComment(body, options))).to.equal(undefined);
      expect(reasonOf((options) => sanitizeComment(without.renderComment(body), options))).to.equal(undefined);
    });

  it("an engine's highlighted code of 400 lines", () => {
    const line =
      '<span class="k">const</span> <span class="n">a</span> = <span class="m">1</span>; <span class="c">// b</span>\n';
    expect(reasonOf((options) => sanitizeComment(`<pre><code>${line.repeat(400)}</code></pre>`, options))).to.equal(
      undefined,
    );
  });

  it("an engine's lists and paragraphs without ends", () => {
    expect(
      reasonOf((options) => sanitizeComment(`<ul>${'<li>a'.repeat(500)}</ul>${'<p>a'.repeat(500)}`, options)),
    ).to.equal(undefined);
    const table = `<table>${'<tr><td><b>a</b><td>b</tr>'.repeat(200)}</table>`;
    expect(reasonOf((options) => sanitizeComment(table, options))).to.equal(undefined);
  });
});

describe('the guard of parsers', () => {
  const refused = (html: string) => {
    try {
      return guard(html) && undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('counts what is made of each formatting element that is open where something ends', () => {
    expect(refused('<b><i>a</i></b>'.repeat(900))).to.equal(undefined);
    expect(refused('<p><b a=1>'.repeat(60) + '<p>a'.repeat(60))).to.equal('too-complex');
  });

  it('believes no end in a quote, a comment, a script or a cell', () => {
    for (const hidden of [
      '<b a="</b>">',
      '<b><!--</b>-->',
      '<b><script></b></script>',
      '<table><td><b><table><td></b>',
      '<b a"x></b y="z">',
    ])
      expect(refused(hidden.repeat(60) + '<p>a'.repeat(100)), hidden).to.match(/too-(complex|deep)/);
  });

  it('makes no more nodes than it counts', () => {
    for (const pattern of Object.values(SLOW_HTML)) {
      const html = build(pattern, 5000);
      if (!refused(html)) expect(shown(html).querySelectorAll('*').length).to.be.at.most(4000);
    }
  });
});

describe('no comment takes more than 200 ms, nor longer than its length allows', () => {
  const time = (work: () => unknown): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  /** The best of some: others want the machine as well. */
  const best = (work: () => unknown, enough: number): number => {
    let least = Infinity;
    for (let tries = 0; tries < 10 && (tries < 2 || least > enough); tries++) least = Math.min(least, time(work));
    return least;
  };
  const check = (work: (length: number) => unknown, length: number): void => {
    expect(best(() => work(length), 200)).to.be.below(200);
    const half = best(() => work(length / 2), 0);
    // Twice as long is linear, four times quadratic; what takes no time says nothing.
    expect(best(() => work(length), 3 * half + 30)).to.be.below(3 * half + 30);
  };

  for (const [what, pattern] of Object.entries(SLOW_MARKDOWN))
    it(what, () => {
      check((length) => renderComment(build(pattern, length)), MAX_LENGTH);
      check((length) => without.renderComment(build(pattern, length)), MAX_LENGTH);
    });

  for (const [what, pattern] of Object.entries(SLOW_HTML))
    it(`HTML: ${what}`, () => check((length) => sanitizeComment(build(pattern, length)), 10 * MAX_LENGTH));

  it('nor does the checker, or what it all is made of', () => {
    for (const unit of [
      'a',
      '&amp;',
      '<b>a</b>',
      '<b>',
      '<br>',
      '<b lang="en">',
      '<a title="a',
      '<',
      '&',
      '&#1',
      '<p>\n',
      ' a="b"',
    ])
      check((length) => isInsidePolicy(unit.repeat(length / unit.length), tagsOf(), []), 200_000);
    for (const unit of ['&#13;', '&', '&#', '&a', '\r', '\ud800', '&#x', '<', '\f'])
      check((length) => escapeAround(clean(unit.repeat(length / unit.length))), 200_000);
    for (const unit of ['a', '/', '%', '.', '@', '?', '\\', ':', '\t', 'é', 'https://'])
      check(
        (length) => [
          linkAddress(unit.repeat(length / unit.length)),
          linkAddress('https://a' + unit.repeat(length / unit.length)),
        ],
        20_000,
      );
  });
});
