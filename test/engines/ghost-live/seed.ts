/** Fills a new Ghost by way of its Admin API, as its owner would. */
import { readFileSync } from 'node:fs';

interface Source {
  slug: string;
  title: string;
  date: string;
  tags: readonly string[];
  excerpt: string;
  body: string;
}

const POSTS = JSON.parse(readFileSync(new URL('../content/posts.json', import.meta.url), 'utf8')) as Source[];
const OWNER = { username: 'owner@example.org', password: 'kettle-moor-19-lantern' };

/** The Content API key of an integration, which is public, and the id of a post. */
export interface Seeded {
  key: string;
  id: string;
}

export async function seed(origin: string): Promise<Seeded> {
  let cookie = '';
  async function admin<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${origin}/ghost/api/admin${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'Accept-Version': 'v5.0', Origin: origin, Cookie: cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 400)}`);
    return (text.startsWith('{') ? JSON.parse(text) : undefined) as T;
  }
  const owner = { name: 'Nora', email: OWNER.username, password: OWNER.password, blogTitle: 'Kiln notes' };
  await admin('POST', '/authentication/setup/', { setup: [owner] });
  await admin('POST', '/session/', OWNER);
  const { posts: old } = await admin<{ posts: { id: string }[] }>('GET', '/posts/?limit=50&fields=id');
  for (const { id } of old) await admin('DELETE', `/posts/${id}/`);
  const { integrations } = await admin<{ integrations: { api_keys: { type: string; secret: string }[] }[] }>(
    'POST',
    '/integrations/?include=api_keys',
    { integrations: [{ name: 'tests' }] },
  );
  let id = '';
  for (const { slug, title, date, tags, excerpt, body } of POSTS) {
    const post = {
      slug,
      title,
      html: `<p>${body}</p>`,
      custom_excerpt: excerpt || null,
      featured: slug === 'a-mug-for-left-hands',
      tags: tags.map((name) => ({ name })),
      status: 'published',
      published_at: date.replace('Z', '.000Z'),
    };
    const answer = await admin<{ posts: { id: string }[] }>('POST', '/posts/?source=html', { posts: [post] });
    id = answer.posts[0]!.id;
  }
  await admin('POST', '/posts/?source=html', { posts: [{ title: 'DRAFT', html: '<p>x</p>', status: 'draft' }] });
  await admin('PUT', '/settings/', { settings: [{ key: 'comments_enabled', value: 'all' }] });
  return { key: integrations[0]!.api_keys.find(({ type }) => type === 'content')!.secret, id };
}
