import { adoptStyles, LitElement } from 'lit';

/**
 * A Lit element that draws anew what a server has drawn: what it shows first in a page, with posts on their way, is not
 * what it showed there, so that nothing can be taken over.
 */
export abstract class DogearedElement extends LitElement {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    if (!shadowRoot) return super.createRenderRoot();
    shadowRoot.replaceChildren();
    adoptStyles(shadowRoot, (this.constructor as typeof LitElement).elementStyles);
    return shadowRoot;
  }
}
