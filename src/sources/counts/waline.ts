/**
 * Waline's counters: `/api/article` for views and reactions, `/api/comment` for comments. Both take many paths at a time
 * and answer in their order. Errors come with status 200 and an `errno`.
 *
 * @engine Waline | counts | browser | no key | real
 */
import type { PageCounts } from '../../posts/post.ts';
import { field, text } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { readable } from '../readable.ts';
import { type Told, withParameters } from '../steps.ts';
import {
  batches,
  type CountedPost,
  type CountEngine,
  countIn,
  type CountStep,
  know,
  listIn,
  placeOf,
} from './engine.ts';

const AT_A_TIME = 50;

interface WalineStep extends CountStep {
  batches: readonly (readonly CountedPost[])[];
}

/** The path of a page as Waline keeps it. */
const pathOf = (post: CountedPost): string => readable(placeOf(post).path);

/** @throws {SourceError} where Waline says that something went wrong */
function dataOf(told: Told): unknown {
  if (field(told.json, 'errno') === 0) return field(told.json, 'data');
  const says = text(field(told.json, 'errmsg'));
  throw new SourceError(
    'http',
    told.url,
    `answered with an error instead of counts${says && `: ${says.slice(0, 200)}`}`,
  );
}

/** A number is what was asked for by its only name; else there is one for each name: `time` are views. */
function read(entry: unknown, isComments: boolean): PageCounts {
  const number = countIn(entry);
  if (isComments) return number === undefined ? {} : { comments: number };
  const views = number ?? countIn(field(entry, 'time'));
  const reactions = Object.keys(Object(entry) as object).filter((name) => /^reaction\d+$/.test(name));
  const likes = reactions.reduce((sum, name) => sum + (countIn(field(entry, name)) ?? 0), 0);
  return { ...(views !== undefined && { views }), ...(reactions[0] && { likes }) };
}

export const engine: CountEngine<WalineStep> = {
  start({ url, posts }) {
    const isComments = /\/api\/comment\/?$/.test(url.pathname);
    const api = new URL(url);
    if (!/\/api\/(article|comment)\/?$/.test(api.pathname)) api.pathname = api.pathname.replace(/\/*$/, '/api/article');
    // A comma is what stands between two paths.
    const lists = batches(
      posts.filter((post) => !pathOf(post).includes(',')),
      AT_A_TIME,
      pathOf,
    );
    const ask = lists.map((list) => {
      const paths = list.map(pathOf).join();
      const type = api.searchParams.get('type') ?? 'time';
      return { url: withParameters(api, isComments ? { type: 'count', url: paths } : { type, path: paths }) };
    });
    return { counts: new Map(), ask, batches: lists };
  },

  read(told, step) {
    const found = told.flatMap((answer, at) => {
      const asked = step.batches[at]!;
      const list = listIn(dataOf(answer), answer);
      if (list.length !== asked.length)
        throw new SourceError('malformed', answer.url, `answered ${list.length} counts for ${asked.length} posts`);
      const isComments = new URL(answer.url).searchParams.get('type') === 'count';
      return list.map((entry, place) => [asked[place]!.url, read(entry, isComments)] as const);
    });
    return { ...step, counts: know(step.counts, found), ask: [] };
  },
};
