/** Until when a `Retry-After` of seconds or of a date asks to wait, in milliseconds since 1970; null where none does. */
export function readRetryAt(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\s*\d+\s*$/u.test(value)) return now + Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : date;
}
