/** Why an address cannot be read from here, in words for its owner, and the way out. */
import { get } from '../../src/load.ts';
import type { SourceErrorKind } from '../../src/sources/error.ts';
import { addressOf, type Setting } from './tag.ts';
import { widgetOf } from './widgets.ts';

/** What a request that may not be read can still find out: whether there is anybody. */
export type Probe = 'answers' | 'silent';

/** Asks without wanting to read: a browser allows that for any site, and tells whether there was an answer. */
export async function probe(url: string, signal?: AbortSignal): Promise<Probe> {
  try {
    await get(url, { signal, timeout: 8000, accept: [0], init: { mode: 'no-cors', credentials: 'omit' } });
    return 'answers';
  } catch {
    return 'silent';
  }
}

export interface Problem {
  kind: SourceErrorKind | 'path' | 'none';
  status?: number | undefined;
  message?: string | undefined;
}

export interface Verdict {
  /** What is the matter, in one sentence. */
  title: string;
  /** What that means. */
  text: string;
  /** Ways out, best first. */
  ways: readonly Way[];
  /** Whether the tag is right all the same. */
  fine?: boolean;
}

/** What a button does, or words alone. */
export interface Way {
  text: string;
  does?: 'paste' | 'same' | { readonly src: string };
}

/** Where feeds usually are, when the owner gave the address of a page. */
const USUAL = ['/feed/', '/feed.xml', '/index.xml', '/rss.xml', '/rss/', '/feeds/posts/default?alt=json'];

const paste: Way = {
  text: 'Open the address in another tab, copy all of its text, and paste it here.',
  does: 'paste',
};

const siteOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');

const NO_PASTE: Way = { text: 'A count cannot be shown from pasted text: the tag asks the address, on your own page.' };

/** What to say about a problem with the address of a setting; `found` is what the probe found out. */
export function explain(...given: Parameters<typeof verdictOn>): Verdict {
  const verdict = verdictOn(...given);
  if (given[1].widget !== 'comment-count') return verdict;
  return { ...verdict, ways: verdict.ways.map((way) => (way.does === 'paste' ? NO_PASTE : way)) };
}

function verdictOn(
  problem: Problem,
  { src, place, widget }: Pick<Setting, 'src' | 'place' | 'widget'>,
  found?: Probe,
  here = 'https:',
): Verdict {
  const url = addressOf(src) ?? '';
  const host = URL.canParse(url) ? new URL(url).host : src;
  switch (problem.kind) {
    case 'path':
      return {
        title: 'This is a path, without the name of a site.',
        text: 'The tag works with it on your own page. To show the list here, we need the whole address.',
        ways: [
          {
            text: 'Write the address in full, such as https://your-blog.example/feed.xml. The tag gets the path alone.',
          },
          paste,
        ],
        fine: true,
      };
    case 'network':
      if (here === 'https:' && url.startsWith('http:'))
        return {
          title: `${host} was not asked.`,
          text: 'Its address begins with http:, and browsers do not let a page with https: read such addresses.',
          ways: [{ text: 'Try it with https:.', does: { src: url.replace('http:', 'https:') } }, paste],
        };
      if (found === 'silent')
        return {
          title: `Nobody answers at ${host}.`,
          text: 'No such server, no connection, or a name that is spelled differently.',
          ways: [{ text: 'Look at the address once more, and open it in another tab.' }, paste],
        };
      return place === 'same'
        ? {
            title: `${host} is there, but does not let other sites read it.`,
            text: 'That is usual, and it is no obstacle: on your own site the tag reads the feed, because it is the same site. Only this page cannot show you your list.',
            ways: [{ ...paste, text: `To see it here: ${paste.text[0]!.toLowerCase()}${paste.text.slice(1)}` }],
            fine: true,
          }
        : {
            title: `${host} is there, but does not let other sites read it.`,
            text: 'So the tag cannot read it on another site either.',
            ways: [
              { text: 'Put the tag on the same site as the feed.', does: 'same' },
              {
                text: 'If the server is yours, let it send the header “Access-Control-Allow-Origin: *” with this address.',
              },
              { text: 'Let your site fetch the feed when it is built, and give the tag that copy.' },
              {
                text: 'WordPress.com, Ghost’s Content API and Mastodon let everybody read: use their address instead of the feed’s.',
              },
            ],
          };
    case 'not-a-feed': {
      const isFeed = widgetOf(widget).source === 'posts';
      const site = siteOf(url);
      return {
        title: `There is something at this address, but no ${isFeed ? 'feed' : 'comments'}.`,
        text: problem.message ? `${problem.message}.` : '',
        ways: [
          ...USUAL.filter((path) => isFeed && site && !url.endsWith(path)).map((path) => ({
            text: site + path,
            does: { src: site + path },
          })),
          {
            text: isFeed
              ? 'Or look for “RSS” on your blog, and take the address of that link.'
              : 'Say under 3 who keeps the comments, if the address does not.',
          },
        ],
      };
    }
    case 'http':
      return {
        title: `The server answered ${problem.status}.`,
        text:
          problem.status === 404
            ? 'There is nothing at this address.'
            : problem.status === 401 || problem.status === 403
              ? 'It wants a password, or does not like to be asked by pages.'
              : 'Something is wrong on its side.',
        ways: [{ text: 'Look at the address once more, and open it in another tab.' }, paste],
      };
    case 'timeout':
      return {
        title: `${host} took more than ten seconds.`,
        text: 'Readers would not wait that long either.',
        ways: [{ text: 'Try it again in a moment.' }, paste],
      };
    case 'too-large':
      return {
        title: 'This is larger than 10 MB.',
        text: 'Nobody should load that much for a list of posts.',
        ways: [{ text: 'Look for an address with fewer posts, or one that comes in pages.' }],
      };
    case 'secret':
      return {
        title: 'There is a private key in this address.',
        text: 'On a page, everybody could read it. It was not used.',
        ways: [{ text: 'Take the Content API key of Ghost, which is made to be public.' }],
      };
    case 'none':
      return {
        title: 'The address can be read, and there is nothing to show.',
        text: 'No posts or comments are left with the options below.',
        ways: [{ text: 'Take back the last option you set.' }],
      };
    default:
      return {
        title: 'This cannot be read.',
        text: problem.message ? `${problem.message}.` : '',
        ways: [{ text: 'Look at the address once more, and open it in another tab.' }, paste],
      };
  }
}
