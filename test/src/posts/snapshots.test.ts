import { expect } from 'chai';
import { joinCounts } from '../../../src/posts/counts.ts';
import { explainFavorites } from '../../../src/posts/favorites.ts';
import { diffCounts, windowCounts } from '../../../src/posts/snapshots.ts';
import { deepFreeze, polluted } from './helpers.ts';

describe('diffCounts', () => {
  it('says what was added between two tables of totals', () => {
    const older = { '/a/': 5, '/b/': { views: 10, likes: 2 } };
    const newer = { '/a/': 8, '/b/': { views: 30, likes: 2, comments: 4 } };
    expect(diffCounts(older, newer)).to.deep.equal({ '/a': { views: 3 }, '/b': { views: 20, comments: 4 } });
  });

  it('takes a page that was not there for one that began at zero', () => {
    expect(diffCounts({}, { '/new/': 7 })).to.deep.equal({ '/new': { views: 7 } });
  });

  it('is never negative: a counter that was reset counts from zero', () => {
    expect(diffCounts({ '/a/': 500 }, { '/a/': 12 })).to.deep.equal({ '/a': { views: 12 } });
  });

  it('leaves out pages where nothing was added, and pages that are gone', () => {
    expect(diffCounts({ '/a/': 5, '/gone/': 9 }, { '/a/': 5 })).to.deep.equal({});
  });

  it('takes the spellings of a page for one, also where one table has hosts and the other has not', () => {
    const older = { 'https://www.example.org/a/index.html': 5, '/a?utm_source=x': 1, '/b/': 3 };
    expect(diffCounts(older, { '/a': 10, 'https://example.org/b': 4 })).to.deep.equal({
      '/a': { views: 9 },
      'https://example.org/b': { views: 1 },
    });
    expect(diffCounts({ 'https://example.org/a': 5 }, { '/a/': 7 })).to.deep.equal({ '/a': { views: 2 } });
  });

  it('takes maps and pairs, leaves its input alone, and is not fooled by odd data', () => {
    const older = deepFreeze({ '/a': -3, '/b': '7', '/c': null, '/d': Infinity } as any);
    expect(diffCounts(older, new Map([['/a', 2]]))).to.deep.equal({ '/a': { views: 2 } });
    const hostile = JSON.parse('{"__proto__": {"views": 5}, "/a": {"__proto__": {"views": 7}, "likes": 1}}');
    const added = diffCounts({}, hostile);
    expect(Object.getOwnPropertyNames(added)).to.have.members(['/a', '/__proto__']);
    expect(added['/a']).to.deep.equal({ likes: 1 });
    expect(polluted({ views: 100 }, false, () => diffCounts({ '/a': { likes: 1 } }, { '/a': 5 }))).to.deep.equal({
      '/a': { views: 5 },
    });
  });
});

const day = (date: string, views: number): { date: string; counts: Record<string, number> } => ({
  date,
  counts: { '/a/': views },
});

describe('windowCounts', () => {
  const series = [day('2026-10-20', 10), day('2026-11-15', 40), day('2026-11-16', 50), day('2026-11-23', 90)];

  it('makes totals with windows of a series of snapshots', () => {
    const { counts } = windowCounts(series, ['7d', '30d']);
    expect(counts).to.deep.equal({ '/a': { views: 90, windows: { '7d': { views: 40 }, '30d': { views: 80 } } } });
  });

  it('says how far a window really reaches: to the nearest snapshot that is at least that old', () => {
    expect(windowCounts(series, ['7d', '8d', '9d', '30d']).reach).to.deep.equal({
      '7d': { from: '2026-11-16T00:00:00.000Z', days: 7 },
      '8d': { from: '2026-11-15T00:00:00.000Z', days: 8 },
      '9d': { from: '2026-10-20T00:00:00.000Z', days: 34 },
      '30d': { from: '2026-10-20T00:00:00.000Z', days: 34 },
    });
  });

  it('makes no window that no snapshot is old enough for', () => {
    const { counts, reach } = windowCounts(series.slice(2), ['7d', '30d']);
    expect(counts).to.deep.equal({ '/a': { views: 90, windows: { '7d': { views: 40 } } } });
    expect(reach).to.have.all.keys('7d');
    expect(windowCounts([day('2026-11-23', 5)]).counts).to.deep.equal({ '/a': { views: 5 } });
    expect(windowCounts([])).to.deep.equal({ counts: {}, reach: {} });
  });

  it('goes from day to day, so that a reset in between loses little', () => {
    const reset = [day('2026-11-16', 1000), day('2026-11-20', 1050), day('2026-11-21', 20), day('2026-11-23', 30)];
    // 50 until the reset, 20 after it, 10 more.
    expect(windowCounts(reset, ['7d']).counts['/a']!.windows).to.deep.equal({ '7d': { views: 80 } });
  });

  it('takes snapshots in any order, and leaves out those without a date that makes sense', () => {
    const shuffled = [series[3]!, series[0]!, day('yesterday', 7), series[2]!, series[1]!];
    expect(windowCounts(shuffled, ['7d', '30d'])).to.deep.equal(windowCounts(series, ['7d', '30d']));
  });

  it('takes moments in any form', () => {
    const now = Date.UTC(2026, 10, 23, 9);
    const moments = [
      { date: now, counts: { '/a/': 9 } },
      { date: new Date(now - 36e5), counts: { '/a/': 4 } },
    ];
    expect(windowCounts(moments, ['1h']).counts['/a']!.windows).to.deep.equal({ '1h': { views: 5 } });
  });

  it('throws for a window that makes no sense', () => {
    expect(() => windowCounts(series, ['soon' as '7d'])).to.throw(RangeError, /windowCounts: windows .* soon/);
    expect(() => windowCounts(series, ['0d'])).to.throw(RangeError);
  });

  it('says zero where nothing was added', () => {
    expect(windowCounts([day('2026-11-16', 5), day('2026-11-23', 5)], ['7d']).counts).to.deep.equal({
      '/a': { views: 5, windows: { '7d': {} } },
    });
  });

  it('makes recent favorites of totals', () => {
    const posts = ['old', 'new', 'odd'].map((id) => ({
      id,
      url: `https://example.org/${id}/`,
      published: '2026-09-01',
    }));
    const snapshots = [
      { date: '2026-10-20', counts: { '/old/': 900, '/new/': 10, '/odd/': 3 } },
      { date: '2026-11-23', counts: { '/old/': 905, '/new/': 60, '/odd/': 4 } },
    ];
    const joined = joinCounts(posts, windowCounts(snapshots, ['30d']).counts);
    const now = '2026-11-23';
    const order = (options: object): string =>
      explainFavorites(joined, { now, ...options })
        .map(({ post, score, signal }) => `${post.id} ${score} ${signal}`)
        .join(', ');
    expect(order({})).to.equal('old 905 views, new 60 views, odd 4 views');
    expect(order({ within: '30d' })).to.equal('new 50 views:window, old 5 views:window, odd 1 views:window');
  });
});
