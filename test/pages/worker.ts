// A Worker has no page: the elements can be imported, and nothing else happens.
const before = Object.getOwnPropertyNames(globalThis);

import('../../components/index.ts').then(
  ({ DogearedRecent }) => {
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    postMessage({ added, tag: typeof DogearedRecent });
  },
  (error: unknown) => postMessage({ error: String(error) }),
);

export {};
