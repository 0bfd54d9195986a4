/** Where a tag goes on each platform, and what that platform can write into it by itself. */
import type { WidgetName } from './widgets.ts';

/** A list that the platform writes whenever it builds the page. */
export interface Written {
  /** What has to stand above the tag. */
  readonly before?: string;
  /** Lines to put inside `<ul>`. */
  readonly items: readonly string[];
}

export interface Platform {
  readonly label: string;
  /** Its usual feed. */
  readonly feed: string;
  /** What to know about that address. */
  readonly about: string;
  /** Where the tag of a widget goes, step by step; files are named after it. */
  readonly where: (widget: WidgetName) => readonly string[];
  /** What to watch out for. */
  readonly notes: readonly string[];
  /** What its template language is called; without one, lists inside tags are written by hand. */
  readonly language?: string;
  /** Whether a tag stands in a template as a rule, so that the list inside is best written by it. */
  readonly builds?: boolean;
  /** Characters in an owner's titles that its language would take for its own. */
  readonly special?: RegExp;
  readonly lists?: { readonly [widget in WidgetName]?: (limit: number) => Written };
  /** The address of a post, in its language. */
  readonly post?: string;
  /** What is added to the script tag. */
  readonly script?: string;
}

/** Apart, lest it be taken for an import of ours. */
const CONTENT = "'astro:content'";

const BRACES = /[{}]/g;

/** A name as Astro wants it for a component: RecentFavorites. */
const componentOf = (name: WidgetName): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

export const PLATFORMS = {
  html: {
    label: 'Plain HTML',
    feed: '/feed.xml',
    about: 'Whatever your feed is called. Your browser shows it under “RSS”, or the page’s source names it.',
    where: () => [
      'Put the script line into the head of your page, once.',
      'Put the tag where the list is to stand.',
      'Publish the page.',
    ],
    notes: ['The list inside the tag is what readers see without JavaScript. Renew it when you feel like it.'],
  },
  blogger: {
    label: 'Blogger',
    feed: '/feeds/posts/default?alt=json',
    about:
      'This address can page back through the whole blog. Label feeds work, too: /feeds/posts/default/-/soup?alt=json.',
    where: () => [
      'In Blogger, open Layout.',
      'Choose Add a Gadget, then HTML/JavaScript.',
      'Write the title of the box, and paste all of it into Content.',
      'Save, and drag the gadget to where it should stand.',
    ],
    notes: [
      'Several gadgets may each carry the script line: the browser loads it once.',
      'In the theme itself (Edit HTML) write &amp; for & in addresses. The text above does that already.',
      "There, inside the loop over posts, expr:post-url='data:post.url' names the post.",
    ],
  },
  wordpress: {
    label: 'WordPress',
    feed: '/wp-json/wp/v2/posts',
    about: 'This address can page back to your first post. /feed/ works as well and knows the latest ten.',
    where: () => [
      'Open Appearance, then Widgets or Editor.',
      'Add a block where the list is to stand: Custom HTML.',
      'Paste all of it, and save.',
    ],
    notes: [
      'Scripts may be added by administrators; on WordPress.com only with a plan that allows plugins.',
      'For the counts of WordPress.com or Jetpack, use https://public-api.wordpress.com/rest/v1.1/sites/YOUR.SITE/posts.',
    ],
    language: 'PHP, in a theme file',
    special: /[[\]]/g,
    lists: {
      recent: (limit) => ({
        items: [
          `<?php foreach ( get_posts( array( 'numberposts' => ${limit} ) ) as $item ) : ?>`,
          '<li><a href="<?php echo esc_url( get_permalink( $item ) ); ?>"><?php echo esc_html( get_the_title( $item ) ); ?></a></li>',
          '<?php endforeach; ?>',
        ],
      }),
      featured: (limit) => ({
        items: [
          `<?php foreach ( get_posts( array( 'numberposts' => ${limit}, 'post__in' => get_option( 'sticky_posts' ) ) ) as $item ) : ?>`,
          '<li><a href="<?php echo esc_url( get_permalink( $item ) ); ?>"><?php echo esc_html( get_the_title( $item ) ); ?></a></li>',
          '<?php endforeach; ?>',
        ],
      }),
    },
    post: '<?php echo esc_url( get_permalink() ); ?>',
  },
  ghost: {
    label: 'Ghost',
    feed: '/rss/',
    about: 'Or /ghost/api/content/posts/?key=… with a Content API key: it can page, and it is made to be public.',
    where: () => [
      'Open Settings, then Code injection, and put the script line into the site footer.',
      'In a post or page, add an HTML card and paste the tag.',
      'Or paste the tag into your theme, such as partials/sidebar.hbs.',
    ],
    notes: ['In a theme, Ghost can write the list inside the tag. In an HTML card it cannot.'],
    language: 'Handlebars, in a theme',
    special: BRACES,
    lists: {
      recent: (limit) => ({
        items: [
          `{{#get "posts" limit="${limit}"}}{{#foreach posts}}`,
          '<li><a href="{{url}}">{{title}}</a></li>',
          '{{/foreach}}{{/get}}',
        ],
      }),
      featured: (limit) => ({
        items: [
          `{{#get "posts" filter="featured:true" limit="${limit}"}}{{#foreach posts}}`,
          '<li><a href="{{url}}">{{title}}</a></li>',
          '{{/foreach}}{{/get}}',
        ],
      }),
    },
    post: '{{url}}',
  },
  hugo: {
    label: 'Hugo',
    feed: '/index.xml',
    about: 'All pages of the site, unless services.rss.limit says otherwise.',
    where: (name) => [
      `Make a file layouts/_partials/${name}.html (layouts/partials before Hugo 0.146), and paste all of it.`,
      `Where the list is to stand, write {{ partial "${name}.html" . }}.`,
      'Build the site.',
    ],
    notes: ['site.MainSections are the folders that hold your posts.'],
    language: 'Go templates',
    builds: true,
    special: BRACES,
    lists: {
      recent: (limit) => ({
        items: [
          `{{ range first ${limit} (where site.RegularPages "Section" "in" site.MainSections).ByDate.Reverse }}`,
          '<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>',
          '{{ end }}',
        ],
      }),
      featured: (limit) => ({
        items: [
          `{{ range first ${limit} (where site.RegularPages "Params.featured" true) }}`,
          '<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>',
          '{{ end }}',
        ],
      }),
    },
    post: '{{ .RelPermalink }}',
  },
  jekyll: {
    label: 'Jekyll',
    feed: '/feed.xml',
    about:
      'Of the plugin jekyll-feed. It holds ten posts; feed: { posts_limit: 100 } in _config.yml makes it a hundred.',
    where: (name) => [
      `Make a file _includes/${name}.html, and paste all of it.`,
      `Where the list is to stand, write {% include ${name}.html %}.`,
      'Build the site.',
    ],
    notes: ['The demo blog of this site is made with Jekyll, with all five boxes.'],
    language: 'Liquid',
    builds: true,
    special: BRACES,
    lists: {
      recent: (limit) => ({
        items: [
          `{% for item in site.posts limit: ${limit} %}`,
          '<li><a href="{{ item.url | relative_url }}">{{ item.title | escape }}</a></li>',
          '{% endfor %}',
        ],
      }),
      featured: (limit) => ({
        before: '{% assign featured = site.posts | where: "featured", true %}',
        items: [
          `{% for item in featured limit: ${limit} %}`,
          '<li><a href="{{ item.url | relative_url }}">{{ item.title | escape }}</a></li>',
          '{% endfor %}',
        ],
      }),
    },
    post: '{{ page.url | relative_url }}',
  },
  eleventy: {
    label: 'Eleventy',
    feed: '/feed.xml',
    about: 'Of the plugin @11ty/eleventy-plugin-rss, unless its outputPath says otherwise.',
    where: (name) => [
      `Make a file _includes/${name}.njk, and paste all of it.`,
      `Where the list is to stand, write {% include "${name}.njk" %}.`,
      'Build the site.',
    ],
    notes: ['collections.posts are the pages with the tag “posts”.'],
    language: 'Nunjucks',
    builds: true,
    special: BRACES,
    lists: {
      recent: (limit) => ({
        items: [
          `{% for item in collections.posts | reverse %}{% if loop.index <= ${limit} %}`,
          '<li><a href="{{ item.url | url }}">{{ item.data.title }}</a></li>',
          '{% endif %}{% endfor %}',
        ],
      }),
      featured: () => ({
        items: [
          '{% for item in collections.posts %}{% if item.data.featured %}',
          '<li><a href="{{ item.url | url }}">{{ item.data.title }}</a></li>',
          '{% endif %}{% endfor %}',
        ],
      }),
    },
    post: '{{ page.url | url }}',
  },
  astro: {
    label: 'Astro',
    feed: '/rss.xml',
    about: 'Of the package @astrojs/rss.',
    where: (name) => [
      `Make a file src/components/${componentOf(name)}.astro, and paste all of it.`,
      `Import it where the list is to stand, and write <${componentOf(name)} />.`,
      'Build the site.',
    ],
    notes: ['is:inline tells Astro to leave the script line as it is. “blog” is the name of your collection.'],
    language: 'Astro',
    builds: true,
    special: BRACES,
    script: 'is:inline',
    lists: {
      recent: (limit) => ({
        before: `---
import { getCollection } from ${CONTENT};
const items = (await getCollection('blog'))
  .sort((a, b) => b.data.pubDate.valueOf() - a.data.pubDate.valueOf())
  .slice(0, ${limit});
---`,
        items: ['{items.map((item) => <li><a href={`/blog/${item.id}/`}>{item.data.title}</a></li>)}'],
      }),
      featured: (limit) => ({
        before: `---
import { getCollection } from ${CONTENT};
const items = (await getCollection('blog', ({ data }) => data.featured)).slice(0, ${limit});
---`,
        items: ['{items.map((item) => <li><a href={`/blog/${item.id}/`}>{item.data.title}</a></li>)}'],
      }),
    },
    post: '{Astro.url.pathname}',
  },
} as const satisfies Readonly<Record<string, Platform>>;

export type PlatformName = keyof typeof PLATFORMS;
export const platformOf = (name: PlatformName): Platform => PLATFORMS[name];
export const PLATFORM_NAMES = Object.keys(PLATFORMS) as PlatformName[];
