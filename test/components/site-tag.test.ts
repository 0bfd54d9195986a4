import { expect } from 'chai';
import fc from 'fast-check';
import { PLATFORM_NAMES, platformOf } from '../../demo/site/platforms.ts';
import {
  addressOf,
  attributesOf,
  LOOKS,
  readSetting,
  type Setting,
  type Shown,
  startOptions,
  tagOf,
  textOf,
  writeSetting,
} from '../../demo/site/tag.ts';
import { valueFor, WIDGET_NAMES, widgetOf } from '../../demo/site/widgets.ts';

const SITE = 'https://site.example/';
const SHOWN: Shown[] = [
  { title: 'Fish & chips', url: 'https://blog.example/fish/' },
  { title: '<b>Bold</b> {{ moves }}', url: 'https://elsewhere.example/bold?a=1&b=2' },
];
const text = (hash: string, shown = SHOWN): string => textOf(tagOf(readSetting(hash), shown, SITE));
const tag = (hash: string, shown = SHOWN): string => tagOf(readSetting(hash), shown, SITE).tag;

/** Any setting that the form can make. */
const settings: fc.Arbitrary<Setting> = fc
  .record({
    widget: fc.constantFrom(...WIDGET_NAMES),
    src: fc.oneof(
      fc.constant(''),
      fc.webUrl({ withQueryParameters: true }),
      fc.string().map((value) => value.trim()),
    ),
    place: fc.constantFrom('same' as const, 'other' as const),
    platform: fc.constantFrom(...PLATFORM_NAMES),
    list: fc.constantFrom('now' as const, 'built' as const),
    looks: fc.record({
      host: fc.constantFrom(...LOOKS.host),
      scheme: fc.constantFrom(...LOOKS.scheme),
      width: fc.constantFrom(...LOOKS.width),
      dir: fc.constantFrom(...LOOKS.dir),
    }),
    values: fc.array(fc.oneof(fc.string(), fc.integer({ min: -9, max: 120 }).map(String)), {
      minLength: 20,
      maxLength: 20,
    }),
  })
  .map(({ values, ...setting }) => ({
    ...setting,
    options: Object.fromEntries(
      widgetOf(setting.widget).fields.map((field, at) => {
        const choices = 'choices' in field ? field.choices.map(([name]) => name) : [];
        const value = choices.length ? choices[values[at]!.length % choices.length]! : values[at]!;
        return [field.name, valueFor(field, value) ?? ''];
      }),
    ),
  }));

describe('a setting of the builder and its address', () => {
  it('the beginning needs no words: recent posts of the sample, plain HTML', () => {
    const setting = readSetting('');
    expect([setting.widget, setting.src, setting.platform, setting.options['show']]).to.deep.equal([
      'recent',
      '',
      'html',
      'date',
    ]);
    expect(writeSetting(setting)).to.equal('');
  });

  it('only what differs from the beginning is written', () => {
    const setting = readSetting('#widget=favorites&limit=5&show=count&on=hugo&list=built&look=magazine.light.narrow');
    expect(writeSetting(setting)).to.equal('#widget=favorites&on=hugo&look=magazine.narrow');
  });

  it('an option that was taken back stays so', () => {
    const setting = readSetting('#widget=recent&show=');
    expect([setting.options['show'], writeSetting(setting)]).to.deep.equal(['', '#show=']);
  });

  it('whatever makes no sense is as if it were not there', () => {
    const odd =
      '#widget=nothing&limit=-3&layout=spiral&show=date+horoscope&on=geocities&look=plaid&order=%00&within=9d&x=y';
    const setting = readSetting(odd);
    expect(setting.options).to.deep.equal({ ...startOptions('recent'), show: 'date' });
    expect(writeSetting(setting)).to.equal('');
  });

  it('every setting is read as it was written', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        expect(readSetting(writeSetting(setting))).to.deep.equal(setting);
      }),
      { numRuns: 500 },
    );
  });

  it('any text at all is some setting', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => void tagOf(readSetting(hash), SHOWN, SITE)),
      { numRuns: 500 },
    );
  });

  for (const [written, address] of [
    ['https://blog.example/feed', 'https://blog.example/feed'],
    ['blog.example', 'https://blog.example/'],
    ['www.blog.example/feed.xml?a=b', 'https://www.blog.example/feed.xml?a=b'],
    ['/feed.xml', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/xml,<rss>', undefined],
    ['feed', undefined],
    ['', undefined],
  ] as const)
    it(`"${written}" is ${address ?? 'no address'}`, () => expect(addressOf(written)).to.equal(address));
});

describe('the tag of a setting', () => {
  it('of the sample: its address on this site, and the list as it is', () => {
    expect(text('', [{ title: 'Soup', url: 'https://site.example/blog/soup/' }])).to.equal(
      `<script type="module" src="https://cdn.jsdelivr.net/npm/dogeared@0.1.0/dist/cdn/dogeared.js"></script>

<dogeared-recent src="/blog/feed.xml" show="date">
  <ul>
    <li><a href="/blog/soup/">Soup</a></li>
  </ul>
</dogeared-recent>
`,
    );
  });

  it('on the same site has paths, whatever the host is called; links to other sites stay whole', () => {
    expect(tag('#src=http://www.blog.example/feed.xml?x=1%26y=2&limit=3&show=')).to.equal(
      `<dogeared-recent src="/feed.xml?x=1&amp;y=2" limit="3">
  <ul>
    <li><a href="/fish/">Fish &amp; chips</a></li>
    <li><a href="https://elsewhere.example/bold?a=1&amp;b=2">&lt;b&gt;Bold&lt;/b&gt; {{ moves }}</a></li>
  </ul>
</dogeared-recent>`,
    );
  });

  it('on another site has whole addresses', () => {
    expect(tag('#src=blog.example/feed.xml&place=other&show=', [SHOWN[0]!])).to.equal(
      `<dogeared-recent src="https://blog.example/feed.xml">
  <ul>
    <li><a href="https://blog.example/fish/">Fish &amp; chips</a></li>
  </ul>
</dogeared-recent>`,
    );
  });

  it('what the element does anyway is not written; the window of recent favorites always is', () => {
    expect(attributesOf(readSetting('#widget=recent-favorites&limit=5&by=auto&src=/feed.xml'), SITE)).to.deep.equal([
      ['src', '/feed.xml'],
      ['within', '30d'],
    ]);
  });

  it('of a count is one line, of comments a list', () => {
    expect(tag('#widget=comment-count&src=/comments.json', [{ title: '12 comments' }])).to.equal(
      '<dogeared-comment-count src="/comments.json">12 comments</dogeared-comment-count>',
    );
    expect(tag('#widget=comments&src=/wp-json', [{ before: 'Mara: ', title: 'Thick <i>as</i> fog.' }])).to.equal(
      `<dogeared-comments src="/wp-json">
  <ol>
    <li>Mara: Thick &lt;i&gt;as&lt;/i&gt; fog.</li>
  </ol>
</dogeared-comments>`,
    );
  });

  it('for Jekyll has the list written by Liquid; titles of today would be wrong tomorrow', () => {
    expect(text('#on=jekyll&src=/feed.xml&limit=7&show=')).to.contain(
      `<dogeared-recent src="/feed.xml" limit="7">
  <ul>
    {% for item in site.posts limit: 7 %}
    <li><a href="{{ item.url | relative_url }}">{{ item.title | escape }}</a></li>
    {% endfor %}
  </ul>
</dogeared-recent>`,
    );
  });

  it('for Astro begins with what its list needs, and keeps the script line from being bundled', () => {
    const lines = text('#on=astro&src=/rss.xml').split('\n');
    expect([lines[0], lines[1], lines[5]]).to.deep.equal([
      '---',
      "import { getCollection } from 'astro:content';",
      '---',
    ]);
    expect(lines[6]).to.match(/^<script is:inline type="module" src=/);
  });

  it('a count names its post in the language of the platform', () => {
    expect(tag('#widget=comment-count&src=/c.json&on=hugo', [])).to.equal(
      '<dogeared-comment-count src="/c.json" post-url="{{ .RelPermalink }}"></dogeared-comment-count>',
    );
    expect(tag('#widget=comment-count&src=/c.json&on=astro', [])).to.contain(' post-url={Astro.url.pathname}>');
  });

  for (const [platform, title] of [
    ['hugo', '&lt;b&gt;Bold&lt;/b&gt; &#123;&#123; moves &#125;&#125;'],
    ['html', '&lt;b&gt;Bold&lt;/b&gt; {{ moves }}'],
  ] as const)
    it(`what ${platform} would take for its own language is escaped: ${title}`, () =>
      expect(tag(`#on=${platform}&list=now&src=/f`)).to.contain(title));

  it('for WordPress a title is no shortcode', () => {
    expect(tag('#on=wordpress&src=/feed/', [{ title: '[gallery ids=1]' }])).to.contain('&#91;gallery ids=1&#93;');
  });

  it('is well formed for every setting, so that themes in XML take it; the same comes out of a parser', () => {
    const domParser = new DOMParser();
    // What XML cannot hold is no letter that anybody types.

    const typed = (value: string): string => value.replace(/[\u0000-\u001f\ufffe\uffff]|[\ud800-\udfff]/g, '');
    fc.assert(
      fc.property(settings, fc.string(), (any, title) => {
        const setting: Setting = {
          ...any,
          platform: 'blogger',
          list: 'now',
          src: typed(any.src),
          options: Object.fromEntries(Object.entries(any.options).map(([name, value]) => [name, typed(value)])),
        };
        const row = { title: typed(title), url: 'https://blog.example/a?b&c' };
        const { tag, script } = tagOf(setting, [row], SITE);
        const page = domParser.parseFromString(`<x>${script}${tag}</x>`, 'text/xml');
        expect(page.querySelector('parsererror')?.textContent ?? '').to.equal('');
        const element = page.querySelector(widgetOf(setting.widget).tag)!;
        for (const [name, value] of attributesOf(setting, SITE)) expect(element.getAttribute(name)).to.equal(value);
        const link = element.querySelector('a') ?? element;
        expect(link.textContent).to.equal(row.title);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the table of platforms', () => {
  for (const [platform, widget, file] of [
    ['hugo', 'recent', 'layouts/_partials/recent.html'],
    ['jekyll', 'favorites', '_includes/favorites.html'],
    ['eleventy', 'comment-count', '_includes/comment-count.njk'],
    ['astro', 'recent-favorites', 'src/components/RecentFavorites.astro'],
  ] as const)
    it(`${platform}: the file for ${widget} is ${file}, and what is written for it names it`, () => {
      const [make, use] = platformOf(platform).where(widget);
      expect(make).to.contain(`${file}`);
      expect(use).to.contain(platform === 'astro' ? '<RecentFavorites />' : file.split('/').at(-1));
    });

  for (const name of PLATFORM_NAMES) {
    const { where, feed, builds, lists } = platformOf(name);
    it(`${name} says where a tag goes, and its feed is a path`, () => {
      expect(where('recent').length).to.be.greaterThan(2);
      expect(feed).to.match(/^\/[\w/.?=-]+$/);
      if (builds) expect(Object.keys(lists ?? {})).to.deep.equal(['recent', 'featured']);
    });
  }
});
