/** Home: what it is, live. */
import { type Markup, markup } from '../markup.ts';
import { attributesOf, readSetting, SCRIPT, type Shown } from '../tag.ts';
import { type WidgetName, widgetOf } from '../widgets.ts';
import { type Element, list } from './elements.ts';
import { code, type Page } from './layout.ts';

/** The lists of the demo blog as they are, by widget: what stands in the tags. */
export type Lists = Readonly<Partial<Record<WidgetName, readonly Shown[]>>>;

const SHOWN = ['recent', 'featured', 'favorites', 'recent-favorites'] as const;

/** An attribute whose value is an address of the demo blog. */
const isAddress = (name: string): boolean => /src$|^pick$|^post-url$/.test(name);

/** A tag of the sample, for a page at `root`. */
export function sample(name: WidgetName, root: string, shown: readonly Shown[] = [], limit = ''): Markup {
  const setting = readSetting(`#widget=${name}${limit && `&limit=${limit}`}`);
  const { tag } = widgetOf(name);
  const attributes = attributesOf(setting, 'https://site.example/').map(
    ([key, value]) => markup` ${key}="${isAddress(key) && key !== 'pick' ? root + value.slice(1) : value}"`,
  );
  const items = shown.map(
    ({ title, url = '', before = '' }) => markup`<li>${before}<a href="${root}${url.slice(1)}">${title}</a></li>`,
  );
  return markup`<${tag}${attributes}>${items.length > 0 && markup`<ol>${items}</ol>`}</${tag}>`;
}

/** The same as its owner would write it. */
export function written(name: WidgetName): string {
  const setting = readSetting(`#widget=${name}${name === 'featured' ? '' : '&limit=4'}`);
  const attributes = attributesOf(setting, 'https://site.example/').map(
    ([key, value]) => `\n  ${key}="${value.replace('/blog', '')}"`,
  );
  return `<${widgetOf(name).tag}${attributes.join('')}\n></${widgetOf(name).tag}>`;
}

export const home = (lists: Lists, elements: readonly Element[]): Page => ({
  path: '',
  title: 'dogeared: recent, featured and favorite posts for any blog',
  description: 'Recent, featured and favorite posts, and safe comments: tags that read what your blog already has.',
  script: 'home',
  body: (root) => markup`
<section class="hero wrap">
  <div class="pitch">
    <h1>Recent, featured and favorite posts for the blog you have</h1>
    <p class="lead">You paste a tag. It reads the feed that your blog already publishes, and shows the list in your own fonts and colors. Comments, too.</p>
    <p class="actions"><a class="button" href="${root}builder/">Build your tag</a> <a class="quiet" href="${root}recipes/">See the recipes</a></p>
    <ul class="facts">
      <li><strong>Nothing to sign up for.</strong> No server, no account, no cookies.</li>
      <li><strong>Never worse than before.</strong> Your own list stands inside the tag, and stays when the script cannot run.</li>
      <li><strong>At home on your page.</strong> Fonts and colors are yours.</li>
    </ul>
  </div>
  <div class="live sheet">
    <fieldset class="tabs">
      <legend>A live list from the <a href="${root}blog/">demo blog</a></legend>
      ${SHOWN.map(
        (name, at) =>
          markup`<label><input type="radio" name="shown" value="${name}"${at === 0 && markup` checked`} /><span>${widgetOf(name).label}</span></label>`,
      )}
    </fieldset>
    <div class="stack">
      ${SHOWN.map(
        (name) => markup`<section class="panel" data-shown="${name}">
        <h2>${widgetOf(name).title}</h2>
        ${sample(name, root, lists[name]?.slice(0, 4), name === 'featured' ? '' : '4')}
        <pre tabindex="0" role="region" aria-label="The tag for it"><code>${code(written(name))}</code></pre>
      </section>`,
      )}
    </div>
  </div>
</section>
<section class="wrap how">
  <h2>How it works</h2>
  <ol class="steps">
    <li id="script"><h3>One script line, once</h3><p>It looks at your page and loads only the tags it finds there. About 10 kB for a list from a feed.</p><pre tabindex="0" role="region" aria-label="The script line"><code>${code(`<script type="module" src="${SCRIPT}"></script>`)}</code></pre></li>
    <li><h3>A tag where the list should stand</h3><p>It reads RSS, Atom, JSON Feed, WordPress, Ghost and Blogger. The format is found out. <a href="${root}builder/">The builder</a> writes the tag for you.</p></li>
    <li><h3>Your list inside it</h3><p>It shows until the posts have come, without JavaScript, and when the feed cannot be read.</p></li>
  </ol>
</section>
<section class="wrap how">
  <h2>The tags</h2>
  ${list(root, elements)}
</section>
<section class="wrap pair">
  <div>
    <h2>Favorites are not guesses</h2>
    <p>Give it your page views as a small JSON file, or let it use the likes and comments that your engine counts. Recent favorites fade with time. On a new blog the list begins with the newest posts, so it is never empty.</p>
    <p><a href="${root}ranking/">See why a post is in the list</a></p>
  </div>
  <div>
    <h2>Comments, made safe</h2>
    <p>Threads from a file or from WordPress, Ghost, Blogger, Waline, Mastodon, Bluesky and webmention.io. Whatever somebody writes into them, it is drawn by one strict set of rules.</p>
    <p><a href="${root}blog/#comments">Read a thread on the demo blog</a></p>
  </div>
  <div>
    <h2>Latest comments</h2>
    ${sample('latest-comments', root, lists['latest-comments'], '2')}
  </div>
</section>`,
});
