import { expect } from 'chai';
import '../../components/comments.ts';
import type { CommentsLoadEvent } from '../../components/comment-events.ts';
import { $, frame, moment, now, part, parts, seen, texts, told, until } from './helpers.ts';
import {
  $$,
  article,
  atRest,
  bodies,
  button,
  chain,
  eventsOf,
  focused,
  heard,
  outline,
  plain,
  putThread,
  read,
  readAll,
  readFrom,
  said,
  several,
  Shelf,
  writers,
} from './threads.ts';

const clearHash = (): void => history.replaceState(null, '', location.pathname + location.search);
afterEach(clearHash);

describe('a thread of comments', () => {
  it('says how many there are', async () => {
    for (const [count, text] of [
      [0, 'No comments'],
      [1, '1 comment'],
      [12, '12 comments'],
    ] as const)
      expect(plain(part(await readAll(several(count)), 'heading'))).to.equal(text);
  });

  it('has a heading of the level that the page needs', async () => {
    const thread = await readAll(several(1), 'heading-level="4"');
    const heading = part(thread, 'heading')!;
    expect([heading.getAttribute('role'), heading.ariaLevel]).to.deep.equal(['heading', '4']);
  });

  it('shows the heading of the page instead', async () => {
    const thread = await read('<dogeared-comments lang="en"><h3 slot="heading">Letters</h3></dogeared-comments>', {
      comments: several(1),
    });
    expect([seen($('h3')), seen(part(thread, 'heading'))]).to.deep.equal([true, false]);
  });

  it('stands in real lists, one in another', async () => {
    const comments = [
      said('1', {}, 50),
      said('2', { parentId: '1' }, 40),
      said('3', { parentId: '2' }, 30),
      said('4', { parentId: '1' }, 20),
      said('5', {}, 10),
    ];
    const thread = await readAll(comments);
    expect(outline(thread)).to.equal('1(2(3) 4) 5');
    for (const list of $$(thread, 'ol')) expect(list.getAttribute('role')).to.equal('list');
  });

  it('is 8 levels deep, then flat with "in reply to"', async () => {
    const thread = await readAll(chain(11));
    expect(outline(thread)).to.equal('1(2(3(4(5(6(7(8 9 10 11)))))))');
    expect(texts(thread, 'parent').map((text) => text.trim())).to.deep.equal([
      'in reply to Reader 8',
      'in reply to Reader 9',
      'in reply to Reader 10',
    ]);
    expect($$(thread, '[part=parent] bdi').map(plain)).to.deep.equal(['Reader 8', 'Reader 9', 'Reader 10']);
    expect(parts<HTMLAnchorElement>(thread, 'parent').map(({ hash }) => hash)).to.deep.equal([
      '#comment-8',
      '#comment-9',
      '#comment-10',
    ]);
  });

  it('names authors apart from the direction of the text, and those without name "Anonymous"', async () => {
    const thread = await readAll([said('1'), said('2', { author: { name: '' } }, 50)]);
    expect(parts(thread, 'author').map(({ localName, textContent }) => [localName, textContent])).to.deep.equal([
      ['bdi', 'Reader 1'],
      ['bdi', 'Anonymous'],
    ]);
  });

  it('links to authors as to strangers', async () => {
    const thread = await readAll([said('1', { author: { name: 'Reader 1', url: 'https://one.example/' } })]);
    const link = part(thread, 'author')!.closest('a')!;
    expect([link.href, link.rel]).to.deep.equal(['https://one.example/', 'nofollow ugc noopener noreferrer']);
  });

  it('draws initials by itself, the same color for the same name', async () => {
    const names = ['Ada Lovelace', 'bo', '李小龍', '', "Conan O'Brien", 'Ada Lovelace', '👋🏽'];
    const comments = names.map((name, at) => said(String(at), { author: { name } }, 60 - at));
    const thread = await readAll(comments);
    const avatars = parts(thread, 'avatar');
    expect(avatars.map(plain)).to.deep.equal(['AL', 'B', '李', '?', 'CO', 'AL', '?']);
    expect(avatars[0]!.className).to.equal(avatars[5]!.className);
    expect($$(thread, 'img')).to.have.length(0);
  });

  it('shows badges, pins, what waits for approval, and where it was said', async () => {
    const thread = await readAll([
      said('1', { author: { name: 'Reader 1', badge: 'Author' }, pinned: true, source: 'Mastodon' }),
      said('2', { status: 'pending' }, 50),
    ]);
    expect(texts(thread, 'badge')).to.deep.equal(['Author']);
    expect(texts(thread, 'pinned')).to.deep.equal(['★']);
    expect(plain(article(thread, '2').querySelector('[part=pending]'))).to.equal('Waiting for approval');
    expect(parts(thread, 'source').map(plain)).to.deep.equal(['via Mastodon']);
  });

  it('shows votes where there are any', async () => {
    const thread = await readAll([
      said('1', { votes: { up: 1200, down: 1 } }),
      said('2', { votes: { up: 0, down: 0 } }, 5),
    ]);
    expect(plain(article(thread, '1').querySelector('footer'))).to.equal(
      '▲ 1,2001,200 votes for it▼ 11 vote against it',
    );
    expect(plain(article(thread, '2').querySelector('footer'))).to.equal('');
  });

  it('says when: in words of now, with the date beside them, and a link to the comment', async () => {
    const thread = await readAll([said('1', {}, 3 * 60), said('2', { published: undefined as never }, 0)]);
    const time = part<HTMLTimeElement>(thread, 'date')!;
    const published = new Date(now - 3 * 3_600_000);
    expect(plain(time)).to.equal('3 hours ago');
    expect(time.dateTime).to.equal(published.toISOString());
    const full = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' }).format(published);
    expect(time.title).to.equal(full);
    const [link, undated] = parts<HTMLAnchorElement>(thread, 'permalink');
    expect(link!.href).to.equal(`${location.href}#comment-1`);
    expect(link!.ariaLabel).to.equal(`Link to the comment by Reader 1, 3 hours ago`);
    expect([plain(undated), undated!.hash]).to.deep.equal(['#', '#comment-2']);
  });

  it('links to comments of this page whatever the base of the page is', async () => {
    const base = document.createElement('base');
    base.href = 'https://elsewhere.example/a/';
    document.head.append(base);
    try {
      const thread = await readAll(chain(9));
      for (const link of parts<HTMLAnchorElement>(thread, 'permalink')) expect(link.origin).to.equal(location.origin);
    } finally {
      base.remove();
    }
  });

  it('draws bodies: Markdown, and the HTML of an engine', async () => {
    const thread = await readAll([said('1', { body: '**Bold**' }), said('2', { html: '<p><i>Italic</i></p>' }, 50)]);
    expect($$(thread, '.body').map(({ innerHTML }) => innerHTML.trim())).to.deep.equal([
      '<p><strong>Bold</strong></p>',
      '<p><i>Italic</i></p>',
    ]);
  });

  it('keeps a deleted comment for the answers to it', async () => {
    const thread = await readAll([
      { id: '1', status: 'deleted', published: said('1', {}, 50).published },
      said('2', { parentId: '1' }, 40),
      { id: '3', status: 'deleted' },
    ]);
    expect(plain($$(thread, 'article')[0])).to.match(/^This comment was deleted\. Hide 1 reply$/);
    expect(parts(thread, 'item')).to.have.length(2);
    expect(plain(part(thread, 'heading'))).to.equal('1 comment');
  });

  it('tells an event what there is', async () => {
    const events = eventsOf<CommentsLoadEvent['detail']>('dogeared-comments-load');
    await readFrom(new Shelf(several(30), { size: 20 }));
    await until('the event', () => events.length);
    expect(events.map(({ comments, ...detail }) => [comments.length, detail])).to.deep.equal([
      [20, { total: 30, complete: false }],
    ]);
  });
});

describe('collapsing and expanding', () => {
  it('hides the answers to a comment and shows them again', async () => {
    const thread = await readAll([...chain(3), said('4', {}, 0)]);
    button(article(thread, '1'), 'Hide 2 replies').click();
    await until('it is closed', () => outline(thread) === '1 4');
    const toggle = button(article(thread, '1'), 'Show 2 replies');
    expect(toggle.ariaExpanded).to.equal('false');
    toggle.click();
    await until('it is open', () => outline(thread) === '1(2(3)) 4');
    expect(button(article(thread, '1'), 'Hide 2 replies').ariaExpanded).to.equal('true');
  });

  it('keeps the focus on its button', async () => {
    const thread = await readAll(chain(2));
    const toggle = button(article(thread, '1'), 'Hide 1 reply');
    toggle.focus();
    toggle.click();
    await until('it is closed', () => outline(thread) === '1');
    expect(focused(thread)).to.equal('toggle Reader 1');
  });
});

describe('the order', () => {
  const comments = [
    said('old', { votes: { up: 1, down: 0 } }, 30),
    said('best', { votes: { up: 90, down: 1 } }, 20),
    said('new', {}, 10),
  ];
  const sortBy = (thread: Element, order: string): void => {
    const select = part<HTMLSelectElement>(thread, 'sort')!;
    select.value = order;
    select.dispatchEvent(new Event('change'));
  };

  it('is the oldest first', async () => {
    expect(writers(await readAll(comments))).to.equal('old best new');
  });

  it('is what the attribute says', async () => {
    const thread = await readAll(comments, 'sort="best"');
    expect(writers(thread)).to.equal('best old new');
    expect(part<HTMLSelectElement>(thread, 'sort')!.value).to.equal('best');
    thread.sort = 'newest';
    await until('the other order', () => writers(thread) === 'new best old');
  });

  it('is what a reader chooses, with the same nodes', async () => {
    const thread = await readAll(comments);
    const before = new Set($$(thread, 'li, article, .body, .body *'));
    part(thread, 'sort')!.focus();
    sortBy(thread, 'newest');
    await until('the other order', () => writers(thread) === 'new best old');
    expect($$(thread, 'li, article, .body, .body *').filter((node) => !before.has(node))).to.deep.equal([]);
    expect(focused(thread)).to.equal('sort');
  });

  it('is asked of a source that has more than is here', async () => {
    const shelf = new Shelf(several(9), { size: 3 });
    const thread = await readFrom(shelf);
    sortBy(thread, 'best');
    await until('a second request', () => shelf.asked.length === 2);
    expect(shelf.asked.map(({ sort, after }) => [sort, after])).to.deep.equal([
      ['oldest', undefined],
      ['best', undefined],
    ]);
  });

  it('has pinned comments first', async () => {
    expect(writers(await readAll([...comments, said('pin', { pinned: true }, 1)]))).to.equal('pin old best new');
  });

  it('is the default, and says so, where the attribute makes no sense', async () => {
    const thread = await readAll(comments, 'sort="loudest" limit="many" heading-level="9" fold-below="low"');
    expect(writers(thread)).to.equal('old best new');
    await until('four warnings', () => (all = [...all, ...told()]).length === 4);
    expect(all).to.deep.equal([
      '<dogeared-comments>: sort is loudest; allowed: oldest, newest, best; using the default.',
      '<dogeared-comments>: limit is many; allowed: numbers from 1 up; using the default.',
      '<dogeared-comments>: heading-level is 9; allowed: 1 to 6; using the default.',
      '<dogeared-comments>: fold-below is low; allowed: numbers; using the default.',
    ]);
  });
  let all: string[] = [];

  it('is the default where a later value makes no sense', async () => {
    const thread = await readAll(comments, 'sort="newest"');
    thread.sort = 'loudest' as never;
    await until('the default', () => writers(thread) === 'old best new');
    expect(told()).to.deep.equal([
      '<dogeared-comments>: sort is loudest; allowed: oldest, newest, best; using the default.',
    ]);
  });

  it('cannot be chosen where there is nothing to choose', async () => {
    expect(part(await readAll(several(1)), 'sort')).to.equal(null);
  });
});

describe('showing more', () => {
  it('shows 20, then 20 more, and says so', async () => {
    const thread = await readAll(several(45));
    expect(parts(thread, 'item')).to.have.length(20);
    const more = button(thread, 'Show more comments');
    more.focus();
    more.click();
    await until('40', () => parts(thread, 'item').length === 40);
    expect([focused(thread), heard(thread)]).to.deep.equal(['more', '20 more comments']);
    more.click();
    await until('45', () => parts(thread, 'item').length === 45);
    await until('no button', () => !part(thread, 'more'));
    expect([focused(thread), heard(thread)]).to.deep.equal(['comment Reader 41', '5 more comments']);
  });

  it('shows as many as the owner wants', async () => {
    expect(parts(await readAll(several(9), 'limit="4"'), 'item')).to.have.length(4);
  });

  it('asks a source for its next page, with what the page before said', async () => {
    const shelf = new Shelf(several(9), { size: 4 });
    const thread = await readFrom(shelf);
    expect([parts(thread, 'item').length, plain(part(thread, 'heading'))]).to.deep.equal([4, '9 comments']);
    button(thread, 'Show more comments').click();
    await until('8', () => parts(thread, 'item').length === 8);
    button(thread, 'Show more comments').click();
    await until('9', () => parts(thread, 'item').length === 9);
    expect(shelf.asked.map(({ after }) => after)).to.deep.equal([undefined, '4', '8']);
    await until('no button', () => !part(thread, 'more'));
  });

  it('asks once, however often the button is pressed', async () => {
    const shelf = new Shelf(several(9), { size: 3 });
    const thread = await readFrom(shelf);
    shelf.wait = moment(40);
    const more = button(thread, 'Show more comments');
    for (let times = 0; times < 5; times++) more.click();
    await until('6', () => parts(thread, 'item').length === 6);
    await frame();
    expect([shelf.asked.length, parts(thread, 'item').length]).to.deep.equal([2, 6]);
  });

  it('says where the next page does not come, and tries again', async () => {
    const shelf = new Shelf(several(9), { size: 5 });
    const thread = await readFrom(shelf);
    shelf.broken = new Error('The shelf is locked');
    const more = button(thread, 'Show more comments');
    more.focus();
    more.click();
    await until('a note', () => part(thread, 'note'));
    expect(plain(part(thread, 'note'))).to.equal('The comments could not be loaded.');
    expect([seen(part(thread, 'note')), heard(thread), focused(thread)]).to.deep.equal([
      true,
      'The comments could not be loaded.',
      'more',
    ]);
    expect(told()).to.deep.equal(['<dogeared-comments>: The shelf is locked; keeping what is there.']);
    shelf.broken = undefined;
    more.click();
    await until('9', () => parts(thread, 'item').length === 9);
    expect(part(thread, 'note')).to.equal(null);
  });

  it('moves answers under what they answer when that comes with a later page', async () => {
    const comments = [
      said('3', { parentId: '9' }, 30),
      said('4', {}, 29),
      said('5', { parentId: '8' }, 28),
      said('6', {}, 27),
      said('7', { parentId: '4' }, 26),
      said('8', {}, 60),
      said('9', { parentId: '4' }, 28),
    ];
    const thread = await readFrom(new Shelf(comments, { size: 5 }));
    expect(outline(thread)).to.equal('3 4(7) 5 6');
    const nodes = new Map(parts(thread, 'comment').map((node) => [plain(node.querySelector('[part=author]')), node]));
    button(thread, 'Show more comments').click();
    await until('all', () => parts(thread, 'item').length === 7);
    expect(outline(thread)).to.equal('8(5) 4(9(3) 7) 6');
    for (const [name, node] of nodes) expect(node === article(thread, name.replace('Reader ', ''))).to.equal(true);
  });
});

describe('a link to a comment', () => {
  const visible = (element: HTMLElement): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };

  it('loads the thread, far from what a reader sees, goes there and says so', async () => {
    location.hash = '#comment-3';
    const html = '<div style="height: 9000px"></div><dogeared-comments lang="en"></dogeared-comments>';
    const thread = await read(html, { comments: several(5) });
    await until('the focus', () => focused(thread) === 'comment Reader 3');
    await until('it is seen', () => visible(article(thread, '3')));
    expect(heard(thread)).to.equal('Link to the comment by Reader 3');
  });

  it('loads up to the page that the comment is on', async () => {
    const shelf = new Shelf(several(50), { size: 10 });
    const thread = await readFrom(shelf);
    location.hash = '#comment-34';
    await until('the focus', () => focused(thread) === 'comment Reader 34');
    expect(shelf.asked.map(({ after }) => after)).to.deep.equal([undefined, '10', '20', '30']);
    await until('it is drawn', () => bodies(thread).includes('Comment 34'));
    expect(writers(thread).split(' ').slice(0, 34)).to.deep.equal(several(34).map(({ id }) => id));
  });

  it('opens what is collapsed, and what is folded', async () => {
    const thread = await readAll(chain(5), 'muted="Reader 4"');
    button(article(thread, '1'), 'Hide 4 replies').click();
    await until('it is closed', () => outline(thread) === '1');
    location.hash = '#comment-4';
    await until('the focus', () => focused(thread) === 'comment Reader 4');
    expect(outline(thread)).to.equal('1(2(3(4(5))))');
    expect(bodies(thread)).to.include('Comment 4');
  });

  it('works a second time', async () => {
    const thread = await readAll(chain(9));
    const [link] = parts(thread, 'parent');
    link!.click();
    await until('the focus', () => focused(thread) === 'comment Reader 8');
    button(thread, 'Hide 8 replies').focus();
    link!.click();
    await until('the focus', () => focused(thread) === 'comment Reader 8');
  });

  it('with an id that an address has no room for', async () => {
    const thread = await readAll([said('a b/ü?#%', { author: { name: 'Reader 1' } })]);
    expect(part<HTMLAnchorElement>(thread, 'permalink')!.hash).to.equal('#comment-a%20b%2F%C3%BC%3F%23%25');
    part(thread, 'permalink')!.click();
    await until('the focus', () => focused(thread) === 'comment Reader 1');
  });

  it('that is none changes nothing: reveal() says so', async () => {
    const shelf = new Shelf(several(6), { size: 2 });
    const thread = await readFrom(shelf, 'limit="2"');
    expect(await thread.reveal('7')).to.equal(false);
    expect([writers(thread), shelf.asked.length]).to.deep.equal(['1 2', 3]);
    location.hash = '#comment-%';
    location.hash = '#comment-';
    location.hash = '#other';
    await frame();
    expect(await thread.reveal('6')).to.equal(true);
    expect(writers(thread)).to.equal('1 2 3 4 5 6');
  });

  it('ends with a source whose pages never end', async () => {
    const shelf = new Shelf(several(3), { next: 'again' });
    const thread = await readFrom(shelf);
    expect(await thread.reveal('4')).to.equal(false);
    expect(shelf.asked.length).to.be.lessThan(4);
  });

  it('is heard by every thread of the page, and shown by the one that has the comment', async () => {
    const thread = await read(
      '<dogeared-comments lang="en"></dogeared-comments><dogeared-comments></dogeared-comments>',
      {
        comments: several(2),
      },
    );
    const other = thread.nextElementSibling as typeof thread;
    other.comments = [said('x')];
    await atRest(other);
    location.hash = '#comment-x';
    await until('the focus', () => focused(other) === 'comment Reader x');
  });
});

describe('what an owner does not want to see', () => {
  it('is folded: comments of muted authors, in whatever letters', async () => {
    const thread = await readAll(several(3), 'muted="reader 2, Somebody"');
    expect(bodies(thread)).to.deep.equal(['Comment 1', 'Comment 3']);
    const folded = $$(thread, 'article')[1]!;
    expect(plain(folded)).to.equal('A comment by somebody muted on this blog. Show it');
    button(folded, 'Show it').click();
    await until('it is shown', () => bodies(thread).length === 3);
    expect(focused(thread)).to.equal('comment Reader 2');
  });

  it('is folded: comments that readers voted down', async () => {
    const comments = several(3, (nth) => ({ votes: { up: nth, down: 3 } }));
    const thread = await readAll(comments, 'fold-below="-1"');
    expect(bodies(thread)).to.deep.equal(['Comment 2', 'Comment 3']);
    expect(plain($$(thread, 'article')[0])).to.equal('A comment that readers voted down. Show it');
  });

  it('follows the attribute', async () => {
    const thread = await readAll(several(2));
    thread.muted = 'Reader 1';
    await until('it is folded', () => bodies(thread).join() === 'Comment 2');
    thread.muted = null;
    await until('it is there', () => bodies(thread).join() === 'Comment 1,Comment 2');
  });

  it('is never shown first', async () => {
    let shownFirst = false;
    const thread = putThread('<dogeared-comments muted="Reader 1"></dogeared-comments>', { comments: several(1) });
    while (thread.state !== 'ready') {
      shownFirst ||= bodies(thread).length > 0;
      await frame();
    }
    expect(shownFirst || bodies(thread).length > 0).to.equal(false);
  });
});

describe('a thread that is not open to all', () => {
  it('is closed, and says so', async () => {
    const thread = await readFrom(new Shelf(several(2), { closed: 'closed', canPost: false }), 'reply-url="/comment"');
    expect(parts(thread, 'note').map(plain)).to.deep.equal(['Comments on this post are closed.']);
    expect([parts(thread, 'item').length, part(thread, 'post'), part(thread, 'form')]).to.deep.equal([2, null, null]);
  });

  it('is protected, and says so', async () => {
    const thread = await readFrom(new Shelf([], { closed: 'protected' }), 'reply-url="/comment"');
    expect(parts(thread, 'note').map(plain)).to.deep.equal([
      'The comments on this post are only for those who may read it.',
    ]);
    expect(part(thread, 'post')).to.equal(null);
  });
});

describe('a refresh', () => {
  it('keeps the nodes of what is the same, brings what is new, and says so', async () => {
    const shelf = new Shelf(several(3));
    const thread = await readFrom(shelf);
    const before = $$(thread, 'li, article, .body, .body *');
    shelf.comments = [...shelf.comments.map((comment) => ({ ...comment })), said('4', { parentId: '2' }, 1)];
    await thread.refresh();
    expect(outline(thread)).to.equal('1 2(4) 3');
    const after = new Set($$(thread, 'li, article, .body, .body *'));
    expect(before.filter((node) => !after.has(node))).to.deep.equal([]);
    expect(heard(thread)).to.equal('1 more comment');
  });

  it('changes a body where it is, and takes away what is gone', async () => {
    const shelf = new Shelf(several(3));
    const thread = await readFrom(shelf);
    const node = article(thread, '2');
    const seenTexts = new Set<string>();
    const observer = new MutationObserver(() => seenTexts.add(bodies(thread).join()));
    observer.observe(thread.shadowRoot!, { childList: true, subtree: true, characterData: true });
    shelf.comments = [said('2', { body: '**New**' }, 5), said('3', {}, 4)];
    await thread.refresh();
    observer.disconnect();
    expect([article(thread, '2') === node, bodies(thread)]).to.deep.equal([true, ['New', 'Comment 3']]);
    expect([...seenTexts].filter((text) => text.includes('*'))).to.deep.equal([]);
  });

  it('leaves those who have read on where they are', async () => {
    const shelf = new Shelf(several(30), { size: 10 });
    const thread = await readFrom(shelf, 'limit="10"');
    button(thread, 'Show more comments').click();
    await until('20', () => parts(thread, 'item').length === 20);
    const before = $$(thread, 'li');
    await thread.refresh();
    expect($$(thread, 'li')).to.deep.equal(before);
  });

  it('asks once, even when it is the first to want comments', async () => {
    const shelf = new Shelf(several(1));
    const thread = putThread('<div style="height: 9000px"></div><dogeared-comments></dogeared-comments>', {
      source: shelf,
    });
    await thread.refresh();
    expect([thread.state, shelf.asked.length]).to.deep.equal(['ready', 1]);
    await thread.refresh();
    expect(shelf.asked.length).to.equal(2);
  });

  it('waits for comments that are on their way', async () => {
    const shelf = new Shelf(several(3));
    const thread = putThread('<dogeared-comments></dogeared-comments>', { source: shelf });
    expect(await Promise.all([thread.reveal('2'), thread.reveal('3')])).to.deep.equal([true, true]);
  });

  it('keeps what is there when it fails, and offers another try', async () => {
    const shelf = new Shelf(several(2));
    const thread = await readFrom(shelf);
    shelf.broken = new Error('The shelf is locked');
    await thread.refresh();
    await thread.refresh();
    expect([thread.state, writers(thread)]).to.deep.equal(['ready', '1 2']);
    expect(told()).to.deep.equal(['<dogeared-comments>: The shelf is locked; keeping what is there.']);
    expect(plain(part(thread, 'note'))).to.equal('The comments could not be loaded. Try again');
    shelf.broken = undefined;
    shelf.comments = several(3);
    const again = button(thread, 'Try again');
    again.focus();
    again.click();
    await until('the comments', () => writers(thread) === '1 2 3');
    await until('the focus', () => focused(thread) === 'heading');
    expect(part(thread, 'note')).to.equal(null);
  });
});
