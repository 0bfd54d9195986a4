const UNITS = { h: 36e5, d: 864e5, w: 6048e5, y: 365 * 864e5 };

/** A span of time: milliseconds, or a number with `h`, `d`, `w` or `y` (365 days), such as `'36h'` or `'30d'`. */
export type Duration = number | `${number}${keyof typeof UNITS}`;

/** A duration in milliseconds; NaN for anything that is not one. */
export const toMs = (duration: unknown): number => {
  const [, unit] = /^[\d.]+([hdwy])$/.exec(duration as string) ?? [];
  return unit ? parseFloat(duration as string) * UNITS[unit as 'h'] : typeof duration === 'number' ? duration : NaN;
};
