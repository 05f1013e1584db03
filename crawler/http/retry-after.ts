/** Who asks for more does not want to be asked again, which is for a person to judge. */
const longestMs = 30 * 86_400_000;

/**
 * How long a `Retry-After` asks to wait, in milliseconds: seconds or a date of HTTP (RFC 9110, 10.2.3); Infinity where it
 * is more than 30 days. Null where there is none or it cannot be read. `now` is in milliseconds since 1970.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,300}(?:\.\d{1,9})?$/u.test(text)) return bound(Number(text) * 1000);
  // `Date.parse` reads many things as a date; those of HTTP name the month.
  const isDate = /^[a-z]{3,9},? .{0,40}\d{2}:\d{2}:\d{2}/iu.test(text);
  const date = isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : bound(date - now);
}

function bound(ms: number): number {
  const wait = Math.max(0, Math.ceil(ms));
  return wait > longestMs ? Number.POSITIVE_INFINITY : wait;
}
