/** The elements in Node: nothing to draw on, but an import must not break a server that renders pages. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

interface Elements {
  DogearedRecent: { options: object };
  DogearedComments: { properties: object };
  DogearedCommentCount: { properties: object };
  DogearedLatestComments: { properties: object };
}

const COMMENTS = [
  'comment-actions',
  'comment-count',
  'comment-details',
  'comment-form',
  'comment-thread',
  'comments',
  'latest-comments',
  'latest-list',
];
const FILES = [
  ...COMMENTS.map((name) => `components/${name}.ts`),
  'components/index.ts',
  'components/cdn.ts',
  'dist/components/index.js',
  'dist/components/cdn.js',
];

for (const file of FILES) {
  const url = new URL(`../../${file}`, import.meta.url);
  test(`${file} can be imported in Node and adds nothing but what Lit brings`, { skip: !existsSync(url) }, async () => {
    const before = Object.getOwnPropertyNames(globalThis);
    const module = (await import(url.href)) as Elements;
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    assert.deepEqual(
      added.filter((name) => !/^(lit|reactiveElement)[A-Z]|^customElements$/.test(name)),
      [],
    );
    if (!file.includes('index')) return;
    assert.ok('limit' in module.DogearedRecent.options);
    assert.ok('source' in module.DogearedComments.properties);
    assert.ok('postUrl' in module.DogearedCommentCount.properties);
    assert.ok('excludeAuthors' in module.DogearedLatestComments.properties);
  });
}

test('an element can be made in Node, as renderers on a server do', async () => {
  const { DogearedRecent, DogearedComments } = (await import('../../components/index.ts')) as unknown as Record<
    'DogearedRecent' | 'DogearedComments',
    new () => { state: string }
  >;
  assert.equal(new DogearedRecent().state, 'idle');
  assert.equal(new DogearedComments().state, 'idle');
});

/** What the rules of a style sheet are for, in one spelling. */
const selectors = (sheet: string): string[] =>
  (sheet.replace(/\/\*[^]*?\*\//g, '').match(/[^{};]+(?=\{)/g) ?? []).map((selector) =>
    selector
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/ ?([>,]) ?|: /g, (sign) => sign.trim())
      .replace(/=(['"])([a-z]+)\1\]/g, '=$2]'),
  );

for (const name of ['styles', 'latest-styles', 'comment-styles', 'comment-body-styles', 'comment-form-styles']) {
  const url = new URL(`../../dist/components/${name}.js`, import.meta.url);
  test(`${name} are for the same elements when they are published`, { skip: !existsSync(url) }, async () => {
    const sheets = [`../../components/${name}.ts`, url.href].map((file) => import(file) as Promise<object>);
    const [written, published] = (await Promise.all(sheets)).map((module) =>
      selectors(String(Object.values(module)[0])),
    );
    assert.ok(written!.length > 3);
    assert.deepEqual(published, written);
  });
}
