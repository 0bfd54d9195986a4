/**
 * WordPress' numbers of comments: a list of one comment says in a header, `X-WP-Total`, how many there are. One request a
 * post; posts that are known by their address alone are looked up by their slugs first, many at a time.
 *
 * @engine WordPress | counts | browser | no key | real
 */
import { normalizeUrl } from '../../posts/url.ts';
import { pathOf } from '../../posts/counts.ts';
import { field, text } from '../../posts/view.ts';
import { withParameters } from '../steps.ts';
import {
  batches,
  type CountedPost,
  type CountEngine,
  type CountStep,
  type CountsWanted,
  know,
  listIn,
  placeOf,
  wordPressRoute,
} from './engine.ts';

/** The most that WordPress gives at a time. */
const PER_PAGE = 100;

interface WordPressStep extends CountStep {
  at: 'slugs' | 'totals';
  wanted: CountsWanted;
  /** The numbers that WordPress knows posts by, and the addresses that we do. */
  numbers: ReadonlyMap<string, string>;
}

/** By itself, or in an address such as `/?p=12`. */
function numberOf(post: CountedPost): string | undefined {
  if (/^\d+$/.test(post.id)) return post.id;
  const inId = /[?&]p=(\d+)/.exec(post.id) ?? /[?&](?:p|page_id)=(\d+)/.exec(placeOf(post).query);
  return inId?.[1];
}

const slugOf = (post: CountedPost): string => placeOf(post).path.split('/').filter(Boolean).at(-1) ?? '';

function totals(step: WordPressStep): WordPressStep {
  const route = wordPressRoute(step.wanted.url, '/wp/v2/comments');
  const ask = [...step.numbers.keys()].map((post) => ({
    url: withParameters(route, { post, per_page: 1, _fields: 'id' }),
    // Who may not read a post may not know how much is said about it.
    accept: [401, 403],
  }));
  return { ...step, at: 'totals', ask };
}

export const engine: CountEngine<WordPressStep> = {
  start(wanted) {
    const { url, posts } = wanted;
    const numbers = new Map(posts.flatMap((post) => (numberOf(post) ? [[numberOf(post)!, post.url] as const] : [])));
    const step: WordPressStep = { at: 'slugs', wanted, numbers, counts: new Map(), ask: [] };
    const unknown = [...new Set(posts.filter((post) => !numberOf(post)).map(slugOf))].filter(Boolean);
    if (!unknown.length) return totals(step);
    const route = wordPressRoute(url, '/wp/v2/posts');
    const ask = batches(unknown, PER_PAGE, (slug) => slug).map((slugs) => ({
      url: withParameters(route, { slug: slugs.join(), per_page: PER_PAGE, _fields: 'id,link' }),
    }));
    return { ...step, ask };
  },

  read(told, step) {
    const { posts } = step.wanted;
    if (step.at === 'slugs') {
      const urls = new Map(posts.map(({ url }) => [pathOf(normalizeUrl(url)), url]));
      const found = told.flatMap((answer) =>
        listIn(answer.json, answer).flatMap((post) => {
          const url = urls.get(pathOf(normalizeUrl(text(field(post, 'link')))));
          const number = text(field(post, 'id'));
          return url && /^\d+$/.test(number) ? [[number, url] as const] : [];
        }),
      );
      return totals({ ...step, numbers: new Map([...step.numbers, ...found]) });
    }
    const urls = [...step.numbers.values()];
    const found = told.flatMap(({ headers, status }, at) => {
      const total = status < 400 && headers.get('X-WP-Total');
      return total && /^\d+$/.test(total) ? [[urls[at]!, { comments: Number(total) }] as const] : [];
    });
    return { ...step, counts: know(step.counts, found), ask: [] };
  },
};
