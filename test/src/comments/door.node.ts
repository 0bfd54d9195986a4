/** The door to HTML without a DOM, with jsdom's, and with those of others. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Window } from 'happy-dom';
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';
import * as withDom from '../../../src/comments/node.ts';
import * as without from '../../../src/comments/render.ts';
import type { WindowLike } from '../../../src/comments/sanitize.ts';
import { BODIES } from './bodies.ts';

const { document } = new JSDOM('').window;

/** What a browser would make of a string. */
function nodesOf(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

const textOf = (fragment: DocumentFragment): string => {
  const holder = document.createElement('div');
  holder.append(document.importNode(fragment, true));
  return holder.innerHTML;
};

describe('a comment is the same nodes without a DOM, with one, and as a fragment', () => {
  for (const [body, options] of BODIES)
    it(JSON.stringify([body, options]).slice(0, 100), () => {
      const reasons: string[] = [];
      const all = { ...options, onFallback: (reason: string) => reasons.push(reason) };
      const plain = without.renderComment(body, all);
      const nodes = withDom.renderCommentFragment(body, all);
      assert.ok(nodesOf(plain).isEqualNode(document.importNode(nodes, true)), `${plain}\n${textOf(nodes)}`);
      assert.equal(withDom.renderComment(body, all), textOf(nodes));
      // Through the door again, as an engine that stores what we gave it would.
      assert.equal(withDom.sanitizeComment(plain, all), textOf(nodes));
      assert.deepEqual(reasons, []);
    });
});

it('many comments at once are the same nodes as each alone', () => {
  const bodies = BODIES.map(([body]) => body);
  assert.deepEqual(
    withDom.renderCommentFragments(bodies).map(textOf),
    bodies.map((body) => textOf(withDom.renderCommentFragment(body))),
  );
});

describe('without a DOM', () => {
  it('HTML of an engine is its text', () => {
    const reasons: string[] = [];
    const html = without.sanitizeComment('<b onclick="x">a</b>\n<script>', {
      onFallback: (reason) => reasons.push(reason),
    });
    assert.equal(
      html,
      '<p>&lt;b onclick="x"&gt;a&lt;/b&gt;<br>&lt;script&gt;</p>\n<p><em>This comment is shown as plain text.</em></p>\n',
    );
    assert.deepEqual(reasons, ['no-dom']);
  });

  it('there are no nodes, and an error says what to do', () => {
    assert.throws(
      () => without.renderCommentFragment('a'),
      /renderCommentFragment: there is no DOM here; use renderComment/,
    );
    assert.throws(() => without.sanitizeCommentFragment('a'), /sanitizeCommentFragment: there is no DOM here/);
    assert.throws(() => without.renderCommentFragments([]), /renderCommentFragments: there is no DOM here/);
  });
});

describe('commentsIn', () => {
  it('uses the window that it is given', () => {
    const { window } = new JSDOM('');
    const { renderCommentFragment } = withDom.commentsIn(window as unknown as WindowLike);
    assert.equal(renderCommentFragment('**a**').firstElementChild!.innerHTML, '<strong>a</strong>');
  });

  it('proves Markdown where happy-dom is the global window, and shows HTML as text', () => {
    const window = new Window();
    Object.assign(globalThis, { window, document: window.document });
    try {
      assert.equal(without.renderComment('**a**'), '<p><strong>a</strong></p>\n');
      assert.match(without.sanitizeComment('<b>x</b>'), /^<p>&lt;b&gt;x&lt;\/b&gt;<\/p>/);
    } finally {
      Reflect.deleteProperty(globalThis, 'window');
      Reflect.deleteProperty(globalThis, 'document');
    }
  });

  it('refuses happy-dom by its name', () =>
    assert.throws(() => withDom.commentsIn(new Window() as unknown as WindowLike), {
      name: 'TypeError',
      message: /happy-dom cannot be trusted to sanitise HTML; use a browser or jsdom/,
    }));

  it('refuses linkedom by its name', () =>
    assert.throws(() => withDom.commentsIn(parseHTML('<p>') as unknown as WindowLike), {
      name: 'TypeError',
      message: /linkedom.* cannot be trusted to sanitise HTML/,
    }));
});
