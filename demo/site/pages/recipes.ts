/** Recipes: where the tags go on each platform. */
import { markup } from '../markup.ts';
import { type Platform, PLATFORMS } from '../platforms.ts';
import { readSetting, tagOf, textOf } from '../tag.ts';
import { block, type Page } from './layout.ts';

const idOf = (name: string): string => `on-${name}`;

/** What is pasted for a list of the newest posts: with what the platform takes in the place that the steps name. */
const tagFor = (name: string, { feed }: Platform): string => {
  const hash = new URLSearchParams({ src: feed, on: name });
  const shown = [{ title: 'Soup for fog', url: '/soup-for-fog/' }];
  return textOf(tagOf(readSetting(hash.toString()), shown, 'https://site.example/'));
};

export const recipes: Page = {
  path: 'recipes/',
  title: 'Recipes · dogeared',
  description: 'Where the tags go in plain HTML, Blogger, WordPress, Ghost, Hugo, Jekyll, Eleventy and Astro.',
  body: (root) => markup`
<div class="wrap title">
  <h1>Recipes</h1>
  <p class="lead">One script line, one tag, in the place where your platform takes HTML. The <a href="${root}builder/">tag builder</a> writes both for you, with your own address and your own list inside.</p>
</div>
<div class="wrap prose">
  <nav aria-label="Platforms"><p>${Object.entries(PLATFORMS).map(
    ([name, { label }], at) => markup`${at ? ' · ' : ''}<a href="#${idOf(name)}">${label}</a>`,
  )}</p></nav>
${Object.entries(PLATFORMS as Readonly<Record<string, Platform>>).map(
  ([name, platform]) => markup`  <section aria-labelledby="${idOf(name)}">
    <h2 id="${idOf(name)}">${platform.label}</h2>
    <p>The address is <code>${platform.feed}</code>. ${platform.about}</p>
    <ol>${platform.where('recent').map((step) => markup`<li>${step}</li>`)}</ol>
    ${block(tagFor(name, platform), 'html', `The tag for ${platform.label}`)}
    <ul>${platform.notes.map((note) => markup`<li>${note}</li>`)}</ul>
  </section>
`,
)}</div>`,
};
