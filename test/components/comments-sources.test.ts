import { expect } from 'chai';
import '../../components/comments.ts';
import type { ErrorEvent } from '../../components/events.ts';
import type { SourceError } from '../../src/sources/error.ts';
import { $, at, frame, hits, json, moment, open, part, parts, put, seen, told, unique, until } from './helpers.ts';
import {
  $$,
  article,
  atRest,
  bodies,
  button,
  Desk,
  eventsOf,
  modules,
  outline,
  plain,
  putThread,
  read,
  readAll,
  readFrom,
  said,
  several,
  Shelf,
  type Thread,
  writers,
} from './threads.ts';

const FALLBACK = '<ol><li>A comment that the server made</li></ol>';
const far = (inside: string): string => `<div style="height: 9000px"></div>${inside}`;

describe('where comments come from', () => {
  for (const [what, value] of [
    ['a list', several(3)],
    ['an object with such a list', { comments: several(3), total: 3 }],
  ] as const) {
    it(`JSON at an address: ${what}`, async () => {
      const thread = await read(`<dogeared-comments lang="en" src="${json(value)}"></dogeared-comments>`);
      expect(bodies(thread)).to.deep.equal(['Comment 1', 'Comment 2', 'Comment 3']);
    });

    it(`JSON inside the tag: ${what}`, async () => {
      const script = `<script type="application/json">${JSON.stringify(value)}</script>`;
      const thread = await read(`<dogeared-comments lang="en">${script}</dogeared-comments>`);
      expect(bodies(thread)).to.deep.equal(['Comment 1', 'Comment 2', 'Comment 3']);
    });

    it(`the property \`comments\`: ${what}`, async () => {
      expect(writers(await readAll(value as never))).to.equal('1 2 3');
    });
  }

  it('the property `source`: an object of a class, which stays itself', async () => {
    class Secretive extends Shelf {
      #times = 0;
      override async load(request: never): ReturnType<Shelf['load']> {
        this.#times++;
        return { ...(await super.load(request)), total: this.#times };
      }
    }
    expect(writers(await readFrom(new Secretive(several(2))))).to.equal('1 2');
  });

  it('JSON in pages, each with the address of the next, on the same server', async () => {
    const key = unique();
    const thread = await read(
      `<dogeared-comments lang="en" src="${at('comments.json', { total: 12 }, key)}"></dogeared-comments>`,
    );
    expect([parts(thread, 'item').length, plain(part(thread, 'heading'))]).to.deep.equal([10, '12 comments']);
    expect(await thread.reveal('12')).to.equal(true);
    expect((await hits(key)).map(({ query }) => query['page'] ?? '1')).to.deep.equal(['1', '2']);
  });

  for (const next of ['https://elsewhere.example/2.json', '//elsewhere.example/2', 'http://[', 'data:,{}'])
    it(`never from another server because a document says so: ${next}`, async () => {
      const thread = await read(
        `<dogeared-comments lang="en" src="${json({ comments: several(2), next })}"></dogeared-comments>`,
      );
      button(thread, 'Show more comments').click();
      await until('a note', () => part(thread, 'note'));
      expect(told().join()).to.match(
        /^<dogeared-comments>: \S+ is not on http:\/\/localhost:\d+; keeping what is there\.$/,
      );
      expect(writers(thread)).to.equal('1 2');
    });

  it('follows its attributes and properties, also after a failure and while it is loading', async () => {
    const thread = await read(`<dogeared-comments lang="en" src="${at('x', { status: 404 })}"></dogeared-comments>`);
    expect([thread.state, told().length]).to.deep.equal(['failed', 1]);
    thread.src = at('comments.json', { delay: 300, total: 2 });
    await atRest(thread, 'loading');
    thread.src = json(several(3));
    await atRest(thread, 'ready');
    expect(writers(thread)).to.equal('1 2 3');
    thread.comments = several(1);
    await until('one', () => writers(thread) === '1');
    thread.comments = null;
    await until('three', () => writers(thread) === '1 2 3');
    thread.source = new Shelf(several(2));
    await until('two', () => writers(thread) === '1 2');
  });

  it('keeps the nodes of what is the same when an application sets its comments anew', async () => {
    const thread = await readAll(several(3));
    const before = $$(thread, 'li, article, .body, .body *');
    thread.comments = several(4);
    await until('four', () => writers(thread) === '1 2 3 4');
    expect($$(thread, 'li, article, .body, .body *').filter((node) => before.includes(node))).to.deep.equal(before);
  });

  it('nowhere: it is idle, and the fallback stays', async () => {
    const thread = await atRest(putThread(`<dogeared-comments>${FALLBACK}</dogeared-comments>`), 'idle');
    await moment();
    expect([thread.state, seen($('ol')), thread.shadowRoot!.textContent!.trim()]).to.deep.equal(['idle', true, '']);
    thread.comments = several(1);
    await atRest(thread, 'ready');
    expect([writers(thread), seen($('ol'))]).to.deep.equal(['1', false]);
    thread.comments = null;
    await atRest(thread, 'idle');
    expect([writers(thread), seen($('ol'))]).to.deep.equal(['', true]);
  });
});

describe('a source that fails', () => {
  for (const [what, src, message] of [
    ['an error', at('x', { status: 404 }), /^\/serve\/x answered 404$/],
    ['a web page', at('x', { type: 'text/html', body: '<!doctype html><p>Log in</p>' }), /^\/serve\/x is not JSON$/],
    ['other JSON', json({ a: 1 }), /is not a list of comments$/],
    ['JSON that says what went wrong', json({ errors: ['no'] }), /answered with an error instead of comments$/],
    ['broken JSON', at('x', { type: 'application/json', body: '[{' }), /is not JSON$/],
    ['too much', at('x', { length: 20_000_000 }), /10 MB/],
    ['an address that is none', 'ftp://blog.example/c.json', /is not an http\(s\) address$/],
    ['a server that is not there', 'http://localhost:1/c.json', /cannot be reached/],
  ] as const)
    it(`${what}: the fallback stays, and one warning says who, what, and what is done`, async () => {
      const events = eventsOf<ErrorEvent['detail']>('dogeared-error');
      const thread = await read(`<dogeared-comments lang="en" src="${src}">${FALLBACK}</dogeared-comments>`);
      const errors = events.map(({ error }) => error);
      expect([thread.state, thread.getAttribute('state'), seen($('ol'))]).to.deep.equal(['failed', 'failed', true]);
      expect(errors.map(({ message }) => message).join()).to.match(message);
      expect((errors[0] as SourceError).kind).to.be.a('string');
      expect(told()).to.deep.equal([`<dogeared-comments>: ${errors[0]!.message}; showing the fallback.`]);
      expect(plain(part(thread, 'note'))).to.equal('The comments could not be loaded. Try again');
    });

  for (const [what, source, message] of [
    ['throws', { load: () => Promise.reject(new Error('Out of order')) }, 'Out of order'],
    ['throws a text', { load: () => Promise.reject('Out of order') }, 'Out of order'],
    ['gives nothing', { load: () => Promise.resolve(undefined) }, 'The document is not a list of comments'],
    ['cannot load', {}, 'source.load is not a function'],
  ] as const)
    it(`an object that ${what}: the fallback stays`, async () => {
      const thread = await read(`<dogeared-comments lang="en">${FALLBACK}</dogeared-comments>`, { source });
      expect([thread.state, seen($('ol'))]).to.deep.equal(['failed', true]);
      expect(told().join())
        .to.match(/^<dogeared-comments>: .+; showing the fallback\.$/)
        .and.contain(message);
    });

  it('broken JSON inside the tag: the fallback stays', async () => {
    const thread = await read(
      `<dogeared-comments lang="en"><script type="application/json">[{</script>${FALLBACK}</dogeared-comments>`,
    );
    expect([thread.state, seen($('ol'))]).to.deep.equal(['failed', true]);
    expect(told()).to.deep.equal(['<dogeared-comments>: The document is not JSON; showing the fallback.']);
  });

  it('can be asked again by the reader', async () => {
    const src = at('c.json', { status: '404,200', type: 'application/json', body: JSON.stringify(several(2)) });
    const thread = await read(`<dogeared-comments lang="en" src="${src}">${FALLBACK}</dogeared-comments>`);
    expect(told()).to.have.length(1);
    button(thread, 'Try again').click();
    await atRest(thread, 'ready');
    expect([writers(thread), seen($('ol'))]).to.deep.equal(['1 2', false]);
  });

  it('and is slow: the fallback shows until the comments are there', async () => {
    const src = at('comments.json', { delay: 150, total: 2 });
    const thread = await atRest(
      putThread(`<dogeared-comments lang="en" src="${src}">${FALLBACK}</dogeared-comments>`),
      'loading',
    );
    const { top } = $('ol').getBoundingClientRect();
    await until('the word', () => plain(thread.shadowRoot).includes('Loading comments …'));
    expect([seen($('ol')), $$(thread, '[aria-busy=true]').length]).to.deep.equal([true, 1]);
    expect($('ol').getBoundingClientRect().top, 'nothing moves').to.equal(top);
    await atRest(thread, 'ready');
    expect([seen($('ol')), writers(thread)]).to.deep.equal([false, '1 2']);
  });
});

describe('what is loaded, and when', () => {
  /** A page of its own with comments, whose scripts come from `/components/` or where `NAME.ts` is missing. */
  async function page(
    inside: string,
    missing = '',
    how = 'without',
  ): Promise<[page: Window & { said: string[] }, thread: Thread]> {
    const page = (await open('/test/pages/plain.html')) as unknown as Window & { said: string[] };
    page.document.querySelector('main')!.innerHTML = inside;
    const script = page.document.createElement('script');
    script.type = 'module';
    script.src = `${missing && `/${how}/${missing}`}/components/comments.ts`;
    page.document.head.append(script);
    const thread = page.document.querySelector<Thread>('dogeared-comments')!;
    await until('the element', () => thread.shadowRoot);
    return [page, thread];
  }
  const THREAD = /comment-thread|sanitize|dompurify|markdown|marked|comment-form|comment-actions/;
  const wanted = (page: Window): string[] => [...new Set(modules(page).filter((name) => THREAD.test(name)))].sort();

  it('nothing until a reader comes near', async () => {
    const key = unique();
    const src = at('comments.json', {}, key);
    const [frame, thread] = await page(far(`<dogeared-comments src="${src}"></dogeared-comments>`));
    await moment(200);
    expect([thread.state, wanted(frame), await hits(key)]).to.deep.equal(['idle', [], []]);
    frame.scrollTo(0, 8900);
    await atRest(thread, 'ready');
    expect(await hits(key)).to.have.length(1);
  });

  it('nothing until refresh() or reveal()', async () => {
    for (const act of ['refresh', 'reveal'] as const) {
      const [, thread] = await page(far(`<dogeared-comments src="${at('comments.json')}"></dogeared-comments>`));
      await moment(60);
      expect(thread.state).to.equal('idle');
      await thread[act]('3');
      expect(thread.state).to.equal('ready');
    }
  });

  for (const [what, query, expected] of [
    ['comments in HTML: DOMPurify', { html: 1 }, ['comment-thread', 'dompurify', 'sanitize']],
    [
      'comments in Markdown: DOMPurify and marked',
      {},
      ['comment-thread', 'dompurify', 'markdown', 'marked', 'sanitize'],
    ],
    ['no comments: neither', { total: 0 }, ['comment-thread']],
  ] as const)
    it(`for ${what}`, async () => {
      const [frame, thread] = await page(`<dogeared-comments src="${at('comments.json', query)}"></dogeared-comments>`);
      await atRest(thread);
      await moment(60);
      expect(wanted(frame)).to.deep.equal(expected);
    });

  for (const missing of ['sanitize', 'markdown'])
    it(`without ${missing} comments are text, and the console says so once`, async () => {
      const src = json([
        said('1', { body: '**Bold** <img src=x onerror=alert(1)>\nand more' }, 9),
        said('2', { html: '<p onclick="alert(1)">An engine</p>' }, 8),
      ]);
      const [inner, thread] = await page(`<dogeared-comments src="${src}"></dogeared-comments>`, missing);
      await atRest(thread, 'ready');
      expect($$(thread, '.body').map((node) => node.textContent)).to.deep.equal([
        '**Bold** <img src=x onerror=alert(1)>\nand more',
        '<p onclick="alert(1)">An engine</p>',
      ]);
      expect(inner.getComputedStyle(article(thread, '1').querySelector('.body')!).whiteSpace).to.match(/pre-line/);
      expect(inner.said).to.have.length(1);
      expect(inner.said[0]).to.match(/^<dogeared-comments>: .+; showing comments as plain text\.$/);
    });

  it('without comment-form-words comments are read, and there is no form', async () => {
    const [inner, thread] = await page('<dogeared-comments></dogeared-comments>', 'comment-form-words');
    thread.source = new Desk(several(2));
    await atRest(thread, 'ready');
    expect([writers(thread), part(thread, 'form'), inner.said]).to.deep.equal(['1 2', null, []]);
  });

  it('without comment-details comments are read without votes, and the console says so once', async () => {
    const src = json([said('1', { html: '<p>An engine</p>', votes: { up: 2, down: 0 } })]);
    const [inner, thread] = await page(`<dogeared-comments src="${src}"></dogeared-comments>`, 'comment-details');
    await atRest(thread, 'ready');
    expect([bodies(thread), plain(article(thread, '1').querySelector('footer'))]).to.deep.equal([['An engine'], '']);
    expect(inner.said).to.have.length(1);
    expect(inner.said[0]).to.match(/^<dogeared-comments>: .+; showing comments without votes and badges\.$/);
  });

  it('what only some comments have with the first of them, and before it is seen', async () => {
    const seenFirst: string[] = [];
    const [inner, thread] = await page('<dogeared-comments></dogeared-comments>');
    const extras = (): string[] => modules(inner).filter((name) => /details|body-styles/.test(name));
    thread.comments = [said('1', { html: '<p>An <em>engine</em></p>' }, 9)];
    await atRest(thread, 'ready');
    expect(extras()).to.deep.equal([]);
    new MutationObserver(() => {
      const quote = $$(thread, 'blockquote')[0];
      if (quote) seenFirst.push(inner.getComputedStyle(quote).marginInlineStart, plain(part(thread, 'badge')));
    }).observe(thread.shadowRoot!, { childList: true, subtree: true });
    thread.comments = [
      said('1', { author: { name: 'Reader 1', badge: 'Author' }, html: '<blockquote>A quote</blockquote>' }, 9),
    ];
    await until('the quote', () => seenFirst.length);
    expect(extras().sort()).to.deep.equal(['comment-body-styles', 'comment-details']);
    expect(seenFirst[0]).to.equal('0px');
    await until('the badge', () => plain(part(thread, 'badge')) === 'Author');
  });

  it('a comment that has changed into what cannot be drawn is text', async () => {
    const [inner, thread] = await page('<dogeared-comments></dogeared-comments>', 'markdown');
    thread.comments = [said('1', { html: '<p>Old</p>' })];
    await until('the comment', () => bodies(thread).join() === 'Old');
    thread.comments = [said('1', { body: '**New**' })];
    await until('the other', () => bodies(thread).join() === '**New**');
    expect(inner.said).to.have.length(1);
  });

  it('with a slow DOMPurify comments are text until it is there', async () => {
    const src = json([said('1', { html: '<p>An <b>engine</b></p>' })]);
    const [inner, thread] = await page(`<dogeared-comments src="${src}"></dogeared-comments>`, 'sanitize', 'late');
    await atRest(thread, 'ready');
    const body = $$(thread, '.body')[0]!;
    expect(body.textContent).to.equal('<p>An <b>engine</b></p>');
    await until('the comment', () => body.textContent === 'An engine');
    expect([$$(thread, '.body')[0] === body, inner.said]).to.deep.equal([true, []]);
  });

  for (const missing of ['comment-thread', 'en', 'comments'])
    it(`without ${missing}.ts the fallback stays`, async () => {
      // `comments.ts` is the source of addresses here, not the element.
      const [inner, thread] = await page(
        `<dogeared-comments lang="en" src="${at('comments.json')}">${FALLBACK}</dogeared-comments>`,
        missing === 'comments' ? 'load' : missing,
      );
      await atRest(thread, 'failed');
      expect([seen(thread.querySelector('ol')), inner.said.length]).to.deep.equal([true, 1]);
      expect(inner.said[0]).to.match(/^<dogeared-comments>: .+; showing the fallback\.$/);
    });

  it('nothing of anybody else: avatars and pictures are not asked for', async () => {
    const evil = 'https://tracker.example/pixel.png';
    const comments = [
      said('1', { author: { name: 'Reader 1', avatar: evil }, body: `![a picture](${evil})` }, 9),
      said('2', { html: `<p><img src="${evil}" alt="another"><video src="${evil}"></video></p>` }, 8),
    ];
    const thread = await readAll(comments);
    expect($$(thread, 'img, video')).to.have.length(0);
    expect($$(thread, '.body a').map(plain)).to.deep.equal(['a picture', 'another']);
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('tracker'))).to.deep.equal([]);
  });

  it('avatars and pictures where the owner wants them, also later', async () => {
    const picture = new URL('/test/pages/picture.svg', location.href).href;
    const comments = [
      said('1', {
        author: { name: 'Reader 1', avatar: picture },
        html: `<img src="https://img.example/x.png" alt="x">`,
      }),
    ];
    const thread = await readAll(comments, 'avatars="false" images="false"');
    expect($$(thread, 'img')).to.have.length(0);
    thread.avatars = '';
    await until('an avatar', () => $$(thread, 'img').length === 1);
    const [avatar] = $$<HTMLImageElement>(thread, 'img');
    expect([avatar!.src, avatar!.alt, avatar!.loading, avatar!.referrerPolicy]).to.deep.equal([
      picture,
      '',
      'lazy',
      'no-referrer',
    ]);
    await until('the picture', () => avatar!.complete && avatar!.naturalWidth > 0);
  });

  it('a picture in a comment where the owner wants it', async () => {
    const [inner, thread] = await page('<dogeared-comments images></dogeared-comments>');
    const picture = 'https://localhost:1/x.png';
    thread.comments = [said('1', { body: `![x](${picture})` })];
    await until('a picture', () => $$(thread, '.body img').length);
    expect($$<HTMLImageElement>(thread, '.body img')[0]!.src).to.equal(picture);
    thread.images = null;
    await until('a link', () => $$(thread, '.body a').length);
    expect($$(thread, '.body img')).to.have.length(0);
    expect(inner.said).to.deep.equal([]);
  });
});

describe('what a reader sees while comments come', () => {
  it('is never the text of a comment before the comment', async () => {
    const texts = new Set<string>();
    const thread = putThread('<dogeared-comments lang="en"></dogeared-comments>', {
      comments: several(3, () => ({ body: '**Bold**' })),
    });
    const observer = new MutationObserver(() => $$(thread, 'article').forEach((node) => texts.add(plain(node))));
    observer.observe(thread.shadowRoot!, { childList: true, subtree: true, characterData: true });
    await atRest(thread, 'ready');
    await frame();
    observer.disconnect();
    expect([...texts].filter((text) => text.includes('**'))).to.deep.equal([]);
    expect(bodies(thread)).to.deep.equal(['Bold', 'Bold', 'Bold']);
  });

  it('moves nothing above it, and nothing twice', async () => {
    const html = (src: string): string =>
      `<p>Above</p><dogeared-comments lang="en" src="${src}"></dogeared-comments><p class="below">Below</p>`;
    put(html(at('comments.json', { delay: 100, total: 5 })));
    const thread = $<Thread>('dogeared-comments');
    const tops = new Set<number>();
    const above = new Set<number>();
    while (thread.state !== 'ready' || tops.size < 2) {
      await frame();
      tops.add($('.below').getBoundingClientRect().top);
      above.add($('p').getBoundingClientRect().top);
    }
    await moment(50);
    tops.add($('.below').getBoundingClientRect().top);
    // Nothing, "Loading …", and all there is.
    expect(above.size).to.equal(1);
    expect(tops.size).to.be.at.most(3);
    expect(outline(thread)).to.equal('1 2 3 4 5');
  });
});
