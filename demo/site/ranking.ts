/** The picture of the ranking page: `explainFavorites` over the posts of the demo blog, with every number it used. */
import { explainFavorites } from '../../src/posts/favorites.ts';
import { joinCounts, type CountTable } from '../../src/posts/counts.ts';
import type { Post } from '../../src/posts/post.ts';
import { get } from '../../src/load.ts';
import { loadPosts } from '../../src/sources/posts.ts';
import { copyButtons, showCode } from './copy.ts';
import { NOW, optionsOf, reason, SIGNALS, tagFor } from './reasons.ts';

const $ = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const form = $<HTMLFormElement>('ranking');
/** What the slider of the half-life means: days, and at its end no fading at all. */
const HALF_LIVES = [3, 7, 14, 30, 60, 90, 180, 365, 730, 0];

const number = (name: string): number => Number((form.elements.namedItem(name) as HTMLInputElement).value);
const days = (half: number): string =>
  half % 365 === 0 ? `${half / 365 === 1 ? '1 year' : `${half / 365} years`}` : `${half} days`;

function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
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
  (error: Error) => {
    $('problem').textContent = `The demo blog could not be read, so there is no list: ${error.message}.`;
    $('problem').hidden = false;
    $('list').hidden = true;
  },
);
