import { expect } from 'chai';
import { textFromHtml } from '../../../src/posts/text.ts';

describe('textFromHtml', () => {
  const examples: [html: string, text: string][] = [
    ['<p>Fish &amp; <b>chips</b></p><p>from 5&nbsp;pm</p>', 'Fish & chips from 5 pm'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['&#x1F642;&#8217;&eacute;&hellip;', '🙂’é…'],
    ['a &amp b &unknown; &', 'a & b &unknown; &'],
    ['<h1>One</h1>Two<br>Three<ul><li>Four<li>Five</ul>', 'One Two Three Four Five'],
    ['un<b>believ</b>able <em>news</em>', 'unbelievable news'],
    ['<script>var a = "<p>no</p>";</script>yes', 'yes'],
    ['<style>p > a { }</style>yes<STYLE>no</STYLE >', 'yes'],
    ['<form><label>Password</label><input></form>after', 'after'],
    ['<iframe>no</iframe><svg><text>no</text></svg><template>no</template>yes', 'yes'],
    ['before<script>never closed', 'before'],
    ['before<!-- <b>no</b> -->after', 'beforeafter'],
    ['before<!-- never closed', 'before'],
    ['<!DOCTYPE html><?xml version="1.0"?>text', 'text'],
    ['<img alt="a > b" src=x>text', 'text'],
    ['<a title=\'it > is\' href="/">link</a>', 'link'],
    ['<p title="never closed>text', ''],
    ['unclosed <b', 'unclosed'],
    ['write class="<b>bold</b>"', 'write class="bold"'],
    ['<script>x = "</script>yes', 'yes'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['I <3 you', 'I <3 you'],
    ['text', 'text'],
    ['', ''],
  ];
  for (const [html, text] of examples)
    it(`makes ${JSON.stringify(text)} of ${html}`, () => expect(textFromHtml(html)).to.equal(text));

  const hostile: [what: string, html: string][] = [
    ['open signs', '<'.repeat(1e6)],
    ['open tags', '<a'.repeat(5e5)],
    ['open comments', '<!--'.repeat(25e4)],
    ['open scripts', '<script>'.repeat(12e4)],
    ['scripts that close wrongly', '<script></scrip>'.repeat(6e4)],
    ['open quotes', '<a b="'.repeat(16e4)],
    ['spaces before quotes', `<a ${' '.repeat(9e5)}"`],
    ['spaces', ' '.repeat(1e6)],
    ['ampersands', '&'.repeat(1e6)],
    ['entities', '&amp;'.repeat(2e5)],
    ['ends', '</'.repeat(5e5)],
  ];
  it('reads a megabyte of hostile input in linear time', () => {
    for (const [what, html] of hostile) {
      const start = performance.now();
      textFromHtml(html);
      expect(performance.now() - start, what).to.be.below(3000);
    }
  });
});
