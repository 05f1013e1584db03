const longestMs = 86_400_000;

/**
 * How long a `Retry-After` asks to wait, in milliseconds: seconds or a date of HTTP (RFC 9110, 10.2.3), at most 24 hours.
 * Null where there is none or it cannot be read. `now` is in milliseconds since 1970.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,12}(?:\.\d{1,9})?$/u.test(text)) return bound(Number(text) * 1000);
  // `Date.parse` reads many things as a date; those of HTTP name the month.
  const isDate = /^[a-z]{3,9},? .{0,40}\d{2}:\d{2}:\d{2}/iu.test(text);
  const date = isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : bound(date - now);
}

function bound(ms: number): number {
  return Math.min(Math.max(0, Math.ceil(ms)), longestMs);
}
