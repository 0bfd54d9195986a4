import { feedPlugin } from '@11ty/eleventy-plugin-rss';

/** Three feeds of the same posts, as the plugin makes them. */
const KINDS = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

export default function (config) {
  for (const [type, file] of Object.entries(KINDS))
    config.addPlugin(feedPlugin, {
      type,
      outputPath: `/${file}`,
      collection: { name: 'posts', limit: 10 },
      metadata: { language: 'en', title: 'Kiln Notes', base: process.env.SITE, author: { name: 'Ines' } },
    });
}
