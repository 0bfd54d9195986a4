/** The picture of the ranking page: `explainFavorites` over the posts of the demo blog, with every number it used. */
import { type Explanation, explainFavorites, type FavoriteOptions } from '../../src/posts/favorites.ts';
import { joinCounts, type CountTable } from '../../src/posts/counts.ts';
import type { Post } from '../../src/posts/post.ts';
import { get } from '../../src/load.ts';
import { loadPosts } from '../../src/sources/posts.ts';
import { copyButtons, showCode } from './copy.ts';

const $ = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const form = $<HTMLFormElement>('ranking');
/** The demo blog stands still, so that the numbers on this page do. */
const NOW = '2026-11-19T12:00:00Z';
const SIGNALS = ['views', 'likes', 'comments'] as const;
/** What the slider of the half-life means: days, and at its end no fading at all. */
const HALF_LIVES = [3, 7, 14, 30, 60, 90, 180, 365, 730, 0];

const number = (name: string): number => Number((form.elements.namedItem(name) as HTMLInputElement).value);
const show = (value: number, digits = 0): string => value.toLocaleString('en', { maximumFractionDigits: digits });
const days = (half: number): string =>
  half % 365 === 0 ? `${half / 365 === 1 ? '1 year' : `${half / 365} years`}` : `${half} days`;

function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** What the fields say, as options of the function. */
export function optionsOf(half: number, weights: Readonly<Record<string, number>>): FavoriteOptions {
  const by = Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight > 0));
  return { ...(Object.keys(by).length && { by }), ...(half && { halfLife: `${half}d` as const }), limit: 8, now: NOW };
}

/** The same as attributes. */
export function tagFor(half: number, weights: Readonly<Record<string, number>>): string {
  const pairs = Object.entries(weights).filter(([, weight]) => weight > 0);
  const by = pairs.length === 1 ? pairs[0]![0] : pairs.map(([name, weight]) => `${name}:${weight}`).join(' ');
  return `<dogeared-favorites src="/feed.xml" counts-src="/counts.json"${by && ` by="${by}"`}${
    half ? ` half-life="${half}d"` : ''
  } limit="8"></dogeared-favorites>`;
}

/** Why a post is here, in one sentence. */
export function reason(
  { score, signal, parts, post }: Explanation<Post>,
  half: number,
  weights: Readonly<Record<string, number>>,
): string {
  if (signal === 'recency') return 'No count says anything about it, so the date gives it this place.';
  const { decay = 1, ...counted } = parts;
  const sum = Object.entries(counted).map(([name, value]) => {
    const weight = weights[name] ?? 1;
    const total = (post.counts as Record<string, number> | undefined)?.[name] ?? 0;
    // The 95th percentile may have cut an outlier.
    const used = weight ? value / weight : value;
    return `${show(used)}${used < total - 0.5 ? ` (of ${show(total)}, capped)` : ''} ${name}${weight === 1 ? '' : ` × ${show(weight)}`}`;
  });
  const age = (Date.parse(NOW) - Date.parse(post.published ?? '')) / 864e5;
  const faded = half ? ` × ${show(decay, 4)} for an age of ${show(age)} days` : '';
  return `${sum.length > 1 && half ? `(${sum.join(' + ')})` : sum.join(' + ')}${faded} = ${show(score, score < 10 ? 2 : 0)}`;
}

let posts: Post[] = [];

function draw(): void {
  const half = HALF_LIVES[number('half-life')] ?? 0;
  const weights = Object.fromEntries(SIGNALS.map((name) => [name, number(name)]));
  $('half-life-value').textContent = half ? days(half) : 'never';
  for (const name of SIGNALS) $(`${name}-value`).textContent = weights[name] ? `× ${weights[name]}` : 'not counted';
  const ranked = explainFavorites(posts, optionsOf(half, weights));
  const most = Math.max(...ranked.map(({ score }) => score)) || 1;
  $('list').replaceChildren(
    ...ranked.map((row) => {
      const link = element('a', '', row.post.title ?? row.post.url);
      (link as HTMLAnchorElement).href = row.post.url;
      const bar = element('span', 'bar');
      bar.style.inlineSize = `${Math.max((row.score / most) * 100, 0.5)}%`;
      bar.setAttribute('aria-hidden', 'true');
      const date = new Date(row.post.published ?? NOW).toLocaleDateString('en', { dateStyle: 'medium' });
      return element(
        'li',
        '',
        element('p', 'what', link, ' ', element('small', '', date)),
        bar,
        element('p', 'why', reason(row, half, weights)),
      );
    }),
  );
  showCode($('tag'), tagFor(half, weights));
  $('said').textContent = `First: ${ranked[0]?.post.title ?? 'nothing'}`;
}

form.addEventListener('input', () => posts.length && draw());
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('click', ({ target }) => {
  const preset = (target as Element).closest<HTMLElement>('[data-preset]')?.dataset['preset'];
  if (!preset) return;
  const [half, ...weights] = preset.split(' ');
  (form.elements.namedItem('half-life') as HTMLInputElement).value = half!;
  SIGNALS.forEach((name, at) => ((form.elements.namedItem(name) as HTMLInputElement).value = weights[at]!));
  draw();
});

copyButtons();

const site = new URL('..', location.href);
Promise.all([
  loadPosts(new URL('blog/feed.xml', site).href),
  get(new URL('ranking/counts.json', site).href, {}).then(
    ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as CountTable,
  ),
]).then(
  ([loaded, counts]) => {
    posts = joinCounts(loaded.posts, counts);
    draw();
    document.documentElement.dataset['ready'] = '';
  },
  (error: Error) => void ($('said').textContent = `The demo blog could not be read: ${error.message}.`),
);
