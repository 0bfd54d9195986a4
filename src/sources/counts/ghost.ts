/**
 * Ghost's numbers of comments, `/members/api/comments/counts/`, which everybody may read: by id, many at a time.
 *
 * @engine Ghost | counts | browser | no key | captured
 */
import { field } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { withParameters } from '../steps.ts';
import { batches, type CountEngine, countIn, type CountStep, type CountedPost, know, placeOf } from './engine.ts';

const AT_A_TIME = 50;
const ID = /^[\da-f]{24}$/;

interface GhostStep extends CountStep {
  /** The address of each id. */
  urls: ReadonlyMap<string, string>;
}

/** What Ghost calls a post: in its feed and its Content API, or as the last part of an address that somebody wrote. */
const idOf = (post: CountedPost): string | undefined =>
  [post.id, placeOf(post).path.split('/').filter(Boolean).at(-1) ?? ''].find((id) => ID.test(id));

export const engine: CountEngine<GhostStep> = {
  start({ url, posts }) {
    const urls = new Map(posts.flatMap((post) => (idOf(post) ? [[idOf(post)!, post.url] as const] : [])));
    if (posts.length && !urls.size)
      throw new SourceError(
        'address',
        url.href,
        'knows posts by their ids, and these have none; they are in Ghost’s RSS feed and its Content API',
      );
    const api = new URL(url);
    api.pathname = api.pathname.replace(/(\/members\/api\/comments\/.*)?\/*$/, '/members/api/comments/counts/');
    const lists = batches([...urls.keys()], AT_A_TIME, (id) => id);
    return { counts: new Map(), urls, ask: lists.map((ids) => ({ url: withParameters(api, { ids: ids.join() }) })) };
  },

  read(told, step) {
    const found = told.flatMap(({ json, url }) => {
      if (!json || typeof json !== 'object' || Array.isArray(json))
        throw new SourceError('not-a-feed', url, 'answered with something else than counts');
      return [...step.urls].flatMap(([id, address]) => {
        const comments = countIn(field(json, id));
        return comments === undefined ? [] : [[address, { comments }] as const];
      });
    });
    return { ...step, counts: know(step.counts, found), ask: [] };
  },
};
