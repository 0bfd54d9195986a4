import { expect } from 'chai';
import { renderCommentFragment, sanitizeCommentFragment } from '../../../src/comments/render.ts';
import { ATTACKS } from '../../fixtures/attacks.ts';

interface Call {
  sink: string;
  stack: string;
}

type Holder = [holder: unknown, name: string];

/** What makes markup or code of a string: properties that are set … */
const SETTERS: readonly Holder[] = [
  [Element.prototype, 'innerHTML'],
  [Element.prototype, 'outerHTML'],
  [ShadowRoot.prototype, 'innerHTML'],
  [HTMLIFrameElement.prototype, 'srcdoc'],
  [HTMLIFrameElement.prototype, 'src'],
  [HTMLScriptElement.prototype, 'text'],
  [HTMLScriptElement.prototype, 'src'],
];

/** … and functions that are called. Some of them only newer browsers have. */
const FUNCTIONS: readonly Holder[] = [
  [Element.prototype, 'insertAdjacentHTML'],
  [Element.prototype, 'setHTML'],
  [Element.prototype, 'setHTMLUnsafe'],
  [ShadowRoot.prototype, 'setHTML'],
  [ShadowRoot.prototype, 'setHTMLUnsafe'],
  [Document, 'parseHTML'],
  [Document, 'parseHTMLUnsafe'],
  [Document.prototype, 'write'],
  [Document.prototype, 'writeln'],
  [Document.prototype, 'execCommand'],
  [Range.prototype, 'createContextualFragment'],
  [DOMParser.prototype, 'parseFromString'],
  [window, 'eval'],
  [window, 'Function'],
  [window, 'setTimeout'],
  [window, 'setInterval'],
];

const has = ([holder, name]: Holder): boolean => name in (holder as object);

/** Watches all sinks while something is done; says who reached which. */
function watch(work: () => void): Call[] {
  const calls: Call[] = [];
  const undo: (() => void)[] = [];
  const hear = (sink: string): unknown => calls.push({ sink, stack: new Error().stack ?? '' });
  const put = (holder: object, name: string, wrap: (old: PropertyDescriptor) => PropertyDescriptor): void => {
    const old = Object.getOwnPropertyDescriptor(holder, name)!;
    Object.defineProperty(holder, name, { ...wrap(old), configurable: true });
    undo.push(() => void Object.defineProperty(holder, name, old));
  };
  for (const [holder, name] of SETTERS.filter(has))
    put(holder as object, name, ({ get, set }) => ({
      get,
      set(value) {
        hear(name);
        set!.call(this, value);
      },
    }));
  for (const [holder, name] of FUNCTIONS.filter(has))
    put(holder as object, name, ({ value: old }) => ({
      writable: true,
      value: function (this: unknown, ...values: unknown[]) {
        hear(name);
        return new.target ? Reflect.construct(old, values) : Reflect.apply(old, this, values);
      },
    }));
  try {
    work();
  } finally {
    for (const back of undo) back();
  }
  return calls;
}

describe('what makes markup of a string', () => {
  it('is watched, all of it', () => {
    const calls = watch(() => {
      const holder = document.createElement('div');
      const inner = holder.appendChild(document.createElement('p'));
      const other = document.implementation.createHTMLDocument('');
      for (const [owner, name] of SETTERS)
        if (owner === Element.prototype) Reflect.set(name === 'outerHTML' ? inner : holder, name, 'x');
      holder.insertAdjacentHTML('beforeend', 'x');
      holder.attachShadow({ mode: 'open' }).innerHTML = 'x';
      document.createElement('iframe').srcdoc = 'x';
      document.createElement('script').text = 'x';
      other.write('x');
      other.writeln('x');
      document.createRange().createContextualFragment('x');
      new DOMParser().parseFromString('x', 'text/html');
      new Function('1');
    });
    expect(new Set(calls.map(({ sink }) => sink)).size).to.equal(10);
  });

  for (const [name, toFragment] of Object.entries({ renderCommentFragment, sanitizeCommentFragment }))
    it(`is not reached by ${name}, but for DOMPurify's own parser, once a comment`, () => {
      const page = document.documentElement.outerHTML;
      for (const { input, name: attack } of ATTACKS) {
        const calls = watch(() => void toFragment(input));
        expect(
          calls.map(({ sink }) => sink).filter((sink) => sink !== 'parseFromString'),
          attack,
        ).to.deep.equal([]);
        expect(calls.length, attack).to.be.lessThan(2);
        for (const { stack } of calls) expect(stack, attack).to.match(/dompurify/);
      }
      expect(document.documentElement.outerHTML).to.equal(page);
    });
});
