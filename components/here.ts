/** The address of the page being read, by its canonical link. */
export const here = (): string => document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || location.href;
