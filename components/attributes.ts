/** How properties are attributes. For elements that need nothing else of `options.ts`, and of what that imports. */

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());

/** Lit's declarations of attributes, for names as properties have them. */
export const attributes = (options: readonly string[]): Record<string, { attribute: string }> =>
  Object.fromEntries(options.map((name) => [name, { attribute: kebab(name) }]));
