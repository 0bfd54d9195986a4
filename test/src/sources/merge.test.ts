import { expect } from 'chai';
import type { BlogComment } from '../../../src/comments/comment.ts';
import type { CommentPage, CommentRequest, CommentSource, Draft } from '../../../src/comments/source.ts';
import { mergeSources } from '../../../src/sources/merge.ts';

const { signal } = new AbortController();

const said = (id: string, more: Partial<BlogComment> = {}): BlogComment => ({
  id,
  author: { name: 'Mara' },
  html: `<p>Comment ${id}</p>`,
  published: `2026-11-02T09:12:0${id.length}.000Z`,
  ...more,
});

/** A place with these pages, by the cursor that leads to each; the first has none. */
function place(...pages: (Partial<CommentPage> | Error)[]): CommentSource & { asked: CommentRequest[]; sent: Draft[] } {
  const asked: CommentRequest[] = [];
  const sent: Draft[] = [];
  return {
    asked,
    sent,
    async load(request) {
      asked.push(request);
      const at = Number(request.after ?? 0);
      const page = pages[at];
      if (page instanceof Error) throw page;
      return { comments: [], ...(at + 1 < pages.length && { next: String(at + 1) }), ...page };
    },
    async post(draft) {
      sent.push(draft);
      return said('new', { ...(draft.parentId !== undefined && { parentId: draft.parentId }) });
    },
  };
}

const load = (source: CommentSource, after?: string): Promise<CommentPage> =>
  source.load({ sort: 'oldest', signal, after });
const ids = ({ comments }: CommentPage): string => comments.map(({ id }) => id).join(' ');

describe('comments from several places', () => {
  it('are one page, each marked with where it was said, under names that do not clash', async () => {
    const a = place({ comments: [said('1'), said('2', { html: 'Two', parentId: '1' })] });
    const b = place({ comments: [said('1', { html: 'Other' })] });
    const page = await load(
      mergeSources([
        { name: 'Blog', source: a },
        { name: 'Mastodon', source: b },
      ]),
    );
    expect(page.comments.map(({ id, parentId, source }) => [id, parentId, source])).to.deep.equal([
      ['Blog:1', undefined, 'Blog'],
      ['Blog:2', 'Blog:1', 'Blog'],
      ['Mastodon:1', undefined, 'Mastodon'],
    ]);
    expect([page.total, page.next, page.missing]).to.deep.equal([3, undefined, []]);
  });

  it('are there once if they have the same address, whatever its scheme; the fragment counts', async () => {
    const url = 'https://blog.example/a/#comment-1';
    const a = place({ comments: [said('1', { url })] });
    const b = place({
      comments: [
        said('9', { url: 'http://www.blog.example/a#comment-1', html: 'Said otherwise' }),
        said('8', { url: 'https://blog.example/a/#comment-2', html: 'Another' }),
      ],
    });
    expect(
      ids(
        await load(
          mergeSources([
            { name: 'A', source: a },
            { name: 'B', source: b },
          ]),
        ),
      ),
    ).to.equal('A:1 B:8');
  });

  it('are there once if one person said the same in the same second; what answers the second answers the first', async () => {
    const a = place({
      comments: [said('1', { html: '<p>Thick as <em>fog</em>.</p>', published: '2026-11-02T09:12:05.000Z' })],
    });
    const b = place({
      comments: [
        said('5', { html: undefined, body: 'Thick as *fog*.', published: '2026-11-02T09:12:05.900Z' } as never),
        said('6', { html: 'Yes', parentId: '5' }),
      ],
    });
    const { comments } = await load(
      mergeSources([
        { name: 'A', source: a },
        { name: 'B', source: b },
      ]),
    );
    expect(comments.map(({ id, parentId }) => [id, parentId])).to.deep.equal([
      ['A:1', undefined],
      ['B:6', 'A:1'],
    ]);
  });

  for (const [what, other] of [
    ['another author', { author: { name: 'Jonas' } }],
    ['another second', { published: '2026-11-02T09:12:07.000Z' }],
    ['another text', { html: '<p>Comment 2</p>' }],
    ['no date', { published: undefined }],
  ] as const)
    it(`are two with ${what}`, async () => {
      const b = { ...said('1'), ...other } as BlogComment;
      const source = mergeSources([
        { name: 'A', source: place({ comments: [said('1')] }) },
        { name: 'B', source: place({ comments: [b] }) },
      ]);
      expect(ids(await load(source))).to.equal('A:1 B:1');
    });

  it('of one name are known by their ids', async () => {
    const a = place({ comments: [said('1')] });
    const b = place({ comments: [said('1', { html: 'Edited since' }), said('2', { html: 'Two' })] });
    expect(
      ids(
        await load(
          mergeSources([
            { name: 'A', source: a },
            { name: 'A', source: b },
          ]),
        ),
      ),
    ).to.equal('A:1 A:2');
  });

  it('come page by page, from each place as long as it has more', async () => {
    const a = place({ comments: [said('1')], total: 2 }, { comments: [said('1'), said('22')] });
    const b = place({ comments: [said('333')] });
    const source = mergeSources([
      { name: 'A', source: a },
      { name: 'B', source: b },
    ]);
    const first = await load(source);
    expect([ids(first), first.total]).to.deep.equal(['A:1 B:333', 3]);
    const second = await load(source, first.next);
    expect([ids(second), second.next]).to.deep.equal(['A:22', undefined]);
    expect([a.asked.length, b.asked.length]).to.deep.equal([2, 1]);
  });

  it('come without those of a place that fails, whose name is told with the reason', async () => {
    const told: [string, string][] = [];
    const source = mergeSources(
      [
        { name: 'A', source: place(new Error('A is down')) },
        { name: 'B', source: place({ comments: [said('1')] }) },
      ],
      ({ message }, name) => told.push([name, message]),
    );
    const page = await load(source);
    expect([ids(page), page.missing, page.total]).to.deep.equal(['B:1', ['A'], undefined]);
    expect(told).to.deep.equal([['A', 'A is down']]);
  });

  it('stay when their place fails later', async () => {
    const pages: (Partial<CommentPage> | Error)[] = [{ comments: [said('1')] }];
    const source = mergeSources([
      { name: 'A', source: place(...pages) },
      { name: 'B', source: { load: async () => place(...pages.slice(-1)).load({ sort: 'oldest', signal }) } },
    ]);
    expect(ids(await load(source))).to.equal('A:1');
    pages.push(new Error('down'));
    const page = await load(source);
    expect([ids(page), page.missing]).to.deep.equal(['A:1', ['B']]);
  });

  it('a page that did not come is asked for again', async () => {
    const a = place({ comments: [said('1')] }, new Error('busy'));
    const source = mergeSources([
      { name: 'A', source: a },
      { name: 'B', source: place({}, { comments: [said('2')] }) },
    ]);
    const second = await load(source, (await load(source)).next);
    expect([second.missing, ids(second)]).to.deep.equal([['A'], 'B:2']);
    await load(source, second.next).catch(() => 0);
    expect(a.asked.map(({ after }) => after)).to.deep.equal([undefined, '1', '1']);
  });

  it('fail when all fail, with the first reason', async () => {
    const source = mergeSources([
      { name: 'A', source: place(new Error('A is down')) },
      { name: 'B', source: place(new Error('B is down')) },
    ]);
    const error = await load(source).catch((reason: Error) => reason);
    expect((error as Error).message).to.equal('A is down');
  });

  it('a new one goes to the first place that takes any, an answer to where the comment is', async () => {
    const [a, b, c] = [{}, { canPost: true, email: 'required' as const }, { canPost: true }].map((more, at) =>
      place({ comments: [said(String(at), { html: String(at) })], ...more }),
    ) as [ReturnType<typeof place>, ReturnType<typeof place>, ReturnType<typeof place>];
    const source = mergeSources([
      { name: 'A', source: a },
      { name: 'B', source: b },
      { name: 'C', source: c },
    ]);
    const page = await load(source);
    expect([page.canPost, page.email]).to.deep.equal([true, 'required']);
    expect(page.comments.map((comment) => source.canReply!(comment))).to.deep.equal([false, true, true]);
    const sent = await source.post!({ name: 'Jonas', body: 'New' }, signal);
    expect([sent.id, sent.source, b.sent.length]).to.deep.equal(['B:new', 'B', 1]);
    const answer = await source.post!({ name: 'Jonas', body: 'Yes', parentId: 'C:2' }, signal);
    expect([answer.id, answer.parentId, c.sent[0]!.parentId]).to.deep.equal(['C:new', 'C:2', '2']);
  });

  it('are closed only when all are', async () => {
    const closed = place({ closed: 'closed' });
    const places = [{ name: 'A', source: closed }];
    expect((await load(mergeSources(places))).closed).to.equal('closed');
    expect((await load(mergeSources([...places, { name: 'B', source: place({}) }]))).closed).to.equal(undefined);
  });
});
