import { expect } from 'chai';
import { renderComment, renderCommentFragment } from '../../../src/comments/render.ts';

const REL = 'rel="nofollow ugc noopener noreferrer"';
const link = (href: string, text = href) => `<a href="${href}" ${REL}>${text}</a>`;

/** What a writer types, and what readers get: HTML without the paragraph around it and the line break at its end. */
type Rows = readonly (readonly [markdown: string, html: string])[];

function table(rows: Rows): void {
  for (const [markdown, html] of rows)
    it(JSON.stringify(markdown).slice(1, -1).slice(0, 90), () =>
      expect(
        renderComment(markdown)
          .replace(/^<p>((?:(?!<p>)[^])*)<\/p>\n$/, '$1')
          .trimEnd(),
      ).to.equal(html),
    );
}

describe('a comment in Markdown', () => {
  describe('marks words', () =>
    table([
      ['**strong** and __strong__', '<strong>strong</strong> and <strong>strong</strong>'],
      ['*em*, _em_, ***both***', '<em>em</em>, <em>em</em>, <em><strong>both</strong></em>'],
      ['~~gone~~ and ~gone~', '<del>gone</del> and <del>gone</del>'],
      ['`code` and `` `tick` ``', '<code>code</code> and <code>`tick`</code>'],
      ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
      ['\\*not this\\*', '*not this*'],
      ['one\ntwo', 'one<br>two'],
      ['one  \ntwo\\\nthree', 'one<br>two<br>three'],
    ]));

  describe('has blocks', () =>
    table([
      ['one\n\ntwo', '<p>one</p>\n<p>two</p>'],
      ['> said\n> before\n\nanswered', '<blockquote>\n<p>said<br>before</p>\n</blockquote>\n<p>answered</p>'],
      ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
      ['1. a\n2. b', '<ol>\n<li>a</li>\n<li>b</li>\n</ol>'],
      ['7. seven', '<ol start="7">\n<li>seven</li>\n</ol>'],
      ['- a\n  - b', '<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>'],
      ['a\n\n---\n\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
      ['    x < y', '<pre><code>x &lt; y\n</code></pre>'],
      ['```\nx\n```', '<pre><code>x\n</code></pre>'],
      ['```c++\nstd::cout << x;\n```', '<pre><code class="language-c++">std::cout &lt;&lt; x;\n</code></pre>'],
      ['~~~ts title=x\nx\n~~~', '<pre><code class="language-ts">x\n</code></pre>'],
      ['```\n\n\nx\n```', '<pre><code>\n\nx\n</code></pre>'],
      ['```\nnever closed', '<pre><code>never closed\n</code></pre>'],
      [
        '| a | b |\n|:-:|--:|\n| *x* | y |',
        '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n' +
          '<tbody><tr>\n<td align="center"><em>x</em></td>\n<td align="right">y</td>\n</tr>\n</tbody></table>',
      ],
    ]));

  describe('has no language of code but a name', () =>
    table([
      ['```"onload=x\nx\n```', '<pre><code>x\n</code></pre>'],
      ['```js"><script>\nx\n```', '<pre><code>x\n</code></pre>'],
      ['```a&quot;b\nx\n```', '<pre><code>x\n</code></pre>'],
      [`\`\`\`${'x'.repeat(33)}\nx\n\`\`\``, '<pre><code>x\n</code></pre>'],
    ]));

  describe('has headings two levels below those of the page', () =>
    table([
      ['# One', '<h3>One</h3>'],
      ['## Two', '<h4>Two</h4>'],
      ['### Three', '<h5>Three</h5>'],
      ['#### Four', '<h6>Four</h6>'],
      ['###### Six', '<h6>Six</h6>'],
      ['One\n===', '<h3>One</h3>'],
      ['<h1>One</h1>', '<h3>One</h3>'],
      ['<h4 align=center>Four</h4>', '<h6>Four</h6>'],
      ['#hashtag', '#hashtag'],
    ]));

  describe('has task lists that nobody can tick, with names for the boxes', () => {
    table([
      [
        '- [ ] milk\n- [x] eggs',
        '<ul>\n<li><input type="checkbox" disabled="" aria-label="to do"> milk</li>\n' +
          '<li><input type="checkbox" checked="" disabled="" aria-label="done"> eggs</li>\n</ul>',
      ],
      [
        '- [x] loose\n\n- list',
        '<ul>\n<li><p><input type="checkbox" checked="" disabled="" aria-label="done"> loose</p>\n</li>\n' +
          '<li><p>list</p>\n</li>\n</ul>',
      ],
      ['<input type=checkbox checked>', '&lt;input type=checkbox checked&gt;'],
    ]);

    it('in the words of the page, quotes and all', () => {
      const words = { done: 'fini "oui"', todo: '<à faire>' };
      const boxes = renderCommentFragment('- [x] a\n- [ ] b', { words }).querySelectorAll('input');
      expect(Array.from(boxes, (box) => box.getAttribute('aria-label'))).to.deep.equal(['fini "oui"', '<à faire>']);
      expect(Array.from(boxes, (box) => [box.disabled, box.checked])).to.deep.equal([
        [true, true],
        [true, false],
      ]);
    });
  });

  describe('keeps what was meant as text', () =>
    table([
      ['vector<int> and Map<string, Set<T>>', 'vector&lt;int&gt; and Map&lt;string, Set&lt;T&gt;&gt;'],
      ['use `<script>` tags', 'use <code>&lt;script&gt;</code> tags'],
      ['put <script>alert(1)</script> there', 'put &lt;script&gt;alert(1)&lt;/script&gt; there'],
      ['<script>\nalert(1)\n</script>', '&lt;script&gt;\nalert(1)\n&lt;/script&gt;'],
      ['<my-element is="x">hi</my-element>', '&lt;my-element is="x"&gt;hi&lt;/my-element&gt;'],
      ['1 < 2 && 3 > 2', '1 &lt; 2 &amp;&amp; 3 &gt; 2'],
      ['<3 and <- and -->', '&lt;3 and &lt;- and --&gt;'],
      ['<!-- a note -->', '&lt;!-- a note --&gt;'],
      ['<?php echo 1 ?>', '&lt;?php echo 1 ?&gt;'],
      ['AT&T, R&D, &nope;', 'AT&amp;T, R&amp;D, &amp;nope;'],
      ['&copy; &#169; &#xA9; &amp;', '© © © &amp;'],
      ['&lt;b&gt; is no tag, &#60;b> neither', '&lt;b&gt; is no tag, &lt;b&gt; neither'],
      ['😀 👨‍👩‍👧‍👦 🏳️‍🌈 *👍*', '😀 👨‍👩‍👧‍👦 🏳️‍🌈 <em>👍</em>'],
      ['**注意** 这里有`代码`', '<strong>注意</strong> 这里有<code>代码</code>'],
      ['مرحبا **بالعالم**', 'مرحبا <strong>بالعالم</strong>'],
      ['שלום *עולם*', 'שלום <em>עולם</em>'],
      [':smile: @user #12', ':smile: @user #12'],
      ['$a_1 + b_1$ ^up^ ==mark==', '$a_1 + b_1$ ^up^ ==mark=='],
      ['a note[^1]\n\n[^1]: Words', '<p>a note[^1]</p>\n<p>[^1]: Words</p>'],
      ['\u0000\u0008', '\ufffd\ufffd'],
      ['', ''],
      [' \n\t\n', ''],
    ]));

  describe('links what looks like an address', () =>
    table([
      ['https://example.com', link('https://example.com/', 'https://example.com')],
      ['See www.example.com.', `See ${link('http://www.example.com/', 'www.example.com')}.`],
      ['(https://example.com/a_(b))', `(${link('https://example.com/a_(b)')})`],
      ['<https://example.com/?a=1&b=2>', link('https://example.com/?a=1&amp;b=2')],
      ['me@example.com', link('mailto:me@example.com', 'me@example.com')],
      ['<me@example.com>', link('mailto:me@example.com', 'me@example.com')],
      ['https://example.com/über', link('https://example.com/%C3%BCber', 'https://example.com/über')],
      ['ftp://example.com', '<a>ftp://example.com</a>'],
      [
        '[docs](https://example.com/docs "The docs")',
        link('https://example.com/docs', 'docs').replace(' rel', ' title="The docs" rel'),
      ],
      ['[docs][1]\n\n[1]: https://example.com/docs', link('https://example.com/docs', 'docs')],
      [
        '[**bold** `code`](https://example.com/)',
        link('https://example.com/', '<strong>bold</strong> <code>code</code>'),
      ],
      ['[here](/about)', '<a href="/about">here</a>'],
      ['[here](about/us?x=1#y)', '<a href="about/us?x=1#y">here</a>'],
    ]));

  describe('leads nowhere but to pages and letter boxes', () =>
    table([
      ['[a](javascript:alert(1))', '<a>a</a>'],
      ['[a](JaVaScRiPt:alert(1))', '<a>a</a>'],
      ['[a](&#106;avascript:alert(1))', '<a>a</a>'],
      // Letter by letter, so that no name hides a sign: these are paths of the page's own site.
      ['[a](java&#115;cript&colon;alert(1))', '<a href="javascript&amp;colon;alert(1)">a</a>'],
      ['[a](java&Tab;script:alert(1))', '<a href="java&amp;Tab;script:alert(1)">a</a>'],
      ['[a](&#x01;javascript:alert(1))', '<a href="&amp;#x01;javascript:alert(1)">a</a>'],
      ['<a href="&#0000106;avascript:x">a</a>', '<a>a</a>'],
      ['<a href=" javascript:x">a</a>', '<a>a</a>'],
      ['<a href="java\nscript:x">a</a>', '<a>a</a>'],
      ['<a href=vbscript:x>a</a>', '<a>a</a>'],
      ['<javascript:alert(1)>', '<a>javascript:alert(1)</a>'],
      ['[a](data:text/html,x)', '<a>a</a>'],
      ['[a](file:///etc/passwd)', '<a>a</a>'],
      ['[a](tel:123)', '<a>a</a>'],
      ['[a](blob:https://example.com/x)', '<a>a</a>'],
      ['[a](#part)', '<a>a</a>'],
      ['[a]()', '<a>a</a>'],
      ['[a](https://user:secret@example.com/)', link('https://example.com/', 'a')],
      ['[a](//user@example.com/x)', link('https://example.com/x', 'a')],
      ['[a](\\\\\\\\example.com)', link('https://example.com/', 'a')],
      ['[a](/\\\\example.com)', link('https://example.com/', 'a')],
      ['[a](https:example.com)', link('https://example.com/', 'a')],
      ['[a](http://example.com/"onclick=x)', link('http://example.com/%22onclick=x', 'a')],
      ['[a](x"y)', '<a href="x%22y">a</a>'],
      ['[a](mailto:me@example.com?subject=Hi)', link('mailto:me@example.com?subject=Hi', 'a')],
    ]));

  describe('has links instead of pictures', () => {
    table([
      ['![a cat](https://example.com/cat.png)', link('https://example.com/cat.png', 'a cat')],
      ['![a *big* cat](https://example.com/cat.png)', link('https://example.com/cat.png', 'a big cat')],
      ['![](https://example.com/cat.png)', link('https://example.com/cat.png', 'cat.png')],
      ['![](https://example.com)', link('https://example.com/', 'example.com')],
      ['<img src="https://example.com/cat.png" alt="a cat" onerror=x>', link('https://example.com/cat.png', 'a cat')],
      ['![a cat](http://example.com/cat.png)', 'a cat'],
      ['![a cat](cat.png)', 'a cat'],
      ['![a cat](data:image/svg+xml,x)', 'a cat'],
      ['[![a cat](https://example.com/cat.png)](https://example.com/)', link('https://example.com/', 'a cat')],
    ]);

    it('but pictures where the page wants them', () =>
      expect(renderComment('![a cat](https://example.com/cat.png "Tom")', { images: true })).to.equal(
        '<p><img src="https://example.com/cat.png" alt="a cat" title="Tom" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>\n',
      ));
  });

  describe("draws the policy's tags where they are balanced", () =>
    table([
      ['<kbd>Ctrl</kbd>+<kbd>C</kbd>', '<kbd>Ctrl</kbd>+<kbd>C</kbd>'],
      ['H<sub>2</sub>O, x<sup>2</sup>', 'H<sub>2</sub>O, x<sup>2</sup>'],
      ['a<br>b<BR/>c', 'a<br>b<br>c'],
      ['<b>**both**</b>', '<b><strong>both</strong></b>'],
      ['<b>open', '&lt;b&gt;open'],
      ['closed</b>', 'closed&lt;/b&gt;'],
      ['<b>a<i>b</b>c</i>', '<b>a&lt;i&gt;b</b>c&lt;/i&gt;'],
      ['**a<b>b**c</b>', '<strong>a&lt;b&gt;b</strong>c&lt;/b&gt;'],
      ['<b class=x style="color:red" onclick="x" id=y lang=EN>a</b>', '<b lang="EN">a</b>'],
      ['<abbr title="World &amp; Web">WWW</abbr>', '<abbr title="World &amp; Web">WWW</abbr>'],
      ['<p dir=rtl>مرحبا</p>', '<p dir="rtl">مرحبا</p>'],
      ['a <p>b</p>', 'a &lt;p&gt;b&lt;/p&gt;'],
      ['<a href="https://example.com" target=_blank ping=x download>a</a>', link('https://example.com/', 'a')],
      ['<a href=/x>a <a href=/y>b</a></a>', '<a href="/x">a &lt;a href=/y&gt;b&lt;/a&gt;</a>'],
      ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
      ['<ul>a</ul>', '&lt;ul&gt;a&lt;/ul&gt;'],
      ['<li>a</li>', '&lt;li&gt;a&lt;/li&gt;'],
      ['<ol start=3 reversed><li>a</li></ol>', '<ol start="3" reversed=""><li>a</li></ol>'],
      [
        '<details open>\n<summary>More</summary>\n\nHidden **words**\n\n</details>',
        '<details open="">\n<summary>More</summary><p>Hidden <strong>words</strong></p>\n</details>',
      ],
      ['<table><tbody><tr><td>a</td></tr></tbody></table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
      ['<table><tr><td>a</td></tr></table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
      [
        '<table>\n<caption>c</caption>\n<tr><th>a</th></tr>\n<tr><td>b</td></tr>\n</table>',
        '<table>\n<caption>c</caption>\n<tbody><tr><th>a</th></tr>\n<tr><td>b</td></tr>\n</tbody></table>',
      ],
      [
        '<table><tr><td>a</td></tr><tfoot><tr><td>b</td></tr></tfoot></table>',
        '<table><tbody><tr><td>a</td></tr></tbody><tfoot><tr><td>b</td></tr></tfoot></table>',
      ],
      [
        '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>',
        '<table><tbody><tr><td><table><tbody><tr><td>a</td></tr></tbody></table></td></tr></tbody></table>',
      ],
      ['<table><tr><td>a</td></table>', '&lt;table&gt;&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;/table&gt;'],
      ['<tr><td>a</td></tr>', '&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;/tr&gt;'],
      ['<td colspan=2 rowspan=101 width=9>a</td>', '&lt;td colspan=2 rowspan=101 width=9&gt;a&lt;/td&gt;'],
      ['<pre>\n\na\n b</pre>', '<pre>a\n b</pre>'],
      ['<pre lang="en">\n\n&#10;&NewLine;a</pre>', '<pre lang="en">a</pre>'],
    ]));
});
