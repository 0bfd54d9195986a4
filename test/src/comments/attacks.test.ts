import { expect } from 'chai';
import DOMPurify from 'dompurify';
import { parseComments } from '../../../src/comments/comment.ts';
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

describe('the attacks, where nobody sanitises,', () => {
  /** More frames at once make browsers slow. */
  const WAVE = 50;
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
    for (const link of main.querySelectorAll<HTMLElement>('a, [href]'))
      if (/^\W*j/i.test(link.getAttribute('href') ?? '')) link.click?.();
  }

  /** Whether a page is not what it was; when a script cannot even look, it is not. */
  function spoilt(before: ReturnType<typeof look>, page: Page): boolean {
    try {
      return changes(before, look(page)).length > 0;
    } catch {
      return true;
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
      if (spoilt(before, page)) found.push('page');
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
    expect((await hits()).length).to.be.greaterThan(50);
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
  const host = document.createElement('main');
  let asked: string[] = [];
  let runs = 0;

  /** Whether something has run or been asked for on a page; then every attack is tried alone, to tell which. */
  async function blame(door: string, strings: ReadonlyMap<Attack, string>, page: Page): Promise<void> {
    if (!page.runs && !requests(page).length) return;
    for (const [attack, html] of strings) {
      const alone = await writtenPage([html]);
      await wait(60);
      if (alone.page.runs) found.get(attack)!.push(`${door}: ran`);
      for (const request of requests(alone.page)) found.get(attack)!.push(`${door}: asked for ${request}`);
      alone.close();
    }
  }

  before(async function () {
    this.timeout(120_000);
    // What the naive pages have asked for is no concern of ours; some of it is still on its way.
    await wait(300);
    await hits();
    Object.assign(window, { __ran: () => runs++ });
    document.body.prepend(document.createElement('header'));
    document.body.append(host);
    performance.setResourceTimingBufferSize(5000);
    performance.clearResourceTimings();

    for (const [door, toHtml, toFragment] of DOORS) {
      const strings = new Map<Attack, string>();
      results.set(door, strings);
      const inner = await openPage();
      const before = look(window as unknown as Page);
      const innerBefore = look(inner.page);

      for (const attack of ATTACKS) {
        const say = (...problems: string[]): unknown =>
          found.get(attack)!.push(...problems.map((what) => `${door}: ${what}`));
        const start = performance.now();
        const html = toHtml(attack.input, {
          // What is long or deep is shown as text; all else is drawn, whatever it is called.
          onFallback: (reason) => attack.input.length < 1000 && reason === 'broken' && say('shown as text: broken'),
        });
        if (performance.now() - start > SLOWEST) say(`took ${Math.round(performance.now() - start)} ms`);
        const fragment = toFragment(attack.input);
        strings.set(attack, html);

        // As nodes, in our own page.
        const section = document.createElement('section');
        section.append(fragment);
        if (section.innerHTML !== html) say('another string than the fragment');
        host.append(section);
        say(...outside(section), ...changes(before, look(window as unknown as Page)));

        // As a string, by innerHTML.
        say(...unstable(html, document));
        const other = inner.page.document.createElement('section');
        inner.page.document.querySelector('main')!.append(other);
        other.innerHTML = html;
        if (other.innerHTML !== html) say('another string where scripts run');
        say(...outside(other), ...changes(innerBefore, look(inner.page)));

        // Again.
        if (sanitizeComment(html) !== html) say('not the same when it is sanitised again');
      }

      // As a string, in a page from a server.
      const written = await writtenPage([...strings.values()]);
      const sections = [...written.page.document.querySelectorAll('main > section')];
      ATTACKS.forEach((attack, at) => {
        const section = sections[at];
        const problems = section ? outside(section) : ['lost'];
        if (section?.innerHTML !== strings.get(attack)) problems.push('another string when a server writes it');
        found.get(attack)!.push(...problems.map((what) => `${door}, written: ${what}`));
      });
      if (sections.length !== ATTACKS.length) found.get(ATTACKS[0]!)!.push(`${door}: ${sections.length} comments`);

      await wait(300);
      for (const { page } of [inner, written]) await blame(door, strings, page);
      if (runs || requests(window as unknown as Page).length) await blame(door, strings, window as unknown as Page);
      inner.close();
      written.close();
    }
    asked = await hits();
  });

  after(() => {
    host.remove();
    document.querySelector('header')!.remove();
    Reflect.deleteProperty(window, '__ran');
  });

  it('run nothing', () => expect(runs).to.equal(0));

  it('ask for nothing, as the server says', () => expect(asked).to.deep.equal([]));

  for (const attack of ATTACKS)
    it(`do nothing: ${title(attack)}`, () => {
      expect([...new Set(found.get(attack))]).to.deep.equal([]);
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
