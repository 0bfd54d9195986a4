/** The rule of the ranking page: what its sliders mean, as options, as a tag, and as a sentence for each post. */
import type { Explanation, FavoriteOptions } from '../../src/posts/favorites.ts';
import type { Post } from '../../src/posts/post.ts';

/** The demo blog stands still, so that the numbers on this page do. */
export const NOW = '2026-11-19T12:00:00Z';
export const SIGNALS = ['views', 'likes', 'comments'] as const;

const show = (value: number, digits = 0): string => value.toLocaleString('en', { maximumFractionDigits: digits });

/** What the fields say, as options of the function. */
export function optionsOf(half: number, weights: Readonly<Record<string, number>>): FavoriteOptions {
  const by = Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight > 0));
  return { ...(Object.keys(by).length && { by }), ...(half && { halfLife: `${half}d` as const }), limit: 8, now: NOW };
}

/** The same as attributes. */
export function tagFor(half: number, weights: Readonly<Record<string, number>>): string {
  const pairs = Object.entries(weights).filter(([, weight]) => weight > 0);
  const [[name, weight] = []] = pairs;
  const isPlain = pairs.length === 1 && weight === 1;
  const by = isPlain ? name : pairs.map((pair) => pair.join(':')).join(' ');
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
