/** What only `npm run bench` installs, so that the types hold without it. */
declare module 'd3-array';
declare module 'fast-sort';
declare module 'feedsmith';
declare module 'lodash-es';
declare module 'markdown-it';
declare module 'rehype-sanitize';
declare module 'rehype-stringify';
declare module 'remark-gfm';
declare module 'remark-parse';
declare module 'remark-rehype';
declare module 'sanitize-html';
declare module 'unified';
declare module 'vue';
