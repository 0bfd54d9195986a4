/** In hours. */
const UNITS = { h: 1, d: 24, w: 168, y: 8760 };

/** A span of time: milliseconds, or a number with `h`, `d`, `w` or `y` (365 days), such as `'36h'` or `'30d'`. */
export type Duration = number | `${number}${keyof typeof UNITS}`;

/** A duration in milliseconds; NaN for a text that is not one. */
export const toMs = (duration: Duration | string): number =>
  typeof duration === 'number' ? duration : parseFloat(duration) * 36e5 * UNITS[duration.replace(/^[\d.]+/, '') as 'h'];
