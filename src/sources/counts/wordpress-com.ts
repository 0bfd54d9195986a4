/** WordPress.com and Jetpack, `rest/v1.1/sites/…/posts`: likes and comments of all posts, a hundred at a time. */
import { field, text } from '../../posts/view.ts';
import { withParameters } from '../steps.ts';
import { type CountEngine, countIn, type CountStep, know, listIn } from './engine.ts';

const MAX_PAGES = 10;

interface PagedStep extends CountStep {
  page: number;
}

export const engine: CountEngine<PagedStep> = {
  start({ url }) {
    const api = new URL(url);
    if (!/\/posts\/?$/.test(api.pathname)) api.pathname = api.pathname.replace(/\/*$/, '/posts/');
    const first = withParameters(api, { number: 100, fields: 'URL,like_count,discussion,comment_count' });
    return { page: 1, counts: new Map(), ask: [{ url: first }] };
  },

  read([told], { page, counts }) {
    const found = listIn(field(told!.json, 'posts'), told!).flatMap((post) => {
      const url = text(field(post, 'URL'));
      const likes = countIn(field(post, 'like_count'));
      const comments = countIn(field(field(post, 'discussion'), 'comment_count') ?? field(post, 'comment_count'));
      const taken = { ...(likes !== undefined && { likes }), ...(comments !== undefined && { comments }) };
      return url ? [[url, taken] as const] : [];
    });
    const handle = text(field(field(told!.json, 'meta'), 'next_page'));
    const ask = handle && page < MAX_PAGES ? [{ url: withParameters(told!.url, { page_handle: handle }) }] : [];
    return { page: page + 1, counts: know(counts, found), ask };
  },
};
