/* eslint-disable lit/binding-positions, lit/no-invalid-html -- the names of tags are part of the template here */
/** What a server makes of each element: prints HTML, for the tags that it is given. No DOM, and nothing that makes one. */
import process from 'node:process';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import 'dogeared/elements';
import { html, unsafeStatic } from 'lit/static-html.js';

const INLINE = '{ "posts": [{ "url": "/fog/", "title": "Soup for fog", "published": "2026-10-19" }] }';

const page = process.argv.slice(2).map((name) => {
  const tag = unsafeStatic(name);
  return html`<${tag} heading="A heading" limit="3" heading-level="3"
    ><script type="application/json">${unsafeStatic(INLINE)}</script><p>The fallback of ${name}</p></${tag}>`;
});
console.log(await collectResult(render(page)));
