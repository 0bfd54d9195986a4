// What an owner's one script tag loads: the elements on the page, and nothing else.
import '../../components/cdn.ts';
import { here } from '../../components/here.ts';
// And what this blog does with comments, since it has no server: yours are kept in this browser.
import { commentsOn } from './comments.ts';

for (const element of document.querySelectorAll('dogeared-comments'))
  element.source = commentsOn(here(), element.getAttribute('src') ?? '/blog/comments.json');
