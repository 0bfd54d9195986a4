// A Worker has no page: the elements can be imported, and nothing else happens.
const before = Object.getOwnPropertyNames(globalThis);

import('../../components/index.ts').then(
  ({ DogearedComments, DogearedCommentCount, DogearedLatestComments, DogearedRecent }) => {
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    const tags = [DogearedComments, DogearedCommentCount, DogearedLatestComments, DogearedRecent];
    postMessage({ added, tags: tags.map((tag) => typeof tag) });
  },
  (error: unknown) => postMessage({ error: String(error) }),
);

export {};
