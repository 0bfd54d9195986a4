import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  posts: defineCollection({
    // Each file is called by the slug of its post.
    loader: glob({ pattern: '*.md', base: './posts', generateId: ({ entry }) => entry.replace(/\.md$/, '') }),
    schema: z.object({
      title: z.string(),
      date: z.coerce.date(),
      description: z.string(),
      tags: z.array(z.string()),
      image: z.string().optional(),
    }),
  }),
};
