import { expect } from 'chai';
import fc from 'fast-check';
import {
  renderComment,
  renderCommentFragment,
  sanitizeComment,
  sanitizeCommentFragment,
} from '../../../src/comments/render.ts';
import { ATTACKS } from '../../fixtures/attacks.ts';
import { harms } from './harmless.ts';
import { wait } from './page.ts';

const { nightly } = (await (await fetch('/test-settings')).json()) as { nightly: boolean };
/** `NIGHTLY=1` takes its time. */
const RUNS = nightly ? 100_000 : 300;
/** So many at a time, so that the browser can answer its runner between them. */
const AT_ONCE = 500;

const TAGS =
  'p br hr a em strong b i del s ins sub sup code pre kbd mark blockquote q abbr ul ol li dl dt dd table caption thead tbody tfoot tr th td h1 h2 h3 h6 ' +
  'details summary input img div span section font u button form select option textarea svg math style script title template ' +
  'noscript iframe object svg:a foreignObject desc mi mtext mglyph annotation-xml x-y dogeared-recent body html frameset article center nobr';

const ATTRIBUTES = [
  'href=/x',
  'href="https://blog.example/?a=1&amp;b=2"',
  'href="//blog.example/ x"',
  'href="javascript:__ran(1)"',
  'href="#x"',
  'href=mailto:ines@blog.example',
  "title='a\"b&amp;lt;'",
  'title="&nbsp;\u00a0-->"',
  'start=3',
  'start=-1',
  'reversed',
  'align=center',
  'colspan=2',
  'colspan=1000',
  'open',
  'class=language-js',
  'class="language-js x"',
  'dir=rtl',
  'lang=de-AT',
  'lang="x y"',
  'src="https://blog.example/x.png"',
  'src=/x.png alt="x y"',
  'alt=""',
  'type=checkbox',
  'checked',
  'disabled',
  'aria-label=x',
  'id=settings',
  'name=createElement',
  'style="color:red"',
  'onclick=__ran(1)',
  'is=x-y',
  'slot=x',
  'xlink:href=x',
  'xmlns="http://www.w3.org/2000/svg"',
];

const TEXTS = [
  ...[
    'x',
    'hello world',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\r\n',
    '\r',
    '\u00a0',
    '\u0000',
    '\f',
    '&amp;',
    '&lt;b&gt;',
    '&nbsp',
    '&#13;',
    '&#10;',
  ],
  ...[
    '&#0;',
    '<',
    '>',
    '"',
    "'",
    '&',
    '\u202e',
    '\ud800',
    '🎉',
    'é',
    '--',
    ']]>',
    '\ufeff',
    '\u2028',
    '<!-- x -->',
    '<!x>',
    '<?x?>',
    '<![CDATA[x]]>',
  ],
  ...['</', '<b', '<a href="', 'https://blog.example/', 'ines@blog.example', 'www.blog.example'],
];

const MARKS = [
  ...[
    '# ',
    '###### ',
    '> ',
    '- ',
    '* ',
    '1. ',
    '7) ',
    '- [ ] ',
    '- [x] ',
    '    ',
    '  ',
    '```',
    '```js\n',
    '~~~',
    '`',
    '``',
    '*',
    '**',
    '_',
    '__',
    '~~',
  ],
  ...[
    '[',
    ']',
    '](',
    ')',
    '](/x)',
    '](https://blog.example/ "t")',
    '](javascript:__ran(1))',
    '![',
    '[x]: /y\n',
    '[x]',
    '<https://blog.example/>',
  ],
  ...[
    '|',
    '| a | b |\n| - | :-: |\n',
    '\\',
    '\\\n',
    '  \n',
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '---\n',
    '===\n',
    '***\n',
    '[^1]',
    '\n    x\n',
  ],
];

const tag = fc.constantFrom(...TAGS.split(' '));
const start = fc
  .tuple(tag, fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 3 }), fc.constantFrom('>', '>', '>', '/>', ''))
  .map(([name, attributes, end]) => `<${[name, ...attributes].join(' ')}${end}`);
const end = tag.map((name) => `</${name}>`);
const text = fc.constantFrom(...TEXTS);
/** A piece of an attack, which may begin and end anywhere. */
const piece = fc
  .tuple(
    fc.constantFrom(...ATTACKS.map(({ input }) => input).filter(({ length }) => length < 300)),
    fc.nat(60),
    fc.nat(120),
  )
  .map(([input, from, length]) => input.slice(from % input.length).slice(0, length));

const soup = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.array(fc.oneof(...parts), { maxLength: 24 }).map((list) => list.join(''));

const html = soup(start, start, start, end, end, text, text, piece);
const markdown = soup(fc.constantFrom(...MARKS), fc.constantFrom(...MARKS), text, text, start, end, piece);

const written = (fragment: DocumentFragment): string => {
  const holder = document.createElement('div');
  holder.append(document.importNode(fragment, true));
  return holder.innerHTML;
};

const CASES = [
  ['an engine’s HTML', html, sanitizeComment, sanitizeCommentFragment],
  ['Markdown as an engine’s HTML', markdown, sanitizeComment, sanitizeCommentFragment],
  ['Markdown', markdown, renderComment, renderCommentFragment],
  ['HTML as Markdown', html, renderComment, renderCommentFragment],
] as const;

describe('whatever is in a comment,', () => {
  for (const [what, input, toHtml, toFragment] of CASES)
    it(`sanitising twice changes nothing, and the result is harmless and stable: ${what}`, async function () {
      this.timeout(nightly ? 0 : 60_000);
      for (let run = 0; run < RUNS; run += AT_ONCE) {
        fc.assert(
          fc.property(input, (body) => {
            let drawn = true;
            const once = toHtml(body, { onFallback: () => (drawn = false) });
            expect(harms(once, document)).to.deep.equal([]);
            expect(sanitizeComment(once)).to.equal(once);
            if (drawn) expect(written(toFragment(body))).to.equal(once);
          }),
          { numRuns: Math.min(AT_ONCE, RUNS - run) },
        );
        await wait(0);
      }
    });
});
