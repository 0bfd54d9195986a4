/** In capitals: a day, a month and a year, then perhaps a time, then perhaps its zone; a comment may follow. */
const DATE =
  /^(?:[A-Z]+\.?,?\s+)?(\d\d?)[\s-]+([A-Z]{3})[A-Z]*\.?,?[\s-]+(\d\d(?:\d\d)?)(?:[\s,T]+(\d\d?):(\d\d)(?::(\d\d(?:\.\d+)?))?\s*([AP]M)?\s*(?:(?:GMT|UTC)?([+-]\d\d:?\d\d)|([PMCE])([SD])T\b)?.*)?$/;
const MONTH_FIRST = /^(?:[A-Z]+\.?,? +)?([A-Z]{3,9})\.? +(\d\d?),? +(?=\d)/;
const MONTHS = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';

const two = (value: string | number): string => `${value}`.padStart(2, '0');

/**
 * The date of a feed as ISO 8601 in UTC has it: ISO 8601, or RFC 822 with its oddities, which are two-digit years, missing
 * weekday, seconds or zone, named zones, and months before days. What has no zone, or one that RFC 822 does not know, is
 * UTC, as RFC 2822 says. Here the parts are only put in their places; whether they make a date, `toIso` knows.
 */
export const asIso = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(MONTH_FIRST, '$2 $1 ')
    .replace(DATE, (_, day, month, year, hours = 0, minutes = '00', seconds = '00', half, offset, coast, season) => {
      const full = year[2] ? year : (year < 50 ? '20' : '19') + year; // RFC 2822 §4.3
      const hour = half ? (hours % 12) + (half === 'PM' ? 12 : 0) : hours;
      const zone = offset ?? (coast ? `-0${8 - 'PMCE'.indexOf(coast) - +(season === 'D')}:00` : 'Z');
      // A leap second, which no platform reads, is taken for the one before.
      const second = seconds.replace(/^60/, '59');
      return `${full}-${two(MONTHS.indexOf(month) / 3 + 1)}-${two(day)}T${two(hour)}:${minutes}:${second}${zone}`;
    });
