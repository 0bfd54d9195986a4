/** All pages of the site, and what they are made of. */
import { accessibility } from './accessibility.ts';
import { builder } from './builder.ts';
import { home, type Lists } from './home.ts';
import { ranking } from './ranking.ts';
import { recipes } from './recipes.ts';
import { type Page, render } from './layout.ts';
import { theming } from './theming.ts';

/** What pages show that is not in the tables. */
export interface Material {
  readonly lists: Lists;
}

/** The files of the site by path: pure, so that a test can tell whether those in `demo/` are the newest. */
export function files({ lists }: Material): Map<string, string> {
  const pages: readonly Page[] = [home(lists), builder, recipes, theming, ranking, accessibility];
  return new Map(pages.map((page) => [`${page.path}index.html`, render(page)]));
}
