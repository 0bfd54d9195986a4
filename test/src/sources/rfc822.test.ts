import { expect } from 'chai';
import { feedDate } from '../../../src/sources/formats.ts';

/** All of these are one moment. */
const SAME: readonly (readonly [string, string])[] = [
  ['as RFC 822 has it', 'Tue, 05 Mar 2024 07:05:00 +0000'],
  ['with a named zone', 'Tue, 05 Mar 2024 07:05:00 GMT'],
  ['with Z', 'Tue, 05 Mar 2024 07:05:00 Z'],
  ['with UT', 'Tue, 05 Mar 2024 07:05:00 UT'],
  ['with an offset after GMT', 'Tue, 05 Mar 2024 08:05:00 GMT+0100'],
  ['with an offset with a colon', 'Tue, 05 Mar 2024 08:05:00 +01:00'],
  ['with half an hour', 'Tue, 05 Mar 2024 12:35:00 +0530'],
  ['with half an hour west', 'Tue, 05 Mar 2024 03:35:00 -0330'],
  ['in New York', 'Tue, 05 Mar 2024 02:05:00 EST'],
  ['in New York in summer time', 'Tue, 05 Mar 2024 03:05:00 EDT'],
  ['in Chicago', 'Tue, 05 Mar 2024 01:05:00 CST'],
  ['in Chicago in summer time', 'Tue, 05 Mar 2024 02:05:00 CDT'],
  ['in Denver', 'Tue, 05 Mar 2024 00:05:00 MST'],
  ['in Denver in summer time', 'Tue, 05 Mar 2024 01:05:00 MDT'],
  ['in Los Angeles, the day before', 'Mon, 04 Mar 2024 23:05:00 PST'],
  ['in Los Angeles in summer time', 'Tue, 05 Mar 2024 00:05:00 PDT'],
  ['without a zone', 'Tue, 05 Mar 2024 07:05:00'],
  ['without seconds', 'Tue, 05 Mar 2024 07:05 +0000'],
  ['without a weekday', '05 Mar 2024 07:05:00 +0000'],
  ['without the comma', 'Tue 05 Mar 2024 07:05:00 +0000'],
  ['with the wrong weekday', 'Fri, 05 Mar 2024 07:05:00 +0000'],
  ['with one digit of a day', 'Tue, 5 Mar 2024 07:05:00 +0000'],
  ['with two digits of a year', 'Tue, 05 Mar 24 07:05:00 +0000'],
  ['in lower case', 'tue, 05 mar 2024 07:05:00 gmt'],
  ['in upper case', 'TUE, 05 MAR 2024 07:05:00 GMT'],
  ['with a full month', 'Tuesday, 05 March 2024 07:05:00 +0000'],
  ['with hyphens', 'Tue, 05-Mar-2024 07:05:00 GMT'],
  ['with much white space', '  Tue,  05  Mar 2024   07:05:00  +0000\n'],
  ['with a comment', 'Tue, 05 Mar 2024 07:05:00 +0000 (UTC)'],
  ['month first', 'March 5, 2024 07:05'],
  ['month first, with the weekday and AM', 'Tuesday, March 5, 2024 7:05 AM'],
  ["as JavaScript's toString", 'Tue Mar 05 2024 08:05:00 GMT+0100 (CET)'],
  ['as ISO 8601', '2024-03-05T07:05:00Z'],
  ['as ISO 8601 with an offset', '2024-03-05T12:35:00+05:30'],
  ['as ISO 8601 with an offset without colon', '2024-03-05T12:35:00+0530'],
  ['as ISO 8601 without a zone', '2024-03-05T07:05:00'],
  ['as ISO 8601 with a space', '2024-03-05 07:05:00'],
  ['as ISO 8601 in lower case', '2024-03-05t07:05:00z'],
  ['as ISO 8601 without seconds', '2024-03-05T07:05Z'],
];

/** What is not to be known. */
const UNKNOWN: readonly (readonly [string, unknown])[] = [
  ['nothing', ''],
  ['no text', 1709622300000],
  ['German', 'Di, 05 Mär 2024 07:05:00 +0100'],
  ['German that looks English', 'Do, 05 Dez 2024 07:05:00 +0100'],
  ['Russian', 'Вт, 05 мар 2024 07:05:00 +0300'],
  ['numbers in an order that nobody can know', '05/03/2024'],
  ['German numbers', '05.03.2024 07:05'],
  ['30 February', 'Fri, 30 Feb 2024 07:05:00 +0000'],
  ['29 February of a year that has none', '29 Feb 2023 07:05:00 +0000'],
  ['the 32nd', 'Tue, 32 Mar 2024 07:05:00 +0000'],
  ['the 0th', 'Tue, 00 Mar 2024 07:05:00 +0000'],
  ['25 o’clock', 'Tue, 05 Mar 2024 25:05:00 +0000'],
  ['the 61st minute', 'Tue, 05 Mar 2024 07:61:00 +0000'],
  ['30 February in ISO 8601', '2024-02-30T07:05:00Z'],
  ['month 13 in ISO 8601', '2024-13-01'],
  ['words', 'last Tuesday'],
  ['a month that is none', 'Tue, 05 Foo 2024 07:05:00 +0000'],
  ['letters out of the middle of the months', '05 anf 2024'],
];

describe('feedDate', () => {
  for (const [what, text] of SAME)
    it(`reads 7:05 of 5 March 2024 in UTC ${what}: ${text.trim()}`, () => {
      expect(feedDate(text)).to.equal('2024-03-05T07:05:00.000Z');
    });

  for (const [what, text] of UNKNOWN)
    it(`does not know ${what}: ${String(text)}`, () => {
      expect(feedDate(text)).to.equal(undefined);
    });

  it('takes two digits below 50 for this century, others for the last', () => {
    expect([feedDate('1 Jan 49'), feedDate('1 Jan 50'), feedDate('1 Jan 99')]).to.deep.equal([
      '2049-01-01T00:00:00.000Z',
      '1950-01-01T00:00:00.000Z',
      '1999-01-01T00:00:00.000Z',
    ]);
  });

  it('knows noon from midnight', () => {
    expect(feedDate('5 Mar 2024 12:00 PM')).to.equal('2024-03-05T12:00:00.000Z');
    expect(feedDate('5 Mar 2024 12:00 AM')).to.equal('2024-03-05T00:00:00.000Z');
    expect(feedDate('5 Mar 2024 7:05 pm')).to.equal('2024-03-05T19:05:00.000Z');
  });

  it('keeps fractions to the millisecond', () => {
    expect(feedDate('2024-03-05T07:05:00.123456789Z')).to.equal('2024-03-05T07:05:00.123Z');
    expect(feedDate('2024-03-05T07:05:00.5+01:00')).to.equal('2024-03-05T06:05:00.500Z');
    expect(feedDate('Tue, 05 Mar 2024 07:05:00.25 GMT')).to.equal('2024-03-05T07:05:00.250Z');
  });

  it('takes a day alone for its first moment', () => {
    expect([feedDate('05 Mar 2024'), feedDate('2024-03-05'), feedDate('March 5, 2024')]).to.deep.equal(
      Array(3).fill('2024-03-05T00:00:00.000Z'),
    );
  });

  it('takes a zone it does not know for UTC, as RFC 2822 says', () => {
    expect(feedDate('Tue, 05 Mar 2024 07:05:00 CET')).to.equal('2024-03-05T07:05:00.000Z');
  });

  it('takes a leap second for the one before, and the end of a day for the beginning of the next', () => {
    expect(feedDate('31 Dec 2016 23:59:60 GMT')).to.equal('2016-12-31T23:59:59.000Z');
    expect(feedDate('5 Mar 2024 24:00')).to.equal('2024-03-06T00:00:00.000Z');
  });

  it('gives up on a megabyte of spaces, digits or letters in no time', () => {
    const start = performance.now();
    for (const junk of [' ', '1', 'a', '1 ', 'a ', 'Tue, 05 Mar 2024 07:05:00 '])
      feedDate(junk.repeat(1_000_000 / junk.length) + '!');
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});
