import { expect } from 'chai';
import { isInsidePolicy } from '../../../src/comments/check.ts';
import { tagsOf } from '../../../src/comments/narrow.ts';

const inside = (html: string, tags = tagsOf()) => isInsidePolicy(html, tags, ['done', 'to do']);

const REL = 'rel="nofollow ugc noopener noreferrer"';
const OWN = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';
const BOX = '<input type="checkbox" disabled="" aria-label="done">';

describe('the checker of finished HTML', () => {
  describe('accepts', () => {
    for (const html of [
      '',
      'a &amp; b &eacute; &#169; "c" \'d\' \n\t e',
      '<p>a<br>b</p>\n<hr>',
      '<b lang="en" dir="rtl">a</b>',
      `<a href="https://example.com/" title="a &quot;b&quot; &amp;c;" ${REL}>a</a>`,
      '<a href="/x?a&amp;b">a</a> <a>b</a>',
      '<ul>\n<li>a<ul><li><p>b</p></li></ul></li>\n</ul>',
      '<ol start="3" reversed=""><li>a</li></ol>',
      '<table><caption>a</caption><thead><tr><th align="left">a</th></tr></thead><tbody><tr><td colspan="2">b</td></tr></tbody></table>',
      '<pre><code class="language-c++">a\n</code></pre>',
      '<details open=""><summary>a</summary><p>b</p></details>',
      `<ul><li>${BOX} a</li></ul>`,
      '<i>'.repeat(100) + '</i>'.repeat(100),
    ])
      it(html.slice(0, 70) || 'nothing', () => expect(inside(html)).to.equal(true));

    it('pictures where the policy has them', () => {
      const html = `<img src="https://example.com/a.png" alt="a" width="9" ${OWN}>`;
      expect([inside(html, tagsOf({ images: true })), inside(html)]).to.deep.equal([true, false]);
    });
  });

  /** Each is one step outside. */
  const BROKEN: Readonly<Record<string, readonly string[]>> = {
    'signs that are not text': [
      'a < b',
      'a > b',
      'a & b',
      '&amp',
      '&;',
      '&#;',
      '&#x;',
      '&#12345678;',
      'a\rb',
      'a\0b',
      '<',
      '<>',
    ],
    'white space that the next parser changes': [
      'a&#13;b',
      'a&#xd;b',
      '<pre>\na</pre>',
      '<pre lang="en">\na</pre>',
      '<pre>&#10;a</pre>',
      '<pre>&NewLine;a</pre>',
      'a&Tab;b',
      'a\fb',
    ],
    'comments and the like': ['<!-- a -->', '<!doctype html>', '<?php ?>', '<![CDATA[a]]>', '</>', '<!>'],
    'tags outside the policy': [
      '<script></script>',
      '<style></style>',
      '<iframe></iframe>',
      '<svg></svg>',
      '<math></math>',
      '<div>a</div>',
      '<span>a</span>',
      '<h1>a</h1>',
      '<h2>a</h2>',
      '<img>',
      '<x-y>a</x-y>',
      '<form></form>',
      '<template></template>',
    ],
    'tags written in another way': [
      '<B>a</B>',
      '<b >a</b>',
      '<br/>',
      '<br />',
      '< b>a</b>',
      '<b>a</b >',
      '<b>a</B>',
      '<b\n>a</b>',
      '<b',
    ],
    'tags that do not end, or not in order': [
      '<b>a',
      'a</b>',
      '<b><i>a</b></i>',
      '<p>a</p></p>',
      '</br>',
      '<br></br>',
      '<hr></hr>',
      '<b>a</b lang="en">',
    ],
    'tags where a parser would not leave them': [
      '<p><p>a</p></p>',
      '<p><ul><li>a</li></ul></p>',
      '<h3><p>a</p></h3>',
      '<p><b><blockquote>a</blockquote></b></p>',
      '<li>a</li>',
      '<dd>a</dd>',
      '<td>a</td>',
      '<tr><td>a</td></tr>',
      '<caption>a</caption>',
      '<summary>a</summary>',
      '<table><tr><td>a</td></tr></table>',
      '<table>a</table>',
      '<table><tbody>a</tbody></table>',
      '<table>\u00a0<tbody></tbody></table>',
      '<table><tbody><tr>a</tr></tbody></table>',
      '<table><tbody><tr><p>a</p></tr></tbody></table>',
      '<ul>a</ul>',
      '<ul><ul><li>a</li></ul></ul>',
      '<dl><p>a</p></dl>',
      '<a href="/x">a <a href="/y">b</a></a>',
      '<a>a <b><a>b</a></b></a>',
      '<i>'.repeat(105) + '</i>'.repeat(105),
    ],
    'attributes outside the policy': [
      '<b id="a">a</b>',
      '<b class="a">a</b>',
      '<b style="color:red">a</b>',
      '<b onclick="a">a</b>',
      '<b title="a">a</b>',
      '<b data-a="a">a</b>',
      '<b aria-label="a">a</b>',
      '<b slot="a">a</b>',
      '<b __proto__="a">a</b>',
      '<b constructor="a">a</b>',
      '<p align="center">a</p>',
      '<a href="/x" target="_blank">a</a>',
      '<a href="/x" name="a">a</a>',
    ],
    'attributes with other values': [
      '<b dir="up">a</b>',
      '<b lang="a b">a</b>',
      '<code class="language-">a</code>',
      '<code class="a">a</code>',
      `<code class="language-${'a'.repeat(33)}">a</code>`,
      '<ol start="-1"><li>a</li></ol>',
      '<ol start="1e3"><li>a</li></ol>',
      '<table><tbody><tr><td colspan="101">a</td></tr></tbody></table>',
      '<table><tbody><tr><td rowspan="0">a</td></tr></tbody></table>',
      '<table><tbody><tr><td align="justify">a</td></tr></tbody></table>',
    ],
    'attributes written in another way': [
      "<b lang='en'>a</b>",
      '<b lang=en>a</b>',
      '<b lang="en"dir="rtl">a</b>',
      '<b  lang="en">a</b>',
      '<b lang = "en">a</b>',
      '<b LANG="en">a</b>',
      '<b lang>a</b>',
      '<b lang="en" lang="en">a</b>',
      '<b lang="en">a</b lang>',
      '<abbr title="a<b">a</abbr>',
      '<abbr title="a>b">a</abbr>',
      '<abbr title="a\rb">a</abbr>',
      '<abbr title="a\nb">a</abbr>',
      '<abbr title="a&#10;b">a</abbr>',
      '<abbr title="a&sol;b">a</abbr>',
      '<abbr title="a & b">a</abbr>',
      '<b dir="RTL">a</b>',
      '<ol start="03"><li>a</li></ol>',
    ],
    'addresses that lead elsewhere, or are not as we write them': [
      `<a href="javascript:alert(1)" ${REL}>a</a>`,
      '<a href="javascript:alert(1)">a</a>',
      '<a href="javascript&colon;alert(1)">a</a>',
      '<a href="java&Tab;script:alert(1)">a</a>',
      '<a href="&#106;avascript:alert(1)">a</a>',
      `<a href="data:text/html,a" ${REL}>a</a>`,
      `<a href="ftp://example.com/" ${REL}>a</a>`,
      '<a href="#a">a</a>',
      '<a href="">a</a>',
      '<a href="//example.com/">a</a>',
      `<a href="https://example.com" ${REL}>a</a>`,
      `<a href="https://user@example.com/" ${REL}>a</a>`,
      `<a href="HTTPS://example.com/" ${REL}>a</a>`,
      '<a href=" /x">a</a>',
      '<a href="/x&y">a</a>',
    ],
    'links without what we write at them, or with more': [
      '<a href="https://example.com/">a</a>',
      '<a href="https://example.com/" rel="noopener">a</a>',
      '<a href="https://example.com/" rel="nofollow ugc noopener noreferrer opener">a</a>',
      `<a href="/x" ${REL}>a</a>`,
      `<a ${REL}>a</a>`,
      `<b ${REL}>a</b>`,
    ],
    'boxes that are not ours': [
      '<input>',
      '<input type="checkbox">',
      '<input type="checkbox" aria-label="done">',
      '<input type="checkbox" disabled="">',
      '<input disabled="" aria-label="done">',
      '<input type="text" disabled="" aria-label="done">',
      '<input type="checkbox" disabled="" aria-label="click here">',
      '<input type="checkbox" disabled="disabled" aria-label="done">',
      '<input type="checkbox" disabled="" aria-label="done" name="a">',
      '<input type="checkbox" disabled="" aria-label="done" dir="rtl">',
      '<input type="checkbox" disabled="" aria-label="done" formaction="/x">',
      `${BOX}a</input>`,
    ],
  };

  for (const [what, list] of Object.entries(BROKEN))
    describe(`refuses ${what}`, () => {
      for (const html of list) it(JSON.stringify(html).slice(1, 90), () => expect(inside(html)).to.equal(false));
    });

  it('refuses pictures that are not as we write them', () => {
    const pictures = tagsOf({ images: true });
    for (const attributes of [
      `src="http://example.com/a.png" alt="" ${OWN}`,
      `src="data:image/png;base64,AA" alt="" ${OWN}`,
      `src="/a.png" alt="" ${OWN}`,
      `alt="" ${OWN}`,
      'src="https://example.com/a.png" alt=""',
      `src="https://example.com/a.png" alt="" ${OWN.replace('lazy', 'eager')}`,
      `src="https://example.com/a.png" srcset="https://example.com/b.png" ${OWN}`,
      `src="https://example.com/a.png" onerror="x" ${OWN}`,
      `src="https://example.com/a.png" width="10000" ${OWN}`,
    ])
      expect([attributes, inside(`<img ${attributes}>`, pictures)]).to.deep.equal([attributes, false]);
  });

  it('refuses what a narrower policy has not', () => {
    expect(inside('<p>a</p>', tagsOf({ tags: ['b'] }))).to.equal(false);
    expect(inside('<ul><li>a</li></ul>', tagsOf({ tags: ['ul'] }))).to.equal(false);
  });
});
