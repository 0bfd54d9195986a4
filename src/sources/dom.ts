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

export function parse(text: string, type: DOMParserSupportedType): Document {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  policy ??= trustedTypes
    ? trustedTypes.createPolicy('dogeared', { createHTML: (html) => html })
    : { createHTML: String };
  return new DOMParser().parseFromString(policy.createHTML(text), type);
}

/** Resolves the entities of HTML in a text, once. */
export const decode = (text: string): string =>
  text.includes('&')
    ? (parse('<!doctype html><p>' + text.replace(/</g, '&lt;'), 'text/html').body.textContent ?? '')
    : text;
