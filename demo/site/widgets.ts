/** What the builder can build: a row a widget, a row a field. Growing is adding a row. */

/** How a field is filled in, and which values make sense. */
export type Kind =
  | { kind: 'number'; least: number; most: number }
  | { kind: 'text' }
  | { kind: 'address' }
  | { kind: 'switch' }
  | { kind: 'choice'; choices: readonly (readonly [value: string, label: string])[] }
  | { kind: 'flags'; choices: readonly (readonly [value: string, label: string])[] };

export type Field = Kind & {
  /** The attribute. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What the element does when nothing is said; such a value is not written. */
  readonly standard?: string;
  /** Whether most owners need not look at it. */
  readonly more?: true;
};

export interface Widget {
  readonly tag: string;
  readonly label: string;
  /** In one short sentence. */
  readonly what: string;
  readonly source: 'posts' | 'comments';
  /** A heading that owners use for such a box. */
  readonly title: string;
  /** Options that are set at first, because most owners will want them. */
  readonly start?: Readonly<Record<string, string>>;
  /** Addresses that go with the sample, relative to this site. */
  readonly sample: Readonly<Record<string, string>> & { readonly src: string };
  readonly fields: readonly Field[];
}

const limit = (standard: string, label = 'How many posts'): Field => ({
  name: 'limit',
  label,
  kind: 'number',
  least: 1,
  most: 100,
  standard,
});

const SHOW: readonly (readonly [string, string])[] = [
  ['date', 'Date'],
  ['author', 'Author'],
  ['image', 'Picture'],
  ['excerpt', 'First words'],
  ['tags', 'Tags'],
];

const show = (...more: (readonly [string, string])[]): Field => ({
  name: 'show',
  label: 'Show beside the title',
  kind: 'flags',
  choices: [...SHOW, ...more],
});

const COUNTED = [
  ['count', 'How often read or liked'],
  ['reason', 'Why it is in the list'],
] as const;

const layout: Field = {
  name: 'layout',
  label: 'Layout',
  kind: 'choice',
  choices: [
    ['list', 'List'],
    ['grid', 'Grid'],
    ['cards', 'Cards'],
  ],
  standard: 'list',
};

const heading: Field = {
  name: 'heading',
  label: 'Heading',
  kind: 'text',
  hint: 'Leave it empty if your page has a heading of its own.',
};

const level: Field = {
  name: 'heading-level',
  label: 'Level of the heading',
  kind: 'choice',
  choices: [1, 2, 3, 4, 5, 6].map((number) => [String(number), `h${number}`] as const),
  standard: '2',
  more: true,
};

const AGES = [
  ['', 'Any age'],
  ['30d', 'The last 30 days'],
  ['90d', 'The last 90 days'],
  ['1y', 'The last year'],
] as const;

const filters: readonly Field[] = [
  { name: 'tags', label: 'Only posts with these tags', kind: 'text', hint: 'Commas between them.', more: true },
  { name: 'exclude-tags', label: 'No posts with these tags', kind: 'text', more: true },
  { name: 'authors', label: 'Only posts by these authors', kind: 'text', more: true },
  { name: 'published-within', label: 'Only posts of', kind: 'choice', choices: AGES, standard: '', more: true },
];

const distinct: Field = {
  name: 'distinct',
  label: 'No post twice: name of a group of lists',
  kind: 'text',
  hint: 'Lists with the same name do not repeat each other’s posts.',
  more: true,
};

const by: Field = {
  name: 'by',
  label: 'What makes a favorite',
  kind: 'choice',
  choices: [
    ['auto', 'Whatever is known'],
    ['views', 'Views'],
    ['likes', 'Likes'],
    ['comments', 'Comments'],
    ['rating', 'Ratings'],
    ['shares', 'Shares'],
  ],
  standard: 'auto',
};

const counts: Field = {
  name: 'counts-src',
  label: 'Address of your page views',
  kind: 'address',
  hint: 'A JSON file: { "/a-post/": 480 }. Without it, comments and likes of the feed are used, and in the end dates.',
};

const perTag: Field = {
  name: 'per-tag',
  label: 'At most so many posts with the same tag',
  kind: 'number',
  least: 1,
  most: 100,
  more: true,
};

const author: Field = {
  name: 'exclude-authors',
  label: 'Leave out these authors',
  kind: 'text',
  hint: 'Yourself, for example. Commas between the names.',
};

const ENGINES = [
  ['', 'The address says it'],
  ['wordpress', 'WordPress'],
  ['waline', 'Waline'],
  ['ghost', 'Ghost'],
  ['blogger', 'Blogger'],
  ['mastodon', 'Mastodon'],
  ['bluesky', 'Bluesky'],
  ['webmention', 'webmention.io'],
] as const;

const FEED = { src: 'blog/feed.xml' };
const COMMENTS = { src: 'blog/comments.json' };

export const WIDGETS = {
  recent: {
    tag: 'dogeared-recent',
    label: 'Recent posts',
    what: 'The newest posts.',
    title: 'Recently added',
    source: 'posts',
    start: { show: 'date' },
    sample: FEED,
    fields: [
      limit('5'),
      show(),
      layout,
      heading,
      {
        name: 'order',
        label: 'Newest by',
        kind: 'choice',
        choices: [
          ['published', 'Date of publication'],
          ['updated', 'Date of the last change'],
        ],
        standard: 'published',
        more: true,
      },
      {
        name: 'offset',
        label: 'Leave out so many from the top',
        kind: 'number',
        least: 0,
        most: 100,
        standard: '0',
        more: true,
      },
      ...filters,
      distinct,
      level,
    ],
  },
  featured: {
    tag: 'dogeared-featured',
    label: 'Featured post',
    what: 'The post you want seen.',
    title: 'Featured post',
    source: 'posts',
    start: { show: 'image excerpt', layout: 'cards' },
    sample: { ...FEED, pick: 'blog/posts/what-we-can-mend-and-what-it-costs/' },
    fields: [
      {
        name: 'pick',
        label: 'Address of the post',
        kind: 'text',
        hint: 'Several with commas between them. Left empty: the posts your feed marks as featured, else a favorite.',
      },
      limit('1'),
      show(),
      layout,
      heading,
      {
        name: 'rotate',
        label: 'Another one first',
        kind: 'choice',
        choices: [
          ['', 'Never'],
          ['day', 'Every day'],
          ['week', 'Every week'],
        ],
        standard: '',
      },
      ...filters,
      distinct,
      level,
    ],
  },
  favorites: {
    tag: 'dogeared-favorites',
    label: 'All-time favorites',
    what: 'What readers liked best, ever.',
    title: 'All-time favorites',
    source: 'posts',
    start: { show: 'count' },
    sample: { ...FEED, 'counts-src': 'blog/counts.json' },
    fields: [limit('5'), counts, by, show(...COUNTED), layout, heading, perTag, ...filters, distinct, level],
  },
  'recent-favorites': {
    tag: 'dogeared-favorites',
    label: 'Recent favorites',
    what: 'What readers like lately.',
    title: 'Recent favorites',
    source: 'posts',
    start: { within: '30d' },
    sample: { ...FEED, 'counts-src': 'blog/counts.json' },
    fields: [
      {
        name: 'within',
        label: 'Lately means',
        kind: 'choice',
        choices: [
          ['7d', 'The last 7 days'],
          ['30d', 'The last 30 days'],
          ['90d', 'The last 90 days'],
          ['1y', 'The last year'],
        ],
        hint: 'Where only totals are known, old posts are not left out: they fade.',
      },
      limit('5'),
      counts,
      by,
      show(...COUNTED),
      layout,
      heading,
      perTag,
      ...filters,
      distinct,
      level,
    ],
  },
  comments: {
    tag: 'dogeared-comments',
    label: 'Comments',
    what: 'The conversation under a post.',
    title: 'Comments',
    source: 'comments',
    sample: { src: 'blog/comments/the-recipe-book-of-mrs-almond.json' },
    fields: [
      {
        name: 'sort',
        label: 'First come',
        kind: 'choice',
        choices: [
          ['oldest', 'The oldest'],
          ['newest', 'The newest'],
          ['best', 'Those with most votes'],
        ],
        standard: 'oldest',
      },
      limit('20', 'How many at first'),
      { name: 'engine', label: 'Who keeps the comments', kind: 'choice', choices: ENGINES, standard: '' },
      {
        name: 'post',
        label: 'The post',
        kind: 'text',
        hint: 'For engines that keep the comments of a whole blog: address, path or number. Left empty: the page.',
      },
      {
        name: 'reply-url',
        label: 'Address of your comment form',
        kind: 'address',
        hint: 'Where comments cannot be sent from here.',
      },
      { name: 'muted', label: 'Fold comments of', kind: 'text', hint: 'Names with commas between them.', more: true },
      {
        name: 'fold-below',
        label: 'Fold comments with fewer votes than',
        kind: 'number',
        least: -1000,
        most: 1000,
        more: true,
      },
      { name: 'avatars', label: 'Show the pictures of authors', kind: 'switch', more: true },
      { name: 'images', label: 'Show pictures in comments', kind: 'switch', more: true },
      level,
    ],
  },
  'comment-count': {
    tag: 'dogeared-comment-count',
    label: 'Comment count',
    what: '“12 comments”, in words.',
    title: 'Comment count',
    source: 'comments',
    sample: { ...COMMENTS, 'post-url': 'blog/posts/the-recipe-book-of-mrs-almond/' },
    fields: [
      {
        name: 'post-url',
        label: 'Address of the post',
        kind: 'address',
        hint: 'Left empty: the page that the tag stands on.',
      },
    ],
  },
  'latest-comments': {
    tag: 'dogeared-latest-comments',
    label: 'Latest comments',
    what: 'The newest, over all posts.',
    title: 'Latest comments',
    source: 'comments',
    sample: COMMENTS,
    fields: [limit('5', 'How many comments'), author, heading, level],
  },
} as const satisfies Readonly<Record<string, Widget>>;

export type WidgetName = keyof typeof WIDGETS;
/** What a field holds before the owner has touched it. */
export const startOf = (widget: Widget, { name, standard = '' }: Field): string => widget.start?.[name] ?? standard;
export const widgetOf = (name: WidgetName): Widget => WIDGETS[name];
export const WIDGET_NAMES = Object.keys(WIDGETS) as WidgetName[];

/** A value as the tag has it; undefined for one that makes no sense. */
export function valueFor(field: Field, given: string): string | undefined {
  const value = given.trim().slice(0, 2000);
  switch (field.kind) {
    case 'number':
      return /^-?\d{1,4}$/.test(value) && +value >= field.least && +value <= field.most ? String(+value) : undefined;
    case 'switch':
      return value === 'true' ? value : undefined;
    case 'choice':
      return field.choices.some(([name]) => name === value) ? value : undefined;
    case 'flags': {
      const named = value.split(/[\s,]+/);
      const chosen = field.choices.filter(([name]) => named.includes(name)).map(([name]) => name);
      return chosen.join(' ') || undefined;
    }
    default:
      return value || undefined;
  }
}
