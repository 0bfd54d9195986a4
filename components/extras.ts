/** What only some lists need, loaded when one does: counts from elsewhere, groups, words, the rule of equal addresses. */
import { html, type TemplateResult } from 'lit';
import { joinCounts } from '../src/posts/counts.ts';
import type { Post } from '../src/posts/post.ts';
import { normalizeUrl } from '../src/posts/url.ts';
import { ListCounts } from './counts.ts';
import { join, takenBefore, tell } from './distinct.ts';
import type { Entry, Item } from './item.ts';
import { type DogearedList, type Odd, type Warn, words } from './list.ts';
import { kebab } from './attributes.ts';
import type { FormatName } from '../src/sources/formats.ts';
import { type Phrases, phrasesOf } from './phrases.ts';

/** Attributes of a few words, which no function looks at. */
const CHOICES = {
  show: ['date', 'author', 'image', 'count', 'reason', 'excerpt', 'tags'],
  layout: ['list', 'grid', 'cards'],
  headingLevel: ['1', '2', '3', '4', '5', '6'],
  format: [
    'rss',
    'atom',
    'json-feed',
    'wordpress',
    'wordpress-com',
    'ghost',
    'blogger',
    'dogeared',
  ] satisfies FormatName[] as string[],
};

/** The phrases of the languages that were asked for; null where they do not come. */
const spoken = new Map<string | undefined, Phrases | null>();

/** For one list, as long as its attributes stay. */
export class Extra {
  readonly #list: DogearedList;
  readonly #group: string | null;
  readonly #counts: ListCounts | undefined;
  readonly #leave: (() => void)[] = [];
  readonly #warn: Warn;
  #phrases: Phrases | null | undefined;

  constructor(list: DogearedList, odd: readonly Odd[], warn: Warn) {
    this.#warn = warn;
    this.#list = list;
    this.#group = list.distinct;
    const wrong = Object.entries(CHOICES).flatMap(([name, allowed]) => {
      const given = words(list[name as 'show']).find((word) => !allowed.includes(word));
      return given ? [`${kebab(name)} is ${given}; allowed: ${allowed.join(', ')}`] : [];
    });
    const options = odd.map(([name, given, { message }]) => {
      const allowed = message.split('; allowed: ').pop();
      return `${kebab(name)} is ${String(given)} (${typeof given}); allowed: ${allowed}`;
    });
    for (const problem of [...wrong, ...options]) warn(new RangeError(problem), 'using the default');
    if (list.countsSrc) {
      this.#counts = new ListCounts(list.countsSrc, list.used['within'], () => list.requestUpdate());
      this.#leave.push(() => this.#counts!.leave());
    }
    if (this.#group) this.#leave.push(join(this.#group, list));
  }

  leave(): void {
    for (const leave of this.#leave.splice(0)) leave();
  }

  async refresh(): Promise<void> {
    await this.#counts?.refresh();
  }

  /**
   * Whether something is on its way: counts, the lists before this one, or words where it says something. The posts are for
   * counters that are asked about posts.
   */
  waits(speaks: boolean, locale: string | undefined, posts: readonly Post[] | undefined): boolean {
    if (speaks) {
      this.#phrases = spoken.get(locale);
      if (this.#phrases === undefined)
        void phrasesOf(locale)
          .catch(() => null)
          .then((phrases) => {
            spoken.set(locale, phrases);
            this.#list.requestUpdate();
          });
    }
    const { settled, error } = this.#counts?.look(posts) ?? { settled: true };
    if (error) this.#warn(error, 'going on without counts', error);
    return !settled || !this.taken || (speaks && this.#phrases === undefined);
  }

  /** A test for the addresses of a page. */
  same(page: string): (url: string) => boolean {
    const spelled = normalizeUrl(page);
    return (url) => normalizeUrl(url) === spelled;
  }

  /** What the lists before this one show; undefined while one of them has not settled. */
  get taken(): readonly string[] | undefined {
    return this.#group ? takenBefore(this.#group, this.#list) : [];
  }

  /** Tells the lists after this one that it shows something else now. */
  tell(): void {
    if (this.#group) tell(this.#group, this.#list);
  }

  /** The posts with their counts. */
  counted(posts: readonly Post[]): readonly Post[] {
    const table = this.#counts?.table;
    return table ? joinCounts(posts, table) : posts;
  }

  /** Adds to a row what takes words. */
  item(entry: Entry, item: Item): Item {
    return this.#phrases?.item(entry, item, this.#list.days?.() ?? 0, this.#list.words) ?? item;
  }

  /** The owner's own row. */
  own(item: Item): unknown {
    const template = this.#list.querySelector<HTMLTemplateElement>(':scope > template');
    return this.#list.renderItem?.(item) ?? (template && this.#phrases?.fill(template, item));
  }

  /** "of the latest 10" */
  latest(total: number): string | undefined {
    return this.#phrases?.latest(total, this.#list.words);
  }

  /** What an empty list says, unless the owner says something. */
  apology(): TemplateResult | undefined {
    const words = !this.#list.childElementCount && this.#phrases?.words(this.#list.words);
    return words ? html`<p part="note">${words.empty}</p>` : undefined;
  }
}
