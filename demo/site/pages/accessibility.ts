/** Accessibility: what the elements do for everybody, and what is left to the page. */
import { markup } from '../markup.ts';
import type { Page } from './layout.ts';

const FACTS: readonly (readonly [heading: string, facts: readonly string[]])[] = [
  [
    'Lists',
    [
      'A list is a list: ordered where the order is a ranking, announced with its number of items.',
      'What stands inside the tag is there before the script, without it, and after it has failed.',
      'Rows keep their height while posts are on their way, so that nothing moves under a finger.',
      'The page being read is left out of favorites, or is marked as the current page.',
      'Dates are times with a machine-readable value, written as the language of the page writes them.',
      'Pictures beside a title say nothing new and are silent; the title is the link.',
    ],
  ],
  [
    'Comments',
    [
      'Each comment is an article with a name: who wrote it, and when. Answers are lists inside it.',
      'A link to a comment loads what is before it, opens what it is in, goes there and says so.',
      'What arrives, what was sent and what has failed is said in a live region, once.',
      'Everything works with the keyboard; focus goes where the eye would, and never to nothing.',
      'The form has real labels, autocomplete and the browser’s own validation. What cannot be sent stays in its field.',
      'Threads are indented eight levels deep. Deeper answers say to whom they are an answer.',
    ],
  ],
  [
    'Looks',
    [
      'Fonts and colors are those of the page, light and dark, with forced colors too.',
      'Muted text is mixed from the page’s own text color, so that it goes with every background.',
      'Nothing moves for those who have asked for less motion.',
      'Every layout works from right to left, at 200 % zoom and at 320 pixels.',
    ],
  ],
  [
    'What is left to the page',
    [
      'Say its language, with lang. Words, dates and numbers follow it, in 21 languages.',
      'Choose heading levels that fit: heading-level="3" below a heading of level 2.',
      'Give pictures in your posts a description; lists and comments pass it on.',
      'If you set colors of your own, keep their contrast.',
    ],
  ],
];

export const accessibility: Page = {
  path: 'accessibility/',
  title: 'Accessibility · dogeared',
  description: 'What the elements do so that everybody can read and write, and what is left to the page.',
  body: (root) => markup`
<div class="wrap title">
  <h1>Accessibility</h1>
  <p class="lead">Every state of every element is tried with axe in light, in dark and from right to left, with no violation. That is the least; the rest is below.</p>
</div>
<div class="wrap prose">
${FACTS.map(
  ([heading, facts]) => markup`  <section>
    <h2>${heading}</h2>
    <ul>${facts.map((fact) => markup`<li>${fact}</li>`)}</ul>
  </section>
`,
)}  <p>Something is in your way? Please say so: the <a href="${root}blog/">demo blog</a> is a good place to show it.</p>
</div>`,
};
