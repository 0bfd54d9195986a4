import { expect } from 'chai';
import { timeOf, toIso, toTime } from '../../../src/posts/date.ts';

describe('toTime', () => {
  const same: [text: string, iso: string][] = [
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T10:00Z', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31T10:00:05Z', '2026-01-31T10:00:05.000Z'],
    ['2026-01-31T10:00:05.25Z', '2026-01-31T10:00:05.250Z'],
    ['2026-01-31T10:00:05.123456Z', '2026-01-31T10:00:05.123Z'],
    ['2026-01-31T10:00:00+02:00', '2026-01-31T08:00:00.000Z'],
    ['2026-01-31T10:00:00+0200', '2026-01-31T08:00:00.000Z'],
    ['2026-01-31T10:00:00-03:30', '2026-01-31T13:30:00.000Z'],
    ['2026-01-31 10:00:00 -0600', '2026-01-31T16:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['+010000-01-01T00:00:00Z', '+010000-01-01T00:00:00.000Z'],
  ];
  for (const [text, iso] of same) it(`reads ${text}`, () => expect(new Date(toTime(text)).toISOString()).to.equal(iso));

  it('takes a time without zone for UTC, wherever the reader is', () => {
    for (const text of ['2026-01-31T10:00', '2026-01-31T10:00:00.000', '2026-01-31 10:00:00'])
      expect(toTime(text)).to.equal(Date.UTC(2026, 0, 31, 10));
  });

  it('takes dates and numbers as they are', () => {
    expect(toTime(new Date(5))).to.equal(5);
    expect(toTime(-5)).to.equal(-5);
    expect(toTime(-0)).to.equal(0);
  });

  const unknown: unknown[] = [
    ...[
      '',
      ' ',
      'soon',
      'post 3',
      '5',
      '2026',
      '2026-1-2',
      '2026/01/02',
      '20260102',
      '01-02-2026',
      'Mon, 06 Sep 2021 12:00:00 GMT',
    ],
    ...[
      '2026-02-29',
      '2026-02-30',
      '2026-02-30T10:00Z',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-01-32',
    ],
    ...[
      '2026-01-31T25:00Z',
      '2026-01-31T10:60Z',
      '2026-01-31T10:00 PM',
      '2026-01-31T10:00:00PST',
      '2026-01-31 (draft)',
      '2026-01-31Z!',
      '2026-01-31t10:00z',
    ],
    ...[
      NaN,
      Infinity,
      -Infinity,
      new Date(NaN),
      undefined,
      null,
      true,
      {},
      [],
      [2026],
      ['2026-01-31'],
      5n,
      Symbol('now'),
      Object.create(null),
    ],
  ];
  for (const value of unknown)
    it(`does not know ${typeof value} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`, () =>
      expect(toTime(value)).to.be.NaN);

  it('does not call the methods of what is no date', () => {
    const fail = () => expect.fail('called');
    expect(toTime({ valueOf: fail, toString: fail, getTime: fail, [Symbol.toPrimitive]: fail })).to.be.NaN;
  });
});

describe('toIso', () => {
  it('writes UTC with milliseconds, and nothing for what it does not know', () => {
    expect(toIso('2026-01-31 10:00:00 +02:00')).to.equal('2026-01-31T08:00:00.000Z');
    expect([toIso('soon'), toIso(undefined), toIso(9e15)]).to.deep.equal([undefined, undefined, undefined]);
  });
});

describe('timeOf', () => {
  it('takes the update where there is no date of publication', () => {
    expect(timeOf({ published: 1, updated: 2 })).to.equal(1);
    expect(timeOf({ published: '2026-02-30', updated: 2 })).to.equal(2);
    expect(timeOf({ published: 0, updated: 2 })).to.equal(0);
    expect(timeOf({})).to.equal(-Infinity);
  });
});
