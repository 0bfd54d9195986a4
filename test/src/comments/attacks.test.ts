import { expect } from 'chai';
import DOMPurify from 'dompurify';
import { drawAll } from '../../../src/comments/batch.ts';
import { parseComments } from '../../../src/comments/comment.ts';
import { WORDS } from '../../../src/comments/fallback.ts';
import {
  renderComment,
  renderCommentFragment,
  sanitizeComment,
  sanitizeCommentFragment,
} from '../../../src/comments/render.ts';
import { threadComments } from '../../../src/comments/thread.ts';
import { type Attack, ATTACKS, CLASSES } from '../../fixtures/attacks.ts';
import { commentHarms, harms, outside, unstable } from './harmless.ts';
import { BENIGN, merged, NAIVE } from './naive.ts';
import { changes, look, openPage, type Page, requests, wait, writtenPage } from './page.ts';

const title = ({ class: kind, name }: Attack): string => `${kind}: ${name}`;

const hits = async (): Promise<string[]> => (await (await fetch('/test-attack-hits')).json()) as string[];

/** One list for each attack, of what has gone wrong. */
type Found = Map<Attack, string[]>;
const nothing = (): Found => new Map(ATTACKS.map((attack) => [attack, []]));

describe('the attacks', () => {
  it('are at least 320, with a name of their own each', () => {
    expect(ATTACKS.length).to.be.greaterThan(319);
    expect(new Set(ATTACKS.map(({ name }) => name)).size).to.equal(ATTACKS.length);
  });

  for (const kind of Object.keys(CLASSES))
    it(`are at least 8 of ${kind}`, () => {
      expect(ATTACKS.filter((attack) => attack.class === kind).length).to.be.greaterThan(7);
    });
});

/** Frames at once. More make browsers slow. */
const WAVE = 50;

describe('the attacks, where nobody sanitises,', () => {
  const SLOW = 700;

  /** Puts one input into a page as a naive site does, and acts as a reader who clicks on links. */
  function publish({ through, input }: Attack, page: Page, found: string[]): void {
    if (through === 'json') return merged(page.JSON.parse(input), () => new page.Object() as object);
    const start = performance.now();
    const html = NAIVE[through](input);
    if (performance.now() - start > SLOW) found.push('slow');
    const main = page.document.querySelector('main')!;
    main.innerHTML = NAIVE[through](BENIGN[through]);
    const before = outside(main);
    main.innerHTML = html;
    if (outside(main).some((problem) => !before.includes(problem))) found.push('forbidden');
    if (through === 'name' && /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(main.textContent))
      found.push('text turned around');
    for (const link of main.querySelectorAll<HTMLElement>('a, [href]')) {
      const href = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '';
      if (URL.canParse(href) && new URL(href).protocol === 'javascript:') link.click?.();
    }
  }

  async function published(attack: Attack): Promise<readonly [Attack, string[]]> {
    const found: string[] = [];
    const { page, left, close } = await openPage();
    const before = look(page);
    try {
      publish(attack, page, found);
    } catch {
      found.push('threw');
    }
    await wait(150);
    if (left()) found.push('left');
    else {
      if (page.runs) found.push('ran');
      if (requests(page).length) found.push('request');
      if (changes(before, page).length) found.push('page');
    }
    close();
    return [attack, found];
  }

  it('do harm, at least four of five', async function () {
    this.timeout(60_000);
    const all = new Map<Attack, string[]>();
    for (let at = 0; at < ATTACKS.length; at += WAVE)
      for (const [attack, found] of await Promise.all(ATTACKS.slice(at, at + WAVE).map(published)))
        all.set(attack, found);
    const harmful = [...all.values()].filter((found) => found.length).length;
    expect(harmful / ATTACKS.length).to.be.greaterThan(0.8);
    // Not every engine asks for all: this one would be 0 if nobody counted.
    expect((await hits()).length).to.be.greaterThan(30);
  });
});

/** Milliseconds for one comment on a slow machine. Far more than they need: what grows with the square is seconds. */
const SLOWEST = 1000;

/** The doors, with what both of their forms make of a body. */
const DOORS = [
  ['renderComment', renderComment, renderCommentFragment],
  ['sanitizeComment', sanitizeComment, sanitizeCommentFragment],
] as const;

describe('the attacks, through our doors,', () => {
  const found = nothing();
  const results = new Map<string, Map<Attack, string>>();
  let asked: string[] = [];
  let runs = 0;

  /** Tries every attack alone, to tell which of them has run or asked for something. */
  async function blame(door: string, strings: ReadonlyMap<Attack, string>): Promise<void> {
    const alone = async ([attack, html]: [Attack, string]): Promise<void> => {
      const { page, close } = await writtenPage([html]);
      await wait(150);
      if (page.runs) found.get(attack)!.push(`${door}: ran`);
      for (const request of requests(page)) found.get(attack)!.push(`${door}: asked for ${request}`);
      close();
    };
    const list = [...strings];
    while (list.length) await Promise.all(list.splice(0, WAVE).map(alone));
  }

  before(async function () {
    this.timeout(120_000);
    // What the naive pages have asked for is no concern of ours; some of it is still on its way.
    await wait(300);
    await hits();
    for (const [door, toHtml, toFragment] of DOORS) {
      const strings = new Map<Attack, string>();
      results.set(door, strings);
      const pages = [await openPage(), await openPage()] as const;
      const places = pages.map(({ page }) => ({
        page,
        before: look(page),
        main: page.document.querySelector('main')!,
      }));

      for (const attack of ATTACKS) {
        const say = (...problems: string[]): unknown =>
          found.get(attack)!.push(...problems.map((what) => `${door}: ${what}`));
        let fallback = '';
        const start = performance.now();
        const html = toHtml(attack.input, { onFallback: (reason) => (fallback = reason) });
        const took = Math.round(performance.now() - start);
        if (took > SLOWEST) say(`took ${took} ms`);
        // What is long or deep is shown as text; all else is drawn, whatever it is called.
        if (fallback === 'broken' && attack.input.length < 1000) say('shown as text');
        const fragment = toFragment(attack.input);
        strings.set(attack, html);

        // As nodes, and as a string by innerHTML: each in a page that has all of them.
        const sections = places.map(() => document.createElement('section'));
        const [nodes, string] = sections as [HTMLElement, HTMLElement];
        nodes.append(fragment);
        if (!fallback && nodes.innerHTML !== html) say('another string than the fragment');
        say(...unstable(html, document));
        places.forEach(({ page, before, main }, at) => {
          const section = sections[at]!;
          main.append(section);
          if (section === string) string.innerHTML = html;
          const problems = [...outside(section), ...changes(before, page)];
          // So that it is not the next one's fault.
          if (problems.length) section.remove();
          say(...problems);
        });
        if (string.innerHTML !== html) say('another string where scripts run');

        // Again.
        if (sanitizeComment(html) !== html) say('not the same when it is sanitised again');
      }

      // As a string, in a page from a server.
      const written = await writtenPage([...strings.values()]);
      const sections = [
        // Not the page's own, which may be another thing by now.
        ...Document.prototype.querySelectorAll.call(written.page.document, 'main > section'),
      ];
      ATTACKS.forEach((attack, at) => {
        const section = sections[at];
        const problems = section ? outside(section) : ['lost'];
        if (section?.innerHTML !== strings.get(attack)) problems.push('another string when a server writes it');
        found.get(attack)!.push(...problems.map((what) => `${door}, written: ${what}`));
      });
      if (sections.length !== ATTACKS.length) found.get(ATTACKS[0]!)!.push(`${door}: ${sections.length} comments`);

      await wait(300);
      // A page that has gone elsewhere counts nothing any more.
      const all = [...pages, written];
      const ran = all.reduce((sum, { page }) => sum + (page.runs ?? 1), 0);
      if (ran || all.some(({ page }) => requests(page).length)) await blame(door, strings);
      runs += ran;
      for (const { close } of all) close();
    }
    asked = await hits();
  });

  it('run nothing', () => expect(runs).to.equal(0));

  it('ask for nothing, as the server says', () => expect(asked).to.deep.equal([]));

  for (const attack of ATTACKS)
    it(`do nothing: ${title(attack)}`, () => {
      expect([...new Set(found.get(attack))]).to.deep.equal([]);
    });

  it('are the same as nodes and as a string where they are shown as text', () => {
    for (const [, toHtml, toFragment] of DOORS) {
      const holder = document.createElement('div');
      holder.append(toFragment('x < y\n& z', { maxLength: 1 }), toFragment('x'.repeat(1e6)));
      expect(holder.innerHTML).to.equal(toHtml('x < y\n& z', { maxLength: 1 }) + toHtml('x'.repeat(1e6)));
    }
  });

  for (const [door, kind] of [
    ['renderComment', 'body'],
    ['sanitizeComment', 'html'],
  ] as const)
    it(`do nothing to each other when they are drawn together, as the elements do: ${kind}`, async () => {
      const inputs = [...ATTACKS.map(({ input }) => input), 'too long '.repeat(30_000)];
      const drawn = new Map<string, string>();
      const holder = document.createElement('div');
      await drawAll(
        inputs.map((input) => ({ [kind]: input })),
        (at, nodes) => {
          holder.replaceChildren(nodes);
          drawn.set(inputs[at]!, holder.innerHTML);
        },
        WORDS,
      );
      const toFragment = DOORS.find(([name]) => name === door)![2];
      for (const input of inputs) {
        holder.replaceChildren(toFragment(input));
        expect(drawn.get(input) === holder.innerHTML, input.slice(0, 200)).to.equal(true);
      }
    });

  it('leave nothing in the document that they were parsed in', () => {
    for (const [door, , toFragment] of DOORS)
      for (const attack of ATTACKS) {
        const { ownerDocument } = toFragment(attack.input);
        if (ownerDocument === document) continue;
        const left = Document.prototype.querySelectorAll.call(ownerDocument, ':not(html, head, body)');
        expect(left.length, `${door}, ${title(attack)}`).to.equal(0);
      }
  });

  it('leave nothing behind: in reverse order, each gives what it gave before', () => {
    for (const [door, toHtml] of DOORS)
      for (const attack of [...ATTACKS].reverse())
        expect(toHtml(attack.input) === results.get(door)!.get(attack), `${door}, ${title(attack)}`).to.equal(true);
  });

  it('gain nothing from a page that has widened its own DOMPurify', () => {
    let called = 0;
    DOMPurify.addHook('uponSanitizeElement', (_, data) => void (called++, (data.allowedTags[data.tagName] = true)));
    DOMPurify.addHook(
      'uponSanitizeAttribute',
      (_, data) => void (called++, (data.allowedAttributes[data.attrName] = true)),
    );
    DOMPurify.setConfig({ ADD_TAGS: ['iframe', 'script'], ADD_ATTR: ['onerror', 'onclick', 'srcdoc', 'id'] });
    try {
      expect(DOMPurify.sanitize('<b onclick="1">x</b>')).to.contain('onclick');
      const before = called;
      for (const [door, toHtml] of DOORS)
        for (const attack of ATTACKS.filter(({ input }) => input.length < 1000))
          expect(toHtml(attack.input), `${door}, ${title(attack)}`).to.equal(results.get(door)!.get(attack));
      expect(called).to.equal(before);
    } finally {
      DOMPurify.removeAllHooks();
      DOMPurify.clearConfig();
    }
  });

  it('gain nothing from options: none of them widens the policy', () => {
    const options = { tags: ['script', 'style', 'iframe', 'form', 'b', 'svg', 'h1', '__proto__'], maxLength: 20_000 };
    for (const [door, toHtml] of DOORS)
      for (const attack of ATTACKS.filter(({ input }) => input.length < 1000))
        expect(harms(toHtml(attack.input, options), document), `${door}, ${title(attack)}`).to.deep.equal([]);
  });
});

describe('the attacks, on the ways of their own,', () => {
  const of = (...ways: Attack['through'][]): Attack[] => ATTACKS.filter(({ through }) => ways.includes(through));
  const doors = DOORS.map(([, toHtml]) => toHtml);

  for (const attack of of('typed'))
    it(`do nothing at any letter of a preview: ${attack.name}`, () => {
      for (let at = 0; at <= attack.input.length; at++)
        for (const door of doors) expect(harms(door(attack.input.slice(0, at)), document)).to.deep.equal([]);
    });

  for (const attack of of('edited', 'stashed'))
    it(`do nothing when what is shown is edited: ${attack.name}`, () => {
      for (const first of doors)
        for (const second of doors) {
          const shown = document.createElement('div');
          shown.innerHTML = first(attack.input);
          expect(harms(second(shown.textContent), document)).to.deep.equal([]);
          expect(harms(second(shown.innerHTML), document)).to.deep.equal([]);
        }
    });

  for (const attack of of('cut'))
    it(`do nothing when the result is cut: ${attack.name}`, () => {
      const holder = document.implementation.createHTMLDocument('').createElement('div');
      for (const door of doors) {
        const html = door(attack.input);
        for (let at = 0; at <= html.length; at += 2) {
          holder.innerHTML = html.slice(0, at);
          expect(outside(holder)).to.deep.equal([]);
        }
      }
    });

  for (const attack of of('language'))
    it(`do nothing as the language of code: ${attack.name}`, () => {
      const { input } = attack;
      for (const fence of ['```', '~~~', '``` ', '> ```'])
        expect(harms(renderComment(`${fence}${input}\ncode\n${fence}`), document)).to.deep.equal([]);
      const code = document.createElement('code');
      code.className = `language-${input}`;
      expect(harms(sanitizeComment(code.outerHTML), document)).to.deep.equal([]);
    });

  for (const attack of of('words', 'name'))
    it(`do nothing as our own words: ${attack.name}`, () => {
      const words = { done: attack.input, todo: attack.input, shortened: attack.input, plain: attack.input };
      for (const body of ['- [x] a\n- [ ] b', 'long '.repeat(20), '> '.repeat(500)])
        for (const maxLength of [50, 20_000])
          for (const door of doors) {
            const once = door(body, { words, maxLength });
            expect(harms(once, document)).to.deep.equal([]);
          }
    });

  for (const attack of of(
    'name',
    'link',
    'website',
    'avatar',
    'url',
    'date',
    'votes',
    'badge',
    'id',
    'words',
    'language',
  ))
    it(`do nothing in any field: ${attack.name}`, () => {
      const { input } = attack;
      const author = { name: input, url: input, avatar: input, badge: input };
      const fields = { id: input, parentId: input, author, published: input, url: input, status: input, source: input };
      const record = { ...fields, post: { url: input, title: input }, pinned: input, votes: input, body: 'x' };
      const others = {
        ...record,
        author: input,
        votes: { up: input, down: input },
        post: input,
        updated: input,
        html: 'x',
      };
      const comments = parseComments([record, others], { url: 'https://blog.example/one/' });
      expect(comments).to.have.length(2);
      for (const comment of comments) expect(commentHarms(comment)).to.deep.equal([]);
    });

  for (const attack of of('json'))
    it(`do nothing as JSON: ${attack.name}`, () => {
      const names = Object.getOwnPropertyNames(Object.prototype).join();
      const comments = parseComments(JSON.parse(attack.input), { url: 'https://blog.example/one/' });
      for (const comment of comments) expect(commentHarms(comment)).to.deep.equal([]);
      expect(() => threadComments(comments)).not.to.throw();
      expect({}).not.to.have.property('polluted');
      expect(Object.getOwnPropertyNames(Object.prototype).join()).to.equal(names);
    });
});
