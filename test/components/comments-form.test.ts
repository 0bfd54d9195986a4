import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/comments.ts';
import type { CommentPostedEvent, CommentSubmitEvent } from '../../components/comment-post-events.ts';
import { frame, json, moment, part, parts, seen, until } from './helpers.ts';
import {
  $$,
  article,
  bodies,
  button,
  chain,
  Desk,
  Diary,
  eventsOf,
  focused,
  heard,
  outline,
  plain,
  read,
  readAll,
  readFrom,
  said,
  several,
  Shelf,
  type Thread,
  writers,
} from './threads.ts';

beforeEach(() => sessionStorage.clear());
after(() => sessionStorage.clear());

/** The form at the end of a thread, or the one below a comment. */
const formOf = (thread: Element, id?: string): HTMLFormElement => {
  const below = id && article(thread, id).closest('li')!.querySelector<HTMLFormElement>(':scope > div > form');
  return below || $$<HTMLFormElement>(thread, 'section > form')[0]!;
};
type Fields = Partial<Record<'name' | 'url' | 'body', string>>;
const field = (form: HTMLFormElement, name: string): HTMLInputElement =>
  form.querySelector<HTMLInputElement>(`[name=${name}]`)!;

function fill(form: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    field(form, name).value = value;
    field(form, name).dispatchEvent(new Event('input', { bubbles: true }));
  }
}
const values = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...form.querySelectorAll<HTMLInputElement>('[name]')].map(({ name, value }) => [name, value]));

/** Presses the button, as a reader does: with native validation. */
const send = (form: HTMLFormElement): void => form.querySelector<HTMLElement>('[part=send]')!.click();
const problem = (form: HTMLFormElement): string => plain(form.querySelector('[role=alert]'));
const tab = (form: HTMLFormElement, name: string): HTMLElement => button(form, name);
const preview = (form: HTMLFormElement): string => form.querySelector('.preview .body')?.innerHTML.trim() ?? '';

/** Fills in and sends. */
async function post(thread: Thread, body: string, id?: string): Promise<void> {
  const form = formOf(thread, id);
  fill(form, { name: 'Mira', body });
  send(form);
  await until('it is sent', () => /Your comment is there|will appear/.test(heard(thread)));
}

describe('where comments can be written', () => {
  it('there is a form, loaded only then', async () => {
    expect(formOf(await readFrom(new Desk(several(1))))).to.be.an.instanceof(HTMLFormElement);
    expect(part(await readFrom(new Shelf(several(1))), 'form')).to.equal(null);
    expect(part(await read(`<dogeared-comments src="${json(several(1))}"></dogeared-comments>`), 'form')).to.equal(
      null,
    );
  });

  it('the form stays when a later page does not say so again', async () => {
    const desk = new Desk(several(9), { size: 5 });
    const thread = await readFrom(desk);
    delete desk.more.canPost;
    await thread.reveal('9');
    expect(seen(formOf(thread))).to.equal(true);
  });

  it('elsewhere, there is a link', async () => {
    const thread = await readAll(several(1), 'reply-url="/comment?post=1"');
    const link = part<HTMLAnchorElement>(thread, 'post')!;
    expect([plain(link), link.href]).to.deep.equal(['Post a comment', `${location.origin}/comment?post=1`]);
    expect(part(await readFrom(new Desk(), 'reply-url="/comment"'), 'post')).to.equal(null);
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'http://[', '', 'mailto:a@b.example', 'java\tscript:1'])
    it(`there is no link to ${JSON.stringify(url)}`, async () => {
      const thread = await readAll(several(1));
      thread.replyUrl = url;
      await thread.updateComplete;
      expect([part(thread, 'post'), writers(thread)]).to.deep.equal([null, '1']);
    });
});

describe('writing a comment', () => {
  it('sends what was written and shows what the source keeps', async () => {
    const desk = new Desk(several(2));
    const thread = await readFrom(desk);
    const posted = eventsOf<CommentPostedEvent['detail']>('dogeared-comment-posted');
    fill(formOf(thread), { name: ' Mira ', url: 'https://mira.example', body: '**Hello**' });
    send(formOf(thread));
    await until('it is there', () => writers(thread) === '1 2 Mira');
    await until('the event', () => posted.length);
    expect(desk.sent).to.deep.equal([{ name: 'Mira', url: 'https://mira.example', body: '**Hello**' }]);
    expect($$(thread, '.body').at(-1)!.innerHTML.trim()).to.equal('<p><strong>Hello</strong></p>');
    expect(posted.map(({ comment }) => comment.id)).to.deep.equal(['new1']);
    expect([focused(thread), heard(thread)]).to.deep.equal(['comment Mira', 'Your comment is there.']);
    expect(plain(part(thread, 'heading'))).to.equal('3 comments');
    expect(values(formOf(thread))).to.deep.equal({ name: ' Mira ', url: 'https://mira.example', body: '' });
  });

  it('keeps the nodes of all other comments', async () => {
    const thread = await readFrom(new Desk(chain(4)));
    const before = $$(thread, 'li, article, .body, .body *');
    await post(thread, 'New');
    expect($$(thread, 'li, article, .body, .body *').filter((node) => before.includes(node))).to.deep.equal(before);
  });

  it('is for a long thread, too: the new comment is seen, and not ten thousand others', async () => {
    const thread = await readFrom(new Desk(several(3000)));
    await post(thread, 'New');
    expect(focused(thread)).to.equal('comment Mira');
    expect(parts(thread, 'item').length).to.be.lessThan(100);
  });

  it('answers: the form opens below the comment, and the answer stands there', async () => {
    const desk = new Desk(chain(2));
    const thread = await readFrom(desk);
    button(article(thread, '1'), 'Reply').click();
    await until('the form', () => parts(thread, 'form').length === 2);
    const form = formOf(thread, '1');
    expect(focused(thread)).to.equal('name');
    expect(plain(form.querySelector('.title'))).to.equal('Reply to Reader 1');
    fill(form, { name: 'Mira', body: 'Yes' });
    send(form);
    await until('it is there', () => outline(thread) === '1(2 Mira)');
    expect(desk.sent[0]!.parentId).to.equal('1');
    await until('the form is gone', () => parts(thread, 'form').length === 1);
    // Nobody types their name twice.
    button(article(thread, '2'), 'Reply').click();
    await until('the form', () => parts(thread, 'form').length === 2);
    expect([values(formOf(thread, '2'))['name'], focused(thread)]).to.deep.equal(['Mira', 'body']);
  });

  it('answers into a thread that was collapsed meanwhile', async () => {
    const thread = await readFrom(new Desk(chain(2)));
    button(article(thread, '1'), 'Reply').click();
    await until('the form', () => parts(thread, 'form').length === 2);
    button(article(thread, '1'), 'Hide 1 reply').click();
    await until('it is closed', () => outline(thread) === '1');
    await post(thread, 'Yes', '1');
    expect(outline(thread)).to.equal('1(2 Mira)');
  });

  it('can be left: the focus goes back, and the text is there the next time', async () => {
    const thread = await readFrom(new Desk(several(1)));
    button(article(thread, '1'), 'Reply').click();
    await until('the form', () => parts(thread, 'form').length === 2);
    fill(formOf(thread, '1'), { body: 'Half a tho' });
    button(formOf(thread, '1'), 'Cancel').click();
    await until('it is gone', () => parts(thread, 'form').length === 1);
    expect(focused(thread)).to.equal('comment Reader 1');
    button(article(thread, '1'), 'Reply').click();
    await until('the form', () => parts(thread, 'form').length === 2);
    expect(values(formOf(thread, '1'))['body']).to.equal('Half a tho');
  });

  it('counts characters', async () => {
    const thread = await readFrom(new Desk());
    fill(formOf(thread), { body: 'x'.repeat(1234) });
    await until('the count', () => plain(formOf(thread)).includes('1,234 of 20,000 characters'));
    expect(field(formOf(thread), 'body').maxLength).to.equal(20_000);
  });

  it('has a label for every field, and what a browser can fill in', async () => {
    const form = formOf(await readFrom(new Desk()));
    const fields = [...form.querySelectorAll<HTMLInputElement>('[name]')];
    expect(
      fields.map((node) => [plain(node.labels![0]), node.getAttribute('autocomplete'), node.required]),
    ).to.deep.equal([
      ['Name', 'name', true],
      ['Website (optional)', 'url', false],
      ['Comment', null, true],
    ]);
  });

  it('by keyboard alone', async () => {
    const desk = new Desk(several(1));
    const thread = await readFrom(desk);
    const [reply] = parts(thread, 'reply');
    reply!.focus();
    await sendKeys({ press: 'Enter' });
    await until('the form', () => focused(thread) === 'name');
    await sendKeys({ type: 'Mira' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowRight' });
    await until('the preview', () => formOf(thread, '1').querySelector('.preview'));
    expect(plain(formOf(thread, '1').querySelector('.preview'))).to.equal('Nothing to preview yet.');
    expect(plain(thread.shadowRoot!.activeElement)).to.equal('Preview');
    await sendKeys({ press: 'ArrowLeft' });
    await until('the field', () => formOf(thread, '1').querySelector('textarea'));
    expect(plain(thread.shadowRoot!.activeElement)).to.equal('Write');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Hello' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until('it is there', () => outline(thread) === '1(Mira)');
    expect(focused(thread)).to.equal('comment Mira');
  });
});

describe('the preview', () => {
  it('draws through the same door as every comment', async () => {
    const thread = await readFrom(new Desk());
    const form = formOf(thread);
    fill(form, {
      body: '**Bold** <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](https://y.example/y.png)',
    });
    tab(form, 'Preview').click();
    await until('it is drawn', () => preview(form).includes('<strong>'));
    expect(preview(form)).to.equal(
      '<p><strong>Bold</strong> &lt;img src=x onerror=alert(1)&gt; <a>x</a> <a href="https://y.example/y.png" rel="nofollow ugc noopener noreferrer">y</a></p>',
    );
    expect(tab(form, 'Preview').ariaSelected).to.equal('true');
    expect(form.querySelector('[role=tabpanel]')!.getAttribute('aria-labelledby')).to.equal(tab(form, 'Preview').id);
    tab(form, 'Write').click();
    await until('the field', () => form.querySelector('textarea'));
    expect(values(form)['body']).to.match(/^\*\*Bold\*\*/);
  });

  it('shows pictures where comments do', async () => {
    const thread = await readFrom(new Desk(), 'images');
    const form = formOf(thread);
    fill(form, { body: '![y](https://localhost:1/y.png)' });
    tab(form, 'Preview').click();
    await until('a picture', () => form.querySelector('.preview img'));
  });
});

describe('what is not complete', () => {
  it('is said by the browser: a blank name', async () => {
    const desk = new Desk();
    const form = formOf(await readFrom(desk));
    fill(form, { name: '   ', body: 'Hello' });
    send(form);
    await until('the field is marked', () => !field(form, 'name').validity.valid);
    await frame();
    expect([field(form, 'name').validationMessage !== '', desk.sent]).to.deep.equal([true, []]);
    fill(form, { name: 'Mira' });
    send(form);
    await until('it is sent', () => desk.sent.length);
  });

  it('is said by the browser: a blank body, also from the preview', async () => {
    const desk = new Desk();
    const thread = await readFrom(desk);
    const form = formOf(thread);
    fill(form, { name: 'Mira', body: '  \n ' });
    tab(form, 'Preview').click();
    await until('the preview', () => form.querySelector('.preview'));
    send(form);
    await until('the field is back', () => form.querySelector('textarea'));
    await until('it has the focus', () => focused(thread) === 'body');
    expect([field(form, 'body').validity.valueMissing, desk.sent]).to.deep.equal([true, []]);
    fill(form, { body: 'Hello' });
    send(form);
    await until('it is sent', () => desk.sent.length);
  });

  it('is said by the browser: a website that is none', async () => {
    const desk = new Desk();
    const form = formOf(await readFrom(desk));
    fill(form, { name: 'Mira', url: 'mira', body: 'Hello' });
    send(form);
    await frame();
    expect([field(form, 'url').validity.typeMismatch, desk.sent]).to.deep.equal([true, []]);
  });
});

describe('sending', () => {
  it('is done once, however often the button is pressed', async () => {
    const desk = new Desk();
    const thread = await readFrom(desk);
    const form = formOf(thread);
    fill(form, { name: 'Mira', body: 'Hello' });
    desk.wait = moment(60);
    for (let times = 0; times < 3; times++) send(form);
    await until('it is under way', () => plain(part(thread, 'send')) === 'Sending …');
    expect(part(thread, 'send')!.ariaDisabled).to.equal('true');
    send(form);
    await until('it is there', () => writers(thread) === 'Mira');
    expect(desk.sent).to.have.length(1);
    await until('the button', () => plain(part(thread, 'send')) === 'Post comment');
  });

  it('can wait for approval', async () => {
    const desk = new Desk();
    desk.held = true;
    const thread = await readFrom(desk);
    await post(thread, 'Hello');
    expect(heard(thread)).to.equal('Thank you. Your comment will appear once it has been approved.');
    expect(plain(part(thread, 'pending'))).to.equal('Waiting for approval');
  });

  it('can fail: the reason is told, the text stays, another try works', async () => {
    const desk = new Desk();
    const thread = await readFrom(desk);
    const form = formOf(thread);
    fill(form, { name: 'Mira', body: 'Hello' });
    desk.broken = new Error('The desk is closed.');
    send(form);
    await until('the reason', () => problem(form));
    expect(problem(form)).to.equal('Your comment could not be sent; it is still here. The desk is closed.');
    expect([values(form)['body'], plain(part(thread, 'send'))]).to.deep.equal(['Hello', 'Try again']);
    expect(sessionStorage.length).to.equal(1);
    desk.broken = undefined;
    send(form);
    await until('it is there', () => writers(thread) === 'Mira');
    await until('the reason is gone', () => !problem(form));
    expect(desk.sent).to.have.length(2);
  });

  for (const [what, answer] of [
    ['nothing', undefined],
    ['something that is no comment', { ok: true }],
  ] as const)
    it(`to a source that answers with ${what}: it is asked what there is now`, async () => {
      const desk = new Desk();
      const thread = await readFrom(desk);
      desk.post = (draft) => {
        desk.comments = [said('kept', { body: draft.body })];
        return Promise.resolve(answer as never);
      };
      await post(thread, 'Hello');
      expect([writers(thread), values(formOf(thread))['body']]).to.deep.equal(['kept', '']);
    });

  it('goes on while comments are loaded anew', async () => {
    const desk = new Desk(several(1));
    const thread = await readFrom(desk);
    fill(formOf(thread), { name: 'Mira', body: 'Hello' });
    desk.wait = moment(60);
    send(formOf(thread));
    await until('it is under way', () => desk.sent.length);
    desk.wait = undefined;
    await thread.refresh();
    expect(desk.signals[0]!.aborted).to.equal(false);
    await until('it is there', () => writers(thread) === '1 Mira');
  });

  it('can be stopped by the page, which may do it itself', async () => {
    const desk = new Desk();
    const thread = await readFrom(desk);
    const stop = (event: Event): void => event.preventDefault();
    thread.addEventListener('dogeared-comment-submit', stop);
    fill(formOf(thread), { name: 'Mira', body: 'Hello' });
    send(formOf(thread));
    await moment();
    expect([desk.sent, values(formOf(thread))['body']]).to.deep.equal([[], 'Hello']);
    thread.removeEventListener('dogeared-comment-submit', stop);
    send(formOf(thread));
    await until('it is sent', () => desk.sent.length);
  });

  it('sends what the page has made of the draft', async () => {
    const desk = new Desk();
    const thread = await readFrom(desk);
    const change = ({ detail }: CommentSubmitEvent): void => {
      detail.draft.body += '\n\n-- \nMira';
    };
    thread.addEventListener('dogeared-comment-submit', change);
    await post(thread, 'Hello');
    expect(desk.sent[0]!.body).to.equal('Hello\n\n-- \nMira');
  });
});

describe('a draft', () => {
  it('survives a reload: kept for its page and what it answers', async () => {
    const desk = new Desk(several(2));
    let thread = await readFrom(desk);
    fill(formOf(thread), { name: 'Mira', body: 'To all' });
    button(article(thread, '1'), 'Reply').click();
    await until('the form', () => parts(thread, 'form').length === 2);
    fill(formOf(thread, '1'), { body: 'To one' });
    thread = await readFrom(desk);
    expect(values(formOf(thread))).to.deep.equal({ name: 'Mira', url: '', body: 'To all' });
    for (const [id, body] of [
      ['1', 'To one'],
      ['2', ''],
    ] as const) {
      button(article(thread, id), 'Reply').click();
      await until('the form', () => formOf(thread, id) !== formOf(thread));
      expect(values(formOf(thread, id))['body']).to.equal(body);
    }
    const link = Object.assign(document.createElement('link'), { rel: 'canonical', href: '/another-post/' });
    document.head.append(link);
    thread = await readFrom(desk);
    link.remove();
    expect(values(formOf(thread))['body']).to.equal('');
  });

  it('is gone when it was sent', async () => {
    const desk = new Desk();
    await post(await readFrom(desk), 'Hello');
    expect(sessionStorage.length).to.equal(0);
    expect(values(formOf(await readFrom(desk)))['body']).to.equal('');
  });

  for (const kept of ['{', 'null', '5', '{"body":{"a":1},"name":5}', '"x"'])
    it(`is empty where what is kept makes no sense: ${kept}`, async () => {
      sessionStorage.setItem(`dogeared ${location.href} `, kept);
      expect(values(formOf(await readFrom(new Desk())))).to.deep.equal({ name: '', url: '', body: '' });
    });

  it('is not kept, and nothing else is different, where the browser keeps nothing', async () => {
    const { sessionStorage: had } = window;
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
    try {
      const thread = await readFrom(new Desk());
      await post(thread, 'Hello');
      expect(writers(thread)).to.equal('Mira');
    } finally {
      Object.defineProperty(window, 'sessionStorage', { configurable: true, value: had });
    }
  });
});

describe("one's own comments", () => {
  const diary = (): Diary => Object.assign(new Diary(chain(2)), { mine: ['1', '2'] });

  it('can be changed and deleted where the source says so', async () => {
    const source = diary();
    source.mine = ['2'];
    const thread = await readFrom(source);
    expect(parts(thread, 'edit').map((node) => plain(node.closest('article')!.querySelector('bdi')))).to.deep.equal([
      'Reader 2',
    ]);
    expect(parts(thread, 'delete')).to.have.length(1);
    expect(parts(await readFrom(new Desk(several(1))), 'edit')).to.have.length(0);
  });

  it('are changed in their place', async () => {
    const thread = await readFrom(diary());
    const node = article(thread, '2');
    parts(thread, 'edit')[1]!.click();
    await until('the form', () => focused(thread) === 'body Reader 2');
    const form = node.querySelector('form')!;
    expect(values(form)).to.deep.equal({ body: 'Comment 2' });
    fill(form, { body: '**Better**' });
    send(form);
    await until('it is there', () => bodies(thread)[1] === 'Better');
    await until('it is told', () => heard(thread) === 'Your comment has been changed.');
    expect([article(thread, '2') === node, focused(thread)]).to.deep.equal([true, 'comment Reader 2']);
    expect(sessionStorage.length).to.equal(0);
  });

  it('are left as they were when one thinks better of it', async () => {
    const thread = await readFrom(diary());
    parts(thread, 'edit')[1]!.click();
    await until('the form', () => focused(thread) === 'body Reader 2');
    button(article(thread, '2'), 'Cancel').click();
    await until('it is gone', () => !article(thread, '2').querySelector('form'));
    expect([bodies(thread)[1], focused(thread)]).to.deep.equal(['Comment 2', 'comment Reader 2']);
  });

  it('are deleted at the second click', async () => {
    const source = diary();
    const thread = await readFrom(source);
    const [, last] = parts(thread, 'delete');
    last!.focus();
    last!.click();
    await until('the question', () => plain(last) === 'Really delete');
    expect([source.comments.length, focused(thread)]).to.deep.equal([2, 'delete Reader 2']);
    last!.click();
    await until('it is gone', () => outline(thread) === '1');
    expect([heard(thread), focused(thread)]).to.deep.equal(['Your comment has been deleted.', 'heading']);
    expect(plain(part(thread, 'heading'))).to.equal('1 comment');
  });

  it('stay as a place for the answers to them', async () => {
    const thread = await readFrom(diary());
    const [first] = parts(thread, 'delete');
    first!.click();
    await until('the question', () => plain(first) === 'Really delete');
    first!.click();
    await until('it is gone', () => writers(thread) === '2');
    expect(plain($$(thread, 'article')[0])).to.equal('This comment was deleted. Hide 1 reply');
  });

  it('stay when they cannot be deleted, and the reason is told', async () => {
    const source = diary();
    const thread = await readFrom(source);
    const [, last] = parts(thread, 'delete');
    last!.click();
    await until('the question', () => plain(last) === 'Really delete');
    source.broken = new Error('Too late.');
    last!.click();
    await until('the reason', () => part(thread, 'note'));
    expect([plain(part(thread, 'note')), part(thread, 'note')!.role, outline(thread)]).to.deep.equal([
      'Too late.',
      'alert',
      '1(2)',
    ]);
    source.broken = undefined;
    last!.click();
    await until('the reason is gone', () => !part(thread, 'note'));
  });
});

describe('words of the form', () => {
  it('cannot be made of names', async () => {
    const name = "$& $' {name}";
    const thread = await readFrom(new Desk([said('1', { author: { name } })]));
    button(thread, 'Reply').click();
    await until('the form', () => parts(thread, 'form').length === 2);
    expect(plain($$(thread, '.title')[0])).to.equal(`Reply to ${name}`);
    expect(part(thread, 'permalink')!.ariaLabel).to.contain(`Link to the comment by ${name}, `);
  });
});
