/** Comments on one post that are kept in several places, as one source. */
import type { BlogComment } from '../comments/comment.ts';
import type { CommentPage, CommentRequest, CommentSource } from '../comments/source.ts';
import { resolve } from './comments/markup.ts';
import { plainText } from '../posts/plain.ts';

/** A place where comments are kept. */
export interface Place {
  /** A name for people: where it was said. Places of one name share their comments by id. */
  name: string;
  source: CommentSource;
}

/** An address without what makes no difference. The fragment does: it often is the comment. */
const spelled = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/(?=#|$)/, '');

/** What a comment says, without its markup and however it is set. */
const letters = ({ html, body = '' }: BlogComment): string =>
  (html === undefined ? body : plainText(html, resolve)).replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** By what a comment is known again that comes from somewhere else: its address, or who said what in which second. */
function marksOf(comment: BlogComment): string[] {
  const { url, author, published, status } = comment;
  const marks = url ? [spelled(url)] : [];
  const text = status === 'deleted' ? '' : letters(comment);
  // "Thanks!" without a date may be said by many.
  if (text && published) marks.push(JSON.stringify([author.name.toLowerCase(), published.slice(0, 19), text]));
  return marks;
}

/** Everything that is known again is left out, and what answers it answers the one that was there first. */
class Gathered {
  readonly #ids = new Set<string>();
  readonly #marks = new Map<string, string>();
  readonly #same = new Map<string, string>();

  add(name: string, comments: readonly BlogComment[]): BlogComment[] {
    const idOf = (id: string): string => `${name}:${id}`;
    const fresh: BlogComment[] = [];
    for (const comment of comments) {
      const id = idOf(comment.id);
      const marks = marksOf(comment);
      const known = marks.map((mark) => this.#marks.get(mark)).find(Boolean);
      if (known !== undefined && known !== id) this.#same.set(id, known);
      else if (!this.#ids.has(id)) fresh.push({ ...comment, id, source: comment.source ?? name });
      this.#ids.add(id);
      for (const mark of marks) if (!this.#marks.has(mark)) this.#marks.set(mark, known ?? id);
    }
    return fresh.map(({ parentId, ...comment }) => {
      if (parentId === undefined) return comment;
      const id = idOf(parentId);
      return { ...comment, parentId: this.#same.get(id) ?? id };
    });
  }
}

/** How many there are in all, if all places say so. */
function totalOf(pages: readonly CommentPage[]): number | undefined {
  const totals = pages.map(({ total, next, comments }) => total ?? (next === undefined ? comments.length : NaN));
  const total = totals.reduce((sum, one) => sum + one, 0);
  return Number.isFinite(total) ? total : undefined;
}

/**
 * One source of several: their comments together, each marked with where it was said. What is known again by its
 * address, or by author, second and text, is there once: the one of the place named first. A place that fails is missing
 * from the page, and asked again with the next one; only when all fail there is an error.
 *
 * A new comment goes to the first place that takes any, an answer to where the comment is that it answers.
 *
 * @param report is told why a place is missing
 */
export function mergeSources(places: readonly Place[], report?: (error: Error, name: string) => void): CommentSource {
  let gathered = new Gathered();
  /** The last good first page of each place. */
  let kept: (CommentPage | undefined)[] = [];
  /** Places that take comments, the first first. */
  let open: Place[] = [];

  async function load({ after, sort, signal }: CommentRequest): Promise<CommentPage> {
    const cursors = after === undefined ? undefined : (JSON.parse(after) as (string | true | null)[]);
    // `true` for a place that has not answered yet, null for one that has nothing more.
    const results = await Promise.allSettled(
      places.map(async ({ source }, at) => {
        const cursor = cursors?.[at] ?? (cursors ? null : true);
        return cursor === null ? undefined : source.load({ after: cursor === true ? undefined : cursor, sort, signal });
      }),
    );
    signal.throwIfAborted();
    const failed = results.flatMap((result, at) =>
      result.status === 'rejected' ? [{ at, error: result.reason as Error }] : [],
    );
    const pages = results.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
    if (!pages.some(Boolean) && failed[0]) throw failed[0].error;
    for (const { at, error } of failed) report?.(error, places[at]!.name);

    if (!cursors) {
      [gathered, open] = [new Gathered(), []];
      // What a place had said before it failed is still said.
      for (const { at } of failed) pages[at] = kept[at];
      kept = pages;
    }
    open.push(...places.filter((place, at) => pages[at]?.canPost && !open.includes(place)));
    const there = pages.filter((page) => page !== undefined);
    const first = pages.find((page) => page?.canPost) ?? there[0]!;
    const next = results.map((result, at) =>
      result.status === 'rejected' ? (cursors?.[at] ?? true) : (pages[at]?.next ?? null),
    );
    return {
      comments: places.flatMap(({ name }, at) => gathered.add(name, pages[at]?.comments ?? [])),
      total: cursors || failed.length ? undefined : totalOf(there),
      next:
        next.some((cursor) => typeof cursor === 'string') || (cursors && failed.length)
          ? JSON.stringify(next)
          : undefined,
      canPost: open.length > 0,
      email: first.email,
      plain: first.plain,
      replyUrl: there.find(({ replyUrl }) => replyUrl)?.replyUrl,
      closed: there.every(({ closed }) => closed) ? there[0]!.closed : undefined,
      missing: failed.map(({ at }) => places[at]!.name),
    };
  }

  /** The place where a comment is. */
  const placeOf = (id: string): Place | undefined => places.find(({ name }) => id.startsWith(`${name}:`));

  return {
    load,
    canReply: ({ id }) => open.some((place) => place === placeOf(id)),
    async post(draft, signal) {
      const place = (draft.parentId === undefined ? undefined : placeOf(draft.parentId)) ?? open[0]!;
      const { parentId, ...rest } = draft;
      const sent = await place.source.post!(
        parentId === undefined ? rest : { ...rest, parentId: parentId.slice(place.name.length + 1) },
        signal,
      );
      return {
        ...sent,
        id: `${place.name}:${sent.id}`,
        source: sent.source ?? place.name,
        ...(sent.parentId !== undefined && { parentId: `${place.name}:${sent.parentId}` }),
      };
    },
  };
}
