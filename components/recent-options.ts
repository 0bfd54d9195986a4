/** All options of `recentPosts`. Loaded when a list names more than `limit`, while its posts are on their way. */
import { recentOf } from '../src/posts/recent.ts';
import { DogearedRecent } from './recent.ts';

DogearedRecent.rule = recentOf;
