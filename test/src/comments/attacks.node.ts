/**
 * The attacks without a DOM, and with jsdom: what the doors give in Node. jsdom looks at the results of both; it is no part of the
 * door that works without one.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeHTML } from 'entities';
import { JSDOM } from 'jsdom';
import { parseComments } from '../../../src/comments/comment.ts';
import * as jsdom from '../../../src/comments/node.ts';
import * as bare from '../../../src/comments/render.ts';
import { type Attack, ATTACKS } from '../../fixtures/attacks.ts';
import { commentHarms, harms, outside } from './harmless.ts';

assert.ok(!('document' in globalThis), 'there is no DOM here');

/** A page in which scripts run. */
const { window } = new JSDOM('<!doctype html><main></main>', {
  runScripts: 'dangerously',
  url: 'https://page.example/one/',
});
const document = window.document as unknown as Document;
let runs = 0;
Object.assign(window, { __ran: () => runs++ });

/** jsdom takes time with the square of what is large. */
const small = ATTACKS.filter(({ input }) => input.length < 25_000);

const title = ({ class: kind, name }: Attack): string => `${kind}: ${name}`;

/** What is written by a name, such as `&copy;`, as a parser writes it: the names are two thousand, and stay without a DOM. */
const named = (html: string): string =>
  html.replace(/&(?!(?:amp|lt|gt|nbsp|quot);)[a-z][a-z\d]*;/gi, (reference) => decodeHTML(reference));

/** Puts a string into the page, and says what is wrong with it. */
function harmsOf(html: string): string[] {
  const main = document.querySelector('main')!;
  main.innerHTML = html;
  const problems = [...outside(main), ...harms(html, document)];
  main.replaceChildren();
  return problems;
}

describe('the attacks, in Node,', () => {
  for (const attack of small)
    it(`do nothing: ${title(attack)}`, () => {
      const { input } = attack;
      const reasons: string[] = [];
      const hear = (where: string) => (reason: string) => void reasons.push(`${where}: ${reason}`);
      const without = named(bare.renderComment(input, { onFallback: hear('without a DOM') }));
      const withDom = jsdom.renderComment(input, { onFallback: hear('with jsdom') });
      const html = jsdom.sanitizeComment(input);
      const text = bare.sanitizeComment(input);

      for (const result of [without, withDom, html, text]) assert.deepEqual(harmsOf(result), []);
      assert.equal(jsdom.sanitizeComment(withDom), withDom);
      assert.equal(jsdom.sanitizeComment(html), html);
      // The two can differ only where one of them has given up.
      if (!reasons.length) assert.equal(without, withDom);
      assert.equal(runs, 0);
    });

  it('are drawn without a DOM nearly always: at most 1 in 50 that jsdom draws is shown as text', () => {
    const lost = small.filter(({ input }) => {
      let [one, other] = [false, false];
      bare.renderComment(input, { onFallback: () => (one = true) });
      jsdom.renderComment(input, { onFallback: () => (other = true) });
      return one && !other;
    });
    assert.ok(lost.length < small.length / 50, lost.map(title).join('\n'));
  });

  it('are text where an engine has made HTML of them and there is no DOM', () => {
    for (const { input } of small) {
      const reasons: string[] = [];
      const result = bare.sanitizeComment(input, { onFallback: (reason) => reasons.push(reason) });
      assert.deepEqual(reasons, ['no-dom']);
      assert.match(result, /^<p>(?:[^<]|<br>)*<\/p>\n<p><em>[^<]*<\/em><\/p>\n$/);
    }
  });

  it('end in time, however long they are', () => {
    for (const attack of ATTACKS) {
      const start = performance.now();
      bare.renderComment(attack.input);
      assert.ok(performance.now() - start < 1000, title(attack));
    }
  });

  it("take no more than their length's time in jsdom", () => {
    const time = (count: number): number => {
      const start = performance.now();
      jsdom.sanitizeComment('<b onclick=__ran(1)>x</b>'.repeat(count));
      return performance.now() - start;
    };
    time(500);
    const [some, more] = [time(1000), time(4000)];
    // Four times, and as much again for a machine that is busy; the square would be sixteen times.
    assert.ok(more < 8 * some + 200, `${Math.round(some)} ms, but ${Math.round(more)} ms for four times as many`);
  });

  it('do nothing in any field', () => {
    for (const { input } of ATTACKS) {
      const author = { name: input, url: input, avatar: input, badge: input };
      const record = { id: input, author, published: input, url: input, votes: input, source: input, body: 'x' };
      for (const comment of parseComments([record], { url: 'https://blog.example/one/' }))
        assert.deepEqual(commentHarms(comment), [], input.slice(0, 200));
    }
  });
});
