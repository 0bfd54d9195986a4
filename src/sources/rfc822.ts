import { toTime } from '../posts/date.ts';

const DATE =
  /^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d\d)(?:[\s,T]+(\d\d?):(\d\d)(?::(\d\d(?:\.\d+)?))?\s*([ap]m)?\s*(?:(?:GMT|UTC)?([+-]\d\d):?(\d\d)|([a-z]+))?.*)?$/i;
const MONTH_FIRST = /^(?:[a-z]+\.?,? +)?([a-z]{3,9})\.? +(\d{1,2}),? +(?=\d)/i;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const AMERICAN = 'PMCE';

/** Hours east of UTC of a zone name of RFC 822; names that it does not know count as UTC, as RFC 2822 says. */
function zoneHours(name = ''): number {
  const [, coast = '', season = ''] = /^([ECMP])([SD])T$/i.exec(name) ?? [];
  return coast ? AMERICAN.indexOf(coast.toUpperCase()) - 8 + (/d/i.test(season) ? 1 : 0) : 0;
}

/**
 * The date of a feed as ISO 8601 in UTC: ISO 8601, or RFC 822 with its oddities, which are two-digit years, missing
 * weekday, seconds or zone, named zones, and months before days. What has no zone is UTC.
 */
export function feedDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const [, day = '', name = '', year = '', hours = '0', minutes = '0', seconds = '0', half, east, more, zone] =
    DATE.exec(text.replace(MONTH_FIRST, '$2 $1 ')) ?? [];
  let time = toTime(text.toUpperCase()); // not every platform reads 2024-03-05t07:05z
  if (day) {
    const month = MONTHS.indexOf(name.toLowerCase()) / 3 + 1;
    const full = year.length === 4 ? year : `${+year < 50 ? '20' : '19'}${year}`; // RFC 2822 §4.3
    const start = toTime(`${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
    const hour = half ? (+hours % 12) + (/p/i.test(half) ? 12 : 0) : +hours;
    const offset = east ? +east * 60 + Number(east[0] + (more ?? '0')) : zoneHours(zone) * 60;
    const fine = +hours < 24 && +minutes < 60 && +seconds < 61;
    time = fine ? start + ((hour * 60 + +minutes - offset) * 60 + +seconds) * 1000 : NaN;
  }
  return Number.isFinite(time) ? new Date(time).toISOString() : undefined;
}
