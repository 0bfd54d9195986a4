import { expect } from 'chai';
import { authorName, type BlogComment, parseComments } from '../../../src/comments/comment.ts';

const one = (record: unknown, url?: string): Partial<BlogComment> | undefined =>
  parseComments([record], url === undefined ? {} : { url })[0];

describe('parseComments', () => {
  it('reads every known field', () => {
    const record = {
      id: 7,
      parentId: '3',
      author: { name: ' Ada ', url: '/ada', avatar: 'ada.png', badge: 'Author' },
      body: '**a**\n<b>',
      published: '2026-01-02T03:04:05+01:00',
      url: '#c7',
      votes: { up: 4, down: 1 },
      pinned: true,
      status: 'Pending',
      source: 'Mastodon',
      post: { url: 'x/', title: 'The post' },
      email: 'ada@example.com',
      ip: '127.0.0.1',
    };
    expect(parseComments([record], { url: 'https://example.com/blog/' })).to.deep.equal([
      {
        id: '7',
        parentId: '3',
        author: {
          name: 'Ada',
          url: 'https://example.com/ada',
          avatar: 'https://example.com/blog/ada.png',
          badge: 'Author',
        },
        body: '**a**\n<b>',
        published: '2026-01-02T02:04:05.000Z',
        url: 'https://example.com/blog/#c7',
        votes: { up: 4, down: 1 },
        pinned: true,
        status: 'pending',
        source: 'Mastodon',
        post: { url: 'https://example.com/blog/x/', title: 'The post' },
      },
    ]);
  });

  it('reads an array, and an object with one as comments, and nothing else', () => {
    const record = { id: 'a', body: 'b' };
    expect(parseComments([record])).to.have.length(1);
    expect(parseComments({ comments: [record, record] })).to.have.length(2);
    for (const value of [undefined, null, 5, 'a', {}, { comments: 'a' }, record, { comments: { a: record } }])
      expect(parseComments(value)).to.deep.equal([]);
  });

  it('leaves out what is no comment, and keeps the others', () => {
    const records = [
      null,
      5,
      'a',
      [],
      {},
      { id: 'a' },
      { body: 5 },
      { author: 'a' },
      { html: null },
      { body: 'b', id: 'c' },
    ];
    expect(parseComments(records).map(({ id }) => id)).to.deep.equal(['c']);
  });

  it('takes an empty body for one', () => expect(one({ id: 'a', body: '' })?.body).to.equal(''));

  it('leaves a body and HTML alone: the door is for them', () => {
    expect(one({ body: '<script>' })?.body).to.equal('<script>');
    expect(one({ html: '<script>' })?.html).to.equal('<script>');
    expect(one({ html: '<p>a', body: 'a' }))
      .to.include({ html: '<p>a' })
      .and.not.to.have.property('body');
  });

  it('gives a record without an id one that is the same whenever it is read', () => {
    const record = { author: 'Ada', body: 'a', published: '2026-01-02' };
    const id = one(record)?.id;
    expect(id).to.match(/^[\da-z]{8,}$/);
    expect(one({ ...record, author: { name: 'Ada' }, votes: 5 })?.id).to.equal(id);
    const others = [
      { ...record, body: 'b' },
      { ...record, author: 'Bob' },
      { ...record, parentId: '1' },
      { html: 'a' },
    ];
    expect(new Set([id, ...others.map((other) => one(other)?.id)]).size).to.equal(5);
  });

  it('takes zero for an id, but not what is no text', () => {
    expect(one({ id: 0, body: 'a' })?.id).to.equal('0');
    for (const id of [null, {}, [], NaN, '', ' ', true])
      expect(one({ id, body: 'a' })?.id).to.equal(one({ body: 'a' })?.id);
  });

  it('has addresses of the web only, without passwords', () => {
    const addresses = ['javascript:alert(1)', 'data:text/html,a', 'ftp://example.com', ' ', 5, {}, 'https://', '//'];
    for (const url of addresses) {
      expect(one({ body: 'a', url, author: { url, avatar: url }, post: { url } })).to.have.keys('id', 'author', 'body');
      expect(one({ body: 'a', author: { url, avatar: url } })?.author).to.deep.equal({ name: '' });
    }
    expect(one({ body: 'a', url: 'https://u:p@example.com/' })?.url).to.equal('https://example.com/');
  });

  it('has a status for those that wait, and no body of those that are gone', () => {
    for (const status of ['pending', 'HOLD', 'waiting', 'unapproved'])
      expect(one({ body: 'a', status })).to.include({ body: 'a', status: 'pending' });
    for (const gone of [{ status: 'deleted' }, { status: 'Spam' }, { status: 'trash' }, { deleted: true }]) {
      const comment = one({ id: 'a', body: 'b', html: 'c', ...gone });
      expect(comment).to.include({ id: 'a', status: 'deleted' });
      expect(comment).not.to.have.any.keys('body', 'html');
    }
    expect(one({ body: 'a', status: 'approved' })).not.to.have.property('status');
    expect(one({ body: 'a', deleted: 'no' })).not.to.have.property('status');
  });

  it('reads votes as a number or two, and never less than none', () => {
    const votes = (value: unknown) => one({ body: 'a', votes: value })?.votes;
    expect(votes(5)).to.deep.equal({ up: 5, down: 0 });
    expect(votes(-2)).to.deep.equal({ up: 0, down: 2 });
    expect(votes({ up: 2.9, down: -1 })).to.deep.equal({ up: 2, down: 0 });
    expect(votes({ up: 'many', down: Infinity })).to.deep.equal({ up: 0, down: 0 });
    expect([undefined, null, '5', true].map(votes)).to.deep.equal([undefined, undefined, undefined, undefined]);
  });

  it('survives records of all kinds', () => {
    const loop: Record<string, unknown> = { body: 'a' };
    loop['author'] = loop['post'] = loop['votes'] = loop['published'] = loop;
    expect(one(loop)?.body).to.equal('a');
    expect(one({ body: 'a', published: 5n, author: Symbol('a'), parentId: () => 'a' })?.body).to.equal('a');
    expect(one(Object.assign(Object.create(null), { body: 'a' }))?.body).to.equal('a');
  });

  it('reads nothing that a page adds to all objects', () => {
    const polluted: Record<string, unknown> = { body: 'x', status: 'deleted', pinned: true, votes: 5, html: '<b>' };
    for (const [name, value] of Object.entries(polluted)) {
      Object.defineProperty(Object.prototype, name, { value, configurable: true });
      try {
        expect(parseComments([{ id: 'a' }, { id: 'b', body: 'c' }])).to.deep.equal([
          { id: 'b', author: { name: '' }, body: 'c' },
        ]);
      } finally {
        delete (Object.prototype as Record<string, unknown>)[name];
      }
    }
    expect(
      JSON.stringify(parseComments(JSON.parse('[{"id":"__proto__","body":"a","__proto__":{"pinned":true}}]'))),
    ).to.equal('[{"id":"__proto__","author":{"name":""},"body":"a"}]');
  });

  it('reads 100,000 records in a second', () => {
    const records = Array.from({ length: 100_000 }, (_, id) => ({ id, author: `A${id}`, body: 'a', url: '/x' }));
    const start = performance.now();
    expect(parseComments(records, { url: 'https://example.com' })).to.have.length(100_000);
    expect(performance.now() - start).to.be.below(5000);
  });
});

describe('the name of an author', () => {
  const rows: readonly (readonly [given: unknown, name: string])[] = [
    ['Ada Lovelace', 'Ada Lovelace'],
    [' Ada\n\tLovelace ', 'Ada Lovelace'],
    ['<b>Ada</b>', '<b>Ada</b>'],
    ['Ada\u202egnp.exe', 'Ada gnp.exe'],
    ['\u2066Ada\u2069\u200f', 'Ada'],
    ['Ada\0\u0007\u009f', 'Ada'],
    ['محمد', 'محمد'],
    ['क्\u200dष', 'क्\u200dष'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['', ''],
    [' \n', ''],
    ['\u200b\u200d\ufeff\u00ad', ''],
    ['\u3164\u115f\u2800', ''],
    ['\u0301\u0301', ''],
    [5, ''],
    [null, ''],
    [{ toString: () => 'Ada' }, ''],
  ];
  for (const [given, name] of rows)
    it(JSON.stringify(given), () => {
      expect(authorName(given)).to.equal(name);
      expect(one({ body: 'a', author: { name: given } })?.author).to.deep.equal({ name });
    });

  it('may be the author itself', () =>
    expect(one({ body: 'a', author: 'Ada' })?.author).to.deep.equal({ name: 'Ada' }));

  it('has 80 letters at most, never half of one', () => {
    expect(authorName('a'.repeat(80))).to.equal('a'.repeat(80));
    expect(authorName('a'.repeat(81))).to.equal('a'.repeat(79) + '…');
    const family = '👨🏻‍👩🏻‍👧🏻‍👦🏻';
    expect(authorName(family.repeat(80))).to.equal(family.repeat(79) + '…');
    expect(authorName(family.repeat(20))).to.equal(family.repeat(20));
  });

  it('is no tower of marks', () => {
    const tower = authorName('Z' + '\u0335'.repeat(5000) + 'algo');
    expect(tower.length).to.be.below(40);
    expect(authorName('😀'.repeat(3000))).to.equal('😀'.repeat(79) + '…');
    expect(authorName(('😀' + '\u0335'.repeat(13) + '\u{e0101}'.repeat(20)).repeat(50))).not.to.match(
      /[\ud800-\udbff](?![\udc00-\udfff])/,
    );
  });
});

describe('parseComments, of records that are alike or odd,', () => {
  it('lets two people say the same', () => {
    const ids = parseComments([{ body: '+1' }, { body: '+1' }, { body: '-1' }]).map(({ id }) => id);
    expect(new Set(ids).size).to.equal(3);
  });

  it('takes the text where the HTML is empty', () => {
    expect(parseComments([{ id: 'a', html: '', body: 'x' }])[0]).to.include({ body: 'x' });
  });

  it('leaves out what cannot be read', () => {
    const trap = Object.defineProperty({ id: '1' }, 'body', {
      get() {
        throw new Error('a trap');
      },
    });
    expect(parseComments([trap, { id: '2', body: 'x' }]).map(({ id }) => id)).to.deep.equal(['2']);
  });
});
