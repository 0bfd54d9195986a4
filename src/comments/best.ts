import { wilsonLowerBound } from '../posts/scores.ts';
import type { BlogComment } from './comment.ts';

/** What `best` is by. */
export const scoreOf = ({ votes }: BlogComment): number => (votes ? wilsonLowerBound(votes.up, votes.down) : 0);
