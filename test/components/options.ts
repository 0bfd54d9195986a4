import { expect } from 'chai';
import { parsePosts } from '../../src/posts/parse.ts';
import type { Post } from '../../src/posts/post.ts';
import { blog } from '../fixtures/blog.ts';
import { now, shown, type Tag, titles } from './helpers.ts';

export type Row = readonly [attribute: string, value: string, options: Record<string, unknown>];

/** The attributes that all lists have, and the options of their functions. */
export const FILTERS: readonly Row[] = [
  ['limit', '3', { limit: 3 }],
  ['exclude', 'p1, https://blog.example.org/2026/04/we-rewrote-it-in-an-afternoon/', { exclude: ['p1', 'p19'] }],
  ['tags', 'food, Garden', { tags: ['food', 'garden'] }],
  ['exclude-tags', 'notes,code', { excludeTags: ['notes', 'code'] }],
  ['authors', 'Bo Okafor, chiara neri', { authors: ['Bo Okafor', 'Chiara Neri'] }],
  ['published-within', '20d', { publishedWithin: '20d' }],
  ['min-age', '1y', { minAge: '1y' }],
];

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Each attribute changes the list as the option of the function does; so does the property; without it all is as before. */
export function theyChangeTheList(
  tag: Tag,
  rows: readonly Row[],
  select: (posts: Post[], options: object) => Post[],
): void {
  const posts = parsePosts(blog);
  const expected = (options: object): string[] => select(posts, { now, ...options }).map(({ title }) => title);

  for (const [attribute, value, options] of rows)
    it(`${attribute}="${value}" chooses as the function does`, async () => {
      const list = await shown(`<${tag}></${tag}>`, { posts: blog });
      expect(titles(list)).to.deep.equal(expected({}));
      list.setAttribute(attribute, value);
      await list.updateComplete;
      expect(titles(list)).to.deep.equal(expected(options)).and.not.deep.equal(expected({}));
      list.removeAttribute(attribute);
      await list.updateComplete;
      expect(titles(list)).to.deep.equal(expected({}));
      Object.assign(list, { [camel(attribute)]: options[camel(attribute)] });
      await list.updateComplete;
      expect(titles(list)).to.deep.equal(expected(options));
    });
}
