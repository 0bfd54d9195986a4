import { expect } from 'chai';
import { Marked, type Token } from 'marked';
import { renderCommentFragment } from '../../../src/comments/render.ts';
import commonmark from '../../fixtures/commonmark.json' with { type: 'json' };
import gfm from '../../fixtures/gfm.json' with { type: 'json' };

/** Examples of which another text is right, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {};

const marked = new Marked({ gfm: true, breaks: true });

const hasHtml = (tokens: readonly Token[]): boolean => {
  let found = false;
  marked.walkTokens([...tokens], (token) => {
    found ||= token.type === 'html';
  });
  return found;
};

/** What marked alone says, pictures as their text. */
function expected(markdown: string): string {
  const { body } = new DOMParser().parseFromString(marked.parse(markdown, { async: false }), 'text/html');
  for (const image of body.querySelectorAll('img')) image.replaceWith(image.alt);
  return body.textContent;
}

for (const [name, { examples }] of Object.entries({ CommonMark: commonmark, 'GitHub Flavored Markdown': gfm }))
  describe(`${name}: the text of each example without HTML is the text that marked gives`, () => {
    for (const [section, sources] of Object.entries<string[]>(examples))
      it(section, () => {
        const wrong = sources
          .filter((source) => !hasHtml(marked.lexer(source)))
          .map((source) => ({ source, ours: renderCommentFragment(source).textContent, marked: expected(source) }))
          .filter(({ source, ours, marked }) => ours !== (OTHERWISE[source] ?? marked));
        expect(wrong).to.deep.equal([]);
      });
  });
