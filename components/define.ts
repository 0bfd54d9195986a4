import { leave } from './guard.ts';

let told = false;

/** Registers an element, unless a second copy of this script has been there before, or there is no page. */
export function define(tag: string, element: CustomElementConstructor): void {
  leave();
  if (typeof customElements === 'undefined') return;
  if (!customElements.get(tag)) return customElements.define(tag, element);
  if (!told) console.info(`<${tag}>: dogeared is on this page twice; the first copy is used.`);
  told = true;
}
