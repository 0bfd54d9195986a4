/** All pages of the site, and what they are made of. */
import { accessibility } from './accessibility.ts';
import { builder } from './builder.ts';
import { type Element, elements } from './elements.ts';
import { home, type Lists } from './home.ts';
import { ranking } from './ranking.ts';
import { recipes } from './recipes.ts';
import { type Page, render } from './layout.ts';
import { theming } from './theming.ts';

/** What pages show that is not in the tables. */
export interface Material {
  readonly lists: Lists;
  /** The tags of the manifest, in the order of the site. */
  readonly tags: readonly Element[];
}

/** The files of the site by path: pure, so that a test can tell whether those in `demo/` are the newest. */
export function files({ lists, tags }: Material): Map<string, string> {
  const pages: readonly Page[] = [
    home(lists, tags),
    builder,
    recipes,
    ...elements(tags, lists),
    theming,
    ranking,
    accessibility,
  ];
  return new Map(pages.map((page) => [`${page.path}index.html`, render(page)]));
}
