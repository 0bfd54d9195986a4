import { expect } from 'chai';
import DOMPurify from 'dompurify';
import { Lexer } from 'marked';
import { isInsidePolicy } from '../../../src/comments/check.ts';
import { markdownToHtml } from '../../../src/comments/markdown.ts';
import { tagsOf } from '../../../src/comments/narrow.ts';
import type { FallbackReason } from '../../../src/comments/refusal.ts';
import {
  type CommentOptions,
  doorIn,
  renderComment,
  renderCommentFragment,
  renderCommentFragments,
  sanitizeComment,
  sanitizeCommentFragment,
} from '../../../src/comments/render.ts';
import { ATTACKS } from '../../fixtures/attacks.ts';
import { BODIES } from './bodies.ts';

const without = doorIn(() => undefined);

const htmlOf = (fragment: DocumentFragment) => {
  const holder = document.createElement('div');
  holder.append(fragment);
  return holder.innerHTML;
};

const nodesOf = (html: string) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return htmlOf(template.content);
};

describe('the door to HTML', () => {
  describe('gives the same nodes as a fragment, as a string, and where there is no DOM', () => {
    for (const [body, options] of BODIES)
      it(JSON.stringify([body, options]).slice(0, 100), () => {
        const html = renderComment(body, options);
        expect(htmlOf(renderCommentFragment(body, options))).to.equal(html);
        expect(nodesOf(html)).to.equal(html);
        expect(nodesOf(without.renderComment(body, options))).to.equal(html);
        expect(sanitizeComment(html, options)).to.equal(html);
      });
  });

  describe('gives many comments at once the nodes that each has alone, in their order:', () => {
    const rows: Readonly<Record<string, readonly string[]>> = {
      none: [],
      one: ['**a**'],
      'what we write ourselves': [
        '" rel="nofollow ugc noopener noreferrer">a `" rel="nofollow ugc noopener noreferrer">`',
        '[a](https://example.com/ "b\\" rel=\\"nofollow ugc noopener noreferrer\\">") [c](/d) <https://example.com/>',
        '<b title=\'" rel="nofollow ugc noopener noreferrer">\'>a</b> <a href="https://example.com/">b</a>',
      ],
      'all kinds': BODIES.map(([body]) => body),
      attacks: ATTACKS.map(({ input }) => input),
      'long ones': Array.from({ length: 9 }, (_, at) => `${at} ` + '*a* '.repeat(1500)),
      'tags that have no end': ['<i>a', '</i></article>b', '<article>', '<!--', '<script>', '<table>', '<pre>', 'c'],
    };
    for (const [what, bodies] of Object.entries(rows))
      for (const options of [{}, { images: true }, { maxLength: 5 }])
        it(`${what}, ${JSON.stringify(options)}`, () => {
          const reasons: FallbackReason[] = [];
          const some = { ...options, onFallback: (reason: FallbackReason) => reasons.push(reason) };
          const alone = bodies.map((body) => htmlOf(renderCommentFragment(body, some)));
          const why = reasons.splice(0);
          const together = renderCommentFragments(bodies.values(), some).map(htmlOf);
          expect(together).to.deep.equal(alone);
          expect(reasons).to.deep.equal(why);
        });
  });

  it('gives nodes of a document in which nothing loads or runs', () => {
    const { ownerDocument } = renderCommentFragment('![a](https://example.com/a.png)', { images: true });
    expect([ownerDocument === document, ownerDocument.defaultView]).to.deep.equal([false, null]);
  });

  it('gives nothing for no body, and takes a number for its digits', () => {
    expect([undefined, null, '', 5].map((body) => renderComment(body as string))).to.deep.equal([
      '',
      '',
      '',
      '<p>5</p>\n',
    ]);
  });

  describe("HTML of an engine becomes the policy's", () => {
    const rows: readonly (readonly [html: string, clean: string, options?: CommentOptions])[] = [
      ['<div class="c"><p>a</p></div>', '<p>a</p>'],
      ['<h1>a</h1><h2>b</h2><h3>c</h3>', '<h3>a</h3><h3>b</h3><h3>c</h3>'],
      ['a<script>b</script><style>c</style><svg><a>d</a></svg><iframe>e</iframe>', 'a'],
      ['<p onclick="x" style="color:red" id="y">a</p>', '<p>a</p>'],
      [
        '<a href="javascript:x">a</a> <a href=" HTTP://example.com" target="_blank">b</a>',
        '<a>a</a> <a href="http://example.com/" rel="nofollow ugc noopener noreferrer">b</a>',
      ],
      [
        '<img src="https://example.com/a.png" alt="a"><img src="http://example.com/b.png" alt="b">',
        '<a href="https://example.com/a.png" rel="nofollow ugc noopener noreferrer">a</a>b',
      ],
      ['<ul>a<li>b</li><p>c</p></ul>', '<ul><li>a</li><li>b</li><li><p>c</p></li></ul>'],
      ['<p>a<ul><li>b</ul>', '<p>a</p><ul><li>b</li></ul>'],
      [
        '<input type="checkbox" checked name="x"><input type="text" value="y">',
        '<input type="checkbox" checked="" disabled="" aria-label="done">',
      ],
      ['<pre>\n\na</pre><pre><font>\nb</font></pre>', '<pre>a</pre><pre>b</pre>'],
      ['a\fb&#13;c<!-- d -->', 'a b\nc'],
      ['<p>a</p>', 'a', { tags: ['b'] }],
    ];
    for (const [html, clean, options] of rows)
      it(html.slice(0, 80), () => {
        expect(sanitizeComment(html, options)).to.equal(clean);
        expect(htmlOf(sanitizeCommentFragment(html, options))).to.equal(clean);
        expect(sanitizeComment(clean, options)).to.equal(clean);
      });
  });
});

describe('options', () => {
  it('can take tags away', () => {
    expect(renderComment('**a** *b* [c](https://example.com)', { tags: ['p', 'em'] })).to.equal(
      '<p>a <em>b</em> c</p>\n',
    );
    expect(renderComment('**a** <b>c</b>', { tags: new Set(['STRONG']) })).to.equal(
      '<strong>a</strong> &lt;b&gt;c&lt;/b&gt;\n',
    );
    expect(renderComment('- a\n- b', { tags: [] })).to.equal('\na\nb\n\n');
  });

  it('take what hangs on a tag away with it', () => {
    expect(Object.keys(tagsOf({ tags: ['li', 'td', 'tr', 'tbody', 'summary', 'dd'] }))).to.deep.equal([]);
    expect(Object.keys(tagsOf({ tags: ['ul', 'table', 'tbody', 'tr', 'dl'] }))).to.deep.equal([]);
    expect(Object.keys(tagsOf({ tags: ['ul', 'li'] }))).to.deep.equal(['li', 'ul']);
  });

  it('cannot add any', () => {
    const tags = [
      'b',
      'script',
      'style',
      'iframe',
      'svg',
      'math',
      'form',
      'h1',
      'img',
      'article',
      'x-y',
      '*',
      '#text',
      '__proto__',
      'constructor',
    ];
    expect(Object.keys(tagsOf({ tags }))).to.deep.equal(['b']);
    const html =
      '<b>a</b><script>b</script><svg><script>c</script></svg><img src="https://example.com/a.png"><form>d</form>';
    expect(sanitizeComment(html, { tags })).to.equal('<b>a</b>a.pngd');
    expect(renderComment('<script>a</script>', { tags })).to.equal('&lt;script&gt;a&lt;/script&gt;');
  });

  it('cannot add attributes, schemes or settings of a library', () => {
    const options = {
      attributes: ['onclick'],
      ADD_TAGS: ['script'],
      ADD_ATTR: ['onclick', 'target'],
      ALLOWED_TAGS: ['script'],
      ALLOW_UNKNOWN_PROTOCOLS: true,
      schemes: ['javascript'],
      hooks: { emStrongMask: () => '' },
    } as CommentOptions;
    expect(sanitizeComment('<b onclick="x">a</b><script>b</script><a href="javascript:c">d</a>', options)).to.equal(
      '<b>a</b><a>d</a>',
    );
    expect(renderComment('**a** [b](javascript:c)', options)).to.equal('<p><strong>a</strong> <a>b</a></p>\n');
  });

  it('cannot make a comment longer than 20,000 characters', () => {
    for (const maxLength of [20_001, Infinity, 0, -1, NaN])
      expect(() => renderComment('a', { maxLength })).to.throw(
        RangeError,
        /^renderComment: maxLength is .*; allowed: numbers from 1 to 20000$/,
      );
    expect(() => sanitizeComment('a', { maxLength: 0 })).to.throw(/^sanitizeComment: /);
    expect(() => renderCommentFragments([], { maxLength: 0 })).to.throw(/^renderCommentFragments: /);
  });

  it('are only those that a caller has given, whatever a page adds to all objects', () => {
    const body = '**a** `b` ![c](https://example.com/c.png)\n\n- [x] d\n\n<b onclick="x" e="f">g</b>';
    const html =
      '<b onclick="x" e="f">a</b><script>b</script><img src="https://example.com/c.png" onerror="x"><ul>d</ul>';
    const all = (options?: CommentOptions) => [
      renderComment(body, options),
      without.renderComment(body, options),
      sanitizeComment(html, options),
      sanitizeComment(html, { ...options, tags: ['b', 'ul', 'li'] }),
      ...renderCommentFragments([body, body], options).map(htmlOf),
    ];
    const clean = all();
    const onFallback = () => {
      throw new Error('a fallback');
    };
    const pollution: Record<string, unknown> = {
      images: true,
      tags: ['script', 'b'],
      maxLength: 1,
      words: { done: '<script>' },
      attributes: { onclick: (value: string) => value, e: (value: string) => value },
      void: true,
      only: 'script',
      line: true,
      in: 'text',
      script: { in: 'text' },
      ADD_TAGS: ['script'],
      ADD_ATTR: ['onclick'],
      ALLOWED_TAGS: ['script'],
      onclick: (value: string) => value,
    };
    for (const [name, value] of Object.entries(pollution)) {
      Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
      try {
        expect([name, ...all()]).to.deep.equal([name, ...clean]);
        expect([name, ...all({ onFallback })]).to.deep.equal([name, ...clean]);
      } finally {
        delete (Object.prototype as Record<string, unknown>)[name];
      }
    }
  });
});

describe('what a review has found', () => {
  for (const [html, expected] of [
    ['<div>one</div><div>two</div>', 'one\n\ntwo'],
    ['<blockquote><div>q</div><footer>who</footer></blockquote>', '<blockquote>q\n\nwho</blockquote>'],
    ['<pre><p>x</p><p>y</p></pre>', '<pre>x\n\ny</pre>'],
    ['<ol start="0"><li>zero</li></ol>', '<ol start="0"><li>zero</li></ol>'],
  ] as const)
    it(`words stay apart, numbers stay: ${html}`, () => expect(sanitizeComment(html)).to.equal(expected));

  it('a picture without text in a link is the name of its file', () => {
    const link = '<a href="https://x.org/f.png" rel="nofollow ugc noopener noreferrer">t.png</a>';
    expect(sanitizeComment('<a href="https://x.org/f.png"><img src="https://x.org/t.png"></a>')).to.equal(link);
    expect(renderComment('[![](https://x.org/t.png)](https://x.org/f.png)')).to.equal(`<p>${link}</p>\n`);
  });

  it('sixty words in an attribute are one attribute', () => {
    const reasons: string[] = [];
    const alt = 'word '.repeat(60).trim();
    const onFallback = (reason: string): void => void reasons.push(reason);
    expect(sanitizeComment(`<p><img src="https://x.org/y.png" alt="${alt}"></p>`, { onFallback })).to.include(alt);
    expect(renderComment(`[a](https://x.org "${alt}")`, { onFallback })).to.include(alt);
    expect(reasons).to.deep.equal([]);
  });

  it('signs between wide spaces are as many as they are', () => {
    const reasons: string[] = [];
    const start = performance.now();
    renderComment('\u3000*[x]'.repeat(4000), { onFallback: (reason) => reasons.push(reason) });
    expect(reasons).to.deep.equal(['too-complex']);
    expect(performance.now() - start).to.be.lessThan(500);
  });
});

describe('the door falls closed', () => {
  const notice = '<p><em>This comment is shown as plain text.</em></p>\n';

  const reasons: string[] = [];
  const onFallback = (reason: string) => void reasons.push(reason);
  beforeEach(() => void (reasons.length = 0));

  it('when the Markdown parser throws', () => {
    const { lex } = Lexer.prototype;
    Lexer.prototype.lex = () => {
      throw new TypeError('a bug');
    };
    try {
      expect(renderComment('**a** <b>\nc', { onFallback })).to.equal(`<p>**a** &lt;b&gt;<br>c</p>\n${notice}`);
      expect(without.renderComment('**a**', { onFallback })).to.equal(`<p>**a**</p>\n${notice}`);
      expect(htmlOf(renderCommentFragment('**a**\nb', { onFallback }))).to.equal(`<p>**a**<br>b</p>\n${notice}`);
    } finally {
      Lexer.prototype.lex = lex;
    }
    expect(reasons).to.deep.equal(['broken', 'broken', 'broken']);
  });

  it('when the Markdown parser gives what the policy has not', () => {
    const { lex } = Lexer.prototype;
    // As if the writer of our HTML had a hole: text that nobody can escape.
    const text = { replace: () => ({ replace: () => '<script>x</script>' }) };
    Lexer.prototype.lex = (() => [{ type: 'code', text }]) as never;
    try {
      expect(renderComment('a', { onFallback })).to.equal('<pre><code>\n</code></pre>\n');
      expect(without.renderComment('a', { onFallback })).to.equal(`<p>a</p>\n${notice}`);
    } finally {
      Lexer.prototype.lex = lex;
    }
    expect(reasons).to.deep.equal(['unproven']);
  });

  it('when a body cannot be read', () => {
    const no = (): never => {
      throw new Error('no');
    };
    const bodies: unknown[] = [new Proxy({}, { get: no }), { toString: no }, Object.create(null)];
    expect(bodies.map((body) => renderComment(body as string))).to.deep.equal(['', '', '']);
    expect(bodies.map((body) => without.sanitizeComment(body as string))).to.deep.equal(
      Array(3).fill(`<p></p>\n${notice}`),
    );
  });

  it('when HTML of an engine meets no DOM', () => {
    expect(without.sanitizeComment('<b>a</b>', { onFallback })).to.equal(`<p>&lt;b&gt;a&lt;/b&gt;</p>\n${notice}`);
    expect(reasons).to.deep.equal(['no-dom']);
    expect(() => without.renderCommentFragment('a')).to.throw(TypeError, /renderCommentFragment: there is no DOM here/);
  });

  it('with what is itself inside the policy, and says so in the words of the page', () => {
    const words = { plain: 'Als "Text" <gezeigt>.' };
    const html = without.sanitizeComment('<b>&amp;</b>\r\n\0', { words });
    expect(html).to.equal(
      '<p>&lt;b&gt;&amp;amp;&lt;/b&gt;<br>\ufffd</p>\n<p><em>Als "Text" &lt;gezeigt&gt;.</em></p>\n',
    );
    expect(isInsidePolicy(html, tagsOf(), [])).to.equal(true);
  });
});

describe('others on the page', () => {
  it("change nothing with hooks and settings of the page's own DOMPurify, nor we theirs", () => {
    const body = '**a** [b](https://example.com)\n\n- [x] c';
    const clean = renderComment(body);
    DOMPurify.addHook('afterSanitizeAttributes', (node) => node.setAttribute('onclick', 'x'));
    DOMPurify.addHook('uponSanitizeElement', (_, data) => void (data.allowedTags['script'] = true));
    DOMPurify.addHook('uponSanitizeAttribute', (_, data) => void (data.forceKeepAttr = true));
    DOMPurify.setConfig({ ADD_TAGS: ['script'], ADD_ATTR: ['onclick'], ALLOWED_TAGS: ['i'] });
    try {
      expect(renderComment(body)).to.equal(clean);
      expect(sanitizeComment('<b onclick="x">a</b><script>b</script>')).to.equal('<b>a</b>');
      expect(DOMPurify.sanitize('<i>a</i>')).to.equal('<i onclick="x">a</i>');
    } finally {
      DOMPurify.clearConfig();
      DOMPurify.removeAllHooks();
    }
  });

  it('change nothing with defaults of marked', async () => {
    const { marked } = await import('marked');
    const tags = tagsOf();
    const words = { done: 'done', todo: 'to do' };
    const clean = markdownToHtml('a\nb ~~c~~ **d**', tags, words);
    marked.use({
      breaks: false,
      gfm: false,
      walkTokens: (token) => void (token.type = 'html'),
      renderer: { strong: () => '<script>' },
    });
    try {
      expect(markdownToHtml('a\nb ~~c~~ **d**', tags, words)).to.equal(clean);
    } finally {
      marked.setOptions(marked.getDefaults());
    }
  });
});
