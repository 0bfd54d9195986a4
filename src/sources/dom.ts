/**
 * The one place where the platform parses markup. Its documents are inert: nothing in them runs, loads or is drawn, and
 * only plain data is taken out of them. Under Trusted Types `DOMParser` is a sink, hence the policy.
 */
interface Policy {
  createHTML(text: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

function trusted(text: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  const rules = { createHTML: String };
  policy ??= trustedTypes?.createPolicy('dogeared', rules) ?? rules;
  return policy.createHTML(text);
}

export const parse = (text: string, type: DOMParserSupportedType): Document =>
  new DOMParser().parseFromString(trusted(text), type);

/** An element of an inert document, which is used again: one for each text takes ten times as long. */
let holder: HTMLElement | undefined;

/** Resolves the entities of HTML in a text, once. */
export function decode(text: string): string {
  if (!text.includes('&')) return text;
  holder ??= parse('', 'text/html').body;
  // No tag is left in it.
  // eslint-disable-next-line no-restricted-properties
  holder.innerHTML = trusted(text.replace(/</g, '&lt;'));
  return holder.textContent ?? '';
}
