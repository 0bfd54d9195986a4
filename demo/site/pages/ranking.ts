/** Ranking: why is this post here? */
import { markup } from '../markup.ts';
import type { Page } from './layout.ts';

const slider = (name: string, label: string, max: number, value: number, shown: string) =>
  markup`<div class="control slider"><label for="${name}">${label}</label><input type="range" id="${name}" name="${name}" min="0" max="${max}" value="${value}" step="1" /><output for="${name}" id="${name}-value">${shown}</output></div>`;

export const ranking: Page = {
  path: 'ranking/',
  title: 'Ranking · dogeared',
  description: 'Why is this post in the list? Every number that a favorites list is made of, with sliders to try.',
  script: 'ranking',
  body: () => markup`
<div class="wrap title">
  <h1>Why is this post here?</h1>
  <p class="lead">A favorites list is arithmetic: counts, times weights, times age. Here it is for the demo blog, on 19 November 2026. Move a slider and see what it does.</p>
</div>
<form id="ranking" class="wrap builder" autocomplete="off">
  <div class="ask">
    <fieldset class="step">
      <legend>How fast it fades</legend>
      ${slider('half-life', 'Half-life: a post counts half after', 9, 9, 'never')}
      <p class="hint">“Never” is the list of all-time favorites. The tag with <code>within="30d"</code> has a half-life of 15 days.</p>
    </fieldset>
    <fieldset class="step">
      <legend>What counts, and how much</legend>
      ${slider('views', 'A view', 10, 1, '× 1')}
      ${slider('likes', 'A like', 200, 0, 'not counted')}
      ${slider('comments', 'A comment', 500, 0, 'not counted')}
      <p class="hint">With all three at zero, the list takes whatever is known: views first, then likes, then comments.</p>
    </fieldset>
    <fieldset class="step">
      <legend>Three to compare</legend>
      <p class="presets"><button type="button" data-preset="9 1 0 0">All-time, by views</button> <button type="button" data-preset="3 1 0 0">Last month, by views</button> <button type="button" data-preset="6 1 20 100">Half a year, by everything</button></p>
    </fieldset>
  </div>
  <section class="see why-list" aria-labelledby="list-title">
    <h2 id="list-title">The list</h2>
    <p id="said" class="unseen" role="status"></p>
    <p id="problem" class="status" data-tone="bad" role="alert" hidden></p>
    <ol id="list" class="ranked"></ol>
    <h3>The tag for it</h3>
    <div class="code"><pre tabindex="0" role="region" aria-label="The tag for it"><code id="tag"></code></pre><button type="button" class="copy" data-copy="tag">Copy</button></div>
  </section>
</form>
<div class="wrap prose rules">
  <section>
    <h2>The rules, in full</h2>
    <dl>
      <dt>Which count</dt>
      <dd>The one you name with <code>by</code>. Otherwise the first of views, likes, comments, ratings and shares that enough posts have: at least three, and as many as the list is long.</dd>
      <dt>Lately</dt>
      <dd><code>within="30d"</code> takes the counts of these days where your source has them. Where it has only totals, they fade: half of it is gone after half the window.</dd>
      <dt>Fading</dt>
      <dd>A post of age <var>a</var> counts total × 2<sup>−a ÷ half-life</sup>. <code>half-life="auto"</code> follows your own rhythm: six times the usual gap between two posts, from 7 to 180 days.</dd>
      <dt>Outliers</dt>
      <dd>In a list that fades, no count weighs more than the one that 95 of 100 posts stay below, as soon as 20 posts have one. So a single post that went around the world does not stay on top for years.</dd>
      <dt>Ratings</dt>
      <dd>Averages are drawn towards the average of the blog, the more the fewer votes there are. One vote of five stars is not the best post.</dd>
      <dt>Empty places</dt>
      <dd>Posts without any count come after the others, newest first. The list is never empty while there are posts.</dd>
      <dt>Ties</dt>
      <dd>The newer post first, then by id, then by address. The same posts always give the same list.</dd>
    </dl>
  </section>
  <section>
    <h2>In your own code</h2>
    <p><code>explainFavorites(posts, options)</code> gives the same list as <code>favoritePosts</code>, each post with its <code>rank</code>, <code>score</code>, <code>signal</code> and <code>parts</code>. This page is drawn from it. In the tag, <code>show="reason"</code> says it in a few words.</p>
  </section>
</div>`,
};
