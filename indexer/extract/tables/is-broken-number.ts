/** Digits or a sign that spell no number (`9,99 9,985`, `9,999,` before a line end): a value, never a label. */
export function isBrokenNumber(text: string): boolean {
  return /^[^\p{L}]{0,40}[\p{Nd}+＋－-][^\p{L}]{0,40}$/u.test(text);
}
