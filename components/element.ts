import { adoptStyles, LitElement } from 'lit';

/**
 * A Lit element that draws anew what a server has drawn: what it shows first in a page, with posts on their way, is not
 * what it showed there, so that nothing can be taken over.
 */
export abstract class DogearedElement extends LitElement {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.replaceChildren();
    adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
    return root;
  }
}
