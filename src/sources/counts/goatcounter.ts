/**
 * GoatCounter's public counter, `/counter/PATH.json`: one request a post, numbers written for people. 404 is a page that
 * nobody has looked at. 403 is a counter that is not public, and comes without CORS, so that a page sees no answer at all.
 *
 * @engine GoatCounter | counts | browser | no key | documented
 */
import type { Windows } from '../../posts/post.ts';
import { field } from '../../posts/view.ts';
import { SourceError } from '../error.ts';
import { type Ask, type Told, withParameters } from '../steps.ts';
import {
  type CountedPost,
  type CountEngine,
  countIn,
  type CountStep,
  type CountsWanted,
  know,
  placeOf,
} from './engine.ts';

interface GoatStep extends CountStep {
  wanted: CountsWanted;
  /** What each question is about. */
  about: readonly (readonly [post: CountedPost, window?: keyof Windows])[];
}

function ask({ url }: CountsWanted, post: CountedPost, start?: string): Ask {
  const counter = new URL(url);
  counter.pathname = counter.pathname.replace(/(\/counter)?\/*$/, '/counter/');
  const { path, query } = placeOf(post);
  counter.pathname += encodeURIComponent(path + query) + '.json';
  return { url: withParameters(counter, { start }), accept: [404] };
}

function viewsIn({ json, url, status }: Told): number {
  const views = countIn(field(json, 'count'));
  if (views !== undefined) return views;
  if (status === 404) return 0;
  throw new SourceError('malformed', url, 'answered with something else than a count');
}

export const engine: CountEngine<GoatStep> = {
  start: (wanted) => ({
    wanted,
    counts: new Map(),
    ask: wanted.posts.map((post) => ask(wanted, post)),
    about: wanted.posts.map((post) => [post] as const),
  }),

  read(told, { wanted, counts, about }) {
    const found = told.map((answer, at) => {
      const [{ url }, window] = about[at]!;
      const taken = { views: viewsIn(answer) };
      return [url, window ? { windows: { [window]: taken } } : taken] as const;
    });
    const step = { wanted, counts: know(counts, found), ask: [], about: [] };
    if (about[0]?.[1]) return step;
    // What nobody has ever looked at, nobody has looked at lately.
    const read = wanted.posts.filter((_, at) => viewsIn(told[at]!));
    const next = wanted.windows.flatMap(({ name, ms }) => {
      const start = new Date(wanted.now - ms).toISOString().slice(0, 10);
      return read.map((post) => [post, name, start] as const);
    });
    return {
      ...step,
      ask: next.map(([post, , start]) => ask(wanted, post, start)),
      about: next.map(([post, name]) => [post, name] as const),
    };
  },

  advice({ kind, status }) {
    const enable = 'its owner must allow it: GoatCounter, Settings, "Allow adding visitor counts on your website"';
    if (status === 403) return `has no public counter; ${enable}`;
    return kind === 'network'
      ? `cannot be read: there is no connection, or its counter is not public; ${enable}`
      : undefined;
  },
};
