/** The policy as a caller wants it. */
import { bare } from './bare.ts';
import { type Tags, tagsWith } from './policy.ts';

/** Narrows the policy, or opens what it leaves to the owner. */
export interface CommentPolicy {
  /** Draws pictures with https addresses, instead of links to them. Default false. */
  images?: boolean;
  /** Only these of the policy's tags. Others cannot be added: names that the policy does not know are ignored. */
  tags?: Iterable<string>;
  /** Characters of a body at most, up to 20,000, which is the default. */
  maxLength?: number;
}

/** The tags of a policy. One that has lost all it may stand in, or what it must hold, is lost, too. */
export function tagsOf(policy: CommentPolicy = {}): Tags {
  const { images, tags } = bare(policy);
  const all = tagsWith(images);
  if (!tags) return all;
  const wanted = new Set(Array.from(tags, (tag) => String(tag).toLowerCase()));
  let kept = Object.entries(all).filter(([tag]) => wanted.has(tag));
  // Again until nothing changes: a cell hangs on a row, which hangs on a table.
  for (let before = -1; before !== kept.length;) {
    before = kept.length;
    const has = (tag: string): boolean => kept.some(([name]) => name === tag);
    kept = kept.filter(([, row]) => (!row.only || has(row.only)) && (typeof row.in === 'string' || row.in.some(has)));
  }
  return bare(Object.fromEntries(kept));
}
