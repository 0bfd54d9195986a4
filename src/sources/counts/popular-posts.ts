/**
 * WordPress Popular Posts, a plugin: `/wordpress-popular-posts/v1/popular-posts`, a hundred posts, in all or in a window.
 *
 * @engine WordPress Popular Posts | counts | browser | no key | documented
 */
import type { Windows } from '../../posts/post.ts';
import { field, text } from '../../posts/view.ts';
import { withParameters } from '../steps.ts';
import { type CountEngine, countIn, type CountStep, know, listIn, type Span } from './engine.ts';

const LIMIT = 100;
const HOUR = 36e5;

interface PopularStep extends CountStep {
  /** What each question is about; undefined for totals. */
  windows: readonly (keyof Windows | undefined)[];
}

/** Windows by the plugin's own names; others in hours. */
const RANGES: Readonly<Record<number, string>> = { 24: 'last24hours', 168: 'last7days', 720: 'last30days' };

function range({ ms }: Span): Record<string, string | number> {
  const hours = Math.max(1, Math.round(ms / HOUR));
  const named = RANGES[hours];
  return named ? { range: named } : { range: 'custom', time_unit: 'hour', time_quantity: hours };
}

export const engine: CountEngine<PopularStep> = {
  start({ url, windows }) {
    const asked = withParameters(url, { limit: url.searchParams.get('limit') ?? LIMIT, _fields: 'link,pageviews' });
    // A range that the owner named is the only one that is wanted.
    const own = url.searchParams.has('range');
    const spans = own ? [] : windows;
    const ask = [
      { url: own ? asked : withParameters(asked, { range: 'all' }) },
      ...spans.map((span) => ({ url: withParameters(asked, range(span)) })),
    ];
    return { counts: new Map(), ask, windows: [undefined, ...spans.map(({ name }) => name)] };
  },

  read(told, step) {
    const found = told.flatMap((answer, at) => {
      const window = step.windows[at];
      return listIn(answer.json, answer).flatMap((post) => {
        const url = text(field(post, 'link'));
        const views = countIn(field(post, 'pageviews'));
        if (!url || views === undefined) return [];
        return [[url, window ? { windows: { [window]: { views } } } : { views }] as const];
      });
    });
    return { ...step, counts: know(step.counts, found), ask: [] };
  },
};
