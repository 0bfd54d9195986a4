import { expect } from 'chai';
import '../../components/comments.ts';
import { COMMENT_LANGUAGES } from '../../components/comment-languages.ts';
import { ENGINE_WORDS } from '../../components/engine-words.ts';
import { SourceError, type SourceErrorKind } from '../../src/sources/error.ts';
import { at, hits, part, parts, seen, told, unique, until } from './helpers.ts';
import { $$, bodies, button, Desk, plain, putThread, read, readFrom, said, type Thread } from './threads.ts';

beforeEach(() => sessionStorage.clear());
after(() => sessionStorage.clear());

const formOf = (thread: Thread): HTMLFormElement => $$<HTMLFormElement>(thread, 'section > form')[0]!;
const field = (thread: Thread, name: string): HTMLInputElement | null => formOf(thread).querySelector(`[name=${name}]`);
const problem = (thread: Thread): string => plain(formOf(thread).querySelector('[role=alert]'));

function fill(thread: Thread, fields: Record<string, string>): void {
  for (const [name, value] of Object.entries(fields)) {
    const input = field(thread, name)!;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
const send = (thread: Thread): void => formOf(thread).querySelector<HTMLElement>('[part=send]')!.click();

/** A comment as Waline keeps it. */
const waline = (objectId: number, comment: string, more: object = {}): object => ({
  objectId,
  nick: 'Mara',
  comment,
  time: Date.UTC(2026, 10, 2, 9, objectId),
  children: [],
  ...more,
});

/** The address of a Waline with these comments. */
const walineAt = (comments: readonly object[], query: Record<string, string> = {}, key = unique()): string =>
  at(
    'api/comment',
    {
      type: 'application/json',
      body: JSON.stringify({ errno: 0, data: { page: 1, totalPages: 1, count: comments.length, data: comments } }),
      ...query,
    },
    key,
  );

describe('the words of engines', () => {
  it('are there in the languages of comments, none of them missing or empty', () => {
    expect(Object.keys(ENGINE_WORDS)).to.deep.equal(Object.keys(COMMENT_LANGUAGES));
    for (const [language, words] of Object.entries(ENGINE_WORDS)) {
      expect(Object.keys(words), language).to.deep.equal(Object.keys(ENGINE_WORDS['en']!));
      for (const text of Object.values(words)) expect(text.trim(), language).to.equal(text).and.not.equal('');
      expect(words.missing, language).to.include('{name}');
    }
  });
});

describe('the form for an engine', () => {
  it('asks for an address where one is needed, and says that nobody sees it', async () => {
    const desk = new Desk([said('1')], { email: 'required' });
    const thread = await readFrom(desk);
    const email = field(thread, 'email')!;
    expect([email.type, email.autocomplete, email.required]).to.deep.equal(['email', 'email', true]);
    expect(plain(email.labels![0])).to.equal('E-mail (not shown)');
    fill(thread, { name: 'Jonas', body: 'Thank you!' });
    send(thread);
    expect(email.validity.valid).to.equal(false);
    fill(thread, { email: 'jonas@example.org' });
    send(thread);
    await until('it is sent', () => desk.sent.length);
    expect(desk.sent[0]).to.deep.equal({ name: 'Jonas', email: 'jonas@example.org', body: 'Thank you!' });
  });

  it('may leave it out where it may be missing, and has no such field elsewhere', async () => {
    const thread = await readFrom(new Desk([], { email: 'optional' }));
    expect(plain(field(thread, 'email')!.labels![0])).to.equal('E-mail (not shown, optional)');
    expect(field(await readFrom(new Desk([])), 'email')).to.equal(null);
  });

  it('promises no Markdown where there is none', async () => {
    const thread = await readFrom(new Desk([], { plain: true }));
    expect($$(thread, '[role=tab]')).to.deep.equal([]);
    expect(plain(formOf(thread).querySelector('.hints')))
      .to.include('Plain text')
      .and.not.include('Markdown');
  });

  const REFUSED: readonly (readonly [SourceErrorKind, RegExp])[] = [
    ['login', /it is still here\. This site takes comments only from people who are logged in\.$/],
    ['flood', /That was quick\./],
    ['duplicate', /This comment is there already\.$/],
    ['closed', /Comments on this post are closed\.$/],
    ['refused', /The site did not take the comment\. \(.*: no numbers, please\)$/],
  ];
  for (const [kind, words] of REFUSED)
    it(`says in words why a comment was not taken, and keeps it: ${kind}`, async () => {
      const desk = new Desk([said('1')]);
      const thread = await readFrom(desk);
      desk.broken = new SourceError(kind, 'https://blog.example/c', 'did not take it: no numbers, please', 400);
      fill(thread, { name: 'Jonas', body: 'Thank you!' });
      send(thread);
      await until('it says so', () => words.test(problem(thread)));
      expect(field(thread, 'body')!.value).to.equal('Thank you!');
    });

  it('shows the way to the engine’s own page where it wants a login', async () => {
    const desk = new Desk([], { replyUrl: 'https://blog.example/soup/#respond' });
    const thread = await readFrom(desk);
    desk.broken = new SourceError('login', 'https://blog.example/c', 'wants a login', 401);
    expect(part(thread, 'post')).to.equal(null);
    fill(thread, { name: 'Jonas', body: 'Thank you!' });
    send(thread);
    await until('there is a way', () => part(thread, 'post'));
    const link = button(thread, 'Comment on the site itself') as HTMLAnchorElement;
    expect(link.href).to.equal('https://blog.example/soup/#respond');
  });

  it('is a link to that page where comments are not taken here', async () => {
    const thread = await readFrom(
      new Desk([said('1')], { canPost: false, replyUrl: 'https://blog.example/soup/#respond' }),
    );
    expect((button(thread, 'Post a comment') as HTMLAnchorElement).href).to.equal('https://blog.example/soup/#respond');
  });
});

describe('a thread of an engine', () => {
  it('is known by its address, and is about the page being read', async () => {
    const key = unique();
    const thread = await read(
      `<dogeared-comments lang="en" src="${walineAt([waline(1, '<p>Thick as <b onclick="x()">fog</b>.</p>')], {}, key).replaceAll('"', '&quot;')}"></dogeared-comments>`,
    );
    expect(bodies(thread)).to.deep.equal(['Thick as fog.']);
    expect((await hits(key))[0]!.query['path']).to.equal(location.pathname);
  });

  it('may be about another post, and of an engine by name', async () => {
    const key = unique();
    const src = walineAt([waline(1, 'Yes')], {}, key).replace('/api/comment', '');
    const thread = putThread('<dogeared-comments lang="en"></dogeared-comments>');
    Object.assign(thread, { engine: 'waline', post: 'https://blog.example/soup/', src });
    await until('it asks', () => parts(thread, 'comment').length);
    expect((await hits(key)).at(-1)!.query['path']).to.equal('/soup/');
  });

  it('of an engine that there is not names those that there are', async () => {
    const thread = await read('<dogeared-comments lang="en" src="/c" engine="nodebb"></dogeared-comments>');
    expect(thread.state).to.equal('failed');
    expect(told()[0]).to.match(
      /^<dogeared-comments>: engine is nodebb; allowed: wordpress, waline, .*; showing the fallback\.$/,
    );
  });
});

describe('comments from several places', () => {
  const two = (a: string, b: string): string =>
    `<dogeared-comments lang="en">
      <dogeared-source name="Blog" src="${a.replaceAll('"', '&quot;')}"></dogeared-source>
      <dogeared-source name="Harbour" src="${b.replaceAll('"', '&quot;')}"></dogeared-source>
    </dogeared-comments>`;

  it('are one thread in one order, each marked with where it was said', async () => {
    const thread = await read(
      two(walineAt([waline(1, 'First'), waline(3, 'Third')]), walineAt([waline(2, 'Second'), waline(1, 'First')])),
    );
    expect(bodies(thread)).to.deep.equal(['First', 'Second', 'Third']);
    expect(parts(thread, 'source').map(plain)).to.deep.equal(['via Blog', 'via Harbour', 'via Blog']);
  });

  it('are there without those of a place that fails, with one quiet note', async () => {
    const thread = await read(two(walineAt([waline(1, 'First')]), at('api/comment', { status: 404 })));
    expect(bodies(thread)).to.deep.equal(['First']);
    const notes = parts(thread, 'note').map(plain);
    expect(notes).to.deep.equal(['The comments from Harbour could not be loaded.']);
    expect(seen(part(thread, 'note'))).to.equal(true);
    expect(told()).to.have.lengthOf(1);
    await thread.refresh();
    expect(told()).to.deep.equal([]);
  });

  it('show the fallback when all fail', async () => {
    const thread = await read(two(at('api/comment', { status: 404 }), at('api/comment', { status: 500 })));
    expect(thread.state).to.equal('failed');
    expect(told()).to.have.lengthOf(1);
  });
});
