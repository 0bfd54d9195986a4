import rss from '@astrojs/rss';
import { getCollection } from 'astro:content';

/** The feed of Astro's own starter, with the picture that @astrojs/rss has a place for. */
export async function GET({ site }) {
  const posts = await getCollection('posts');
  return rss({
    title: 'Kiln Notes',
    description: 'Clay, wood and patience',
    site,
    items: posts.map(({ id, data }) => ({
      link: `/posts/${id}/`,
      title: data.title,
      description: data.description,
      pubDate: data.date,
      categories: data.tags,
      ...(data.image && { enclosure: { url: data.image, length: 866, type: 'image/png' } }),
    })),
  });
}
