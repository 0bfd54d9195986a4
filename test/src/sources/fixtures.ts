import type { ExpectedFiles } from './expected.ts';

/** The bytes of a file below `test/fixtures`, unchanged. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await fetch(`/serve/fixtures/${path}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function expectedIn(list: string): Promise<ExpectedFiles> {
  return JSON.parse(new TextDecoder().decode(await bytesOf(list))) as ExpectedFiles;
}

/** An RSS document with one item. */
export const rss = (item: string, channel = '', attributes = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Blog</title>${channel}<item>${item}</item></channel></rss>`;

/** An Atom document with one entry. */
export const atom = (entry: string, feed = '', attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Blog</title>${feed}<entry>${entry}</entry></feed>`;
